import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { consumer, installed, lendFastCheck, writeInConsumer } from '../packaged/consumer.js';
import { snapshotJson } from '../packaged/snapshot.js';
import { NODES } from './versions.js';

const RULESET = 'vn/commune-ntm/2021-2025';
const judged = `
const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
const own = compile(ruleset).evaluate(parsed.value);
const { snapshots } = readTable('Tên xã;Tỉnh;Ngày đánh giá;Tổng số hộ\\nXã A;Lào Cai;30/06/2024;1200\\n');
const byId = all.evaluate(${snapshotJson}, '${RULESET}');
const sql = toSql(ruleset, { dialect: 'duckdb' });
evaluateWithEngine(${snapshotJson}, '${RULESET}').then((engine) => done({
  version: process.versions.node,
  criteria: own.totals.criteria.total,
  insured: byId.criteria.flatMap((one) => one.indicators).find((one) => one.id === '15.1').outcome,
  same: JSON.stringify(engine) === JSON.stringify(byId),
  sql: sql.includes('SELECT'),
  read: snapshots.length,
}));`;
const esm = `
import * as all from 'ntm-rules';
import { compile, parseSnapshot } from 'ntm-rules/core';
import { evaluateWithEngine } from 'ntm-rules/json-rules-engine';
import { toSql } from 'ntm-rules/sql';
import { readTable } from 'ntm-rules/table';
import ruleset from 'ntm-rules/rulesets/${RULESET}';`;
const cjs = `
const all = require('ntm-rules');
const { compile, parseSnapshot } = require('ntm-rules/core');
const { evaluateWithEngine } = require('ntm-rules/json-rules-engine');
const { toSql } = require('ntm-rules/sql');
const { readTable } = require('ntm-rules/table');
const { default: ruleset } = require('ntm-rules/rulesets/${RULESET}');`;
const print = 'const done = (found) => console.log(JSON.stringify(found));';
const post = (parentPort: string): string => `const done = (found) => ${parentPort}.postMessage(found);`;
const inWorker = (file: string): string => `
import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('./${file}', import.meta.url));
worker.once('message', (found) => console.log(JSON.stringify(found)));`;

describe.each(NODES)('Node %s', (version) => {
  const node = join(inject('versions'), 'node_modules', `node-${version}`, 'bin', 'node');
  const run = (...args: string[]): string =>
    execFileSync(node, args, { cwd: consumer, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
  const found = { version, criteria: 19, insured: 'met', same: true, sql: true, read: 1 };

  test.each([
    ['an ES module', 'mjs', `${esm}\n${print}\n${judged}`],
    ['a CommonJS module', 'cjs', `${cjs}\n${print}\n${judged}`],
  ])('%s judges a commune through every way in', (_, suffix, script) => {
    expect(JSON.parse(run(writeInConsumer(`matrix.${suffix}`, script)))).toEqual(found);
  });

  test.each([
    [
      'an ES module',
      'mjs',
      `${esm}\nimport { parentPort } from 'node:worker_threads';\n${post('parentPort')}\n${judged}`,
    ],
    ['a CommonJS module', 'cjs', `${cjs}\n${post("require('node:worker_threads').parentPort")}\n${judged}`],
  ])('%s judges a commune in a worker', (_, suffix, script) => {
    const name = `matrix-worker.${suffix}`;
    writeInConsumer(name, script);
    expect(JSON.parse(run(writeInConsumer(`matrix-start-${suffix}.mjs`, inWorker(name))))).toEqual(found);
  });

  test('the command ntm judges a file', () => {
    const path = writeInConsumer('matrix.snapshot.json', snapshotJson);
    const cli = join(installed, 'dist', 'cli.js');
    expect(JSON.parse(run(cli, 'evaluate', path, '--ruleset', RULESET, '--json'))).toMatchObject({
      ruleset: { id: RULESET },
    });
  });

  test('the testing kit tries a law', () => {
    lendFastCheck();
    const script = writeInConsumer(
      'matrix-kit.mjs',
      `import { LAWS } from 'ntm-rules/testing';
       import ruleset from 'ntm-rules/rulesets/${RULESET}';
       console.log(LAWS.find(({ id }) => id === 'total').check(ruleset, { numRuns: 5, seed: 1 }).law);`,
    );
    expect(run(script).trim()).toBe('total');
  });
});
