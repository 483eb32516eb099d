import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, expect, inject, test } from 'vitest';
import { consumer, installed } from './consumer.js';
import { BUNDLES, PACKAGE } from './size-budgets.js';

/** Thousands of bytes by what was weighed, beside the budget of each: what docs/quality.md tells. */
const weighed: { name: string; kilobytes: number; budget: number }[] = [];

/** A budget that is far above what there is lets much in unseen, so it may be at most half as large again. */
function weigh(name: string, bytes: number, budget: number): void {
  const kilobytes = Math.round(bytes / 100) / 10;
  weighed.push({ name, kilobytes, budget });
  expect(kilobytes, `${name} weighs too much`).toBeLessThanOrEqual(budget);
  expect(budget, `the budget for ${name} is far above its ${kilobytes} kB`).toBeLessThanOrEqual(
    kilobytes * 1.5,
  );
}

test.each(BUNDLES.map((bundle) => [bundle.name, bundle] as const))(
  '%s keeps to its budget',
  async (name, { app, budget }) => {
    const { outputFiles } = await build({
      stdin: { contents: app, resolveDir: consumer, sourcefile: 'app.js' },
      bundle: true,
      minify: true,
      platform: 'browser',
      format: 'esm',
      target: 'es2022',
      write: false,
      logLevel: 'silent',
    });
    weigh(name, gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length, budget);
  },
);

test('the package as npm ships it keeps to its budgets', () => {
  const files = inject('packedFiles');
  weigh('the tarball', statSync(inject('tarball')).size, PACKAGE.tarball);
  weigh(
    'the package once installed',
    files.reduce((sum, file) => sum + statSync(join(installed, file)).size, 0),
    PACKAGE.unpacked,
  );
  expect(files.length).toBeLessThanOrEqual(PACKAGE.files);
});

afterAll(() => {
  const folder = 'node_modules/.cache/ntm-rules';
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'sizes.json'), `${JSON.stringify(weighed, null, 2)}\n`);
});
