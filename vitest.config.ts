import { defineConfig } from 'vitest/config';
import { shippedRulesetsVite } from './src/build/shipped-rulesets-plugin.ts';

/** Everything that needs neither a build nor a browser: units, laws, cases, the data of the rulesets. */
export default defineConfig({
  plugins: [shippedRulesetsVite()],
  test: {
    include: ['{tests,src,rulesets}/**/*.test.ts'],
    exclude: ['tests/{packaged,browser,postgres,office,built,matrix}/**'],
    testTimeout: 120_000,
    maxWorkers: '100%',
    isolate: false,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/unit.json' },
    coverage: {
      provider: 'v8',
      include: ['src/**'],
      exclude: ['src/build/**', '**/*.test.ts'],
      reporter: ['text-summary', 'html', 'json-summary'],
      reportsDirectory: 'coverage',
    },
  },
});
