/**
 * Changes every figure, operator, group and column of every shipped ruleset, one at a time, and asks whether the
 * examples beside the ruleset notice; then everything else that decides (recognition, revocation, ladders, targets,
 * standards, facts, days, what figures rest on), and asks what is written down a second time.
 *
 *     npm run mutate:rulesets                        all, recorded in docs/quality/ruleset-mutation.json
 *     npm run mutate:rulesets -- vn/commune-ntm      sets whose id begins so; nothing is recorded
 */
import { getRuleset } from '../../../src/index.js';
import { exampleFiles, readExamples } from '../../rulesets/examples.js';
import { measuredOn } from '../measured-on.js';
import { writeRecord } from '../record.js';
import { isNoticed } from './noticed.js';
import { rulesetMutants } from './ruleset-mutants.js';
import { tryParts } from './said-again.js';

const [wanted] = process.argv.slice(2);
const rulesets: { ruleset: string; kinds: Record<string, { noticed: number; of: number }> }[] = [];
const survivors: string[] = [];

for (const path of exampleFiles()) {
  const file = readExamples(path);
  if (wanted !== undefined && !file.ruleset.startsWith(wanted)) continue;
  const begun = performance.now();
  const kinds: Record<string, { noticed: number; of: number }> = {};
  const mutants = rulesetMutants(getRuleset(file.ruleset));
  for (const mutant of mutants) {
    const noticed = isNoticed(mutant, file);
    kinds[mutant.kind] ??= { noticed: 0, of: 0 };
    const count = kinds[mutant.kind] as { noticed: number; of: number };
    count.of += 1;
    if (noticed) count.noticed += 1;
    else {
      const survivor = `${file.ruleset} ${mutant.indicator ?? '-'} ${mutant.kind}: ${mutant.says}`;
      survivors.push(survivor);
      console.log(survivor);
    }
  }
  rulesets.push({ ruleset: file.ruleset, kinds });
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  process.stderr.write(`${file.ruleset}: ${mutants.length} changes in ${seconds} s\n`);
}

const totals: Record<string, { noticed: number; of: number }> = {};
for (const { kinds } of rulesets)
  for (const [kind, { noticed, of }] of Object.entries(kinds)) {
    totals[kind] ??= { noticed: 0, of: 0 };
    const total = totals[kind] as { noticed: number; of: number };
    total.noticed += noticed;
    total.of += of;
  }
if (wanted === undefined) {
  const parts = tryParts();
  Object.assign(totals, parts.totals);
  survivors.push(...parts.survivors);
  for (const survivor of parts.survivors) console.log(survivor);
}
console.log(JSON.stringify(totals));
if (wanted === undefined) writeRecord('ruleset-mutation', { ...measuredOn(), totals, survivors, rulesets });
