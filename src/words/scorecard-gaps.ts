import type { Evaluation, Gap, IndicatorResult, Margin, Part } from '../schema/evaluation.js';
import { formatFigure } from './figures.js';
import { gapText, marginText } from './gap-text.js';
import { EVIDENCE_LABELS, SEX_LABELS } from './labels.js';
import { boundSign } from './scorecard-bounds.js';
import { hanging, type Line, span, widthOf } from './scorecard-layout.js';
import {
  counted,
  gradeName,
  NOTHING,
  ownIndicators,
  type Section,
  type Setting,
} from './scorecard-setting.js';

/** How many shortfalls a scorecard names unless it is asked for all. */
const MOST = { brief: 3, usual: 10, all: Number.POSITIVE_INFINITY };

/** How far a gap is from closed, from 0 up, so that unlike quantities can be put in an order at all. */
function distance(gap: Gap): number {
  const parts = (gap.parts ?? []).map(distance).sort((a, b) => a - b);
  switch (gap.kind) {
    case 'shortfall': {
      if (gap.shortfall === undefined) return 1;
      const short = Number(gap.shortfall);
      const required = Math.abs(Number(gap.required));
      if (gap.unit?.en === 'percentage points') return short / 100;
      return required > 0 ? short / required : 1;
    }
    case 'any':
      return parts[0] ?? 1;
    case 'k-of-n':
      return parts[(gap.needed ?? 1) - 1] ?? 1;
    case 'all':
      return gap.refersTo ? 3 : Math.max(1e-9, ...parts);
    case 'missing':
      return 1;
    case 'requirement':
      return 2;
  }
}

/** Where the text begins beside indicator numbers. */
function indentFor(results: readonly IndicatorResult[]): number {
  return Math.max(8, ...results.map(({ id }) => widthOf(id) + 4));
}

/** Everything that has to be mended for an indicator, each thing on a line of its own. */
function needed(gap: Gap): Gap[] {
  return gap.kind === 'all' && gap.parts ? gap.parts.flatMap(needed) : [gap];
}

type Standing = Pick<
  Part,
  'fact' | 'title' | 'sex' | 'observed' | 'required' | 'unit' | 'counts' | 'operator'
>;

/** "68,8 %, cần ≥ 90 %", with the counts behind a share; grades by their names. */
function standingText(part: Standing, setting: Setting): string {
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

const sameThing = (a: Pick<Part, 'fact' | 'sex'>, b: Pick<Part, 'fact' | 'sex'>): boolean =>
  a.fact === b.fact && a.sex === b.sex;

function nameOf(item: Pick<Gap, 'title' | 'fact' | 'sex'>, { locale }: Setting): string {
  const title = item.title?.[locale] ?? item.fact ?? '';
  return item.sex ? `${title} (${SEX_LABELS[item.sex][locale]})` : title;
}

/** Whether the name of the measured thing says more than the title of its indicator. */
function isNamed(
  item: Pick<Gap, 'title' | 'fact' | 'sex'>,
  result: IndicatorResult,
  others: number,
  setting: Setting,
): boolean {
  const title = item.title?.[setting.locale];
  return (
    others > 1 ||
    item.sex !== undefined ||
    (result.parts.length > 1 && title !== result.title[setting.locale])
  );
}

function gapLine(gap: Gap, result: IndicatorResult, others: number, setting: Setting): Line {
  const { locale } = setting;
  const part = result.parts.find((one) => sameThing(one, gap));
  if (gap.kind !== 'shortfall' || !part) return [span(gapText(gap, locale))];
  const name = isNamed(gap, result, others, setting) ? `${nameOf(gap, setting)}: ` : '';
  const standing = standingText(part, setting);
  const short = gap.shortfall === undefined ? '' : gapText(gap, locale);
  return [span(`${name}${standing}`), ...(short === '' ? [] : [span(' → '), span(short, 'strong')])];
}

/** Where the figure that was missed comes from. */
function supportText(
  result: IndicatorResult,
  evaluation: Evaluation,
  { locale }: Setting,
): string | undefined {
  if (!result.evidence) return undefined;
  const titles = result.sources.map((id) => evaluation.citations[id]?.title[locale] ?? id);
  const evidence = EVIDENCE_LABELS[result.evidence][locale];
  const label = locale === 'vi' ? 'mức đạt chuẩn' : 'requirement';
  return `${label} ${evidence}${titles.length > 0 ? `: ${titles.join('; ')}` : ''}`;
}

/** What is known to be missed, nearest first: the figure, the requirement, how much is missing, where it is written. */
export function shortfalls(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const missed = ownIndicators(evaluation)
    .concat(evaluation.placeholders)
    .filter((one): one is IndicatorResult & { gap: Gap } => one.outcome === 'unmet' && one.gap !== undefined)
    .map((one, order) => ({ one, order, far: one.basis === 'declared' ? 2 : distance(one.gap) }))
    .sort((a, b) => a.far - b.far || a.order - b.order)
    .map(({ one }) => one);
  if (missed.length === 0) return NOTHING;
  const shown = missed.slice(0, MOST[detail]);
  const indent = indentFor(shown);
  const lines = shown.flatMap((one): Line[] => {
    const label = [span(`  ${one.id}`, 'unmet')];
    const rest = [span(' '.repeat(indent))];
    const gaps = needed(one.gap);
    const title = hanging(label, [span(one.title[locale])], width, indent);
    const body = gaps.flatMap((gap) => hanging(rest, gapLine(gap, one, gaps.length, setting), width));
    if (detail === 'brief') return [...title, ...body];
    const support = supportText(one, evaluation, setting);
    return [...title, ...body, ...(support ? hanging(rest, [span(support, 'faint')], width) : [])];
  });
  const more = missed.length - shown.length;
  if (more > 0)
    lines.push([
      span(vi ? `  … và ${more} chỉ tiêu chưa đạt khác` : `  … and ${more} more not met`, 'faint'),
    ]);
  const title = vi
    ? `Chưa đạt: ${missed.length} chỉ tiêu (gần đạt nhất trước)`
    : `Not met: ${counted(missed.length, 'indicator', 'indicators')} (nearest first)`;
  return { lines: [[span(title, 'strong')], ...lines], cut: more > 0 };
}

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
