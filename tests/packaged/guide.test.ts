import { execFileSync } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { consumer, lendFastCheck, writeInConsumer } from './consumer.js';

const GUIDE = readFileSync('docs/guides/changing-a-ruleset-safely.md', 'utf8');

/** The examples of the guide that are marked for one way of running them. */
function examples(kind: string): string[] {
  return [...GUIDE.matchAll(/^```js (\S+)\n([\s\S]*?)^```$/gm)]
    .filter(([, marked]) => marked === kind)
    .map(([, , code]) => code ?? '');
}

const run = (args: string[], env = {}): string =>
  execFileSync(process.execPath, args, { cwd: consumer, encoding: 'utf8', env: { ...process.env, ...env } });

describe('the guide on changing a ruleset', () => {
  beforeAll(() => {
    lendFastCheck();
    copyFileSync(
      'docs/examples/lao-cai-commune-advanced-2018-2020.ruleset.json',
      join(consumer, 'our.ruleset.json'),
    );
  });

  test('has an example for every framework', () => {
    expect(['vitest', 'jest', 'node:test', 'plain'].map((kind) => examples(kind).length)).toEqual([
      1, 1, 1, 3,
    ]);
  });

  test.each(examples('plain').map((code, at) => [at, code] as const))(
    'example %i runs as it stands',
    (at, code) => {
      const path = writeInConsumer(`guide-${at}.mjs`, code);
      const output = run([path]);
      if (code.includes('telling'))
        expect(output.match(/^[a-z-]+: \d+ units, \d+ of them telling$/gm)).toHaveLength(10);
      if (code.includes('boundaryCasesFor')) expect(output).toMatch(/asks for .*\ntrue\n$/);
    },
  );

  test('the example for node:test passes', () => {
    const path = writeInConsumer('guide.node.test.mjs', examples('node:test')[0] ?? '');
    expect(run(['--test', '--test-reporter=tap', path])).toMatch(/^# pass 10\n# fail 0$/m);
  });

  test('the example for jest passes where describe and it are global, as they are in jest (see tests/matrix)', () => {
    const globals = writeInConsumer(
      'globals.cjs',
      'const { describe, it } = require("node:test"); Object.assign(globalThis, { describe, it });',
    );
    const path = writeInConsumer('guide.jest.test.cjs', examples('jest')[0] ?? '');
    expect(run(['--require', globals, '--test-reporter=tap', path])).toMatch(/^# pass 10\n# fail 0$/m);
  });

  test('the example for vitest passes', () => {
    symlinkSync(join(process.cwd(), 'node_modules', 'vitest'), join(consumer, 'node_modules', 'vitest'));
    writeInConsumer('guide.vitest.test.mjs', examples('vitest')[0] ?? '');
    const vitest = join(process.cwd(), 'node_modules', 'vitest', 'vitest.mjs');
    const output = run([vitest, 'run', '--root', consumer, 'guide.vitest.test.mjs', '--reporter=json']);
    expect(JSON.parse(output)).toMatchObject({ numPassedTests: 10, numFailedTests: 0 });
  });
});

/** The commands of one step of the workflow. */
function stepOf(name: string): string {
  const lines = readFileSync('docs/examples/ruleset-changes.workflow.yml', 'utf8').split('\n');
  const at = lines.findIndex((line) => line.includes(`- name: ${name}`));
  const body = lines.slice(at + 2);
  const end = body.findIndex((line) => line.trim() !== '' && !line.startsWith('          '));
  return body.slice(0, end).join('\n');
}

describe('the workflow for pull requests', () => {
  test('says whether changed files are sound, and what the changes do', () => {
    const git = (...args: string[]): string =>
      execFileSync(
        'git',
        ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false', ...args],
        {
          cwd: consumer,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        },
      );
    const file = join('rulesets', 'ours.json');
    mkdirSync(join(consumer, 'rulesets'));
    mkdirSync(join(consumer, 'snapshots'));
    cpSync('docs/examples/nam-son.snapshot.json', join(consumer, 'snapshots', 'nam-son.snapshot.json'));
    const text = readFileSync('rulesets/vn/commune-advanced/2021-2025/2022-03-08.json', 'utf8');
    writeInConsumer(file, text);
    git('init', '--quiet', '--initial-branch=main');
    git('add', 'rulesets', 'snapshots');
    git('commit', '--quiet', '-m', 'before');
    git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    const changed = text.replace('"revision": 0', '"revision": 1').replace(/("value": )98,/, '$199,');
    expect(changed).not.toBe(text.replace('"revision": 0', '"revision": 1'));
    writeInConsumer(file, changed);
    git('commit', '--quiet', '--all', '-m', 'after');
    const summary = join(consumer, 'summary.md');
    const env = {
      ...process.env,
      GITHUB_BASE_REF: 'main',
      GITHUB_STEP_SUMMARY: summary,
      RUNNER_TEMP: consumer,
      RULESETS: 'rulesets',
      SNAPSHOTS: 'snapshots',
    };
    // As GitHub runs the steps of a workflow that names bash as its shell.
    expect(readFileSync('docs/examples/ruleset-changes.workflow.yml', 'utf8')).toMatch(/^ {4}shell: bash$/m);
    const step = (name: string, base = 'main'): string =>
      execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', stepOf(name)], {
        cwd: consumer,
        encoding: 'utf8',
        env: { ...env, GITHUB_BASE_REF: base },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    expect(step('Changed files are sound')).toContain('rulesets/ours.json: ruleset · sound');
    step('What each change does');
    const told = readFileSync(summary, 'utf8');
    expect(told).toContain('### rulesets/ours.json');
    expect(told).toMatch(/Stricter \(1\)\n[\s\S]*≥ 98 % → ≥ 99 %/);
    expect(told).toMatch(/^1 unit: /m);

    // A branch that git cannot compare with is no branch without changes.
    for (const name of ['Changed files are sound', 'What each change does'])
      expect(() => step(name, 'nowhere'), name).toThrow(/origin\/nowhere/);

    // A file that was renamed is looked at like a new one.
    git('mv', file, join('rulesets', 'renamed.json'));
    git('commit', '--quiet', '-m', 'renamed');
    expect(step('Changed files are sound')).toContain('rulesets/renamed.json: ruleset · sound');
  });
});
