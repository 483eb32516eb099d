import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { shippedRulesetsEsbuild } from '../../src/build/shipped-rulesets-plugin.ts';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
};

/** Scripts of the benchmark: built into the cache, with the rulesets inside; none of them ships. */
export default defineConfig({
  entry: ['tests/bench/run.ts', 'tests/bench/children/*.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  splitting: false,
  external: Object.keys(devDependencies),
  silent: true,
  outDir: 'node_modules/.cache/ntm-rules/bench',
  esbuildPlugins: [shippedRulesetsEsbuild()],
});
