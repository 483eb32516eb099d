import { compile, type Ruleset } from '../../../src/core.js';
import { inChild } from '../child.js';
import { type ContestOptions, contest, median } from '../contest.js';

export interface CompileRow {
  readonly ruleset: string;
  /** Milliseconds in a process that has compiled nothing yet: reading the set, compiling it, the first outcomes. */
  readonly cold: { readonly read: number; readonly compile: number; readonly firstOutcomes: number };
  /** Milliseconds once the engine is warm. */
  readonly warm: number;
}

type Cold = CompileRow['cold'];

/** How long a parsed set takes to compile. */
export async function compileTimes(
  rulesets: readonly Ruleset[],
  { processes, ...options }: ContestOptions & { readonly processes: number },
): Promise<CompileRow[]> {
  const timings = await contest(
    rulesets.map((ruleset) => ({
      name: ruleset.id,
      run(times) {
        for (let time = 0; time < times; time += 1) compile({ ...ruleset, facts: { ...ruleset.facts } });
      },
    })),
    options,
  );
  const rows: CompileRow[] = [];
  for (const { id, version } of rulesets) {
    const colds: Cold[] = [];
    for (let one = 0; one < processes; one += 1)
      colds.push(await inChild<Cold>('cold-compile', [id, version]));
    const of = (key: keyof Cold) => median(colds.map((cold) => cold[key]));
    rows.push({
      ruleset: id,
      cold: { read: of('read'), compile: of('compile'), firstOutcomes: of('firstOutcomes') },
      warm: (timings.get(id)?.microseconds as number) / 1000,
    });
  }
  return rows;
}
