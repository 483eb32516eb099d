import { readFileSync } from 'node:fs';
import { defineConfig } from 'tsup';
import { shippedRulesetsEsbuild } from '../../src/build/shipped-rulesets-plugin.ts';

const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  devDependencies: Record<string, string>;
};

/** Scripts that measure what the tests notice: built into the cache, with the rulesets inside; none of them ships. */
export default defineConfig({
  entry: {
    'mutate-rulesets': 'tests/mutation/rulesets/run.ts',
    'mutate-code': 'tests/mutation/code/run.ts',
    quality: 'tests/quality/run.ts',
    'try-mutants': 'tests/mutation/code/try-mutants.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'node',
  removeNodeProtocol: false,
  splitting: false,
  external: [
    ...Object.keys(devDependencies),
    '@stryker-mutator/instrumenter',
    '@stryker-mutator/api',
    '@vitest/expect',
    'typed-inject',
  ],
  silent: true,
  outDir: 'node_modules/.cache/ntm-rules/mutation',
  esbuildPlugins: [shippedRulesetsEsbuild()],
});
