import type { ResultSheet, ResultSheetId } from '../../schema/result-sheet.js';
import type { Localized } from '../../schema/text.js';
import { About } from './about-sheet.js';
import { GAP_COLUMNS, gapsOf } from './gap-columns.js';
import { INDICATOR_COLUMNS, indicatorsOf } from './indicator-columns.js';
import { Portfolio } from './portfolio.js';
import { refusedSheet, type Unread } from './refused-sheet.js';
import { resultColumns } from './result-columns.js';
import { type Row, rowOf, type SheetColumn, sheetOfRows } from './sheet-columns.js';
import { STANDING_COLUMNS } from './standing-columns.js';
import { said, type TableSetting } from './table-setting.js';
import { isTiers, judgedIn, type TabledResult } from './tabled.js';

/** Rows with a result behind each; more than a workbook can take are counted and not kept. */
class LongSheet<Item> {
  readonly rows: Row[] = [];
  count = 0;

  constructor(
    readonly name: { readonly id: ResultSheetId; readonly title: Localized },
    readonly columns: readonly SheetColumn<Item>[],
    readonly most: number,
  ) {}

  add(items: readonly Item[], setting: TableSetting): void {
    this.count += items.length;
    // Half a sheet would look like a whole one: it is left out as a whole, and told.
    if (this.count > this.most) this.rows.length = 0;
    else for (const item of items) this.rows.push(rowOf(item, this.columns, setting));
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

  sheets(setting: TableSetting): ResultSheet[] {
    if (this.count === 0 || this.isLeftOut) return [];
    return [sheetOfRows(this.name, this.columns, this.rows, setting)];
  }
}

/** The tables of many results, taken one at a time so that none has to be kept. */
export function judgedSheets(
  results: Iterable<TabledResult>,
  { unread, mostRows, setting }: { unread: readonly Unread[]; mostRows: number; setting: TableSetting },
): ResultSheet[] {
  const about = new About();
  const standings: Row[] = [];
  const rows: Row[] = [];
  const portfolios = new Map<string, Portfolio>();
  const indicators = new LongSheet(
    { id: 'indicators', title: { vi: 'Chỉ tiêu', en: 'Indicators' } },
    INDICATOR_COLUMNS,
    mostRows,
  );
  const gaps = new LongSheet(
    { id: 'gaps', title: { vi: 'Phần còn thiếu', en: 'Gaps' } },
    GAP_COLUMNS,
    mostRows,
  );
  // With every column there is; those that not every row can fill are taken out once all rows are known.
  const every = resultColumns({ tiers: true, explained: true });
  let unexplained = 0;
  for (const result of results) {
    about.units += 1;
    if (isTiers(result)) standings.push(rowOf(result, STANDING_COLUMNS, setting));
    for (const judged of judgedIn(result)) {
      rows.push(rowOf(judged, every, setting));
      if (judged.ruleset === null) continue;
      about.add(judged, setting);
      if (!judged.evaluation) unexplained += 1;
      const { id } = judged.ruleset;
      const portfolio = portfolios.get(id) ?? new Portfolio(id, judged, setting);
      portfolios.set(id, portfolio);
      portfolio.add(judged, setting);
      indicators.add(indicatorsOf(judged), setting);
      gaps.add(gapsOf(judged), setting);
    }
  }
  const chosen = resultColumns({ tiers: standings.length > 0, explained: unexplained === 0 });
  const kept = new Set(chosen.map(({ key }) => key));
  const places = every.flatMap(({ key }, at) => (kept.has(key) ? [at] : []));
  const refused = refusedSheet(unread, setting);
  const leftOut = [
    ...(unexplained > 0
      ? [
          said(
            setting,
            `${unexplained} kết quả không kèm giải trình: không có trong các trang “Chỉ tiêu” và “Phần còn thiếu”.`,
            `${unexplained} results come without their explanation: they are not in the sheets “Indicators” and “Gaps”.`,
          ),
        ]
      : []),
    ...indicators.leftOut(setting),
    ...gaps.leftOut(setting),
  ];
  return [
    ...(standings.length > 0
      ? [
          sheetOfRows(
            { id: 'units', title: { vi: 'Đơn vị', en: 'Units' } },
            STANDING_COLUMNS,
            standings,
            setting,
          ),
        ]
      : []),
    sheetOfRows(
      { id: 'results', title: { vi: 'Kết quả', en: 'Results' } },
      chosen,
      rows.map((row) => places.map((at) => row[at] ?? null)),
      setting,
    ),
    ...[...portfolios.values()].map((portfolio) => portfolio.sheet(setting)),
    ...indicators.sheets(setting),
    ...gaps.sheets(setting),
    ...(refused ? [refused] : []),
    about.sheet(leftOut, setting),
  ];
}
