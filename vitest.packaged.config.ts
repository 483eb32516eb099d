import { defineConfig } from 'vitest/config';

/** What npm ships: packed, installed into an empty project and used from there. Runs after the build. */
export default defineConfig({
  test: {
    include: ['tests/packaged/**/*.test.ts'],
    globalSetup: ['tests/packaged/install-package.ts'],
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/packaged.json' },
  },
});
