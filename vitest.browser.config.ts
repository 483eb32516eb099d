import { defineConfig } from 'vitest/config';

/** The built package inside Chromium. Runs after the build; wants /usr/bin/chromium or CHROMIUM_PATH. */
export default defineConfig({
  test: {
    include: ['tests/browser/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/browser.json' },
  },
});
