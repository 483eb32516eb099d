import type { Plan, PlanReading, PlanScopeTotals, PlanTotals } from '../../schema/plan.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import { periodText } from '../../words/period-text.js';
import { boundColumns, figureColumn } from './bound-columns.js';
import { measureColumns, readingColumn, scopeColumns } from './plan-columns.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import type { TableSetting } from './table-setting.js';

interface OfScope extends PlanScopeTotals {
  readonly plan: Plan;
  readonly reading: PlanReading;
  readonly measure: PlanTotals;
}

const SCOPE_COLUMNS: readonly SheetColumn<OfScope>[] = [
  readingColumn(({ reading }) => reading),
  ...measureColumns<OfScope>(({ measure }) => measure),
  ...scopeColumns<OfScope>((item) => item),
  figureColumn('units', { vi: 'Số đơn vị', en: 'Units' }, ({ units }) => units, 9),
  ...boundColumns<OfScope>('open', { vi: 'Chưa đạt đầu kỳ', en: 'Open at the start' }, ({ open }) => open),
  ...boundColumns<OfScope>('planned', { vi: 'Kế hoạch', en: 'Planned' }, ({ planned }) => planned),
  ...boundColumns<OfScope>('before', { vi: 'Đã có đầu kỳ', en: 'Held before' }, ({ held }) => held?.before),
  ...boundColumns<OfScope>('after', { vi: 'Có cuối kỳ', en: 'Held after' }, ({ held }) => held?.after),
  ...boundColumns<OfScope>(
    'share',
    { vi: 'Tỷ lệ cuối kỳ (%)', en: 'Share after (%)' },
    ({ held }) => held?.share,
  ),
];

interface OfPeriod {
  readonly reading: PlanReading;
  readonly measure: PlanTotals;
  readonly period: PlanTotals['periods'][number];
}

const PERIOD_COLUMNS: readonly SheetColumn<OfPeriod>[] = [
  readingColumn(({ reading }) => reading),
  ...measureColumns<OfPeriod>(({ measure }) => measure),
  {
    key: 'period',
    heading: { vi: 'Kỳ', en: 'Period' },
    width: 24,
    of: ({ period }, { locale }) => periodText(period.period, locale),
  },
  ...boundColumns<OfPeriod>('planned', { vi: 'Kế hoạch', en: 'Planned' }, ({ period }) => period.planned),
];

/** A plan in tables: what each unit and group is to do, and what each period comes to. */
export function planSheets(plan: Plan, setting: TableSetting): ResultSheet[] {
  const measures = plan.follows.flatMap((reading) => reading.totals.map((measure) => ({ reading, measure })));
  const scopes = measures.flatMap(({ reading, measure }) =>
    measure.scopes.map((scope): OfScope => ({ ...scope, plan, reading, measure })),
  );
  const periods = measures.flatMap(({ reading, measure }) =>
    measure.periods.map((period): OfPeriod => ({ reading, measure, period })),
  );
  return [
    sheetOf({ id: 'plan', title: { vi: 'Kế hoạch', en: 'Plan' } }, SCOPE_COLUMNS, scopes, setting),
    sheetOf({ id: 'periods', title: { vi: 'Theo kỳ', en: 'Periods' } }, PERIOD_COLUMNS, periods, setting),
  ];
}
