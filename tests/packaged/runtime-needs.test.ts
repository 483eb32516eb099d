import { readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { bundleForBrowser, bytesByPackage } from './bundle.js';
import { consumer, installed, runInConsumer } from './consumer.js';
import { snapshotJson } from './snapshot.js';

/** Everything a shipped file and the chunks it leads to ask of others, and the text of all of them. */
async function needsOf(entry: string): Promise<{ modules: string[]; text: string }> {
  const { metafile } = await build({
    entryPoints: [join(installed, entry)],
    absWorkingDir: installed,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: entry.endsWith('.cjs') ? 'cjs' : 'esm',
    write: false,
    outdir: 'out',
    metafile: true,
    logLevel: 'silent',
  });
  const inputs = Object.entries(metafile.inputs);
  const modules = inputs.flatMap(([, input]) => input.imports.filter((i) => i.external).map((i) => i.path));
  const text = inputs.map(([path]) => readFileSync(join(installed, path), 'utf8')).join('\n');
  return { modules: [...new Set(modules)].sort(), text };
}

const packageOf = (module: string) => module.split('/', module.startsWith('@') ? 2 : 1).join('/');

describe.each([
  'dist/index.js',
  'dist/index.cjs',
  'dist/core.js',
  'dist/core.cjs',
  'dist/json-rules-engine.js',
  'dist/json-rules-engine.cjs',
  'dist/testing.js',
  'dist/testing.cjs',
  'dist/report.js',
  'dist/report.cjs',
  'dist/sql.js',
  'dist/sql.cjs',
  'dist/table.js',
  'dist/table.cjs',
  'dist/rulesets/vn/commune-ntm/2021-2025.js',
  'dist/rulesets/vn/commune-ntm/2021-2025.cjs',
])('%s', (entry) => {
  test('uses no built-in of Node', async () => {
    const { modules, text } = await needsOf(entry);
    expect(modules.filter((name) => name.startsWith('node:') || builtinModules.includes(name))).toEqual([]);
    expect(text).not.toMatch(/["'`]node:[a-z]/);
    expect(text).not.toMatch(/\bprocess\.(env|versions|cwd|argv|platform|exit|std)/);
  });

  test('asks for nothing that is not among the dependencies', async () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const { modules } = await needsOf(entry);
    const others = modules.map(packageOf).filter((name) => !(name in dependencies));
    // Who uses the testing kit brings fast-check along; nobody else needs it.
    expect(others).toEqual(entry.startsWith('dist/testing.') ? ['fast-check'] : []);
  });

  test('generates no code at run time', async () => {
    const { text } = await needsOf(entry);
    expect(text).not.toMatch(/\bnew Function\b|(?<![\w$.])eval\(/);
  });
});

test.each(['dist/index.js', 'dist/index.cjs', 'dist/core.js', 'dist/core.cjs', 'dist/cli.js'])(
  '%s never loads json-rules-engine',
  async (entry) => {
    expect((await needsOf(entry)).modules).not.toContain('json-rules-engine');
  },
);

describe('bundled for a browser', () => {
  test('a commune is judged through json-rules-engine where code generation is forbidden', async () => {
    const bundle = await bundleForBrowser(
      `import { evaluateWithEngine } from 'ntm-rules/json-rules-engine';
       const snapshot = ${snapshotJson};
       const facts = async (key) => snapshot.facts[key];
       evaluateWithEngine({ ...snapshot, facts }, 'vn/commune-ntm/2021-2025').then(({ outcome, totals }) =>
         console.log(JSON.stringify({ outcome, criteria: totals.criteria.total })));`,
      consumer,
    );
    const script = bundle.outputFiles[0]?.text ?? '';
    const judged = runInConsumer('engine-bundle.mjs', script, ['--disallow-code-generation-from-strings']);
    expect(judged).toEqual({ outcome: expect.stringMatching(/^(met|unmet|unknown)$/), criteria: 19 });
  });

  test('ntm-rules/core brings nothing that writes SQL', async () => {
    const core = await bundleForBrowser(`export * from 'ntm-rules/core';`, consumer);
    const sql = await bundleForBrowser(`export * from 'ntm-rules/sql';`, consumer);
    const text = (bundle: typeof core): string => bundle.outputFiles[0]?.text ?? '';
    const marks = ['MATERIALIZED', 'COALESCE(', 'CREATE TABLE', 'duckdb'];
    expect(marks.filter((mark) => text(core).includes(mark))).toEqual([]);
    expect(marks.filter((mark) => !text(sql).includes(mark))).toEqual([]);
    // It reads rulesets that have been checked, and needs no schemas for that.
    expect(bytesByPackage(sql).get('zod') ?? 0).toBeLessThan(1000);
  });

  test('a workbook is written and read where code generation is forbidden', async () => {
    const bundle = await bundleForBrowser(
      `import { readTable, template } from 'ntm-rules/table';
       template(['vn/commune-ntm/2021-2025'], { units: [{ name: 'Xã A' }] }).then((bytes) => {
         const { snapshots, counts } = readTable(bytes, { assessedOn: '2024-06-30' });
         console.log(JSON.stringify({ names: snapshots.map(({ unit }) => unit.name), refused: counts.refusedCells }));
       });`,
      consumer,
    );
    const script = bundle.outputFiles[0]?.text ?? '';
    const read = runInConsumer('table-bundle.mjs', script, ['--disallow-code-generation-from-strings']);
    expect(read).toEqual({ names: ['Xã A'], refused: 0 });
  });

  test('ntm-rules/core and one ruleset judge a commune where code generation is forbidden', async () => {
    const bundle = await bundleForBrowser(
      `import { compile, parseSnapshot } from 'ntm-rules/core';
       import ruleset from 'ntm-rules/rulesets/vn/commune-ntm/2021-2025';
       const parsed = parseSnapshot(${snapshotJson}, { facts: ruleset.facts });
       const result = compile(ruleset).evaluate(parsed.value);
       console.log(JSON.stringify({ outcome: result.outcome, criteria: result.totals.criteria.total }));`,
      consumer,
    );
    const script = bundle.outputFiles[0]?.text ?? '';
    const judged = runInConsumer('bundle.mjs', script, ['--disallow-code-generation-from-strings']);
    expect(judged).toEqual({ outcome: expect.stringMatching(/^(met|unmet|unknown)$/), criteria: 19 });
  });

  test('compiling and evaluating bring no schema library, no command line and no other ruleset', async () => {
    const bundle = await bundleForBrowser(`export { compile } from 'ntm-rules/core';`, consumer);
    const packages = bytesByPackage(bundle);
    expect(packages.get('ntm-rules') ?? 0).toBeGreaterThan(0);
    // Not one schema; the switch that keeps the library from generating code may stay.
    expect(packages.get('zod') ?? 0).toBeLessThan(1000);
    expect(packages.get('commander') ?? 0).toBe(0);
    expect(packages.get('json-rules-engine') ?? 0).toBe(0);
    expect(packages.get('jsonpath-plus') ?? 0).toBe(0);
    expect(packages.get('fast-check') ?? 0).toBe(0);
    expect(bundle.outputFiles[0]?.text).not.toContain('vn/commune-ntm/2021-2025');
  });
});
