/** The first set a process reads, compiles and judges by: what a command line or a cold function pays. */
import { compile, type Snapshot } from '../../../src/core.js';
import { getRuleset } from '../../../src/shipped.js';
import { processorTime } from '../processor-time.js';

const [id = '', version = ''] = process.argv.slice(2);
const snapshot: Snapshot = {
  unit: { level: 'commune', code: '1', name: 'Xã', province: 'Nam Định' },
  assessedOn: '2024-01-24',
  year: 2023,
  facts: {},
};

const start = processorTime();
const ruleset = getRuleset(id, { version });
const read = processorTime();
const evaluator = compile(ruleset);
const compiled = processorTime();
evaluator.outcomes(snapshot);
const judged = processorTime();
process.stdout.write(
  JSON.stringify({ read: read - start, compile: compiled - read, firstOutcomes: judged - compiled }),
);
