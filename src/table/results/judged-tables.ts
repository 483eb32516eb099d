import type { ResultSheetId } from '../../schema/result-sheet.js';
import type { Localized } from '../../schema/text.js';
import { About } from './about-sheet.js';
import { GAP_COLUMNS, gapsOf, type OfGap } from './gap-columns.js';
import { INDICATOR_COLUMNS, indicatorsOf, type OfIndicator } from './indicator-columns.js';
import { Portfolio } from './portfolio.js';
import { refusedSheet, type Unread } from './refused-sheet.js';
import { resultColumns } from './result-columns.js';
import { type RowStore, rowsFrom, rowsInMemory } from './row-store.js';
import { rowOf, type SheetColumn, type SheetOfMany, sheetOfRows } from './sheet-columns.js';
import { withOwnNames } from './sheet-names.js';
import { STANDING_COLUMNS } from './standing-columns.js';
import { said, type TableSetting } from './table-setting.js';
import { isTiers, type Judged, judgedIn, type TabledResult } from './tabled.js';

/** Rows with a result behind each; more than a workbook can take are counted and not kept. */
class LongSheet<Item> {
  count = 0;

  constructor(
    readonly name: { readonly id: ResultSheetId; readonly title: Localized },
    readonly columns: readonly SheetColumn<Item>[],
    readonly most: number,
    readonly rows: RowStore,
  ) {}

  add(items: readonly Item[], setting: TableSetting): void {
    this.count += items.length;
    // Half a sheet would look like a whole one: it is left out as a whole, and told.
    if (this.isLeftOut) this.rows.clear();
    else for (const item of items) this.rows.add(rowOf(item, this.columns, setting));
  }

  get isLeftOut(): boolean {
    return this.count > this.most;
  }

  leftOut(setting: TableSetting): string[] {
    if (!this.isLeftOut) return [];
    const name = this.name.title[setting.locale];
    return [
      said(
        setting,
        `Trang “${name}”: ${this.count} dòng, quá ${this.most} dòng. Chia nhỏ danh sách đơn vị.`,
        `Sheet “${name}”: ${this.count} rows, more than ${this.most}. Split the list of units.`,
      ),
    ];
  }

  sheets(setting: TableSetting): SheetOfMany[] {
    if (this.count === 0 || this.isLeftOut) return [];
    return [sheetOfRows(this.name, this.columns, this.rows, setting)];
  }
}

/** How the tables of results are made. */
export interface JudgedTableOptions {
  readonly mostRows: number;
  readonly setting: TableSetting;
  /** Where the rows of a sheet are kept; default: in memory. */
  readonly keep?: () => RowStore;
}

// With every column there is; those that not every row can fill are taken out once all rows are known.
const EVERY = resultColumns({ tiers: true, explained: true });

/** The tables of many results, taken one at a time: none is kept, only its rows. */
export class JudgedTables {
  readonly #about = new About();
  readonly #standings: RowStore;
  readonly #rows: RowStore;
  readonly #portfolios = new Map<string, Portfolio>();
  readonly #indicators: LongSheet<OfIndicator>;
  readonly #gaps: LongSheet<OfGap>;
  readonly #setting: TableSetting;
  readonly #keep: () => RowStore;
  #tiers = false;
  #results = 0;
  #unexplained = 0;

  constructor({ mostRows, setting, keep = rowsInMemory }: JudgedTableOptions) {
    this.#setting = setting;
    this.#keep = keep;
    this.#standings = keep();
    this.#rows = keep();
    this.#indicators = new LongSheet(
      { id: 'indicators', title: { vi: 'Chỉ tiêu', en: 'Indicators' } },
      INDICATOR_COLUMNS,
      mostRows,
      keep(),
    );
    this.#gaps = new LongSheet(
      { id: 'gaps', title: { vi: 'Phần còn thiếu', en: 'Gaps' } },
      GAP_COLUMNS,
      mostRows,
      keep(),
    );
  }

  /** Rows of the sheet of results so far. */
  get results(): number {
    return this.#results;
  }

  add(result: TabledResult): void {
    this.#about.sees(result.unit);
    if (isTiers(result)) {
      this.#tiers = true;
      this.#standings.add(rowOf(result, STANDING_COLUMNS, this.#setting));
    }
    for (const judged of judgedIn(result)) this.#addJudged(judged);
  }

  #addJudged(judged: Judged): void {
    const setting = this.#setting;
    this.#rows.add(rowOf(judged, EVERY, setting));
    this.#results += 1;
    if (judged.ruleset === null) return;
    this.#about.add(judged, setting);
    if (!judged.evaluation) this.#unexplained += 1;
    const { id } = judged.ruleset;
    const portfolio = this.#portfolios.get(id) ?? new Portfolio(id, judged, setting, this.#keep());
    this.#portfolios.set(id, portfolio);
    portfolio.add(judged, setting);
    this.#indicators.add(indicatorsOf(judged), setting);
    this.#gaps.add(gapsOf(judged), setting);
  }

  #leftOut(): string[] {
    const setting = this.#setting;
    const unexplained = said(
      setting,
      `${this.#unexplained} kết quả không kèm giải trình: không có trong các trang “Chỉ tiêu” và “Phần còn thiếu”.`,
      `${this.#unexplained} results come without their explanation: they are not in the sheets “Indicators” and “Gaps”.`,
    );
    return [
      ...(this.#unexplained > 0 ? [unexplained] : []),
      ...this.#indicators.leftOut(setting),
      ...this.#gaps.leftOut(setting),
    ];
  }

  /** What has been taken so far, as sheets; and what they leave out, in words. */
  sheets(unread: readonly Unread[] = []): { readonly sheets: SheetOfMany[]; readonly leftOut: string[] } {
    const setting = this.#setting;
    const tiers = this.#tiers;
    const chosen = resultColumns({ tiers, explained: this.#unexplained === 0 });
    const kept = new Set(chosen.map(({ key }) => key));
    const places = EVERY.flatMap(({ key }, at) => (kept.has(key) ? [at] : []));
    const rows = rowsFrom(this.#rows, (row) => places.map((at) => row[at] ?? null));
    const units = { id: 'units', title: { vi: 'Đơn vị', en: 'Units' } } as const;
    const results = { id: 'results', title: { vi: 'Kết quả', en: 'Results' } } as const;
    const refused = refusedSheet(unread, setting);
    const leftOut = this.#leftOut();
    const sheets = [
      ...(tiers ? [sheetOfRows(units, STANDING_COLUMNS, this.#standings, setting)] : []),
      sheetOfRows(results, chosen, rows, setting),
      ...[...this.#portfolios.values()].map((portfolio) => portfolio.sheet(setting)),
      ...this.#indicators.sheets(setting),
      ...this.#gaps.sheets(setting),
      ...(refused ? [refused] : []),
      this.#about.sheet(leftOut, setting),
    ];
    return { sheets: withOwnNames(sheets), leftOut };
  }
}
