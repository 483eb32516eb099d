import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';
import { defineConfig, type Options } from 'tsup';
import ts from 'typescript';
import { shippedRulesetsEsbuild } from './src/build/shipped-rulesets-plugin.ts';

/**
 * Marks what a module computes for its constants as free of side effects. package.json says so of whole files,
 * but dist has few files, and without the marks a user who only compiles and evaluates would bundle every schema,
 * and with them the schema library.
 */
const droppableConstants: Plugin = {
  name: 'droppable-constants',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, async ({ path }) => {
      let text = await readFile(path, 'utf8');
      const constants = ts
        .createSourceFile(path, text, ts.ScriptTarget.ES2022)
        .statements.filter(ts.isVariableStatement)
        .filter(({ declarationList }) => (declarationList.flags & ts.NodeFlags.Const) !== 0)
        .flatMap(({ declarationList }) => declarationList.declarations)
        .flatMap(({ initializer }) => initializer ?? [])
        .filter((value) => !ts.isFunctionLike(value) && !ts.isLiteralExpression(value));
      for (const { pos, end } of constants.reverse()) {
        text = `${text.slice(0, pos)} /* @__PURE__ */ (() => (${text.slice(pos, end)}\n))()${text.slice(end)}`;
      }
      return { contents: text, loader: 'ts' };
    });
  },
};

/**
 * What reads and writes CSV in browsers has no CommonJS form, and Node before 20.19 and jest cannot `require` another;
 * `require` takes the one for Node, which is the same code.
 */
const csvForRequire: Plugin = {
  name: 'csv-for-require',
  setup(build) {
    build.onResolve({ filter: /^csv-(parse|stringify)\/browser\/esm\/sync$/ }, ({ path }) => ({
      path: path.replace('/browser/esm', ''),
      external: true,
    }));
  },
};

const library = {
  index: 'src/index.ts',
  core: 'src/core.ts',
  'json-rules-engine': 'src/engines/json-rules-engine/index.ts',
  report: 'src/report/index.ts',
  sql: 'src/engines/sql/index.ts',
  table: 'src/table/index.ts',
  testing: 'src/testing/index.ts',
};

const shared: Options = {
  target: 'es2022',
  platform: 'node',
  // tsup would turn `node:fs` into `fs`.
  removeNodeProtocol: false,
  splitting: true,
  treeshake: true,
  minify: false,
  sourcemap: false,
  // The builds below write to dist side by side: `npm run clean` empties it once, before them.
  clean: false,
  esbuildPlugins: [shippedRulesetsEsbuild(), droppableConstants],
};

export default defineConfig([
  // The command line is ESM only and shares its chunks with the library, so that the rulesets ship once.
  // Its first line, `#!/usr/bin/env node`, is that of src/cli/main.ts.
  { ...shared, name: 'esm', entry: { ...library, cli: 'src/cli/main.ts' }, format: 'esm' },
  {
    ...shared,
    name: 'cjs',
    entry: library,
    format: 'cjs',
    noExternal: ['csv-parse/browser/esm/sync', 'csv-stringify/browser/esm/sync'],
    esbuildPlugins: [...(shared.esbuildPlugins ?? []), csvForRequire],
  },
  {
    ...shared,
    name: 'types',
    entry: library,
    format: ['esm', 'cjs'],
    // tsup sets `baseUrl`, which TypeScript 6 calls deprecated.
    dts: { only: true, compilerOptions: { ignoreDeprecations: '6.0' } },
  },
  // A script of the build itself: it runs once, from the repository's root, and never ships.
  {
    ...shared,
    name: 'build script',
    entry: ['src/build/write-ruleset-modules.ts'],
    format: 'esm',
    splitting: false,
    outDir: 'node_modules/.cache/ntm-rules/build',
  },
]);
