/** Evaluates a stream of snapshots for as long as it may, keeps none, and tells the most memory it ever held. */
import { compile, type Snapshot } from '../../../src/core.js';
import { getRuleset } from '../../../src/shipped.js';
import { processorTime } from '../processor-time.js';
import { seededSnapshots } from '../seeded-snapshots.js';

const [id = '', version = '', count = '', limit = ''] = process.argv.slice(2);
const POOL = 100;
const ruleset = getRuleset(id, { version });
const pool = seededSnapshots(ruleset, { count: POOL, missing: 0.2 });
const evaluator = compile(ruleset);
const megabytes = (bytes: number) => Math.round(bytes / 1e5) / 10;

/** A snapshot of its own for every unit, as a reader of a file would make them. */
function* stream(): Generator<Snapshot> {
  for (let at = 0; at < Number(count); at += 1) {
    const { unit, facts, ...rest } = pool[at % POOL] as Snapshot;
    yield { ...rest, unit: { ...unit, code: String(at) }, facts: { ...facts } };
  }
}

const before = process.memoryUsage.rss();
const start = processorTime();
let [evaluations, met, heap] = [0, 0, 0];
for (const { outcome } of evaluator.evaluateAll(stream())) {
  evaluations += 1;
  if (outcome === 'met') met += 1;
  if (evaluations % 1000 !== 0) continue;
  heap = Math.max(heap, process.memoryUsage().heapUsed);
  if (processorTime() - start > Number(limit) * 1000) break;
}
const seconds = (processorTime() - start) / 1000;
process.stdout.write(
  JSON.stringify({
    evaluations,
    met,
    seconds,
    megabytesBefore: megabytes(before),
    megabytesPeak: megabytes(process.resourceUsage().maxRSS * 1024),
    megabytesHeapPeak: megabytes(heap),
  }),
);
