import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { expect, inject, test } from 'vitest';
import { consumer, installed, lendFastCheck, writeInConsumer } from './consumer.js';
import { snapshotJson } from './snapshot.js';

const bin = (name: string) => join(process.cwd(), 'node_modules', '.bin', name);

test('publint finds nothing wrong with package.json and the files it names', async () => {
  const { messages, pkg } = await publint({ pkgDir: installed, level: 'warning', strict: true });
  expect(messages.map((message) => formatMessage(message, pkg, { color: false }))).toEqual([]);
});

test('the types of every entry resolve as ESM and as CJS', () => {
  // `node16` leaves out resolution from before package exports existed.
  const entries = [
    '.',
    './core',
    './json-rules-engine',
    './testing',
    './report',
    './sql',
    './table',
    './rulesets/vn/commune-ntm/2021-2025',
    './rulesets/vn/commune-ntm/2021-2025/2022-03-08',
  ];
  const { status, stdout, stderr } = spawnSync(
    bin('attw'),
    [
      inject('tarball'),
      '--profile',
      'node16',
      '--format',
      'ascii',
      '--no-color',
      '--entrypoints',
      ...entries,
    ],
    { encoding: 'utf8' },
  );
  expect(status, stdout + stderr).toBe(0);
});

test.each([
  { kind: 'ESM', suffix: 'mts' },
  { kind: 'CommonJS', suffix: 'cts' },
])('a strict TypeScript project compiles against the package as $kind', ({ suffix }) => {
  lendFastCheck();
  const program = writeInConsumer(
    `program.${suffix}`,
    `import { compile, evaluate, getRuleset, listRulesets } from 'ntm-rules';
import { compile as compileAlone, parseSnapshot, type Evaluation } from 'ntm-rules/core';
import { evaluateWithEngine, fromJsonRulesEngine, outcomesOf, toEngine } from 'ntm-rules/json-rules-engine';
import { type Engine } from 'json-rules-engine';
import { type SqlColumn, sqlColumns, sqlRow, toSql } from 'ntm-rules/sql';
import { readTable, type TableReading, template } from 'ntm-rules/table';
import ruleset, { versions } from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';
import first from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025/2022-03-08';
import fc from 'fast-check';
import { describeRuleset, LAWS, type LawRun, snapshotsFor } from 'ntm-rules/testing';

const runs: LawRun[] = LAWS.map((law) => law.check(ruleset, { numRuns: 10 }));
fc.assert(fc.property(snapshotsFor(ruleset, { plain: true }), (made) => compileAlone(ruleset).outcomes(made).year > 2000));
describeRuleset(first, { describe: (_, tests) => tests(), it: (_, test) => test(), locale: 'en' });
void runs;

const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
if (parsed.ok) {
  const result: Evaluation = compileAlone(ruleset).evaluate(parsed.value);
  const again: Evaluation = compile(first).evaluate(parsed.value);
  const total: number = result.totals.criteria.total + again.totals.criteria.total;
  const outcome: 'met' | 'unmet' | 'unknown' = result.outcome;
  const columns: SqlColumn[] = sqlColumns(ruleset);
  const sql: string = toSql(ruleset, { dialect: 'duckdb', year: 2024 });
  void [columns, sql, sqlRow(parsed.value, ruleset)];
  void [total, outcome, versions.length, evaluate, getRuleset, listRulesets];
}
const table: TableReading = readTable('Tên xã;Tổng số hộ\\nXã A;1200\\n', { assessedOn: '2024-06-30' });
const form: Promise<Uint8Array> = template([ruleset], { locale: 'en' });
void [table.snapshots, form];
const engine: Engine = toEngine(ruleset, { region: 'red-river-delta', year: 2024 });
void engine.run({ 'health.insuredRate': 95.3 }).then((run) => outcomesOf(run).indicators['15.1']);
const unit = { level: 'commune' as const, name: 'Xã Ví Dụ' };
const facts = { 'health.insuredRate': async () => 95.3, 'poverty.poorHouseholds': 8 };
const judged: Promise<Evaluation> = evaluateWithEngine(
  { unit, assessedOn: '2024-06-30', facts },
  'vn/commune-ntm/2021-2025',
  { timeout: 1000, signal: new AbortController().signal },
);
const read = fromJsonRulesEngine([], {
  ruleset: { id: 'vn/commune-ntm/2026-2030', title: ruleset.title, period: ruleset.period },
});
void [judged, read.ok ? read.value.criteria : read.errors];
`,
  );
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
  const options = ['--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
  const compiled = spawnSync(bin('tsc'), [...flags, ...options, program], {
    cwd: consumer,
    encoding: 'utf8',
  });
  expect(compiled.stdout + compiled.stderr).toBe('');
});
