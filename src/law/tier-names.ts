import type { Localized } from '../schema/text.js';

/** Tiers (mức độ) by the words of a sentence; others are data and show as they are written. */
const TITLES: Readonly<Record<string, Localized>> = {
  ntm: { vi: 'NTM', en: 'NTM' },
  advanced: { vi: 'NTM nâng cao', en: 'advanced NTM' },
  model: { vi: 'NTM kiểu mẫu', en: 'model NTM' },
  modern: { vi: 'NTM hiện đại', en: 'modern NTM' },
  completion: { vi: 'hoàn thành nhiệm vụ xây dựng NTM', en: 'completion of the NTM task' },
  smart: { vi: 'NTM thông minh', en: 'smart NTM' },
};

/** What a tier is called: "NTM nâng cao", "advanced NTM". A town or province completes a task; it meets no standard. */
export function tierTitle(tier: string): Localized {
  return (Object.hasOwn(TITLES, tier) && TITLES[tier]) || { vi: tier, en: tier };
}
