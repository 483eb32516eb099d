import type { RulesetVocabulary } from '../../check/ruleset-vocabulary.js';
import type { Plan, PlanProgress } from '../../schema/plan.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import type { RollUp } from '../../schema/roll-up.js';
import type { Summary } from '../../schema/summary.js';
import type { Locale, Localized } from '../../schema/text.js';
import { JudgedTables } from './judged-tables.js';
import { planSheets } from './plan-sheets.js';
import { progressSheets } from './progress-sheets.js';
import { refusedSheet, type Unread } from './refused-sheet.js';
import { rollUpSheets } from './roll-up-sheets.js';
import { withOwnNames } from './sheet-names.js';
import { summarySheets } from './summary-sheets.js';
import { type TableSetting, tableSetting } from './table-setting.js';
import type { TabledResult } from './tabled.js';

/** How result tables are written. */
export interface ResultTableOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  /** Gives facts, regions and grades their names (`shippedVocabulary()`); without it some show as ids. @since 0.1.0 */
  names?: RulesetVocabulary;
  /** Names of rulesets and ladders by id; without them the ids show where a result holds no title. @since 0.1.0 */
  titles?: Readonly<Record<string, Localized>>;
  /** Cells refused when the units were read, warnings, and problems of units that could not be judged. @since 0.1.0 */
  unread?: readonly Unread[];
  /**
   * Rows that a sheet of indicators or gaps may have; with more it is left out as a whole, and the last sheet says so.
   * Default 200,000; Excel takes 1,048,575. @since 0.1.0
   */
  mostRows?: number;
  /** The plan that a progress is of: its targets and groups have their names there. @since 0.1.0 */
  plan?: Plan;
}

/** Rows of a long sheet that spreadsheets still open in a few seconds. */
export const MOST_ROWS = 200_000;

/** Whatever tables can be made of. */
export type Tabled = Iterable<TabledResult> | Summary | Plan | PlanProgress | RollUp;

const isMany = (tabled: Tabled): tabled is Iterable<TabledResult> => Symbol.iterator in tabled;

function sheetsOf(tabled: Tabled, options: ResultTableOptions, setting: TableSetting): ResultSheet[] {
  const { unread = [], mostRows = MOST_ROWS } = options;
  if (isMany(tabled)) {
    const tables = new JudgedTables({ mostRows, setting });
    for (const result of tabled) tables.add(result);
    return tables.sheets(unread).sheets.map((sheet) => ({ ...sheet, rows: [...sheet.rows] }));
  }
  const refused = refusedSheet(unread, setting);
  const more = refused ? [refused] : [];
  if ('targets' in tabled) return [...planSheets(tabled, setting), ...more];
  switch (tabled.kind) {
    case 'plan-progress':
      return [...progressSheets(tabled, options.plan, setting), ...more];
    case 'roll-up':
      return [...rollUpSheets(tabled, setting), ...more];
    default:
      return [...summarySheets(tabled, setting), ...more];
  }
}

/**
 * Results as tables of plain rows, for a spreadsheet or a database: of evaluations a row a unit and set (`results`),
 * units against criteria (`portfolio`, one a set), every indicator with its figures (`indicators`), what is missing
 * (`gaps`), what was refused (`refused`) and what it rests on (`about`); of tiers besides a row a unit (`units`). Of a
 * summary, a plan, its progress or a roll-up the figures that their texts show.
 *
 * Figures are numbers, percentages in per cent with the unit in the heading or in a column of its own; days are days; a
 * blank cell is not known or does not apply, and is never zero. Results are taken one at a time and not kept, so that a
 * generator may judge while it is read.
 *
 * @example
 * resultTables([evaluate(snapshot, 'vn/commune-ntm/2021-2025')], { locale: 'en' })[0].rows
 * // [['Quảng Ninh', 'Ba Chẽ', 'Xã Nam Sơn', null, 'commune', { day: '2023-08-24' }, 2023, …]]
 * @since 0.1.0
 */
export function resultTables(tabled: Tabled, options: ResultTableOptions = {}): ResultSheet[] {
  return withOwnNames(sheetsOf(tabled, options, tableSetting(options)));
}
