import type {
  MeasureProgress,
  PeriodProgress,
  Plan,
  PlanMeasure,
  PlanProgress,
  ReadingProgress,
  TargetProgress,
} from '../../schema/plan.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import { periodText } from '../../words/period-text.js';
import { boundColumns, figureColumn } from './bound-columns.js';
import { measureColumns, readingColumn, scopeColumns } from './plan-columns.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import { said, type TableSetting } from './table-setting.js';

type Counts = Pick<TargetProgress, 'done' | 'open' | 'unknown' | 'overdue'>;

function countColumns<Item>(of: (item: Item) => Counts): SheetColumn<Item>[] {
  return [
    figureColumn('done', { vi: 'Đã hoàn thành', en: 'Done' }, (item) => of(item).done),
    figureColumn('open', { vi: 'Chưa hoàn thành', en: 'Open' }, (item) => of(item).open),
    figureColumn('unknown', { vi: 'Chưa đủ căn cứ', en: 'Not enough evidence' }, (item) => of(item).unknown),
    figureColumn('overdue', { vi: 'Quá hạn', en: 'Overdue' }, (item) => of(item).overdue),
  ];
}

interface OfTarget {
  readonly plan: Plan | undefined;
  readonly reading: ReadingProgress;
  readonly target: TargetProgress;
}

/** What a target counts: units that reach a tier or meet a set, or criteria to close. */
function measureOf({ target, ruleset, tier }: TargetProgress, plan: Plan | undefined): PlanMeasure {
  if (tier !== undefined) return { kind: 'tier', tier };
  const kind = plan?.targets[target]?.reach === undefined ? 'pairs' : 'set';
  return { kind, ...(ruleset !== undefined && { ruleset }) };
}

const TARGET_COLUMNS: readonly SheetColumn<OfTarget>[] = [
  readingColumn(({ reading }) => reading),
  ...measureColumns<OfTarget>(({ plan, target }) => measureOf(target, plan)),
  ...scopeColumns<OfTarget>(({ plan, target }) => ({ plan, unit: target.unit, group: target.group })),
  {
    key: 'period',
    heading: { vi: 'Kỳ', en: 'Period' },
    width: 22,
    of: ({ target }, { locale }) => periodText(target.period, locale),
  },
  figureColumn('planned', { vi: 'Kế hoạch', en: 'Planned' }, ({ target }) => target.planned),
  ...countColumns<OfTarget>(({ target }) => target),
  figureColumn('newlyLost', { vi: 'Mới mất', en: 'Newly lost' }, ({ target }) => target.newlyLost),
];

interface OfPeriod {
  readonly reading: ReadingProgress;
  readonly measure: MeasureProgress;
  readonly period: PeriodProgress;
}

const PERIOD_COLUMNS: readonly SheetColumn<OfPeriod>[] = [
  readingColumn(({ reading }) => reading),
  ...measureColumns<OfPeriod>(({ measure }) => measure),
  {
    key: 'period',
    heading: { vi: 'Kỳ', en: 'Period' },
    width: 22,
    of: ({ period }, setting) =>
      period.period === null ? said(setting, 'tất cả', 'all') : periodText(period.period, setting.locale),
  },
  ...boundColumns<OfPeriod>('planned', { vi: 'Kế hoạch', en: 'Planned' }, ({ period }) => period.planned),
  ...countColumns<OfPeriod>(({ period }) => period),
];

/** How far a plan is carried out, in tables: target by target, then by period. */
export function progressSheets(
  { readings }: PlanProgress,
  plan: Plan | undefined,
  setting: TableSetting,
): ResultSheet[] {
  const targets = readings.flatMap((reading) =>
    reading.targets.map((target): OfTarget => ({ plan, reading, target })),
  );
  const periods = readings.flatMap((reading) =>
    reading.totals.flatMap((measure) =>
      measure.periods.map((period): OfPeriod => ({ reading, measure, period })),
    ),
  );
  return [
    sheetOf({ id: 'progress', title: { vi: 'Tiến độ', en: 'Progress' } }, TARGET_COLUMNS, targets, setting),
    sheetOf({ id: 'periods', title: { vi: 'Theo kỳ', en: 'Periods' } }, PERIOD_COLUMNS, periods, setting),
  ];
}
