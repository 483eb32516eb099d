import type { MeasureProgress, Plan, PlanProgress, ReadingProgress, TargetProgress } from '../schema/plan.js';
import type { CountBounds } from '../schema/programme.js';
import { boundsText, countText } from './bounds-text.js';
import { formatDay } from './figures.js';
import { OUTCOME_LABELS } from './labels.js';
import { periodText } from './period-text.js';
import { asBefore, measureText, planHeading, readingHeading, scopeText } from './plan-names.js';
import { BLANK, hanging, type Line, paragraph, plainLine, type Style, span } from './scorecard-layout.js';
import {
  headed,
  inSections,
  spoken,
  type TableSetting,
  type TableTextOptions,
  tableSetting,
} from './summary-setting.js';
import { tableLines } from './table-lines.js';

interface Standing {
  readonly done: number;
  readonly open: number;
  readonly unknown: number;
  readonly overdue: number;
}

function cells(
  planned: CountBounds,
  { done, open, unknown, overdue }: Standing,
  setting: TableSetting,
): Line[] {
  const figure = (count: number, style?: Style): Line => [
    span(countText(count, setting.locale), count > 0 ? style : 'faint'),
  ];
  return [
    [span(boundsText(planned, setting.locale))],
    figure(done, 'met'),
    figure(open, 'unmet'),
    figure(unknown, 'unknown'),
    figure(overdue, 'warning'),
  ];
}

function heads(first: string, setting: TableSetting): string[] {
  return [
    first,
    spoken(setting, 'kế hoạch', 'planned'),
    spoken(setting, 'đã đạt', 'done'),
    OUTCOME_LABELS.unmet[setting.locale],
    OUTCOME_LABELS.unknown[setting.locale],
    spoken(setting, 'quá hạn', 'overdue'),
  ];
}

function targetLines(targets: readonly TargetProgress[], plan: Plan, setting: TableSetting): Line[] {
  const rows = targets.map((one): Line[] => [
    [span(`${scopeText(one, plan.groups, setting)}, ${periodText(one.period, setting.locale)}`)],
    ...cells({ least: one.planned, most: one.planned }, one, setting),
  ]);
  return rows.length > 0
    ? tableLines(heads(spoken(setting, 'Mục tiêu', 'Target'), setting), rows, setting.width)
    : [];
}

function periodLines({ periods }: MeasureProgress, setting: TableSetting): Line[] {
  const rows = periods.map((one): Line[] => [
    one.period === null
      ? [span(spoken(setting, 'tất cả', 'all'), 'strong')]
      : [span(periodText(one.period, setting.locale))],
    ...cells(one.planned, one, setting),
  ]);
  return rows.length > 0
    ? tableLines(heads(spoken(setting, 'Kỳ', 'Period'), setting), rows, setting.width)
    : [];
}

const isOf = (target: TargetProgress, { kind, ruleset, tier }: MeasureProgress, plan: Plan): boolean => {
  const closes = plan.targets[target.target]?.close !== undefined;
  if (kind === 'tier') return target.tier === tier;
  return target.ruleset === ruleset && closes === (kind === 'pairs');
};

/** What was met before and is not any more. */
function lostLines({ lost }: ReadingProgress, plan: Plan, setting: TableSetting): Line[] {
  const lines = lost.flatMap(({ count, criteria, ...one }) => {
    const what = criteria
      ? spoken(setting, `tiêu chí ${criteria.join(', ')}`, `criteria ${criteria.join(', ')}`)
      : one.kind === 'pairs'
        ? spoken(setting, `${count} lượt tiêu chí`, `${count} criteria`)
        : measureText(one, setting);
    return hanging(
      [span('  ')],
      [span(`${scopeText(one, plan.groups, setting)}: `), span(what, 'unmet')],
      setting.width,
    );
  });
  return headed(
    spoken(setting, 'Mới mất (trước đạt, nay chưa đạt)', 'Newly lost (met before, not met now)'),
    lines,
    setting,
  );
}

/** One reading; what stands the same in the one before is not said again. */
function readingLines(
  one: ReadingProgress,
  before: ReadingProgress | undefined,
  plan: Plan,
  setting: TableSetting,
): Line[] {
  const own = ({ targets }: ReadingProgress, totals: MeasureProgress): TargetProgress[] =>
    targets.filter((target) => isOf(target, totals, plan));
  const saidBefore = (totals: MeasureProgress): boolean =>
    before?.totals.some(
      (other) => JSON.stringify([other, own(before, other)]) === JSON.stringify([totals, own(one, totals)]),
    ) ?? false;
  return inSections([
    readingHeading(one, setting),
    ...one.totals.map((totals) => {
      const heading = measureText(totals, setting);
      if (saidBefore(totals)) return asBefore(heading, setting);
      const tables = [targetLines(own(one, totals), plan, setting), periodLines(totals, setting)];
      return headed(heading, inSections(tables), setting);
    }),
    lostLines(one, plan, setting),
  ]);
}

export function progressLines(progress: PlanProgress, plan: Plan, options: TableTextOptions = {}): Line[] {
  const setting = tableSetting(options);
  const { locale, width } = setting;
  const day =
    progress.on === null
      ? spoken(setting, 'chưa có kết quả nào', 'nothing is found yet')
      : `${spoken(setting, 'tính đến ngày', 'as of')} ${formatDay(progress.on, locale)}`;
  const between: Line[] = [BLANK, [span('─'.repeat(width), 'faint')], BLANK];
  const readings = progress.readings.flatMap((one, at) => {
    const lines = readingLines(one, progress.readings[at - 1], plan, setting);
    return at > 0 ? [...between, ...lines] : lines;
  });
  const notes = progress.notes.flatMap(({ text }) =>
    hanging([span('! ', 'warning')], [span(text[locale])], width),
  );
  return inSections([
    [...planHeading({ ...plan, note: undefined }, setting), ...paragraph([span(day, 'strong')], width)],
    readings,
    notes,
  ]);
}

/**
 * How a plan stands, as people read it: done, open, not known and overdue, target by target and period by period, and
 * what was lost.
 *
 * @example
 * console.log(progressText(planProgress(plan, evaluations), plan, { locale: 'en', width: 80 }))
 * @since 0.1.0
 */
export function progressText(progress: PlanProgress, plan: Plan, options: TableTextOptions = {}): string {
  return progressLines(progress, plan, options).map(plainLine).join('\n');
}
