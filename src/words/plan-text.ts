import type { Plan, PlanReading, PlanTotals } from '../schema/plan.js';
import { boundsText, countText, shareText } from './bounds-text.js';
import { periodText } from './period-text.js';
import { asBefore, measureText, planHeading, readingHeading, scopeText } from './plan-names.js';
import { BLANK, type Line, plainLine, span } from './scorecard-layout.js';
import {
  headed,
  inSections,
  labelled,
  spoken,
  type TableSetting,
  type TableTextOptions,
  tableSetting,
} from './summary-setting.js';
import { tableLines } from './table-lines.js';

type Scope = PlanTotals['scopes'][number];

/** How deep a scope lies inside others. */
function depthOf(scope: Scope, scopes: readonly Scope[]): number {
  const owner = scopes.find(({ group }) => group !== undefined && group === scope.partOf);
  return owner ? depthOf(owner, scopes) + 1 : 0;
}

/** The name of a unit or group, behind a dot for every group it lies in. */
export function scopeName(scope: Scope, totals: PlanTotals, plan: Plan, setting: TableSetting): string {
  return `${'· '.repeat(depthOf(scope, totals.scopes))}${scopeText(scope, plan.groups, setting)}`;
}

const optional = (text: string | undefined): Line => [span(text ?? '–')];

/** What each unit or group has open and is to close, or holds and is to reach. */
function scopeLines(totals: PlanTotals, plan: Plan, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  const pairs = totals.kind === 'pairs';
  const rows = totals.scopes.map((scope): Line[] => {
    const units = scope.units === undefined ? undefined : countText(scope.units, locale);
    const planned: Line = [span(boundsText(scope.planned, locale))];
    const name: Line = [span(scopeName(scope, totals, plan, setting))];
    if (pairs)
      return [name, optional(units), optional(scope.open && boundsText(scope.open, locale)), planned];
    const { held } = scope;
    return [
      name,
      optional(units),
      optional(held && boundsText(held.before, locale)),
      planned,
      optional(held && boundsText(held.after, locale)),
      optional(held && shareText(held.share, locale)),
    ];
  });
  const heads = pairs
    ? [
        spoken(setting, 'Đơn vị, nhóm', 'Unit or group'),
        spoken(setting, 'đơn vị', 'units'),
        spoken(setting, 'chưa đạt', 'open'),
        spoken(setting, 'kế hoạch', 'planned'),
      ]
    : [
        spoken(setting, 'Đơn vị, nhóm', 'Unit or group'),
        spoken(setting, 'đơn vị', 'units'),
        spoken(setting, 'đầu kỳ', 'before'),
        spoken(setting, 'thêm', 'more'),
        spoken(setting, 'cuối kỳ', 'after'),
        spoken(setting, 'tỷ lệ', 'share'),
      ];
  return tableLines(heads, rows, width);
}

/** The targets one by one, in the order of the plan. */
function targetLines(totals: PlanTotals, reading: string | null, plan: Plan, setting: TableSetting): Line[] {
  const own = plan.targets.filter(
    ({ ruleset, tier, close, reading: only }) =>
      (totals.kind === 'tier' ? tier === totals.tier : ruleset === totals.ruleset) &&
      (close !== undefined) === (totals.kind === 'pairs') &&
      (only === undefined || only === reading),
  );
  const rows = own.map((target): Line[] => {
    const { close, reach } = target;
    const count = Array.isArray(close) ? close.length : (close ?? reach ?? 0);
    const criteria = Array.isArray(close) ? `: ${close.join(', ')}` : '';
    const when = periodText(target.period, setting.locale);
    return [
      [span(`${scopeText(target, plan.groups, setting)}, ${when}${criteria}`)],
      [span(countText(count, setting.locale))],
    ];
  });
  if (rows.length === 0) return [];
  const heads = [spoken(setting, 'Mục tiêu', 'Target'), spoken(setting, 'số', 'count')];
  return tableLines(heads, rows, setting.width);
}

/** What every period comes to, with whatever lies inside it. */
function periodLines({ periods, planned }: PlanTotals, setting: TableSetting): Line[] {
  const { locale, width } = setting;
  if (periods.length === 0) return [];
  const rows = [
    ...periods.map((one): Line[] => [
      [span(periodText(one.period, locale))],
      [span(boundsText(one.planned, locale))],
    ]),
    [
      [span(spoken(setting, 'tất cả', 'all'), 'strong')],
      [span(boundsText(planned, locale), 'strong')],
    ] as Line[],
  ];
  return tableLines([spoken(setting, 'Kỳ', 'Period'), spoken(setting, 'kế hoạch', 'planned')], rows, width);
}

/** One reading; what is the same in the one before is not said again. */
function readingLines(
  one: PlanReading,
  before: PlanReading | undefined,
  plan: Plan,
  setting: TableSetting,
): Line[] {
  const saidBefore = (totals: PlanTotals): boolean =>
    before?.totals.some((other) => JSON.stringify(other) === JSON.stringify(totals)) ?? false;
  return inSections([
    readingHeading(one, setting),
    ...one.totals.map((totals) => {
      const heading = measureText(totals, setting);
      if (saidBefore(totals)) return asBefore(heading, setting);
      return headed(
        heading,
        inSections([
          scopeLines(totals, plan, setting),
          targetLines(totals, one.reading, plan, setting),
          periodLines(totals, setting),
        ]),
        setting,
      );
    }),
  ]);
}

/** The units of a group by name; parts that only group them are set apart by semicolons. */
function namedUnits(id: string, plan: Plan): string[] {
  const group = plan.groups.find((one) => one.id === id);
  if (!group) return [];
  const own = Array.isArray(group.units) ? [group.units.map(({ name }) => name).join(', ')] : [];
  return [...own, ...(group.parts ?? []).flatMap((part) => namedUnits(part, plan))];
}

/** Who the units of the groups are that have targets. */
function unitLines(plan: Plan, setting: TableSetting): Line[] {
  const withTargets = new Set(plan.targets.flatMap(({ group }) => group ?? []));
  // Of groups inside one another the smallest that have targets tell it.
  const telling = plan.groups.filter(
    ({ id, parts = [] }) =>
      withTargets.has(id) && !parts.some((part) => coversTarget(part, withTargets, plan)),
  );
  const lines = telling.flatMap(({ id }) => {
    const units = namedUnits(id, plan).join('; ');
    if (units === '') return [];
    return labelled(span(`${scopeText({ group: id }, plan.groups, setting)}: `), units, setting, 2);
  });
  return headed(spoken(setting, 'Các đơn vị', 'The units'), lines, setting);
}

function coversTarget(id: string, withTargets: ReadonlySet<string>, plan: Plan): boolean {
  if (withTargets.has(id)) return true;
  const parts = plan.groups.find((one) => one.id === id)?.parts ?? [];
  return parts.some((part) => coversTarget(part, withTargets, plan));
}

export function planLines(plan: Plan, options: TableTextOptions = {}): Line[] {
  const setting = tableSetting(options);
  const between: Line[] = [BLANK, [span('─'.repeat(setting.width), 'faint')], BLANK];
  const readings = plan.follows.flatMap((one, at) => {
    const lines = readingLines(one, plan.follows[at - 1], plan, setting);
    return at > 0 ? [...between, ...lines] : lines;
  });
  const nothing = [[span(spoken(setting, 'Kế hoạch không có mục tiêu nào.', 'The plan has no targets.'))]];
  return inSections([
    planHeading(plan, setting),
    readings.length > 0 ? readings : nothing,
    unitLines(plan, setting),
  ]);
}

/**
 * A plan as people read it, in lines of plain text: what each unit or group has open and is to close, target by target
 * and period by period, in each of its readings.
 *
 * @example
 * console.log(planText(plan, { locale: 'en', width: 80 }))
 * @since 0.1.0
 */
export function planText(plan: Plan, options: TableTextOptions = {}): string {
  return planLines(plan, options).map(plainLine).join('\n');
}
