import { tierTitle } from '../../law/tier-names.js';
import type { Outcome } from '../../schema/evaluation.js';
import type { Localized } from '../../schema/text.js';
import { MARKS, PROVISIONAL_MARK } from '../../words/scorecard-setting.js';
import { outcomeCell } from './result-columns.js';
import { type RowStore, rowsFrom } from './row-store.js';
import { rowOf, type SheetColumn, type SheetOfMany, sheetOfRows } from './sheet-columns.js';
import type { TableSetting } from './table-setting.js';
import type { Judged } from './tabled.js';
import { UNIT_COLUMNS } from './unit-columns.js';

const HEAD: readonly SheetColumn<Judged>[] = [
  ...UNIT_COLUMNS,
  {
    key: 'outcome',
    heading: { vi: 'Kết quả', en: 'Outcome' },
    width: 16,
    kind: 'outcome',
    of: outcomeCell,
  },
  {
    key: 'criteriaMet',
    heading: { vi: 'Tiêu chí đạt', en: 'Criteria met' },
    width: 9,
    kind: 'number',
    of: ({ totals }) => totals.criteria.met,
  },
];

/** The criteria of a result, each with its mark. */
function marksOf({ evaluation, bulk }: Judged): [string, string][] {
  if (evaluation) {
    return evaluation.criteria.map(({ no, outcome, provisional }) => [
      no,
      `${MARKS[outcome]}${provisional && outcome !== 'unknown' ? PROVISIONAL_MARK : ''}`,
    ]);
  }
  return (bulk?.layout.criteria ?? []).map((no, at) => [no, MARKS[bulk?.criteria[at] as Outcome]]);
}

/** Units against the criteria of one set: whose criteria are met, and which fail everywhere. */
export class Portfolio {
  /** As wide as the criteria known when they came: a later criterion stands behind, and they lack it. */
  readonly #rows: RowStore;
  /** In the order of the set; versions of it may have others, which come behind. */
  readonly #places = new Map<string, number>();
  readonly #titles = new Map<string, Localized>();
  readonly #title: Localized;

  constructor(
    readonly ruleset: string,
    first: Judged,
    { titles }: TableSetting,
    rows: RowStore,
  ) {
    this.#rows = rows;
    const tier = first.tier && tierTitle(first.tier.tier);
    this.#title = tier ?? first.evaluation?.ruleset.title ?? titles[ruleset] ?? { vi: ruleset, en: ruleset };
  }

  add(judged: Judged, setting: TableSetting): void {
    for (const { no, title } of judged.evaluation?.criteria ?? [])
      if (!this.#titles.has(no)) this.#titles.set(no, title);
    const marks = marksOf(judged);
    for (const [no] of marks) if (!this.#places.has(no)) this.#places.set(no, this.#places.size);
    const row = rowOf(judged, HEAD, setting);
    const blanks = Array.from({ length: this.#places.size }, () => null);
    row.push(...blanks);
    for (const [no, mark] of marks) row[HEAD.length + (this.#places.get(no) ?? 0)] = mark;
    this.#rows.add(row);
  }

  sheet(setting: TableSetting): SheetOfMany {
    const columns = [...this.#places.keys()].map((no): SheetColumn<Judged> => {
      const title = this.#titles.get(no);
      return {
        key: `criterion:${no}`,
        heading: { vi: `${no} ${title?.vi ?? ''}`.trim(), en: `${no} ${title?.en ?? ''}`.trim() },
        width: 9,
        kind: 'outcome',
        of: () => null,
      };
    });
    const width = HEAD.length + columns.length;
    const rows = rowsFrom(this.#rows, (row) =>
      row.length === width ? row : Array.from({ length: width }, (_, at) => row[at] ?? null),
    );
    const { vi, en } = this.#title;
    return sheetOfRows(
      {
        id: 'portfolio',
        title: { vi: `Tiêu chí ${vi}`, en: `Criteria ${en}` },
        slug: `portfolio-${this.ruleset.replaceAll('/', '-')}`,
      },
      [...HEAD, ...columns],
      rows,
      setting,
    );
  }
}
