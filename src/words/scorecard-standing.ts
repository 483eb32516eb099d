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

function figureText(value: NonNullable<Part['observed']>, part: Standing, setting: Setting): string {
  return (
    gradeName(part.fact, value, setting) ??
    formatFigure(value, {
      locale: setting.locale,
      limit: part.required,
      ...(part.unit && { unit: part.unit }),
    })
  );
}

/** "68,8 % (344/500)": the figure, with the counts behind a share; grades by their names. */
export function observedText(part: Standing, setting: Setting): string {
  const { locale } = setting;
  if (part.observed === undefined) return locale === 'vi' ? 'chưa có số liệu' : 'not known';
  const observed = figureText(part.observed, part, setting);
  if (!part.counts) return observed;
  const { count, of } = part.counts;
  return `${observed} (${formatFigure(count, { locale })}/${formatFigure(of, { locale })})`;
}

/** "≥ 90 %"; undefined where no requirement is known. */
export function requiredText(part: Standing, setting: Setting): string | undefined {
  const { required } = part;
  if (required === undefined) return undefined;
  const sign = boundSign(part.operator, required, part.unit?.en === '%');
  const text = Array.isArray(required)
    ? formatFigure(required, { locale: setting.locale, ...(part.unit && { unit: part.unit }) })
    : figureText(required as NonNullable<Part['observed']>, part, setting);
  return `${sign}${text}`;
}

/** "68,8 %, cần ≥ 90 %", with the counts behind a share; grades by their names. */
export function standingText(part: Standing, setting: Setting): string {
  const required = requiredText(part, setting);
  const observed = observedText(part, setting);
  if (required === undefined) return observed;
  return `${observed}, ${setting.locale === 'vi' ? 'cần' : 'required'} ${required}`;
}

export const sameThing = (a: Pick<Part, 'fact' | 'sex'>, b: Pick<Part, 'fact' | 'sex'>): boolean =>
  a.fact === b.fact && a.sex === b.sex;

export function nameOf(item: Pick<Gap, 'title' | 'fact' | 'sex'>, { locale }: Setting): string {
  const title = item.title?.[locale] ?? item.fact ?? '';
  return item.sex ? `${title} (${SEX_LABELS[item.sex][locale]})` : title;
}
