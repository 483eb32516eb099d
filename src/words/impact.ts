import type { Outcome } from '../schema/evaluation.js';
import type { Impact, ImpactSide, IndicatorImpact, OutcomeTable } from '../schema/impact.js';
import type { ComparisonNames } from './figure-texts.js';
import { listLines, namedUnitText } from './impacted-units.js';
import { OUTCOME_LABELS } from './labels.js';
import { BLANK, hanging, type Line, plainLine, row, span, widthOf } from './scorecard-layout.js';
import { counted } from './scorecard-setting.js';

/** How to write an impact. */
export interface ImpactTextOptions extends ComparisonNames {
  /** Columns a line may take; default 100. */
  readonly width?: number;
}

const OUTCOMES: readonly Outcome[] = ['met', 'unmet', 'unknown'];

/** What units were judged by, once for each text; a draft says so. */
export function sideText({ rulesets, draft }: ImpactSide, { locale }: ComparisonNames): string {
  const texts = rulesets.map(({ id, version, amendedBy, status }) => {
    const own = status === 'draft' ? amendedBy.at(-1) : undefined;
    return `${id}@${version}${own === undefined ? '' : ` + ${own}`}`;
  });
  const mark = draft ? (locale === 'vi' ? ' · dự thảo' : ' · draft (dự thảo)') : '';
  return `${texts.join(', ') || '–'}${mark}`;
}

/** The table of outcomes before (rows) and after (columns). */
function tableLines(table: OutcomeTable, vi: boolean, locale: 'vi' | 'en'): Line[] {
  const labels = OUTCOMES.map((outcome) => OUTCOME_LABELS[outcome][locale]);
  const heads = labels.map((label) => `${vi ? 'sau: ' : 'after: '}${label}`);
  const names = labels.map((label) => `${vi ? 'trước: ' : 'before: '}${label}`);
  const columns = [
    { width: Math.max(...names.map(widthOf)) },
    ...heads.map((head) => ({ width: widthOf(head), align: 'right' as const })),
  ];
  return [
    ...row([[span('')], ...heads.map((head): Line => [span(head, 'faint')])], columns, 3),
    ...OUTCOMES.flatMap((before, at) =>
      row(
        [
          [span(names[at] as string)],
          ...OUTCOMES.map((after): Line => {
            const count = table[before][after];
            const style = count === 0 || before === after ? 'faint' : after;
            return [span(String(count), style)];
          }),
        ],
        columns,
        3,
      ),
    ),
  ];
}

const met = (table: OutcomeTable, side: 'before' | 'after'): number =>
  side === 'before'
    ? OUTCOMES.reduce((sum, after) => sum + table.met[after], 0)
    : OUTCOMES.reduce((sum, before) => sum + table[before].met, 0);

const moved = (table: OutcomeTable): number =>
  OUTCOMES.reduce(
    (sum, before) =>
      sum + OUTCOMES.reduce((own, after) => own + (before === after ? 0 : table[before][after]), 0),
    0,
  );

const idOf = ({ before, after }: { before?: string; after?: string }): string =>
  before !== undefined && after !== undefined && before !== after
    ? `${before} → ${after}`
    : (after ?? before ?? '');

function indicatorLines(entries: readonly IndicatorImpact[], names: ComparisonNames, width: number): Line[] {
  const { locale } = names;
  const vi = locale === 'vi';
  return entries.flatMap((entry) => {
    const { table, onlyBefore, onlyAfter } = entry;
    const texts = [
      ...(moved(table) > 0
        ? [
            `${vi ? 'đạt' : 'met'} ${met(table, 'before')} → ${met(table, 'after')}, ${vi ? 'đổi kết quả' : 'changed'} ${moved(table)}`,
          ]
        : []),
      ...(onlyAfter.total > 0
        ? [`${vi ? 'chỉ có sau' : 'only after'}: ${vi ? 'đạt' : 'met'} ${onlyAfter.met}/${onlyAfter.total}`]
        : []),
      ...(onlyBefore.total > 0
        ? [
            `${vi ? 'chỉ có trước' : 'only before'}: ${vi ? 'đạt' : 'met'} ${onlyBefore.met}/${onlyBefore.total}`,
          ]
        : []),
    ];
    if (texts.length === 0) return [];
    return hanging(
      [span(`  ${idOf(entry)}`, 'strong')],
      [span(`${entry.title[locale]}: `), span(texts.join('; '))],
      width,
      16,
    );
  });
}

function onlyOpenLines(entries: readonly IndicatorImpact[], names: ComparisonNames, width: number): Line[] {
  const { locale } = names;
  const vi = locale === 'vi';
  return entries.flatMap((entry) => {
    const { unmet, unknown, units } = entry.onlyOpen.after;
    const count = unmet + unknown;
    if (count === 0) return [];
    const named = units.map(namedUnitText).join('; ');
    const rest = count > units.length && units.length > 0 ? (vi ? ' …' : ' …') : '';
    const split =
      unknown > 0
        ? ` (${OUTCOME_LABELS.unmet[locale]} ${unmet}, ${OUTCOME_LABELS.unknown[locale]} ${unknown})`
        : '';
    return hanging(
      [span(`  ${entry.after ?? ''}`, 'strong')],
      [span(`${count}${split}: `), span(`${named}${rest}`)],
      width,
      16,
    );
  });
}

/** What a new text would change, as lines. */
export function impactLines(impact: Impact, options: ImpactTextOptions): Line[] {
  const { locale, width = 100 } = options;
  const vi = locale === 'vi';
  const { bounds, units } = impact;
  const side = (label: string, one: ImpactSide): Line[] =>
    hanging([span(`  ${label}`)], [span(sideText(one, options))], width, 10);
  const range = ({ least, most }: { least: number; most: number }) =>
    least === most ? String(least) : vi ? `từ ${least} đến ${most}` : `${least} to ${most}`;
  const lines: Line[] = [
    [
      span(
        vi ? `Tác động đối với ${units} đơn vị` : `Impact on ${counted(units, 'unit', 'units')}`,
        'strong',
      ),
    ],
    ...side(vi ? 'trước' : 'before', impact.before),
    ...side(vi ? 'sau' : 'after', impact.after),
    ...impact.notes.flatMap((note) => hanging([span('! ', 'warning')], [span(note.text[locale])], width)),
    BLANK,
    ...tableLines(impact.table, vi, locale),
    ...hanging(
      [],
      [
        span(
          vi
            ? `Đạt: trước ${range(bounds.before)}, sau ${range(bounds.after)}; được thêm ${range(bounds.gains)}, mất ${range(bounds.falls)}`
            : `Met: ${range(bounds.before)} before, ${range(bounds.after)} after; ${range(bounds.gains)} gain, ${range(bounds.falls)} fall`,
        ),
      ],
      width,
    ),
  ];
  const section = (title: string, own: readonly Line[]): void => {
    if (own.length > 0) lines.push(BLANK, [span(title, 'strong')], ...own);
  };
  const { regions, groups } = impact;
  for (const [title, places] of [
    [vi ? 'Theo vùng' : 'By region', regions],
    [vi ? 'Theo nhóm' : 'By group', groups],
  ] as const) {
    const told = places.some(({ id }) => id !== null);
    section(
      title,
      told
        ? places.flatMap(({ id, title: own, units: count, table }) =>
            hanging(
              [span('  ')],
              [
                span(own?.[locale] ?? id ?? (vi ? 'chưa xác định' : 'not settled')),
                span(
                  vi
                    ? `: ${count} đơn vị, đạt ${met(table, 'before')} → ${met(table, 'after')}, đổi kết quả ${moved(table)}`
                    : `: ${counted(count, 'unit', 'units')}, met ${met(table, 'before')} → ${met(table, 'after')}, changed ${moved(table)}`,
                ),
              ],
              width,
            ),
          )
        : [],
    );
  }
  section(
    vi ? 'Chỉ tiêu đổi kết quả' : 'Indicators whose outcome changes',
    indicatorLines(impact.indicators, options, width),
  );
  section(
    vi ? 'Chỉ còn vướng một chỉ tiêu (theo bộ sau)' : 'Lack one indicator only (by the later text)',
    onlyOpenLines(impact.indicators, options, width),
  );
  lines.push(
    ...listLines(vi ? 'Được thêm: chưa đạt → đạt' : 'Gain: not met → met', impact.gains, options, width),
    ...listLines(vi ? 'Mất: đạt → chưa đạt' : 'Fall: met → not met', impact.falls, options, width),
    ...listLines(vi ? 'Trở thành chưa đủ căn cứ' : 'Become unknown', impact.becomesUnknown, options, width),
    ...listLines(vi ? 'Nay đã có kết luận' : 'Become decided', impact.becomesDecided, options, width),
  );
  return lines;
}

/**
 * An impact as people read it: tables of outcomes, who gains and falls and why, by region, and who lacks one thing.
 *
 * @example
 * impactText(impact(communes, id, { ruleset: id, figures: { '15.1': 92 } }), { locale: 'vi' })
 * @since 0.1.0
 */
export function impactText(impact: Impact, options: ImpactTextOptions): string {
  return impactLines(impact, options).map(plainLine).join('\n');
}
