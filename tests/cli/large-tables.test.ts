import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit-codes.js';
import { READ_AT_ONCE } from '../../src/cli/read-beginning.js';
import type { Evaluation } from '../../src/index.js';
import { NTM, ntm, withFiles } from './ntm.js';

const HEADING = 'Tên xã;Tỉnh;Ngày đánh giá;Tỷ lệ người dân tham gia bảo hiểm y tế;Ghi chú';
const REMARK = 'số liệu do xã báo cáo '.repeat(100);

/** Communes enough for a file of more than is read at once; every hundredth says something absurd. */
function table(units: number, change: (row: string, at: number) => string = (row) => row): string {
  const rows = Array.from({ length: units }, (_, at) =>
    change(`Xã ${at};Quảng Ninh;30/06/2024;${at % 100 === 7 ? '950' : '95,3'};${REMARK}`, at),
  );
  return `${[HEADING, ...rows].join('\n')}\n`;
}

const LARGE = Math.ceil(READ_AT_ONCE / REMARK.length) + 60;
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');
const judging = (path: string) => ['evaluate', path, '-r', NTM, '--locale', 'en'];

describe('a CSV that is larger than what is read at once', () => {
  it('gives every unit the same result as the same units in small files', async () => {
    const whole = table(LARGE);
    const lines = whole.trimEnd().split('\n').slice(1);
    const half = Math.ceil(lines.length / 4);
    const parts = [0, 1, 2, 3].map((part) => lines.slice(part * half, (part + 1) * half));
    const files = Object.fromEntries(
      parts.map((part, at) => [`${at}.csv`, `${[HEADING, ...part].join('\n')}\n`]),
    );
    expect(Buffer.byteLength(whole)).toBeGreaterThan(READ_AT_ONCE);
    for (const part of Object.values(files)) expect(Buffer.byteLength(part)).toBeLessThan(READ_AT_ONCE);
    await withFiles({ 'large.csv': whole, ...files }, async (path) => {
      const out = ['--detail', 'outcomes', '--out'];
      const large = await ntm([...judging(path('large.csv')), ...out, path('a.json')]);
      const small = await ntm([
        'evaluate',
        ...Object.keys(files).map(path),
        '-r',
        NTM,
        ...out,
        path('b.json'),
      ]);
      expect([large.code, small.code]).toEqual([EXIT.refused, EXIT.refused]);
      const [one, other] = ['a.json', 'b.json'].map((name) => readFileSync(path(name), 'utf8'));
      expect(JSON.parse(one as string)).toHaveLength(LARGE);
      expect(one).toBe(other);
      expect(large.err).toContain(`${LARGE} units read; `);
    });
  }, 120_000);

  it('tells every refused cell with its row, and judges the units without', async () => {
    const refused = Math.ceil((LARGE - 7) / 100);
    await withFiles({ 'large.csv': table(LARGE) }, async (path) => {
      const { code, err } = await ntm([...judging(path('large.csv')), '--out', path('r.csv')]);
      expect(code).toBe(EXIT.refused);
      expect(err).toContain(`${refused} cells refused (${refused} units judged without)`);
      expect(err).toMatch(/large\.csv .*D9/);
      const unknown = await ntm([
        ...judging(path('large.csv')),
        '--on-invalid',
        'unknown',
        '--out',
        path('u.csv'),
      ]);
      expect(unknown.code).toBe(0);
      expect(unknown.err).toContain(`${refused} cells refused`);
    });
  }, 120_000);

  it('is written the same whether rows wait in memory or in a file beside the result', async () => {
    const short = (units: number) => table(units, (row) => row.slice(0, 200));
    await withFiles({ 'many.csv': short(8_000), 'some.csv': short(40) }, async (path) => {
      for (const format of ['csv', 'json', 'txt']) {
        const from = path(format === 'csv' ? 'many.csv' : 'some.csv');
        const args = [...judging(from), '--on-invalid', 'unknown', '--all', '--out'];
        const memory = await ntm([...args, path(`memory.${format}`)], { scratchFiles: 'none' });
        const file = await ntm([...args, path(`file.${format}`)]);
        expect([memory.code, file.code]).toEqual([0, 0]);
        const [one, other] = ['memory', 'file'].map((name) =>
          readFileSync(path(`${name}.${format}`), 'utf8'),
        );
        expect(one?.length).toBeGreaterThan(format === 'txt' ? 300_000 : 1_000_000);
        expect(one === other).toBe(true);
        expect(readdirSync(path('.')).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    });
  }, 120_000);

  it('is read from standard input and in UTF-16 alike', async () => {
    await withFiles({ 'large.csv': utf16(table(LARGE)) }, async (path) => {
      const file = await ntm([...judging(path('large.csv')), '--out', path('f.csv')]);
      const stdin = await ntm([...judging('-'), '--out', path('s.csv')], { stdin: table(LARGE) });
      expect([file.code, stdin.code]).toEqual([EXIT.refused, EXIT.refused]);
      expect(readFileSync(path('f.csv'), 'utf8')).toBe(readFileSync(path('s.csv'), 'utf8'));
    });
  }, 120_000);

  it('that stops being text, or leaves a quote open, is judged up to there and told', async () => {
    const text = Buffer.from(table(LARGE));
    const broken = Buffer.concat([text, Buffer.from([0x58, 0xe3, 0x28, 0x0a])]);
    const open = `${table(LARGE)}"Xã cuối;Quảng Ninh\n`;
    await withFiles({ 'broken.csv': broken, 'open.csv': open }, async (path) => {
      for (const [name, told] of [
        ['broken.csv', /a text file in UTF-8/],
        ['open.csv', /well-formed CSV/],
      ] as const) {
        const { code, err } = await ntm([...judging(path(name)), '--out', path(`${name}-out.csv`)]);
        expect(code).toBe(EXIT.unreadable);
        expect(err).toMatch(told);
        expect(err).toMatch(/units read/);
      }
    });
  }, 120_000);

  it('and holds one form is read as the form it is, like a small one', async () => {
    const form = (requirements: number) =>
      [
        ';Xã Ví Dụ',
        'Ngày đánh giá;30/06/2024',
        'Tỉnh;Quảng Ninh',
        'Cấp;xã',
        '',
        'TT;Nội dung;Mức đạt chuẩn;Số liệu;Xã tự đánh giá;Mã',
        ';Tên đơn vị;;Xã Ví Dụ;;unit.name',
        ...Array.from({ length: requirements }, (_, at) => `${at};Yêu cầu;${REMARK};;;`),
        '15.1;Tỷ lệ bảo hiểm y tế;;95,3;;health.insuredRate',
        ';Tổng số hộ;;1.234;;households.total',
      ].join('\n');
    const files = { 'small.csv': form(1), 'large.csv': form(2 * LARGE) };
    expect(files['large.csv'].length).toBeGreaterThan(READ_AT_ONCE);
    await withFiles(files, async (path) => {
      const [small, large] = [
        await ntm([...judging(path('small.csv')), '--json']),
        await ntm([...judging(path('large.csv')), '--json']),
      ];
      const told = (err: string) => err.replaceAll('small', 'large').replaceAll(/"row": \d+|D\d+/g, 'row');
      expect(large.err).toContain('1 unit read; 1 cell refused (1 unit judged without)');
      expect(told(large.err)).toBe(told(small.err));
      const met = ({ out }: typeof small) => {
        const [{ unit, criteria }] = JSON.parse(out) as [Evaluation];
        const insured = criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '15.1');
        return [unit.name, insured?.outcome, insured?.observed];
      };
      expect(met(large)).toEqual(['Xã Ví Dụ', 'met', 95.3]);
      expect(met(small)).toEqual(met(large));
    });
  }, 60_000);

  it('without a table of units is refused', async () => {
    const rows = Array.from({ length: LARGE }, (_, at) => `${at};${REMARK}`).join('\n');
    await withFiles({ 'other.csv': rows }, async (path) => {
      const { code, err } = await ntm(judging(path('other.csv')));
      expect(code).toBe(EXIT.unreadable);
      expect(err).toContain('a table with headings');
      expect(err).not.toContain('units read');
    });
  }, 60_000);
});
