import { nearestFirst } from '../gap/nearest-first.js';
import type { Evaluation, Gap, IndicatorResult } from '../schema/evaluation.js';
import { gapText } from './gap-text.js';
import { EVIDENCE_LABELS } from './labels.js';
import { declaredText } from './scorecard-declared.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { counted, NOTHING, ownIndicators, type Section, type Setting } from './scorecard-setting.js';
import { indentFor, nameOf, sameThing, standingText } from './scorecard-standing.js';

/** How many shortfalls a scorecard names unless it is asked for all. */
const MOST = { brief: 3, usual: 10, all: Number.POSITIVE_INFINITY };

/** Everything that has to be mended for an indicator, each thing on a line of its own. */
export function needed(gap: Gap): Gap[] {
  return gap.kind === 'all' && gap.parts ? gap.parts.flatMap(needed) : [gap];
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

export function gapLine(gap: Gap, result: IndicatorResult, others: number, setting: Setting): Line {
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
  const unmet = [...ownIndicators(evaluation), ...evaluation.placeholders].filter(
    ({ outcome }) => outcome === 'unmet',
  );
  const missed = nearestFirst(unmet);
  if (missed.length === 0) return NOTHING;
  const shown = missed.slice(0, MOST[detail]);
  const indent = indentFor(shown);
  const lines = shown.flatMap((one): Line[] => {
    const label = [span(`  ${one.id}`, 'unmet')];
    const rest = [span(' '.repeat(indent))];
    const gaps = needed(one.gap);
    const title = hanging(label, [span(one.title[locale])], width, indent);
    if (one.basis === 'declared' && one.declared) {
      return [...title, ...hanging(rest, [span(declaredText(one.declared, setting))], width)];
    }
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
