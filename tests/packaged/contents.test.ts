import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { jsonSchemas } from '../../src/build/json-schemas.js';
import { installed, runInConsumer } from './consumer.js';

const files = inject('packedFiles');

const { exports } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
  exports: Record<string, unknown>;
};
const entries = Object.keys(exports)
  .filter((entry) => /^\.(\/[a-z-]+)?$/.test(entry))
  .map((entry) => (entry === '.' ? 'index' : entry.slice(2)));

/** Every set by its id, and every version of it. */
const rulesets = runInConsumer(
  'list-rulesets.mjs',
  `import { listRulesets } from 'ntm-rules';
   const all = listRulesets().flatMap(({ id, version }) => [id, id + '/' + version]);
   console.log(JSON.stringify([...new Set(all)]));`,
) as string[];
const schemas = Object.keys(jsonSchemas()).map((name) => `dist/schema/${name}.json`);

/** Everything that may ship by name; beside it only what one of these modules imports. */
const allowed = new Set([
  ...['package.json', 'README.md', 'CHANGELOG.md', 'LICENSE', 'dist/cli.js'],
  ...[...entries, ...rulesets.map((id) => `rulesets/${id}`)].flatMap((name) =>
    ['js', 'cjs', 'd.ts', 'd.cts'].map((kind) => `dist/${name}.${kind}`),
  ),
  ...schemas,
]);

/** The modules that a shipped file leads to, itself included: types to types, code to code. */
function reachedFrom(file: string, seen: Set<string>): void {
  if (seen.has(file) || !files.includes(file)) return;
  seen.add(file);
  const kind = /\.(js|cjs|d\.ts|d\.cts)$/.exec(file)?.[0] ?? '';
  if (kind === '') return;
  const text = readFileSync(join(installed, file), 'utf8');
  for (const [, path = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*["'](\.[^"']+)["']/g))
    reachedFrom(join(dirname(file), path).replace(/\.c?js$/, kind), seen);
}

test('the package ships nothing but the built library, its schemas, the readme, changelog and licence', () => {
  const reached = new Set<string>();
  for (const file of allowed) reachedFrom(file, reached);
  expect(files.filter((file) => !reached.has(file))).toEqual([]);
  expect(
    files.filter(
      (file) => !allowed.has(file) && !/^dist\/[\w-]+-[\w-]{8}\.(js|cjs|d\.ts|d\.cts)$/.test(file),
    ),
  ).toEqual([]);
});

test('every ruleset, schema and entry ships', () => {
  expect([...allowed].filter((file) => !files.includes(file))).toEqual([]);
  expect(rulesets.length).toBeGreaterThan(90);
  expect(schemas.length).toBeGreaterThan(3);
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
