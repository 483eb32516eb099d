import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { installed } from './consumer.js';

const files = inject('packedFiles');

const allowed = [
  /^(package\.json|README\.md|CHANGELOG\.md|LICENSE)$/,
  /^dist\/[A-Za-z0-9_-]+\.(js|cjs|d\.ts|d\.cts)$/,
  /^dist\/rulesets\/[a-z0-9/-]+\.(js|cjs|d\.ts|d\.cts)$/,
  /^dist\/schema\/[a-z0-9-]+\.json$/,
];

test('the package ships nothing but the built library, its schemas, the readme, changelog and licence', () => {
  expect(files.filter((file) => !allowed.some((pattern) => pattern.test(file)))).toEqual([]);
});

test('the package ships every file that users are promised', () => {
  const promised = ['README.md', 'CHANGELOG.md', 'LICENSE', 'package.json', 'dist/cli.js'];
  for (const entry of [
    'index',
    'core',
    'json-rules-engine',
    'testing',
    'report',
    'sql',
    'table',
    'rulesets/vn/commune-ntm/2021-2025',
  ]) {
    for (const kind of ['js', 'cjs', 'd.ts', 'd.cts']) promised.push(`dist/${entry}.${kind}`);
  }
  expect(promised.filter((file) => !files.includes(file))).toEqual([]);
  expect(files.filter((file) => /^dist\/schema\/.*\.json$/.test(file))).not.toEqual([]);
});

test('no shipped file tells where it was built', () => {
  const root = process.cwd();
  expect(files.filter((file) => readFileSync(join(installed, file), 'utf8').includes(root))).toEqual([]);
});

test('nothing runs when the package is installed', () => {
  const { scripts } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  expect(Object.keys(scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name))).toEqual([]);
});
