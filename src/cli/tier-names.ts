import type { Localized } from '../schema/text.js';

/** Tiers (mức độ) by their names; others are data and show as they are written. */
export const TIER_NAMES: Readonly<Record<string, Localized>> = {
  ntm: { vi: 'đạt chuẩn', en: 'ntm' },
  advanced: { vi: 'nâng cao', en: 'advanced' },
  model: { vi: 'kiểu mẫu', en: 'model' },
  modern: { vi: 'hiện đại', en: 'modern' },
  completion: { vi: 'hoàn thành nhiệm vụ', en: 'completion' },
  smart: { vi: 'thông minh', en: 'smart' },
};
