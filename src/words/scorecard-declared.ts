import type { IndicatorResult } from '../schema/evaluation.js';
import { formatDay } from './figures.js';
import type { Setting } from './scorecard-setting.js';

const DECLARED_BY: Readonly<Record<string, { vi: string; en: string }>> = {
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
  const by = DECLARED_BY[declared.by]?.[locale] ?? declared.by;
  const details = [
    by,
    ...(declared.on ? [formatDay(declared.on, locale)] : []),
    ...(declared.label ? [`“${declared.label}”`] : []),
  ];
  return `${locale === 'vi' ? 'theo công bố' : 'as declared'} (${details.join(', ')})`;
}
