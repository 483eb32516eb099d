import { defineConfig } from 'tsup';
import { shippedRulesetsEsbuild } from '../../src/build/shipped-rulesets-plugin.ts';

/** Scripts of the benchmark: built into the cache, with the rulesets inside; none of them ships. */
export default defineConfig({
  entry: ['tests/bench/national-programme.ts'],
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  splitting: false,
  silent: true,
  outDir: 'node_modules/.cache/ntm-rules/bench',
  esbuildPlugins: [shippedRulesetsEsbuild()],
});
