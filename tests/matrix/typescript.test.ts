import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { consumer, installed, lendFastCheck, writeInConsumer } from '../packaged/consumer.js';
import { snapshotJson } from '../packaged/snapshot.js';
import { TYPESCRIPTS, TYPESCRIPTS_FOR_BUNDLERS } from './versions.js';

const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
const entries = Object.keys(exports).filter((entry) => /^\.(\/[a-z-]+)?$/.test(entry));

/** Every entry, and enough of each kind of type to notice that one is not what it says. */
const program = `
${entries.map((entry, at) => `import * as entry${at} from 'ntm-rules${entry.slice(1)}';`).join('\n')}
import { compile, evaluate, getRuleset, NtmError, type Problem } from 'ntm-rules';
import { compile as compileAlone, parseSnapshot, type Evaluation, type Outcome, type Snapshot } from 'ntm-rules/core';
import ruleset, { versions } from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';

void [${entries.map((_, at) => `entry${at}`).join(', ')}, versions.length];
const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
if (parsed.ok) {
  const snapshot: Snapshot = parsed.value;
  const result: Evaluation = compileAlone(ruleset).evaluate(snapshot);
  const outcome: Outcome = compile(getRuleset('vn/commune-ntm/2021-2025')).outcomes(snapshot).outcome;
  const told: 'met' | 'unmet' | 'unknown' = outcome;
  void [told, result.totals.criteria.total + 1];
} else {
  const problems: Problem[] = parsed.errors;
  throw new NtmError(problems);
}
// @ts-expect-error an outcome is none of these
const wrong: 'yes' | 'no' = evaluate({}, 'vn/commune-ntm/2021-2025').outcome;
// @ts-expect-error a ruleset is not a number
compileAlone(5);
void wrong;
`;

describe.each(TYPESCRIPTS)('TypeScript %s', (version) => {
  beforeAll(lendFastCheck);
  // By its own path: an alias has no .bin entry of its own.
  const home = join(inject('versions'), 'node_modules', `typescript-${version}`);
  const { bin } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { bin: { tsc: string } };

  const resolutions: [string, string[], string[]][] = [
    ['as Node resolves it, from ES modules and CommonJS', ['--module', 'nodenext'], ['mts', 'cts']],
  ];
  if (TYPESCRIPTS_FOR_BUNDLERS.includes(version))
    resolutions.push([
      'as bundlers resolve it',
      ['--module', 'esnext', '--moduleResolution', 'bundler'],
      ['ts'],
    ]);

  test.each(resolutions)('a strict project compiles against the package %s', (_, resolution, suffixes) => {
    const files = suffixes.map((suffix) => writeInConsumer(`matrix-types.${suffix}`, program));
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const target = ['--target', 'es2022', '--lib', 'es2022,dom'];
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      [join(home, bin.tsc), '--noEmit', ...strict, ...target, ...resolution, ...files],
      { cwd: consumer, encoding: 'utf8' },
    );
    expect(stdout + stderr).toBe('');
    expect(status).toBe(0);
  });
});
