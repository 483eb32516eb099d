import { compile, type Ruleset } from '../../../src/core.js';
import { type ContestOptions, contest } from '../contest.js';
import { grownRuleset, grownSnapshot } from '../grown-ruleset.js';
import { COLUMN } from '../national-sets.js';
import { processorTime } from '../processor-time.js';
import { seededSnapshots } from '../seeded-snapshots.js';
import { withEveryFigure } from '../supplied-figures.js';

export interface IndicatorGrowth {
  readonly indicators: number;
  /** Microseconds for the whole set, and for one indicator of it. */
  readonly compile: number;
  readonly evaluate: number;
  readonly outcomes: number;
  readonly outcomesPerIndicator: number;
}

const cycle = <T>(list: readonly T[]): (() => T) => {
  let at = 0;
  return () => {
    at = (at + 1) % list.length;
    return list[at] as T;
  };
};

/** From one indicator to a thousand, each with facts of its own. */
export async function growIndicators(ruleset: Ruleset, options: ContestOptions): Promise<IndicatorGrowth[]> {
  const supplied = withEveryFigure(ruleset);
  const own = supplied.criteria.flatMap((one) => one.indicators).length;
  const snapshots = seededSnapshots(supplied, { count: 20, year: COLUMN.year });
  const rows: IndicatorGrowth[] = [];
  for (const indicators of [1, 10, 100, 1000]) {
    const grown = grownRuleset(supplied, indicators);
    const evaluator = compile(grown);
    const copies = Math.ceil(indicators / (own - 1)) + 1;
    const next = cycle(snapshots.map((one) => grownSnapshot(one, copies)));
    const repeated = (work: () => unknown) => (times: number) => {
      for (let time = 0; time < times; time += 1) work();
    };
    const timings = await contest(
      [
        { name: 'compile', run: repeated(() => compile({ ...grown, facts: { ...grown.facts } })) },
        { name: 'evaluate', run: repeated(() => evaluator.evaluate(next())) },
        { name: 'outcomes', run: repeated(() => evaluator.outcomes(next())) },
      ],
      options,
    );
    const of = (name: string) => timings.get(name)?.microseconds as number;
    rows.push({
      indicators,
      compile: of('compile'),
      evaluate: of('evaluate'),
      outcomes: of('outcomes'),
      outcomesPerIndicator: of('outcomes') / indicators,
    });
  }
  return rows;
}

export interface SnapshotGrowth {
  readonly snapshots: number;
  readonly seconds: number;
  readonly microsecondsEach: number;
}

/** From a thousand snapshots to a million, one after the other. */
export function growSnapshots(ruleset: Ruleset, most: number): SnapshotGrowth[] {
  const supplied = withEveryFigure(ruleset);
  const evaluator = compile(supplied);
  const next = cycle(seededSnapshots(supplied, { count: 500, missing: 0.2, year: COLUMN.year }));
  const judge = (count: number): number => {
    const start = processorTime();
    for (let at = 0; at < count; at += 1) evaluator.outcomes(next());
    return (processorTime() - start) / 1000;
  };
  judge(2000);
  return [1000, 10_000, 100_000, 1_000_000]
    .map((count) => Math.min(count, most))
    .filter((count, at, counts) => counts.indexOf(count) === at)
    .map((snapshots) => {
      const seconds = judge(snapshots);
      return { snapshots, seconds, microsecondsEach: (seconds * 1e6) / snapshots };
    });
}
