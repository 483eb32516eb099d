import { defineConfig } from 'vitest/config';

/** The packed package under every Node and TypeScript we promise. Runs after the build; wants the registry. */
export default defineConfig({
  test: {
    root: '.',
    include: ['tests/matrix/**/*.test.ts'],
    globalSetup: ['tests/packaged/install-package.ts', 'tests/matrix/install-versions.ts'],
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/matrix.json' },
  },
});
