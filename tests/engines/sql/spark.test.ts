import { beforeAll, describe, expect, test } from 'vitest';
import type { Condition, Ruleset } from '../../../src/core.js';
import { createTable, refusedCells, sqlColumns, toSql } from '../../../src/engines/sql/index.js';
import { indicator, row, rulesetOf } from '../../sample.js';
import { shippedSets } from './shipped-sets.js';
import { type SparkParser, sparkParser } from './spark-parser.js';

/** No Spark runs here: a parser of its grammar says whether it would read a statement, not what it would answer. */
let parser: SparkParser;
beforeAll(async () => {
  parser = await sparkParser();
}, 60_000);

const faults = (sql: string): string[] => parser.validate(sql).map(({ message }) => message);

/** How many statements a text holds. */
const statements = (sql: string): number => parser.splitSQLByStatement(sql)?.length ?? 0;

describe('the parser', () => {
  test.each([
    'SELECT FROM WHERE',
    'SELECT 1 +',
    'SELECT (a FROM t',
    'SELECT CASE WHEN a THEN b FROM t',
    "SELECT 'a",
    'WITH a AS (SELECT 1) , SELECT 2',
    'CREATE TABLE t (a DECIMAL(38, 0) CHECK (a > 0), b STRING',
  ])('refuses %s', (sql) => {
    expect(faults(sql)).not.toEqual([]);
  });

  test('tells one statement from two', () => {
    expect(statements('SELECT 1')).toBe(1);
    expect(statements('SELECT 1; DROP TABLE t;')).toBe(2);
  });
});

describe('Spark SQL would read', () => {
  test.each(shippedSets.map((ruleset) => ({ name: `${ruleset.id}@${ruleset.version}`, ruleset })))(
    '$name',
    { timeout: 60_000 },
    ({ ruleset }) => {
      // Sets that it refers to are read on their own: the parser takes long over brackets in brackets.
      const options = { dialect: 'spark', declared: 'fill' } as const;
      for (const sql of [
        toSql(ruleset, options),
        createTable(ruleset, options),
        refusedCells(ruleset, options),
      ]) {
        expect(faults(sql)).toEqual([]);
        expect(statements(sql)).toBe(1);
      }
    },
  );

  test.each([
    'x`; DROP TABLE victims; --',
    "x'; DROP TABLE victims; --",
    "it\\'s; DROP TABLE victims; --",
    'a comment that goes on \\',
    'hai\ndòng',
    '*/ SELECT 1 /*',
  ])('names, titles and texts with %j as names and texts', (text) => {
    const title = { vi: text, en: text };
    const condition = {
      fact: 'water.cleanRate',
      operator: 'greaterThanInclusive',
      value: { fact: 'required.rate' },
    } as Condition;
    const base = rulesetOf([
      indicator({ condition, title, requirements: { rate: [row(90, { area: text }), row(80)] } }),
    ]);
    const ruleset: Ruleset = { ...base, title };
    const options = {
      dialect: 'spark',
      table: text,
      columns: { 'water.cleanRate': text, area: `area ${text}` },
      keys: [`key ${text}`],
    } as const;
    for (const sql of [toSql(ruleset, options), createTable(ruleset, options)]) {
      expect(faults(sql)).toEqual([]);
      expect(statements(sql)).toBe(1);
    }
  });
});

describe('decimals of Spark', () => {
  /** Widths and scales of every decimal that a statement names. */
  const decimals = (sql: string): [number, number][] =>
    [...sql.matchAll(/DECIMAL\((\d+), (\d+)\)/g)].map(([, width, scale]) => [Number(width), Number(scale)]);

  test('are as narrow as their figures, so that products keep every digit', () => {
    for (const ruleset of shippedSets) {
      const columns = sqlColumns(ruleset).filter(({ type }) => type === 'decimal');
      const sql = toSql(ruleset, { dialect: 'spark' });
      const widest = Math.max(0, ...columns.map(({ whole = 0, scale = 0 }) => whole + scale));
      expect(widest).toBeLessThanOrEqual(24);
      for (const [width, scale] of decimals(sql)) {
        expect(width).toBeLessThanOrEqual(38);
        expect(scale).toBeLessThanOrEqual(12);
      }
    }
  });

  test('of DuckDB are all of 38 digits: it multiplies narrower ones in 18', () => {
    for (const ruleset of shippedSets)
      for (const [width] of decimals(toSql(ruleset, { dialect: 'duckdb' }))) expect(width).toBe(38);
  });
});
