import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Plugin } from 'vitest/config';
import { defineConfig } from 'vitest/config';
import { shippedRulesetsVite } from '../../src/build/shipped-rulesets-plugin.ts';
import { ENTRIES, testsFromOutside } from './entries.ts';

const root = resolve('.');

/** Gives tests the built entry wherever they ask for that of the source. */
function builtEntries(): Plugin {
  return {
    name: 'built-entries',
    enforce: 'pre',
    resolveId(asked, importer) {
      if (!importer || !asked.startsWith('.')) return undefined;
      const path = relative(root, join(dirname(importer), asked)).replace(/\.js$/, '.ts');
      const built = ENTRIES.get(path);
      if (built === undefined) return undefined;
      if (!existsSync(built)) throw new Error(`${built} is not there: npm run build`);
      return join(root, built);
    },
  };
}

/** The tests that see the package from outside, run on what the build left in dist. */
export default defineConfig({
  plugins: [builtEntries(), shippedRulesetsVite()],
  test: {
    root,
    include: ['tests/built/**/*.test.ts', ...testsFromOutside()],
    testTimeout: 120_000,
    maxWorkers: '100%',
    isolate: false,
    // The suite of the source tries every law with many units; a few tell whether the build changed anything.
    env: { NTM_LAW_CASES: '20', NTM_BUILT: '1' },
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/built.json' },
  },
});
