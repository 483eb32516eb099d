import type { Origins } from '../../law/apply-amendment.js';
import { overlap } from '../../law/requirement-row.js';
import { placedIndicators, requirementName } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import type { ProblemList } from '../../problem/problem-list.js';
import { same } from '../../problem/report.js';
import { amountOf, compareAmounts } from '../../rule/amount.js';
import { NEGATIONS, ORDERINGS } from '../../rule/operator.js';
import type { Condition, Operator } from '../../schema/condition.js';
import type { Amendment, Indicator, RequirementRow, Ruleset } from '../../schema/ruleset.js';
import { segmentsOf } from './segments.js';

type Side = 'above' | 'below';
type Floor = Extract<RequirementRow, { value: unknown }>;

function floorsOf(indicator: Indicator, name: string): Floor[] {
  return (indicator.requirements?.[name] ?? []).filter(
    (row): row is Floor => 'floor' in row && row.floor === true,
  );
}

function hasFloor(indicator: Indicator): boolean {
  return Object.keys(indicator.requirements ?? {}).some((name) => floorsOf(indicator, name).length > 0);
}

/** Rows of an amendment that are looser than a floor of the base which holds in the same case. */
export function checkFloors(base: Ruleset, amended: Ruleset, origins: Origins, problems: ProblemList): void {
  const before = new Map([...placedIndicators(base)].map(({ indicator }) => [indicator.id, indicator]));
  for (const { indicator } of placedIndicators(amended)) {
    const own = before.get(indicator.id);
    if (!own || !hasFloor(own)) continue;
    for (const [name, rows] of Object.entries(indicator.requirements ?? {})) {
      const side = sideOf(indicator, name);
      for (const row of rows) {
        const origin = origins.get(row);
        const floor = floorsOf(own, name).find(
          (one) => overlap(one.where, row.where) && isLooser(row, one, side),
        );
        if (origin !== undefined && floor) loosened(row, floor, side, segmentsOf(origin), problems);
      }
    }
  }
}

function loosened(
  row: RequirementRow,
  floor: Floor,
  side: Side | undefined,
  origin: Path,
  problems: ProblemList,
): void {
  const sign = side === undefined ? '=' : side === 'above' ? '≥' : '≤';
  problems.add('floor-loosened', 'value' in row ? [...origin, 'value'] : origin, () => ({
    ...shownRow(row),
    expected: same(`${sign} ${String(floor.value)}`),
    hint: {
      vi: 'Mức của tỉnh chỉ được chặt hơn mức sàn.',
      en: 'A province may only be stricter than the floor.',
    },
  }));
}

function shownRow(row: RequirementRow): { found: unknown } | { shown: string } {
  if (!('value' in row)) return { shown: 'applies: false' };
  return typeof row.value === 'object' ? { shown: JSON.stringify(row.value) } : { found: row.value };
}

/** Criteria repealed with an indicator in them that has a floor: it stays. */
export function checkRepealed(base: Ruleset, amendment: Amendment, problems: ProblemList): void {
  for (const [at, change] of amendment.changes.entries()) {
    if (change.change !== 'repeal-criterion') continue;
    const kept = base.criteria.find(({ no }) => no === change.criterion)?.indicators.find(hasFloor);
    if (kept) keepsFloor(kept.id, ['changes', at, 'criterion'], problems);
  }
}

export function keepsFloor(id: string, path: Path, problems: ProblemList): void {
  problems.add('floor-loosened', path, () => ({
    found: id,
    expected: { vi: 'giữ nguyên điều kiện có mức sàn', en: 'a condition with a floor stays' },
    hint: {
      vi: 'Chỉ được nâng mức bằng “set-requirement”.',
      en: 'Only raise its figure, with “set-requirement”.',
    },
  }));
}

/** Which way a requirement is stricter; undefined where it is used both ways, or not by order. */
function sideOf({ condition }: Indicator, name: string): Side | undefined {
  const sides = new Set(condition ? sidesIn(condition, name, false) : []);
  const [side] = sides;
  return sides.size === 1 ? side : undefined;
}

function sidesIn(condition: Condition, name: string, negated: boolean): (Side | undefined)[] {
  if ('all' in condition) return condition.all.flatMap((part) => sidesIn(part, name, negated));
  if ('any' in condition) return condition.any.flatMap((part) => sidesIn(part, name, negated));
  if ('of' in condition) return condition.of.flatMap((part) => sidesIn(part, name, negated));
  // Not under 50 is at least 50.
  if ('not' in condition) return sidesIn(condition.not, name, !negated);
  if (!('fact' in condition) || requirementName(condition.value) !== name) return [];
  const operator: Operator = negated
    ? (NEGATIONS[condition.operator] ?? condition.operator)
    : condition.operator;
  return [ORDERINGS[operator]?.side];
}

function isLooser(row: RequirementRow, floor: Floor, side: Side | undefined): boolean {
  if ('applies' in row) return true;
  if (!('value' in row)) return false;
  const [mine, least] = [row.value, floor.value];
  if (!side || !isFigure(mine) || !isFigure(least)) return JSON.stringify(mine) !== JSON.stringify(least);
  const order = compareAmounts(amountOf(mine), amountOf(least));
  return side === 'above' ? order < 0 : order > 0;
}

const isFigure = (value: unknown): value is number | string =>
  typeof value === 'number' || typeof value === 'string';
