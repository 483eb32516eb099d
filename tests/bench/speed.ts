/**
 * How fast the engine is beside json-rules-engine, in one run on one machine; ratios, not times, are what to read.
 *
 *     npx esbuild tests/bench/speed.ts --bundle --platform=node --format=esm --packages=external \
 *       --outfile=node_modules/.cache/ntm-rules/bench/speed.js && node node_modules/.cache/ntm-rules/bench/speed.js
 */
import { readLaw } from '../../src/build/read-rulesets.js';
import { compile, type Ruleset } from '../../src/core.js';
import { flatFacts, judgeWithRulesEngine, rulesEngineFor } from './rules-engine-baseline.js';
import { seededSnapshots } from './seeded-snapshots.js';
import { withEveryFigure } from './supplied-figures.js';

const REGION = 'red-river-delta';
const YEAR = 2023;
const ROUNDS = 7;

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** Microseconds for one snapshot: the rounds of all contestants alternate, so that they share the machine's noise. */
async function compare(
  contestants: Readonly<Record<string, { run: () => unknown | Promise<unknown>; per: number }>>,
): Promise<Record<string, number>> {
  const times: Record<string, number[]> = {};
  for (let round = -2; round < ROUNDS; round += 1) {
    for (const [name, { run, per }] of Object.entries(contestants)) {
      const start = performance.now();
      await run();
      const spent = ((performance.now() - start) * 1000) / per;
      times[name] ??= [];
      if (round >= 0) times[name].push(spent);
    }
  }
  return Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)]));
}

async function measure(label: string, ruleset: Ruleset, missing: number): Promise<void> {
  const snapshots = seededSnapshots(ruleset, { count: 200, missing, year: YEAR });
  const evaluator = compile(ruleset);
  const { engine, judged } = rulesEngineFor(ruleset, { region: REGION, year: YEAR });
  const flat = snapshots.map((snapshot) => flatFacts(ruleset, snapshot));
  let different = 0;
  for (const [index, snapshot] of snapshots.slice(0, 20).entries()) {
    const theirs = await judgeWithRulesEngine(engine, flat[index] as Record<string, unknown>);
    const ours = evaluator.outcomes(snapshot).indicators;
    for (const id of judged)
      if ((theirs.get(id) ?? 'unknown') !== ours[evaluator.layout.indicators.indexOf(id)]) different += 1;
  }
  const times = await compare({
    'json-rules-engine': {
      run: async () => {
        for (const facts of flat.slice(0, 10)) await judgeWithRulesEngine(engine, facts);
      },
      per: 10,
    },
    evaluate: {
      run: () => {
        for (const snapshot of snapshots) evaluator.evaluate(snapshot);
      },
      per: snapshots.length,
    },
    outcomes: {
      run: () => {
        for (let again = 0; again < 20; again += 1)
          for (const snapshot of snapshots) evaluator.outcomes(snapshot);
      },
      per: snapshots.length * 20,
    },
  });
  const theirs = times['json-rules-engine'] as number;
  console.log(
    `${label}: ${judged.length} indicators as rules, ${different} outcomes differ in 20 snapshots\n` +
      Object.entries(times)
        .map(
          ([name, time]) =>
            `  ${name.padEnd(18)} ${time.toFixed(2).padStart(10)} µs  ${(theirs / time).toFixed(1).padStart(8)} ×`,
        )
        .join('\n'),
  );
}

const law = readLaw();
for (const key of ['vn/commune-ntm/2021-2025@2022-03-08', 'vn/commune-advanced/2021-2025@2022-03-08']) {
  const found = law.rulesets.find(({ ruleset }) => `${ruleset.id}@${ruleset.version}` === key);
  if (!found) throw new Error(key);
  for (const missing of [0, 1 / 3]) {
    const named = missing === 0 ? 'complete' : 'a third missing';
    await measure(`${key} as shipped, ${named}`, found.ruleset, missing);
    await measure(`${key} every figure supplied, ${named}`, withEveryFigure(found.ruleset), missing);
  }
}
