import type { IndicatorResult } from '../schema/evaluation.js';
import type { Declaration } from '../schema/snapshot.js';
import type { Localized } from '../schema/text.js';
import { formatDay } from './figures.js';
import type { Setting } from './scorecard-setting.js';

/** The bodies that declare results. */
export const DECLARED_BY: Readonly<Record<NonNullable<Declaration['by']>, Localized>> = {
  self: { vi: 'tự đánh giá', en: 'self-assessed' },
  department: { vi: 'sở, ngành', en: 'a department' },
  appraisal: { vi: 'thẩm định', en: 'appraisal' },
  council: { vi: 'hội đồng thẩm định', en: 'the appraisal council' },
};

/** "as declared (self-assessed, 17/06/2021)" */
export function declaredText(
  declared: NonNullable<IndicatorResult['declared']>,
  { locale }: Setting,
): string {
  const by = DECLARED_BY[declared.by as keyof typeof DECLARED_BY]?.[locale] ?? declared.by;
  const details = [
    by,
    ...(declared.on ? [formatDay(declared.on, locale)] : []),
    ...(declared.label ? [`“${declared.label}”`] : []),
  ];
  return `${locale === 'vi' ? 'theo công bố' : 'as declared'} (${details.join(', ')})`;
}
