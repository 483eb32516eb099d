import type { Outcome, Ruleset } from '../../../src/core.js';
import { type Agreement, agreement } from '../agreement.js';
import { type Contestant, type ContestOptions, contest } from '../contest.js';
import { ENGINES } from '../engines/all-engines.js';
import type { BenchUnit, Ready } from '../engines/engine.js';
import { outcomesOnly } from '../engines/ours.js';
import { benchRules, benchUnits } from '../national-sets.js';
import type { PlainRules } from '../plain-rules.js';

export interface EngineRow {
  readonly engine: string;
  readonly encoding: string;
  readonly takes: 'figures' | 'snapshot';
  /** For one unit. */
  readonly microseconds: number;
  readonly spread: number;
  /** How many times as fast as the first engine of the table. */
  readonly ratio: number;
  readonly agreement: Omit<Agreement, 'indicators'>;
}

export interface EngineTable {
  readonly ruleset: string;
  readonly indicators: number;
  readonly leftOut: readonly string[];
  readonly missing: number;
  readonly rows: readonly EngineRow[];
}

export interface EngineOptions extends ContestOptions {
  readonly units: number;
}

/** Units are judged in turn, and every result is looked at, so that no work can be left undone. */
function contestant(name: string, ready: Ready, units: readonly BenchUnit[]): Contestant {
  let at = 0;
  const next = () => {
    at = (at + 1) % units.length;
    return units[at] as BenchUnit;
  };
  const isAsync = ready.judge(next()) instanceof Promise;
  const look = (result: unknown) => {
    if (result === undefined) throw new Error(`${name} gave nothing`);
  };
  return {
    name,
    run: isAsync
      ? async (times) => {
          for (let time = 0; time < times; time += 1) look(await ready.judge(next()));
        }
      : (times) => {
          for (let time = 0; time < times; time += 1) look(ready.judge(next()));
        },
  };
}

/** Every engine on one set and one share of missing facts: compared with ours first, then timed. */
async function table(rules: PlainRules, missing: number, options: EngineOptions): Promise<EngineTable> {
  const units = benchUnits(rules, { count: options.units, missing });
  const reference = await outcomesOnly.start(rules);
  const ours: (readonly Outcome[])[] = [];
  for (const unit of units) ours.push(reference.outcomes(await reference.judge(unit)));
  const contestants: Contestant[] = [];
  const agreements = new Map<string, Agreement>();
  for (const engine of ENGINES) {
    const ready = await engine.start(rules);
    const found = await agreement(ready, units, ours, rules.indicators);
    if (missing === 0 && found.differing > 0)
      throw new Error(`${engine.name} judges ${found.indicators.join(', ')} otherwise`);
    agreements.set(engine.name, found);
    contestants.push(contestant(engine.name, ready, units));
  }
  const timings = await contest(contestants, options);
  const first = timings.get(ENGINES[0]?.name as string)?.microseconds as number;
  return {
    ruleset: rules.ruleset.id,
    indicators: rules.indicators.length,
    leftOut: rules.leftOut,
    missing,
    rows: ENGINES.map(({ name, encoding, takes }) => {
      const { microseconds, spread } = timings.get(name) as { microseconds: number; spread: number };
      const { indicators: _, ...counts } = agreements.get(name) as Agreement;
      return {
        engine: name,
        encoding,
        takes,
        microseconds,
        spread,
        ratio: first / microseconds,
        agreement: counts,
      };
    }),
  };
}

/** The national sets, complete and with a third of the facts missing. */
export async function compareEngines(
  rulesets: readonly Ruleset[],
  options: EngineOptions,
): Promise<EngineTable[]> {
  const tables: EngineTable[] = [];
  for (const ruleset of rulesets) {
    const rules = benchRules(ruleset);
    for (const missing of [0, 1 / 3]) tables.push(await table(rules, missing, options));
  }
  return tables;
}
