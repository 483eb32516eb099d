import type { BenchResults } from './results.js';
import type { EngineTable } from './sections/engines.js';

/** A bound that the library wants to keep, and what a run found. */
export interface Target {
  readonly what: string;
  readonly bound: string;
  readonly found: string;
  readonly reached: boolean;
}

const CORE_BYTES = 12_000;
const MEGABYTES = 150;
const COMPILE_MILLISECONDS = 15;

const timeOf = ({ rows }: EngineTable, name: string): number =>
  rows.find(({ engine }) => engine === name)?.microseconds ?? Number.NaN;

const shown = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** How many times as fast one is as another, in the table where it is the least so. */
function least(
  tables: readonly EngineTable[],
  own: string,
  other: string,
  atLeast: number,
): Omit<Target, 'what'> {
  return range(
    tables.map((one) => timeOf(one, other) / timeOf(one, own)),
    atLeast,
  );
}

function range(ratios: readonly number[], atLeast: number): Omit<Target, 'what'> {
  const found = Math.min(...ratios);
  return {
    bound: `≥ ${atLeast} ×`,
    found: `${shown(found)} to ${shown(Math.max(...ratios))} ×`,
    reached: found >= atLeast,
  };
}

/** Growth between the last two sizes: 1 where ten times as much takes ten times as long. */
const linear = (small: number, large: number, by: number): Omit<Target, 'what'> => {
  const growth = large / small / by;
  return { bound: '≤ 1.3', found: shown(growth), reached: growth <= 1.3 };
};

/** All bounds that a run can tell of. */
export function targetsOf(results: BenchResults): Target[] {
  const {
    engines = [],
    columnar = [],
    compiling = [],
    bundles = [],
    indicators,
    snapshots,
    memory,
  } = results;
  const targets: Target[] = [];
  const evaluate = 'ntm-rules, evaluate';
  const allRead = 'ntm-rules, evaluate, all read';
  const outcomes = 'ntm-rules, outcomes';
  if (engines.length > 0) {
    const compared = (own: string, other: string, atLeast: number) =>
      targets.push({ what: `${own}, beside ${other}`, ...least(engines, own, other, atLeast) });
    for (const other of ['json-rules-engine, two rules', 'json-rules-engine']) {
      compared(evaluate, other, 100);
      compared(allRead, other, 100);
      compared(outcomes, other, 200);
    }
    compared(outcomes, 'json-logic-engine, compiled', 1);
    compared(outcomes, 'closures by hand, from the snapshot', 1);
    compared(outcomes, 'closures by hand, figures prepared', 1);
  }
  if (columnar.length > 0) {
    const first = columnar.map((one) => one.first.outcomes / one.columns);
    const again = columnar.map((one) => one.outcomes / one.columns);
    targets.push({ what: 'columnar form, beside outcomes of units judged once', ...range(first, 5) });
    targets.push({ what: 'columnar form, beside outcomes of units judged again', ...range(again, 5) });
  }
  for (const { ruleset, cold } of compiling)
    targets.push({
      what: `compiling ${ruleset} in a fresh process`,
      bound: `< ${COMPILE_MILLISECONDS} ms`,
      found: `${shown(cold.compile)} ms`,
      reached: cold.compile < COMPILE_MILLISECONDS,
    });
  for (const { entry, own } of bundles.filter((one) => one.entry.startsWith('ntm-rules/core')))
    targets.push({
      what: `own code of ${entry}, gzipped`,
      bound: `< ${CORE_BYTES / 1000} kB`,
      found: `${(own / 1000).toFixed(1)} kB`,
      reached: own < CORE_BYTES,
    });
  const [hundred, thousand] = indicators?.slice(-2) ?? [];
  if (hundred && thousand)
    targets.push({
      what: 'ten times as many indicators take ten times as long (100 to 1,000)',
      ...linear(hundred.outcomes, thousand.outcomes, 10),
    });
  const [fewer, most] = snapshots?.slice(-2) ?? [];
  if (fewer && most)
    targets.push({
      what: 'ten times as many snapshots take ten times as long',
      ...linear(fewer.seconds, most.seconds, most.snapshots / fewer.snapshots),
    });
  if (memory)
    targets.push({
      what: `${memory.evaluations.toLocaleString('en')} streamed evaluations`,
      bound: `< ${MEGABYTES} MB`,
      found: `${memory.megabytesPeak.toFixed(0)} MB`,
      reached: memory.megabytesPeak < MEGABYTES,
    });
  return targets;
}
