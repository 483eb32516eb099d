import { isThin, measuredMargins } from '../gap/thin-margin.js';
import type { Evaluation, IndicatorResult, Margin } from '../schema/evaluation.js';
import { marginText } from './gap-text.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { NOTHING, ownIndicators, type Section, type Setting } from './scorecard-setting.js';
import { indentFor, nameOf, sameThing, standingText } from './scorecard-standing.js';

/** A measured figure that is met, and the indicator it belongs to. */
export interface MetFigure {
  readonly result: IndicatorResult;
  readonly margin: Margin;
}

/** One figure a line: what it is, what is required, what may be lost. */
export function marginLines(figures: readonly MetFigure[], setting: Setting): Line[] {
  const { locale, width } = setting;
  const indent = indentFor(figures.map(({ result }) => result));
  return figures.flatMap(({ result, margin }) => {
    const part = result.parts.find((one) => sameThing(one, margin));
    const standing = part ? standingText(part, setting) : '';
    const label = [span(`  ${result.id}`, 'met')];
    return hanging(
      label,
      [span(`${nameOf(margin, setting)}: ${standing} → `), span(marginText(margin, locale), 'strong')],
      width,
      indent,
    );
  });
}

/** Little may be lost, or what is there is not what the next year asks. */
export const isTight = (margin: Margin): boolean =>
  isThin(margin) || (margin.nextYear !== undefined && margin.nextYear.outcome !== 'met');

/** Met figures of which little may be lost. With every detail: all measured figures that are met. */
export function margins(evaluation: Evaluation, setting: Setting): Section {
  const { locale, detail } = setting;
  const vi = locale === 'vi';
  if (detail === 'brief') return NOTHING;
  const all = detail === 'all';
  const thin = ownIndicators(evaluation).flatMap((result): MetFigure[] =>
    result.margin
      ? measuredMargins(result.margin)
          .filter((margin) => all || isTight(margin))
          .map((margin) => ({ result, margin }))
      : [],
  );
  if (thin.length === 0) return NOTHING;
  const lines = marginLines(thin, setting);
  const title = all
    ? vi
      ? 'Phần vượt của các số liệu đã đạt'
      : 'To spare, of figures that are met'
    : vi
      ? 'Đạt sát mức'
      : 'Met by a thin margin';
  return { lines: [[span(title, 'strong')], ...lines] };
}
