import type { Outcome, Tally } from '../schema/evaluation.js';
import type {
  Caused,
  CriterionResultChange,
  EvaluationComparison,
  IndicatorResultChange,
  IndicatorState,
  TallyChange,
} from '../schema/evaluation-comparison.js';
import { CAUSE_LABELS, CONTEXT_LABELS } from './change-labels.js';
import type { ComparisonNames } from './figure-texts.js';
import { formatDay } from './figures.js';
import { BASIS_LABELS, OUTCOME_LABELS, REASON_LABELS } from './labels.js';
import { changed, partText, partTitle } from './part-texts.js';
import { BLANK, hanging, type Line, plainLine, span } from './scorecard-layout.js';

/** How to write a comparison of two evaluations. */
export interface EvaluationComparisonTextOptions extends ComparisonNames {
  /** Columns a line may take; default 100. */
  readonly width?: number;
}

type Names = ComparisonNames;

/** “do số liệu”, “do số liệu (dù mức đạt chuẩn cũng đổi)”, “do số liệu và mức đạt chuẩn, chưa tách được”. */
export function causeText({ causes, decided }: Caused, { locale }: Pick<Names, 'locale'>): string {
  const vi = locale === 'vi';
  const named = causes.map((cause) => CAUSE_LABELS[cause][locale]);
  const joined = (list: readonly string[]) => list.join(vi ? ' và ' : ' and ');
  const [first = '', ...others] = named;
  if (decided === 'alone')
    return vi
      ? `do ${first} (dù ${joined(others)} cũng đổi)`
      : `because of ${first} (though ${joined(others)} changed too)`;
  const because = `${vi ? 'do' : 'because of'} ${joined(named)}`;
  if (decided === 'jointly') return `${because}${vi ? ' cùng tác động' : ' together'}`;
  if (decided === 'unsettled') return `${because}${vi ? ', chưa tách được' : ', which cannot be told apart'}`;
  return because;
}

function outcomeSpan(outcome: Outcome, locale: 'vi' | 'en') {
  return span(OUTCOME_LABELS[outcome][locale], outcome);
}

function partLines(change: IndicatorResultChange, names: Names, width: number, indent: number): Line[] {
  const vi = names.locale === 'vi';
  const several = change.parts.length > 1;
  return change.parts.flatMap((part) => {
    const came = part.before ? '' : vi ? 'thêm: ' : 'added: ';
    const went = part.after ? '' : vi ? 'bỏ: ' : 'dropped: ';
    const title = partTitle(part, names);
    const named = several || came !== '' || went !== '' ? `${came}${went}${title}` : '';
    const text = [named, partText(part, names)].filter((one) => one !== '').join(': ');
    return hanging([span(' '.repeat(indent))], [span(text)], width);
  });
}

/** What an outcome rests on, where that is what changed. */
function groundsText(
  { before, after }: IndicatorResultChange | CriterionResultChange,
  { locale }: Names,
): string {
  const reasons = (state: typeof before): string =>
    state.reasons.length > 0
      ? state.reasons.map((reason) => REASON_LABELS[reason][locale]).join(', ')
      : BASIS_LABELS[state.basis][locale];
  return changed(reasons(before), reasons(after), '');
}

const INDENT = 12;

function indicatorLines(change: IndicatorResultChange, names: Names, width: number): Line[] {
  const { before, after } = change;
  const { locale } = names;
  const id = before.id === after.id ? after.id : `${before.id} → ${after.id}`;
  const outcomes: Line =
    before.outcome === after.outcome
      ? [outcomeSpan(after.outcome, locale)]
      : [outcomeSpan(before.outcome, locale), span(' → '), outcomeSpan(after.outcome, locale)];
  const indent = Math.max(INDENT, id.length + 4);
  const head: Line = [
    span(`${after.title[locale]}: `),
    ...outcomes,
    span(` — ${causeText(change, names)}`, 'faint'),
  ];
  const grounds = groundsText(change, names);
  return [
    ...hanging([span(`  ${id}`, 'strong')], head, width, indent),
    ...partLines(change, names, width, indent),
    ...(change.parts.length === 0
      ? hanging([span(' '.repeat(indent))], [span(grounds, 'faint')], width)
      : []),
  ];
}

function criterionLines(change: CriterionResultChange, names: Names, width: number): Line[] {
  const { before, after } = change;
  const { locale } = names;
  const outcomes: Line =
    before.outcome === after.outcome
      ? [outcomeSpan(after.outcome, locale), span(` (${groundsText(change, names)})`, 'faint')]
      : [outcomeSpan(before.outcome, locale), span(' → '), outcomeSpan(after.outcome, locale)];
  const head: Line = [
    span(`${after.title[locale]}: `),
    ...outcomes,
    span(` — ${causeText(change, names)}`, 'faint'),
  ];
  return hanging([span(`  ${after.no}`, 'strong')], head, width, INDENT);
}

const signed = (count: number): string => (count > 0 ? `+${count}` : String(count));

/** “Tiêu chí đạt 15/19 → 17/19 (+2: số liệu +1, mức đạt chuẩn +1)”. */
function tallyText(word: string, change: TallyChange, { locale }: Names): string {
  const of = ({ met, total }: Tally): string => `${met}/${total}`;
  const parts = Object.entries(change.because).flatMap(([cause, part]) =>
    part.met === 0 ? [] : [`${CAUSE_LABELS[cause as keyof typeof CAUSE_LABELS][locale]} ${signed(part.met)}`],
  );
  const difference = change.difference.met;
  const why = parts.length > 0 ? `: ${parts.join(', ')}` : '';
  const open = ({ unknown }: Tally): string => String(unknown);
  const unknown =
    change.before.unknown === change.after.unknown
      ? ''
      : `; ${OUTCOME_LABELS.unknown[locale]} ${open(change.before)} → ${open(change.after)}`;
  return `${word} ${OUTCOME_LABELS.met[locale]} ${of(change.before)} → ${of(change.after)} (${signed(difference)}${why})${unknown}`;
}

/** What differs between two evaluations, as lines. */
export function evaluationComparisonLines(
  comparison: EvaluationComparison,
  options: EvaluationComparisonTextOptions,
): Line[] {
  const { locale, width = 100 } = options;
  const vi = locale === 'vi';
  const { before, after, totals, whole } = comparison;
  const side = (label: string, one: typeof before): Line[] =>
    hanging(
      [span(`  ${label}`)],
      [
        span(`${one.ruleset.id}@${one.ruleset.version}`),
        span(
          ` · ${vi ? 'năm' : 'year'} ${one.year} · ${formatDay(one.assessedOn, locale)}${one.status === 'draft' ? (vi ? ' · dự thảo' : ' · draft (dự thảo)') : ''}`,
          'faint',
        ),
      ],
      width,
      10,
    );
  const lines: Line[] = [
    [span(`${vi ? 'So sánh hai kết quả' : 'Two results compared'}: ${after.unit.name}`, 'strong')],
    ...side(vi ? 'trước' : 'before', before),
    ...side(vi ? 'sau' : 'after', after),
    ...comparison.notes.flatMap((note) => hanging([span('! ', 'warning')], [span(note.text[locale])], width)),
    ...comparison.context
      .filter(({ what }) => what !== 'assessedOn' && what !== 'year')
      .flatMap(({ what, about, before: was, after: is }) => {
        const name = `${CONTEXT_LABELS[what]?.[locale] ?? what}${about ? ` ${about}` : ''}`;
        const list = (ids: readonly string[]) =>
          ids.map((id) => options.regions?.[id]?.[locale] ?? id).join(', ') || '–';
        return hanging([span('  ')], [span(`${name}: ${list(was)} → ${list(is)}`)], width);
      }),
    BLANK,
  ];
  if (!comparison.changed) return [...lines, [span(vi ? 'Không có gì khác nhau.' : 'Nothing differs.')]];
  if (whole && whole.before.outcome !== whole.after.outcome) {
    lines.push([
      span(vi ? 'Kết quả: ' : 'Outcome: '),
      outcomeSpan(whole.before.outcome, locale),
      span(' → '),
      outcomeSpan(whole.after.outcome, locale),
      span(` — ${causeText(whole, options)}`, 'faint'),
    ]);
  }
  lines.push(
    ...hanging([], [span(tallyText(vi ? 'Tiêu chí' : 'Criteria', totals.criteria, options))], width),
    ...hanging([], [span(tallyText(vi ? 'Chỉ tiêu' : 'Indicators', totals.indicators, options))], width),
  );
  const section = (title: string, own: readonly Line[]): void => {
    if (own.length > 0) lines.push(BLANK, [span(title, 'strong')], ...own);
  };
  section(
    vi ? 'Tiêu chí thay đổi' : 'Changed criteria',
    comparison.criteria.flatMap((one) => criterionLines(one, options, width)),
  );
  const changes = [...comparison.prerequisites, ...comparison.indicators];
  section(
    vi ? 'Chỉ tiêu thay đổi' : 'Changed indicators',
    changes.flatMap((one) => indicatorLines(one, options, width)),
  );
  const listed = (states: readonly IndicatorState[]): Line[] =>
    states.flatMap(({ id, title, outcome }) =>
      hanging(
        [span(`  ${id}`, 'strong')],
        [span(`${title[locale]}: `), outcomeSpan(outcome, locale)],
        width,
        INDENT,
      ),
    );
  const { appeared, disappeared } = comparison;
  section(
    vi ? 'Chỉ có trong bộ sau' : 'Only in the later set',
    listed([...appeared.prerequisites, ...appeared.indicators]),
  );
  section(
    vi ? 'Chỉ có trong bộ trước' : 'Only in the earlier set',
    listed([...disappeared.prerequisites, ...disappeared.indicators]),
  );
  return lines;
}

/**
 * A comparison of two evaluations as people read it: what changed, with the figures of both sides and the cause.
 *
 * @example
 * evaluationComparisonText(compareEvaluations(before, after), { locale: 'vi' })
 * @since 0.1.0
 */
export function evaluationComparisonText(
  comparison: EvaluationComparison,
  options: EvaluationComparisonTextOptions,
): string {
  return evaluationComparisonLines(comparison, options).map(plainLine).join('\n');
}
