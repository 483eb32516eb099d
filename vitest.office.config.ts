import { defineConfig } from 'vitest/config';
import { shippedRulesetsVite } from './src/build/shipped-rulesets-plugin.ts';

/** Workbooks in LibreOffice. Wants `soffice` on the path, or OFFICE_PATH (Debian's package `libreoffice-calc-nogui`). */
export default defineConfig({
  plugins: [shippedRulesetsVite()],
  test: {
    include: ['tests/office/**/*.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/office.json' },
  },
});
