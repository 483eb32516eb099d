import { percentOf } from '../../rule/share.js';
import type { Period, PlanReading, PlanScopeTotals, PlanTotals } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import { sumOfBounds } from './bounds.js';
import { ALWAYS, periodKey, type Span, spanOf } from './period.js';
import { together, total } from './schedule.js';
import { unitsOf } from './scopes.js';
import type { Solved, SolvedMeasure } from './solve.js';

/** One scope and everything it is made up of. */
export function* withParts(
  solved: Solved,
  owner?: Solved,
): Generator<{ solved: Solved; owner: Solved | undefined }> {
  yield { solved, owner };
  for (const part of solved.parts) yield* withParts(part, solved);
}

/** The periods that targets name, each once, in order of time; of two that end together the longer last. */
export function periodsOf(
  roots: readonly Solved[],
  begins: string,
): { period: Period; span: Span; key: string }[] {
  const periods = new Map<string, { period: Period; span: Span; key: string }>();
  for (const root of roots)
    for (const { solved } of withParts(root))
      for (const { entry } of solved.targets) {
        const key = periodKey(entry.period);
        if (!periods.has(key))
          periods.set(key, { period: entry.period, span: spanOf(entry.period, begins), key });
      }
  return [...periods.values()].sort((a, b) => {
    if (a.span.to !== b.span.to) return a.span.to < b.span.to ? -1 : 1;
    if (a.span.from !== b.span.from) return a.span.from > b.span.from ? -1 : 1;
    return a.key < b.key ? -1 : 1;
  });
}

/** Units that have the tier before and after, where it is known how many there are. */
function heldOf(solved: Solved, planned: CountBounds): PlanScopeTotals['held'] {
  const units = unitsOf(solved.scope);
  if (units === undefined || !solved.open || !solved.baseline) return undefined;
  const before = { least: units - solved.open.most, most: units - solved.open.least };
  const after = {
    least: before.least + planned.least,
    most: Math.min(units, before.most + planned.most),
  };
  return {
    before,
    after,
    share: { least: percentOf(after.least, units), most: percentOf(after.most, units) },
  };
}

function scopeTotals(solved: Solved, owner: Solved | undefined, isPairs: boolean): PlanScopeTotals {
  const { unit, group } = solved.scope;
  const units = unitsOf(solved.scope);
  const planned = total(solved.timeline);
  const held = isPairs ? undefined : heldOf(solved, planned);
  return {
    ...(unit && { unit }),
    ...(group && { group: group.id }),
    ...(owner?.scope.group && { partOf: owner.scope.group.id }),
    ...(units !== undefined && { units }),
    ...(solved.open && { open: { ...solved.open } }),
    planned,
    ...(held && { held }),
  };
}

function measureTotals({ measure, roots }: SolvedMeasure, begins: string): PlanTotals {
  const all = together(roots.map(({ timeline }) => timeline));
  const open = roots.flatMap((root) => root.open ?? []);
  return {
    ...measure,
    ...(open.length > 0 && { open: sumOfBounds(open) }),
    planned: all.planned(ALWAYS),
    periods: periodsOf(roots, begins).map(({ period, span }) => ({ period, planned: all.planned(span) })),
    scopes: roots.flatMap((root) =>
      [...withParts(root)].map(({ solved, owner }) => scopeTotals(solved, owner, measure.kind === 'pairs')),
    ),
  };
}

/** What a solved reading of a plan comes to. */
export function readingTotals(
  measures: readonly SolvedMeasure[],
  { reading, begins }: { reading: PlanReading['reading']; begins: string },
): Pick<PlanReading, 'reading' | 'totals'> {
  return { reading, totals: measures.map((measure) => measureTotals(measure, begins)) };
}
