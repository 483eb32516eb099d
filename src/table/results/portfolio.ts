import { tierTitle } from '../../law/tier-names.js';
import type { Outcome } from '../../schema/evaluation.js';
import type { ResultCell, ResultSheet } from '../../schema/result-sheet.js';
import type { Localized } from '../../schema/text.js';
import { MARKS, PROVISIONAL_MARK } from '../../words/scorecard-setting.js';
import { outcomeCell } from './result-columns.js';
import { rowOf, type SheetColumn, sheetOfRows } from './sheet-columns.js';
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
  /** Marks by the place of their criterion, which never changes: those that come later stand behind. */
  readonly #rows: { readonly head: ResultCell[]; readonly marks: ResultCell[] }[] = [];
  readonly #places = new Map<string, number>();
  /** In the order of the set; versions of it may have others, which come behind. */
  readonly #titles = new Map<string, Localized | undefined>();
  readonly #title: Localized;

  constructor(
    readonly ruleset: string,
    first: Judged,
    { titles }: TableSetting,
  ) {
    const tier = first.tier && tierTitle(first.tier.tier);
    this.#title = tier ?? first.evaluation?.ruleset.title ?? titles[ruleset] ?? { vi: ruleset, en: ruleset };
  }

  add(judged: Judged, setting: TableSetting): void {
    for (const { no, title } of judged.evaluation?.criteria ?? [])
      if (!this.#titles.get(no)) this.#titles.set(no, title);
    const marks: ResultCell[] = [];
    for (const [no, mark] of marksOf(judged)) {
      if (!this.#titles.has(no)) this.#titles.set(no, undefined);
      const place = this.#places.get(no) ?? this.#places.size;
      this.#places.set(no, place);
      marks[place] = mark;
    }
    this.#rows.push({ head: rowOf(judged, HEAD, setting), marks });
  }

  sheet(setting: TableSetting): ResultSheet {
    const columns = [...this.#titles].map(
      ([no, title]): SheetColumn<Judged> => ({
        key: `criterion:${no}`,
        heading: { vi: `${no} ${title?.vi ?? ''}`.trim(), en: `${no} ${title?.en ?? ''}`.trim() },
        width: 9,
        kind: 'outcome',
        of: () => null,
      }),
    );
    const order = [...this.#titles.keys()].map((no) => this.#places.get(no));
    const rows = this.#rows.map(({ head, marks }) => [
      ...head,
      ...order.map((place) => (place === undefined ? null : (marks[place] ?? null))),
    ]);
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
