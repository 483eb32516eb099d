/**
 * Everything that is measured, in one run.
 *
 *     npm run bench                      measures, and writes docs/benchmarks.md and docs/benchmarks.json
 *     npm run bench -- --quick           a fast look: fewer rounds, smaller counts, nothing written
 *     npm run bench -- --only engines    one section or several, with commas; nothing written
 *     npm run bench -- --million          lets the stream of evaluations run to its end, not for a minute
 *     npm run bench -- --write           writes what is measured, whichever way
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { getRuleset } from '../../src/shipped.js';
import { inChild } from './child.js';
import { ENGINES } from './engines/all-engines.js';
import { NATIONAL_SETS } from './national-sets.js';
import { page, withMeasured } from './pages/page.js';
import type { BenchResults, Programme, StreamedMemory } from './results.js';
import { compareColumns } from './sections/columnar.js';
import { compileTimes } from './sections/compiling.js';
import { compareWithDatabase } from './sections/database.js';
import { compareEngines } from './sections/engines.js';
import { growIndicators, growSnapshots } from './sections/growth.js';
import { bundleSizes, importTimes } from './sections/package.js';
import { judgeTables } from './sections/tables.js';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string' },
    write: { type: 'boolean' },
    million: { type: 'boolean' },
  },
});
const isQuick = values.quick === true;
const only = values.only?.split(',');

const [, advanced] = NATIONAL_SETS;
const rulesets = NATIONAL_SETS.map(({ id, version }) => getRuleset(id, { version }));
const largest = getRuleset(advanced.id, advanced);
const rounds = isQuick ? { rounds: 5, slice: 20, warm: 400 } : { rounds: 9, slice: 30, warm: 500 };
const processes = isQuick ? 3 : 7;
const patience = String(values.million ? Number.MAX_SAFE_INTEGER : isQuick ? 10 : 60);
const stream = String(isQuick ? 10_000 : 1_000_000);

const sections = {
  engines: () => compareEngines(rulesets, { ...rounds, units: isQuick ? 40 : 200 }),
  columnar: () => compareColumns(rulesets, { ...rounds, rows: isQuick ? 20_000 : 100_000 }),
  compiling: () => compileTimes(rulesets, { ...rounds, processes }),
  indicators: () => growIndicators(largest, rounds),
  snapshots: async () => growSnapshots(largest, isQuick ? 20_000 : 1_000_000),
  database: () =>
    compareWithDatabase(largest, { count: isQuick ? 10_000 : 100_000, rounds: isQuick ? 3 : 5 }),
  bundles: bundleSizes,
  imports: () => importTimes(processes),
  programme: () => inChild<Programme>('national-programme', [isQuick ? '0.02' : '1']),
  tables: () => judgeTables(isQuick ? 1_060 : 10_600),
  memory: () => inChild<StreamedMemory>('streamed-memory', [advanced.id, advanced.version, stream, patience]),
};

const unknown = only?.filter((name) => !(name in sections)) ?? [];
if (unknown.length > 0)
  throw new Error(`no section ${unknown.join(', ')}; there are ${Object.keys(sections).join(', ')}`);

const start = performance.now();
const before = loadavg()[0] ?? 0;
const measured: Record<string, unknown> = {};
for (const [name, measure] of Object.entries(sections)) {
  if (only && !only.includes(name)) continue;
  const begun = performance.now();
  measured[name] = await measure();
  process.stderr.write(`${name.padEnd(12)} ${((performance.now() - begun) / 1000).toFixed(1)} s\n`);
}

const { devDependencies, dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
  dependencies: Record<string, string>;
};
const versions = { ...devDependencies, ...dependencies };
const packages = [...new Set(ENGINES.flatMap((one) => one.package ?? [])), '@duckdb/node-api'];
const results: BenchResults = {
  setting: {
    mode: isQuick ? 'quick' : 'full',
    node: process.versions.node,
    processor: cpus()[0]?.model ?? 'unknown',
    processors: cpus().length,
    load: [before, loadavg()[0] ?? 0],
    seconds: (performance.now() - start) / 1000,
    versions: Object.fromEntries(packages.map((name) => [name, versions[name] ?? ''])),
  },
  ...measured,
};

const text = page(results);
process.stdout.write(`${text}\n`);
if (values.write || (!isQuick && !only)) {
  const path = 'docs/benchmarks.md';
  writeFileSync(path, withMeasured(readFileSync(path, 'utf8'), text));
  writeFileSync('docs/benchmarks.json', `${JSON.stringify(results, undefined, 2)}\n`);
}
