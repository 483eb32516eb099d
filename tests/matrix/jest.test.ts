import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { consumer, lendFastCheck, writeInConsumer } from '../packaged/consumer.js';
import { snapshotJson } from '../packaged/snapshot.js';

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { assertionResults: { fullName: string; failureMessages: string[] }[] }[];
}

const GUIDE = readFileSync('docs/guides/changing-a-ruleset-safely.md', 'utf8');
const [, EXAMPLE = ''] = /^```js jest\n([\s\S]*?)^```$/m.exec(GUIDE) ?? [];

/** Answers on record that are not those the ruleset gives. */
const BROKEN = `
const { describeRuleset, recordAnswers } = require('ntm-rules/testing');
const { getRuleset } = require('ntm-rules');
const ruleset = getRuleset('vn/commune-ntm/2021-2025');
const recorded = recordAnswers(ruleset, { cases: 5 });
const answers = { ...recorded, answers: recorded.answers.map((one) => ({ ...one, set: 'm' })) };
describeRuleset(ruleset, { numRuns: 5, answers, locale: 'en' });`;

/** Values of jest's own realm, as its tests make them. */
const REALM = `
const { evaluate, parseSnapshot } = require('ntm-rules');
const { readTable } = require('ntm-rules/table');
test('values of tests are taken as plain JSON', () => {
  const snapshot = ${snapshotJson};
  expect(parseSnapshot(snapshot).ok).toBe(true);
  expect(evaluate(snapshot, 'vn/commune-ntm/2021-2025').totals.criteria.total).toBe(19);
});
test('bytes are taken as a table', () => {
  const bytes = new TextEncoder().encode('Tên xã;Tỉnh;Ngày đánh giá;Tổng số hộ\\nXã A;Lào Cai;30/06/2024;1200\\n');
  expect(readTable(bytes).snapshots).toHaveLength(1);
  expect(readTable(Buffer.from(bytes)).snapshots).toHaveLength(1);
});`;

describe('jest', () => {
  beforeAll(lendFastCheck);
  const jest = join(inject('versions'), 'node_modules', 'jest', 'bin', 'jest.js');
  const run = (name: string, code: string): JestReport => {
    writeInConsumer(name, code);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [jest, '--rootDir', consumer, '--json', '--testMatch', `**/${name}`, '--ci'],
      { cwd: consumer, encoding: 'utf8' },
    );
    if (!stdout.startsWith('{')) throw new Error(stderr);
    return JSON.parse(stdout) as JestReport;
  };

  test('runs the example of the guide: ten laws, all kept', () => {
    expect(run('guide.test.cjs', EXAMPLE)).toMatchObject({ numPassedTests: 10, numFailedTests: 0 });
  });
  test('tells which law is broken, in both languages, with what makes the unit again', () => {
    const { numFailedTests, testResults } = run('broken.test.cjs', BROKEN);
    expect(numFailedTests).toBe(1);
    const failed = testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(({ failureMessages }) => failureMessages.length > 0),
    );
    expect(failed.map(({ fullName }) => fullName)).toEqual([expect.stringContaining('version-stable')]);
    const [told = ''] = failed[0]?.failureMessages ?? [];
    expect(told).toMatch(/vn\/commune-ntm\/2021-2025@[\d-]+#\d+ · version-stable/);
    expect(told).toMatch(/xã/i);
  });
  test('hands over values of its own realm', () => {
    expect(run('realm.test.cjs', REALM)).toMatchObject({ numPassedTests: 2, numFailedTests: 0 });
  });
});
