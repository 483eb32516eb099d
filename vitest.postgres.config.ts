import { defineConfig } from 'vitest/config';
import { shippedRulesetsVite } from './src/build/shipped-rulesets-plugin.ts';

/** Statements in PostgreSQL. Wants a server: PGHOST and the other variables of its clients, or `.ci/with-postgres`. */
export default defineConfig({
  plugins: [shippedRulesetsVite()],
  test: {
    include: ['tests/postgres/**/*.test.ts'],
    testTimeout: 120_000,
    reporters: ['default', 'json'],
    outputFile: { json: 'node_modules/.cache/ntm-rules/reports/postgres.json' },
  },
});
