import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { consumer, lendFastCheck, runInConsumer, writeInConsumer } from './consumer.js';

const id = 'vn/commune-ntm/2021-2025';

test('fast-check is no dependency that everybody installs', () => {
  const lock = JSON.parse(readFileSync(join(consumer, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, unknown>;
  };
  expect(Object.keys(lock.packages)).toContain('node_modules/decimal.js');
  expect(Object.keys(lock.packages)).not.toContain('node_modules/fast-check');
});

describe('ntm-rules/testing', () => {
  beforeAll(lendFastCheck);

  test.each([
    {
      kind: 'an ES module',
      suffix: 'mjs',
      load: `import fc from 'fast-check';
        import { compile } from 'ntm-rules/core';
        import { LAWS, LawBroken, snapshotsFor } from 'ntm-rules/testing';
        import ruleset from 'ntm-rules/rulesets/${id}';`,
    },
    {
      kind: 'a CommonJS module',
      suffix: 'cjs',
      load: `const fc = require('fast-check');
        const { compile } = require('ntm-rules/core');
        const { LAWS, LawBroken, snapshotsFor } = require('ntm-rules/testing');
        const { default: ruleset } = require('ntm-rules/rulesets/${id}');`,
    },
  ])('makes units and tries laws from $kind', ({ suffix, load }) => {
    const script = `${load}
      const [snapshot] = fc.sample(snapshotsFor(ruleset, { completeness: 1, plain: true }), { numRuns: 1, seed: 1 });
      const run = LAWS.find(({ id }) => id === 'boundary-exact').check(ruleset, { numRuns: 20, seed: 1 });
      console.log(JSON.stringify({
        total: compile(ruleset).outcomes(snapshot).totals.criteria.total,
        law: run.law,
        telling: run.telling > 20,
        laws: LAWS.length,
        error: typeof LawBroken,
      }));`;
    expect(runInConsumer(`kit.${suffix}`, script)).toEqual({
      total: 19,
      law: 'boundary-exact',
      telling: true,
      laws: 10,
      error: 'function',
    });
  });

  test('describes a ruleset under node:test', () => {
    const path = writeInConsumer(
      'kit.test.mjs',
      `import { describe, it } from 'node:test';
       import { describeRuleset } from 'ntm-rules/testing';
       import ruleset from 'ntm-rules/rulesets/vn/village-ntm/2018-2020';
       describeRuleset(ruleset, { describe, it, numRuns: 20, locale: 'en' });`,
    );
    const output = execFileSync(process.execPath, ['--test', '--test-reporter=tap', path], {
      cwd: consumer,
      encoding: 'utf8',
    });
    expect(output).toMatch(/^# pass 10$/m);
    expect(output).toMatch(/^# fail 0$/m);
    expect(output).toContain('boundary-exact: at a boundary and just beside it the words of the law decide');
  });

  test('comes with types of its own', () => {
    for (const kind of ['d.ts', 'd.cts'])
      expect(existsSync(join(consumer, 'node_modules', 'ntm-rules', 'dist', `testing.${kind}`))).toBe(true);
  });
});
