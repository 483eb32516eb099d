import { describe, expect, test } from 'vitest';
import { ADVANCED, NTM, ntm } from './ntm.js';

describe('ntm sql', () => {
  test('writes one SELECT with the numbers and titles of the criteria beside it', async () => {
    const { code, out, err } = await ntm(['sql', NTM, '--year', '2024']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('-- 15.1 Tỷ lệ người dân tham gia bảo hiểm y tế (đạt cho cả nam và nữ)');
    expect(out).toMatch(/\nSELECT\n {2}key_1 AS code,\n {2}outcome,/);
    expect(out).toContain('FROM snapshots');
    expect(out).not.toContain(';');
  });

  test('follows the sets that a set refers to, and names their versions', async () => {
    const { out } = await ntm(['sql', `${ADVANCED}@2022-03-08`, '--locale', 'en']);
    expect(out).toContain('(vn/commune-ntm/2021-2025@2022-03-08)');
    expect(out).toContain('set1_outcome AS prerequisite_');
  });

  test('names a table with its schema, in the quotes of the database', async () => {
    const postgresql = await ntm(['sql', NTM, '--dialect', 'postgresql', '--table', 'public.Xã "mới"']);
    expect(postgresql.out).toContain('FROM "public"."Xã ""mới"""');
    const spark = await ntm(['sql', NTM, '--dialect', 'spark', '--table', 'xa`; --']);
    expect(spark.out).toContain('FROM `xa``; --`');
  });

  test('fixes region and year, so that the statement reads neither', async () => {
    const { out } = await ntm(['sql', 'vn/commune-ntm/2016-2020', '--region', 'southeast', '--year', '2018']);
    expect(out).not.toContain('judged_by');
    expect(out).not.toMatch(/\byear\b/);
  });

  test('lists the columns of the table', async () => {
    const { code, out } = await ntm(['sql', NTM, '--columns']);
    expect(code).toBe(0);
    expect(out).toContain('health__insured_rate\tDECIMAL(15, 12)\tTỷ lệ người dân tham gia bảo hiểm y tế\n');
    const { out: json } = await ntm(['sql', NTM, '--columns', '--json']);
    expect(JSON.parse(json)).toContainEqual(
      expect.objectContaining({
        name: 'health__insured_rate',
        fact: 'health.insuredRate',
        min: '0',
        max: '100',
      }),
    );
  });

  test('writes the statement that makes the table', async () => {
    const { out } = await ntm(['sql', NTM, '--create-table', '--dialect', 'spark', '--table', 'xa']);
    expect(out).toContain('CREATE TABLE `xa` (');
    expect(out).toContain("population__total DECIMAL(10, 0) COMMENT 'Dân số [người]'");
  });

  test('writes the statement that finds cells which cannot be right', async () => {
    const { code, out } = await ntm(['sql', NTM, '--refused']);
    expect(code).toBe(0);
    expect(out).toContain("'out-of-bounds' AS problem");
    expect(out).toContain('WHERE health__insured_rate NOT BETWEEN 0 AND 100');
  });

  test.each([
    [['--region', 'hà nội'], '--region', 'unknown-region'],
    [['--year', '1999'], '--year', 'out-of-range'],
    [['--year', 'now'], '--year', 'out-of-range'],
    [['--group', 'upland'], '--group', 'unknown-group'],
    [['--table', ''], '--table', 'bad-name'],
  ])('refuses %j as a wrong command line', async (flags, path, errorCode) => {
    const { code, out, err } = await ntm(['sql', NTM, ...flags, '--json']);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect((JSON.parse(err) as { errors: unknown[] }).errors).toEqual([
      expect.objectContaining({ code: errorCode, path }),
    ]);
  });

  test('refuses a dialect it does not know', async () => {
    const { code, err } = await ntm(['sql', NTM, '--dialect', 'mysql', '--json']);
    expect(code).toBe(64);
    expect(err).toContain('mysql');
  });
});
