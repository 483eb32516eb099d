import type { Outcome } from '../schema/evaluation.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Impact, ImpactedIndicator, ImpactedUnit, OutcomeTable } from '../schema/impact.js';
import type { IndicatorChange, RulesetComparison } from '../schema/ruleset-comparison.js';
import { formatFigure } from '../words/figures.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import { figureLines } from './figure-change-lines.js';
import { type Run, said } from './run.js';

/** Units told of in full. */
const MOST_EXAMPLES = 5;

const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'unknown'];

/** "met → not met: 12": every kind of change that occurs, most frequent first. */
function movesOf(table: OutcomeTable): { from: Outcome; to: Outcome; count: number }[] {
  return OUTCOMES.flatMap((from) => OUTCOMES.map((to) => ({ from, to, count: table[from][to] })))
    .filter(({ from, to, count }) => from !== to && count > 0)
    .sort((a, b) => b.count - a.count);
}

const changedIn = (table: OutcomeTable): number => movesOf(table).reduce((sum, { count }) => sum + count, 0);

const heading = (text: string): Line[] => [BLANK, [span(text, 'strong')]];

function indented(depth: number, text: string, run: Run): Line[] {
  return hanging([span(' '.repeat(depth))], [span(text)], run.surroundings.columns);
}

function entry(id: string, title: string, run: Run): Line[] {
  return hanging([span(`  ${id}  `)], [span(title)], run.surroundings.columns);
}

function moveText({ from, to }: { from: Outcome; to: Outcome }, run: Run): string {
  return `${OUTCOME_LABELS[from][run.locale]} → ${OUTCOME_LABELS[to][run.locale]}`;
}

/** The headings under which changes of the text are listed, and which of them belong there. */
const SECTIONS: readonly (readonly [string, string, (change: IndicatorChange) => boolean])[] = [
  ['Chặt hơn', 'Stricter', ({ direction }) => direction === 'stricter'],
  ['Nới lỏng', 'Looser', ({ direction }) => direction === 'looser'],
  [
    'Chỗ chặt hơn, chỗ nới lỏng',
    'Stricter in some places, looser in others',
    ({ direction }) => direction === 'mixed',
  ],
  [
    'Thay đổi khác',
    'Changed otherwise',
    ({ direction }) => !['stricter', 'looser', 'mixed'].includes(direction),
  ],
];

function changeLines(change: IndicatorChange, facts: FactCatalogue, run: Run): Line[] {
  const { before, after, guessed } = change;
  const id = before.id === after.id ? after.id : `${before.id} → ${after.id}`;
  const doubt = guessed ? said(run, ' (ghép theo phỏng đoán)', ' (matched by a guess)') : '';
  const figures = figureLines(change, facts, run);
  const kinds = figures.length > 0 ? [] : [change.changes.join(', ')];
  return [
    ...entry(id, `${after.title[run.locale]}${doubt}`, run),
    ...[...figures, ...kinds].flatMap((text) => indented(6, text, run)),
  ];
}

/** What got stricter or looser, and where. */
export function comparisonLines(comparison: RulesetComparison, facts: FactCatalogue, run: Run): Line[] {
  const { before, after, indicators, added, removed, notes } = comparison;
  const named = (one: typeof before): string => `${one.id}@${one.version}#${one.revision}`;
  const lines: Line[] = [[span(`${named(before)} → ${named(after)}`, 'strong')]];
  if (comparison.identical)
    lines.push(...indented(2, said(run, 'không có gì thay đổi', 'nothing differs'), run));
  for (const [vi, en, belongs] of SECTIONS) {
    const changes = indicators.filter(belongs);
    if (changes.length === 0) continue;
    lines.push(...heading(`${said(run, vi, en)} (${changes.length})`));
    lines.push(...changes.flatMap((change) => changeLines(change, facts, run)));
  }
  for (const [list, vi, en] of [
    [added, 'Thêm', 'Added'],
    [removed, 'Bỏ', 'Removed'],
  ] as const) {
    if (list.length === 0) continue;
    lines.push(...heading(`${said(run, vi, en)} (${list.length})`));
    lines.push(...list.flatMap((one) => entry(one.id, one.title[run.locale], run)));
  }
  if (notes.length > 0) lines.push(BLANK);
  for (const { text } of notes) lines.push(...indented(0, `! ${text[run.locale]}`, run));
  return lines;
}

function indicatorText({ before, after }: ImpactedIndicator, run: Run): string {
  const one = after ?? before;
  const label = (outcome: Outcome | undefined): string =>
    outcome === undefined ? said(run, 'không có', 'none') : OUTCOME_LABELS[outcome][run.locale];
  const unit = one?.unit && { unit: one.unit };
  const figure =
    one?.observed === undefined ? '' : ` (${formatFigure(one.observed, { locale: run.locale, ...unit })})`;
  return `${one?.id}${figure} ${label(before?.outcome)} → ${label(after?.outcome)}`;
}

function unitLines({ unit, indicators }: ImpactedUnit, run: Run): Line[] {
  const place = [unit.name, unit.district, unit.province].filter((one) => one).join(', ');
  const changes = indicators.map((one) => indicatorText(one, run)).join('; ');
  return indented(2, `${place}, ${said(run, 'năm', 'year')} ${unit.year}: ${changes}`, run);
}

/** Which units come out otherwise. */
export function impactLines(impact: Impact, made: { readonly seed: number } | undefined, run: Run): Line[] {
  const { units, table, indicators, regions } = impact;
  const count = said(run, `${units} đơn vị`, units === 1 ? '1 unit' : `${units} units`);
  const whence = made
    ? `${count} ${said(run, `tạo để thử (seed ${made.seed})`, `made up (seed ${made.seed})`)}`
    : count;
  const lines = heading(
    `${whence}: ${said(run, `${changedIn(table)} đơn vị đổi kết quả cả bộ`, `${changedIn(table)} change the outcome of the set`)}`,
  );
  for (const move of movesOf(table)) lines.push(...indented(2, `${moveText(move, run)}: ${move.count}`, run));
  const changed = indicators.filter((one) => changedIn(one.table) > 0);
  if (changed.length === 0)
    lines.push(
      ...indented(2, said(run, 'không chỉ tiêu nào đổi kết quả', 'no indicator changes its outcome'), run),
    );
  for (const one of changed) {
    const moves = movesOf(one.table).map((move) => `${moveText(move, run)} ${move.count}`);
    lines.push(...indented(2, `${one.after ?? one.before}: ${moves.join(', ')}`, run));
  }
  const touched = regions.filter((one) => changedIn(one.table) > 0);
  if (touched.length > 0) {
    const names = touched.map((one) => {
      const name = one.title?.[run.locale] ?? said(run, 'chưa rõ vùng', 'region not settled');
      return `${name} ${changedIn(one.table)}/${one.units}`;
    });
    lines.push(...indented(2, `${said(run, 'theo vùng', 'by region')}: ${names.join(', ')}`, run));
  }
  return [...lines, ...exampleLines(impact, run)];
}

function exampleLines({ gains, falls, becomesUnknown, becomesDecided }: Impact, run: Run): Line[] {
  const named = [falls, gains, becomesUnknown, becomesDecided].flatMap(({ units }) => units);
  if (named.length === 0) return [];
  return [
    ...heading(said(run, 'Chẳng hạn', 'For example')),
    ...named.slice(0, MOST_EXAMPLES).flatMap((one) => unitLines(one, run)),
  ];
}
