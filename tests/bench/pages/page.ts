import type { BenchResults } from '../results.js';
import type { EngineRow, EngineTable } from '../sections/engines.js';
import { targetsOf } from '../targets.js';
import { count, figure, kilobytes, percent, table, times } from './table.js';

const wrong = ({ agreement: { decided, differing, compared } }: EngineRow): string =>
  differing === 0
    ? 'none'
    : `${percent(differing / compared)} (${count(decided.met)} met, ${count(decided.unmet)} unmet)`;

function engineTable({ ruleset, indicators, missing, rows, leftOut }: EngineTable): string {
  const out = leftOut.length > 0 ? `; left out: ${leftOut.join(', ')}` : '';
  const heading = `### ${ruleset}, ${missing === 0 ? 'every fact known' : 'a third of the facts missing'}`;
  const units = (rows[0]?.agreement.compared ?? 0) / indicators;
  const cells = rows.map((row) => [
    row.engine,
    figure(row.microseconds),
    `± ${percent(row.spread / 2)}`,
    times(row.ratio),
    wrong(row),
  ]);
  return `${heading}

${indicators} indicators${out}; ${count(units)} made-up communes compared.

${table(['', 'µs a unit', 'middle half', 'beside the first', 'unknown called known'], cells)}`;
}

function setting({ setting: own }: BenchResults): string {
  const [before, after] = own.load.map((load) => load.toFixed(1));
  const versions = Object.entries(own.versions).map(([name, version]) => `${name} ${version}`);
  const busy =
    Math.max(...own.load) > own.processors ? ' **The machine was busy: read ratios, not times.**' : '';
  return `${own.mode === 'quick' ? 'A quick run' : 'A full run'} of ${figure(own.seconds)} s on Node ${own.node}, ${own.processor} (${own.processors} processors), load ${before} before and ${after} after.${busy} ${versions.join(', ')}.`;
}

function targets(results: BenchResults): string {
  const rows = targetsOf(results).map(({ what, bound, found, reached }) => [
    what,
    bound,
    found,
    reached ? 'yes' : '**no**',
  ]);
  return `## What we want to keep\n\n${table(['', 'bound', 'found', 'reached'], rows)}`;
}

/** The page's sections, as far as they were measured. */
export function page(results: BenchResults): string {
  const {
    engines,
    columnar,
    compiling,
    bundles,
    imports,
    indicators,
    snapshots,
    database,
    memory,
    programme,
    tables,
  } = results;
  const parts = [setting(results), targets(results)];
  if (engines) parts.push(`## Beside other engines\n\n${engines.map(engineTable).join('\n\n')}`);
  if (columnar)
    parts.push(
      `## The columnar form

The same units as snapshots and as rows of a table, compared in every indicator first; columns are judged ${count(columnar[0]?.rows ?? 0)} rows at a time. A row is read each time it is judged; a snapshot is read once and then remembered, so that both are told.

${table(
  [
    '',
    'facts',
    'columns, µs a unit',
    'outcomes, the first time',
    'columns beside them',
    'outcomes, again',
    'columns beside them',
  ],
  columnar.map(({ ruleset, missing, outcomes, columns, first }) => [
    ruleset,
    missing === 0 ? 'all' : 'a third missing',
    figure(columns),
    figure(first.outcomes),
    times(first.outcomes / columns),
    figure(outcomes),
    times(outcomes / columns),
  ]),
)}

## Judged for the first time

Parsed snapshots, each judged once: its facts are read, and hashed where everything is read. Microseconds a unit.

${table(
  ['', 'facts', 'outcomes', 'evaluate', 'evaluate, all read'],
  columnar.map(({ ruleset, missing, first }) => [
    ruleset,
    missing === 0 ? 'all' : 'a third missing',
    figure(first.outcomes),
    figure(first.evaluate),
    figure(first.allRead),
  ]),
)}`,
    );
  if (database)
    parts.push(
      `## Beside DuckDB

${database.ruleset}, every figure supplied, a fifth of the facts missing; ${count(database.compared)} communes compared in every indicator, then repeated.

${table(
  ['', 'rows', 'seconds by the clock', 'seconds of processor time', 'µs of it a row'],
  database.rows.map(({ name, rows, seconds, processorSeconds }) => [
    name,
    count(rows),
    figure(seconds),
    figure(processorSeconds),
    figure((processorSeconds * 1e6) / rows),
  ]),
)}`,
    );
  if (indicators)
    parts.push(
      `## From one indicator to a thousand

${table(
  ['indicators', 'compile, µs', 'evaluate, µs', 'outcomes, µs', 'outcomes, µs an indicator'],
  indicators.map((one) => [
    count(one.indicators),
    figure(one.compile),
    figure(one.evaluate),
    figure(one.outcomes),
    figure(one.outcomesPerIndicator),
  ]),
)}`,
    );
  if (snapshots)
    parts.push(
      `## From a thousand snapshots to a million

${table(
  ['snapshots', 'outcomes, seconds', 'µs each'],
  snapshots.map((one) => [count(one.snapshots), figure(one.seconds), figure(one.microsecondsEach)]),
)}`,
    );
  if (memory)
    parts.push(
      `## Memory of a stream

${count(memory.evaluations)} evaluations, one after the other, none kept: ${figure(memory.seconds)} s, at most ${figure(memory.megabytesPeak)} MB for the whole process, of which ${figure(memory.megabytesBefore)} MB before the first; at most ${figure(memory.megabytesHeapPeak)} MB of heap.`,
    );
  if (programme)
    parts.push(
      `## The whole programme on one core

Every unit through its tiers, rolled up and summarised; at most ${count(programme.megabytesPeak)} MB.

${table(
  ['', 'units', 'tiers', 'seconds', 'µs a unit'],
  programme.rows.map(({ of, units, tiers, seconds }) => [
    of,
    count(units),
    String(tiers),
    figure(seconds),
    figure((seconds * 1e6) / units),
  ]),
)}`,
    );
  if (tables)
    parts.push(
      `## Tables through the command line

Made-up communes by 60 columns, read, judged through three tiers and written, each in a process of its own.

${table(
  ['from and to', 'units', 'seconds by the clock', 'seconds of processor time', 'most memory, MB'],
  tables.map((one) => [
    `${one.from} to ${one.to}`,
    count(one.rows),
    figure(one.seconds),
    figure(one.processorSeconds),
    figure(one.megabytesPeak),
  ]),
)}`,
    );
  if (compiling)
    parts.push(
      `## Compiling

Milliseconds. Cold: the first thing a fresh process does.

${table(
  ['', 'read, cold', 'compile, cold', 'first outcomes', 'compile, warm'],
  compiling.map(({ ruleset, cold, warm }) => [
    ruleset,
    figure(cold.read),
    figure(cold.compile),
    figure(cold.firstOutcomes),
    figure(warm),
  ]),
)}`,
    );
  if (bundles)
    parts.push(
      `## Bundles

Minified and gzipped, for a browser; packages by their share before gzip.

${table(
  ['', 'own code', 'with dependencies', 'dependencies'],
  bundles.map(({ entry, own, whole, packages }) => [
    entry,
    kilobytes(own),
    kilobytes(whole),
    Object.entries(packages)
      .map(([name, bytes]) => `${name} ${kilobytes(bytes)}`)
      .join(', '),
  ]),
)}`,
    );
  if (imports)
    parts.push(
      `## Loading

Milliseconds to import in a fresh process.

${table(
  ['', 'with dependencies', 'own code'],
  imports.map(({ module, milliseconds, own }) => [
    module,
    figure(milliseconds),
    own === undefined ? '' : figure(own),
  ]),
)}`,
    );
  return parts.join('\n\n');
}

const [BEGIN, END] = ['<!-- measured: begin -->', '<!-- measured: end -->'];

/** The document with what was measured put between its marks. */
export function withMeasured(document: string, measured: string): string {
  const [start, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`the page has no place between ${BEGIN} and ${END}`);
  return `${document.slice(0, start + BEGIN.length)}\n\n${measured}\n\n${document.slice(end)}`;
}
