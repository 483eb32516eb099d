import { deepFreeze } from '../../../src/check/frozen.js';
import {
  compile,
  compileColumns,
  type Outcome,
  type Ruleset,
  type Snapshot,
  toColumns,
} from '../../../src/core.js';
import { type ContestOptions, contest, median } from '../contest.js';
import { COLUMN } from '../national-sets.js';
import { processorTime } from '../processor-time.js';
import { repeatedColumns } from '../repeated-columns.js';
import { seededSnapshots } from '../seeded-snapshots.js';
import { withEveryFigure } from '../supplied-figures.js';

export interface ColumnarRow {
  readonly ruleset: string;
  readonly missing: number;
  readonly rows: number;
  /** For one unit that has been judged before. */
  readonly outcomes: number;
  readonly columns: number;
  /** For one unit that has not: reading its facts comes first, as it does for every row of a table. */
  readonly first: { readonly outcomes: number; readonly evaluate: number; readonly allRead: number };
}

const POOL = 500;
const OUTCOMES: readonly Outcome[] = ['unmet', 'unmet', 'unknown', 'met', 'met'];

const FRESH = 2000;
const TIMES = 5;

/** Microseconds for one unit whose snapshot nobody has judged yet: the median of several batches. */
function firstTime(snapshots: readonly Snapshot[], judge: (snapshot: Snapshot) => unknown): number {
  const batch = (): number => {
    const fresh = Array.from({ length: FRESH }, (_, at) =>
      deepFreeze(structuredClone(snapshots[at % snapshots.length] as Snapshot)),
    );
    const start = processorTime();
    for (const snapshot of fresh) judge(snapshot);
    return ((processorTime() - start) * 1000) / FRESH;
  };
  return median(Array.from({ length: TIMES }, batch));
}

/** The columnar form beside `outcomes` on the same units: compared in every indicator first, then timed. */
export async function compareColumns(
  rulesets: readonly Ruleset[],
  { rows, ...options }: ContestOptions & { readonly rows: number },
): Promise<ColumnarRow[]> {
  const found: ColumnarRow[] = [];
  for (const ruleset of rulesets.map(withEveryFigure))
    for (const missing of [0, 1 / 3]) {
      const snapshots = seededSnapshots(ruleset, { count: POOL, missing, year: COLUMN.year });
      const evaluator = compile(ruleset);
      const judge = compileColumns(ruleset);
      const { table, unsaid } = toColumns(ruleset, snapshots);
      if (unsaid.length > 0) throw new Error(`a table cannot say ${unsaid[0]?.about.join(', ')}`);
      const { indicators } = judge.outcomes(table);
      for (const [row, snapshot] of snapshots.entries())
        for (const [at, expected] of evaluator.outcomes(snapshot).indicators.entries())
          if (OUTCOMES[indicators[at]?.[row] ?? -1] !== expected)
            throw new Error(`columns judge ${judge.layout.indicators[at]} otherwise`);
      const many = repeatedColumns(table, rows);
      let next = 0;
      const timings = await contest(
        [
          {
            name: 'outcomes',
            run(times) {
              for (let time = 0; time < times; time += 1)
                evaluator.outcomes(snapshots[next++ % POOL] as Snapshot);
            },
          },
          {
            name: 'columns',
            run(times) {
              for (let time = 0; time < times; time += 1) judge.outcomes(many);
            },
          },
        ],
        options,
      );
      const microseconds = (name: string) => timings.get(name)?.microseconds as number;
      found.push({
        ruleset: ruleset.id,
        missing,
        rows,
        outcomes: microseconds('outcomes'),
        columns: microseconds('columns') / rows,
        first: {
          outcomes: firstTime(snapshots, (snapshot) => evaluator.outcomes(snapshot)),
          evaluate: firstTime(snapshots, (snapshot) => evaluator.evaluate(snapshot)),
          allRead: firstTime(snapshots, (snapshot) => ({ ...evaluator.evaluate(snapshot) })),
        },
      });
    }
  return found;
}
