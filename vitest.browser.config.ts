import { defineConfig } from 'vitest/config';
import { shippedRulesetsVite } from './src/build/shipped-rulesets-plugin.ts';

/** The built package inside Chromium. Runs after the build; wants /usr/bin/chromium or CHROMIUM_PATH. */
export default defineConfig({
  plugins: [shippedRulesetsVite()],
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/browser.json' },
  },
});
