import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { installed } from './consumer.js';

const dist = join(installed, 'dist');
const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.cjs'),
);

/** What CommonJS modules of ours require from other packages. */
const required = [
  ...new Set(
    files.flatMap((name) =>
      [...readFileSync(join(dist, name), 'utf8').matchAll(/require\(['"]([^.'"][^'"]*)['"]\)/g)].map(
        ([, module = '']) => module,
      ),
    ),
  ),
];

/** Whether a file is CommonJS: by its ending, or by the package it stands in. */
function isCommonJs(path: string): boolean {
  if (/\.(cjs|json)$/.test(path)) return true;
  if (path.endsWith('.mjs')) return false;
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    try {
      return (
        (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { type?: string }).type !==
        'module'
      );
    } catch {
      if (folder === dirname(folder)) return true;
    }
  }
}

test('what CommonJS modules require is CommonJS: Node before 20.19 and jest can load nothing else', () => {
  const resolve = createRequire(join(dist, 'index.cjs')).resolve;
  expect(required).toEqual(expect.arrayContaining(['decimal.js', 'csv-parse/sync', 'csv-stringify/sync']));
  expect(required.filter((module) => !isCommonJs(resolve(module)))).toEqual([]);
});
