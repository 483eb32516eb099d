import type { ProblemList } from '../../problem/problem-list.js';
import type { PlanBaseline } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import type { Entry } from './entries.js';
import { type Scope, unitsOf } from './scopes.js';

/**
 * How much is open when a plan begins: pairs that are and may be open, or units that do not, or may not, hold the tier.
 * Undefined where the figures do not say, or cannot be; then the problem is told.
 */
export function openAtStart(
  { entry, path, scope, measure }: Entry<PlanBaseline>,
  problems: ProblemList,
): CountBounds | undefined {
  return measure.kind === 'pairs'
    ? openPairs(entry, path, scope, problems)
    : openUnits(entry, path, scope, problems);
}

function tooMany(
  path: Entry<PlanBaseline>['path'],
  key: string,
  { found, most }: { found: number; most: number },
  problems: ProblemList,
): undefined {
  problems.add('out-of-range', [...path, key], () => ({
    found,
    expected: { vi: `nhiều nhất ${most}`, en: `at most ${most}` },
    hint: {
      vi: 'Kiểm tra số đơn vị và số tiêu chí của bộ.',
      en: 'Check the number of units and the size of the set.',
    },
  }));
}

function openPairs(
  entry: PlanBaseline,
  path: Entry<PlanBaseline>['path'],
  scope: Scope,
  problems: ProblemList,
): CountBounds | undefined {
  const { setSize, open, unknown, unknownPairs = 0 } = entry;
  const least = open ? open.length : (entry.openPairs ?? 0);
  const most = least + (open ? (unknown?.length ?? 0) : unknownPairs);
  const units = unitsOf(scope);
  if (setSize !== undefined && units !== undefined && most > setSize * units)
    return tooMany(path, open ? 'open' : 'openPairs', { found: most, most: setSize * units }, problems);
  return { least, most };
}

function openUnits(
  { held = 0, unknownUnits = 0 }: PlanBaseline,
  path: Entry<PlanBaseline>['path'],
  scope: Scope,
  problems: ProblemList,
): CountBounds | undefined {
  const units = unitsOf(scope);
  if (units === undefined) return undefined;
  if (held + unknownUnits > units)
    return tooMany(path, 'held', { found: held + unknownUnits, most: units }, problems);
  return { least: units - held - unknownUnits, most: units - held };
}
