import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, inject, test } from 'vitest';
import { consumer, runInConsumer, writeInConsumer } from '../packaged/consumer.js';
import { snapshotJson } from '../packaged/snapshot.js';

const app = `
import { compile, parseSnapshot } from 'ntm-rules/core';
import ruleset from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';
const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
const { outcome, totals } = compile(ruleset).evaluate(parsed.value);
console.log(JSON.stringify({ outcome, criteria: totals.criteria.total }));`;

const from = (name: string): string =>
  JSON.stringify(pathToFileURL(join(inject('versions'), 'node_modules', name)).href);

/** A script that bundles `app.mjs` of the consumer into a file, with a bundler that stands elsewhere. */
const scripts: Readonly<Record<string, (input: string, output: string) => string>> = {
  rollup: (input, output) => `
    import { rollup } from ${from('rollup/dist/es/rollup.js')};
    import resolve from ${from('@rollup/plugin-node-resolve/dist/es/index.js')};
    import commonjs from ${from('@rollup/plugin-commonjs/dist/es/index.js')};
    const warnings = [];
    const bundle = await rollup({
      input: ${JSON.stringify(input)},
      plugins: [resolve({ browser: true }), commonjs()],
      onwarn: ({ code, message }) => {
        // What rollup says of other packages is theirs to mend; what cannot be resolved is ours.
        if (message.includes('ntm-rules/') || /UNRESOLVED|MISSING/.test(code)) warnings.push(code + ' ' + message);
      },
    });
    await bundle.write({ file: ${JSON.stringify(output)}, format: 'es' });
    if (warnings.length > 0) throw new Error(warnings.join('\\n'));`,
  webpack: (input, output) => `
    import webpack from ${from('webpack/lib/index.js')};
    const [path, filename] = [${JSON.stringify(join(output, '..'))}, ${JSON.stringify(output.split('/').at(-1))}];
    webpack(
      { mode: 'production', target: ['web', 'es2022'], entry: ${JSON.stringify(input)}, output: { path, filename } },
      (error, stats) => {
        const { errors = [], warnings = [] } = stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
        // Sizes are judged by the budgets.
        const told = [...errors, ...warnings.filter(({ message }) => !/size limit|performance/i.test(message))];
        if (error || told.length > 0) throw error ?? new Error(told.map(({ message }) => message).join('\\n'));
      },
    );`,
};

test.each(Object.keys(scripts))(
  '%s bundles the engine and one ruleset for a browser, without a warning of ours',
  (name) => {
    const input = writeInConsumer('app.mjs', app);
    const folder = join(consumer, 'bundled');
    mkdirSync(folder, { recursive: true });
    const output = join(folder, `${name}.mjs`);
    const script = writeInConsumer(`bundle-${name}.mjs`, scripts[name]?.(input, output) ?? '');
    const { status, stderr } = spawnSync(process.execPath, [script], { cwd: consumer, encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const judged = runInConsumer(
      `run-${name}.mjs`,
      `await import(${JSON.stringify(pathToFileURL(output).href)});`,
      ['--disallow-code-generation-from-strings'],
    );
    expect(judged).toEqual({ outcome: expect.stringMatching(/^(met|unmet|unknown)$/), criteria: 19 });
  },
);
