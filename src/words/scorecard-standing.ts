import type { Gap, IndicatorResult, Part } from '../schema/evaluation.js';
import { formatFigure } from './figures.js';
import { SEX_LABELS } from './labels.js';
import { boundSign } from './scorecard-bounds.js';
import { widthOf } from './scorecard-layout.js';
import { gradeName, type Setting } from './scorecard-setting.js';

/** Where the text begins beside indicator numbers. */
export function indentFor(results: readonly IndicatorResult[]): number {
  return Math.max(8, ...results.map(({ id }) => widthOf(id) + 4));
}

export type Standing = Pick<
  Part,
  'fact' | 'title' | 'sex' | 'observed' | 'required' | 'unit' | 'counts' | 'operator'
>;

/** "68,8 %, cần ≥ 90 %", with the counts behind a share; grades by their names. */
export function standingText(part: Standing, setting: Setting): string {
  const { locale } = setting;
  const vi = locale === 'vi';
  const unit = part.unit && { unit: part.unit };
  const shown = (value: NonNullable<Part['observed']>): string =>
    gradeName(part.fact, value, setting) ?? formatFigure(value, { locale, limit: part.required, ...unit });
  const observed =
    part.observed === undefined ? (vi ? 'chưa có số liệu' : 'not known') : shown(part.observed);
  const counts = part.counts
    ? ` (${formatFigure(part.counts.count, { locale })}/${formatFigure(part.counts.of, { locale })})`
    : '';
  if (part.required === undefined) return `${observed}${counts}`;
  const sign = boundSign(part.operator, part.required, part.unit?.en === '%');
  const required = Array.isArray(part.required)
    ? formatFigure(part.required, { locale, ...unit })
    : shown(part.required as NonNullable<Part['observed']>);
  return `${observed}${counts}, ${vi ? 'cần' : 'required'} ${sign}${required}`;
}

export const sameThing = (a: Pick<Part, 'fact' | 'sex'>, b: Pick<Part, 'fact' | 'sex'>): boolean =>
  a.fact === b.fact && a.sex === b.sex;

export function nameOf(item: Pick<Gap, 'title' | 'fact' | 'sex'>, { locale }: Setting): string {
  const title = item.title?.[locale] ?? item.fact ?? '';
  return item.sex ? `${title} (${SEX_LABELS[item.sex][locale]})` : title;
}
