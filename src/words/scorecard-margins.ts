import type { Evaluation, IndicatorResult, Margin } from '../schema/evaluation.js';
import { marginText } from './gap-text.js';
import { hanging, span } from './scorecard-layout.js';
import { NOTHING, ownIndicators, type Section, type Setting } from './scorecard-setting.js';
import { indentFor, nameOf, sameThing, standingText } from './scorecard-standing.js';

interface ThinMargin {
  readonly result: IndicatorResult;
  readonly margin: Margin;
}

const measured = (margin: Margin): Margin[] =>
  margin.kind === 'all' ? (margin.parts ?? []).flatMap(measured) : [margin];

/** Nobody can have more than all of something or less than none of it: reaching the end is no thin margin. */
function atItsEnd({ required, unit, direction }: Margin): boolean {
  if (unit?.en === 'grades') return true;
  return (
    (direction === 'increase' && Number(required) === 0) ||
    (unit?.en === 'percentage points' && direction === 'decrease' && Number(required) === 100)
  );
}

/** At most one point above a share, or 2 % of another figure, a tenth of a ceiling; or not what the next year asks. */
function isThin(margin: Margin): boolean {
  if (margin.nextYear && margin.nextYear.outcome !== 'met') return true;
  if (margin.surplus === undefined || atItsEnd(margin)) return false;
  const surplus = Number(margin.surplus);
  if (margin.direction === 'increase') return surplus <= Math.abs(Number(margin.required)) * 0.1;
  if (margin.unit?.en === 'percentage points') return surplus <= 1;
  return surplus <= Math.abs(Number(margin.required)) * 0.02;
}

/** Met figures of which little may be lost. With every detail: all measured figures that are met. */
export function margins(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  if (detail === 'brief') return NOTHING;
  const all = detail === 'all';
  const thin = ownIndicators(evaluation).flatMap((result): ThinMargin[] =>
    result.margin
      ? measured(result.margin)
          .filter((margin) => all || isThin(margin))
          .map((margin) => ({ result, margin }))
      : [],
  );
  if (thin.length === 0) return NOTHING;
  const indent = indentFor(thin.map(({ result }) => result));
  const lines = thin.flatMap(({ result, margin }) => {
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
  const title = all
    ? vi
      ? 'Phần vượt của các số liệu đã đạt'
      : 'To spare, of figures that are met'
    : vi
      ? 'Đạt sát mức'
      : 'Met by a thin margin';
  return { lines: [[span(title, 'strong')], ...lines] };
}
