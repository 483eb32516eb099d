import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { shippedRulesetsEsbuild } from '../../src/build/shipped-rulesets-plugin.ts';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Record<
  'dependencies' | 'devDependencies',
  Record<string, string>
>;

/** The fuzzer and its thread, built into the cache; none of it ships. */
export default defineConfig({
  entry: ['tests/fuzz/run.ts', 'tests/fuzz/worker.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  splitting: true,
  external: Object.keys({ ...dependencies, ...devDependencies }),
  silent: true,
  outDir: 'node_modules/.cache/ntm-rules/fuzz',
  esbuildPlugins: [shippedRulesetsEsbuild()],
});
