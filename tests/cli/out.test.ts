import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { progressOf } from '../../src/cli/progress.js';
import type { Run } from '../../src/cli/run.js';
import type { Evaluation, TierReport } from '../../src/index.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { ADVANCED, example, NTM, ntm, withFiles } from './ntm.js';

const LADDER = 'vn/commune/2021-2025';
const COMMUNES = ['nam-son', 'quang-an'].map((name) => example(`${name}.snapshot.json`));

describe('--tiers', () => {
  test('judges every tier of a ladder, as ntm tiers does', async () => {
    const asked = await ntm(['evaluate', ...COMMUNES, '--tiers', LADDER, '--json']);
    const tiers = await ntm(['tiers', ...COMMUNES, '--ladder', LADDER, '--json']);
    expect(asked).toEqual(tiers);
    expect((JSON.parse(asked.out) as TierReport[]).map(({ kind }) => kind)).toEqual(['tiers', 'tiers']);
  });

  test('auto leaves the ladder to each unit', async () => {
    const { code, out } = await ntm(['evaluate', ...COMMUNES, '--tiers', 'auto', '--json']);
    expect(code).toBe(0);
    expect((JSON.parse(out) as TierReport[]).every(({ ladder }) => ladder.startsWith('vn/commune/'))).toBe(
      true,
    );
  });

  test('a ladder that is misspelt is told by the option it was given with', async () => {
    const { code, err } = await ntm([
      'evaluate',
      COMMUNES[0] ?? '',
      '--tiers',
      'vn/commune/2021-2024',
      '--locale',
      'en',
    ]);
    expect(code).toBe(64);
    expect(err).toContain('--tiers vn/commune/2021-2024');
    expect(err).toContain(`Did you mean “${LADDER}”?`);
  });
});

describe('--out', () => {
  test('writes a workbook of every table, and says what came out', async () => {
    await withFiles({}, async (path) => {
      const args = ['evaluate', ...COMMUNES, '--tiers', LADDER, '--out', path('kq.xlsx')];
      const { code, out, err } = await ntm(args);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toContain('NTM (theo số liệu): 2 đơn vị · ✓ 0 đạt · ✗ 0 chưa đạt · ? 2 chưa đủ căn cứ');
      expect(err).toContain(`Đã ghi: ${path('kq.xlsx')}`);
      expect(readXlsx(readFileSync(path('kq.xlsx'))).map(({ name }) => name)).toEqual([
        'Đơn vị',
        'Kết quả',
        'Tiêu chí NTM',
        'Tiêu chí NTM nâng cao',
        'Tiêu chí NTM kiểu mẫu',
        'Chỉ tiêu',
        'Phần còn thiếu',
        'Thông tin',
      ]);
    });
  });

  test('writes CSV a file a table', async () => {
    await withFiles({}, async (path) => {
      const { code } = await ntm(['evaluate', ...COMMUNES, '-r', NTM, '--out', path('kq.csv')]);
      expect(code).toBe(0);
      expect(readdirSync(path(''))).toEqual([
        'kq-about.csv',
        'kq-gaps.csv',
        'kq-indicators.csv',
        'kq-portfolio-vn-commune-ntm-2021-2025.csv',
        'kq.csv',
      ]);
      const [mark, first] = [
        readFileSync(path('kq.csv'), 'utf8').slice(0, 1),
        readFileSync(path('kq.csv'), 'utf8'),
      ];
      expect(mark).toBe('\ufeff');
      expect(first.split('\r\n')).toHaveLength(2 + COMMUNES.length);
    });
  });

  test('writes the JSON and the text that would be printed', async () => {
    await withFiles({}, async (path) => {
      const one = ['evaluate', COMMUNES[0] ?? '', '-r', NTM];
      await ntm([...one, '--out', path('a.json')]);
      expect(readFileSync(path('a.json'), 'utf8')).toBe((await ntm([...one, '--json'])).out);
      const many = ['evaluate', ...COMMUNES, '-r', NTM, '-r', ADVANCED];
      await ntm([...many, '--out', path('b.json')]);
      expect(readFileSync(path('b.json'), 'utf8')).toBe((await ntm([...many, '--json'])).out);
      await ntm([...one, '--out', path('a.txt')]);
      const printed = (await ntm(one)).out;
      expect(printed.startsWith(readFileSync(path('a.txt'), 'utf8').trimEnd())).toBe(true);
    });
  });

  test.each([
    [['result.xls'], 'a name that ends in .xlsx, .csv, .json, .txt'],
    [['result.html'], 'For a page: --report <file.html>.'],
    [['no-such-folder/result.xlsx'], 'Check the name of the folder.'],
  ])('%j is told before anything is judged', async ([name = ''], what) => {
    await withFiles({}, async (path) => {
      const { code, out, err } = await ntm([
        'evaluate',
        'missing.snapshot.json',
        '-r',
        NTM,
        '--out',
        path(name),
        '--locale',
        'en',
      ]);
      expect({ code, out }).toEqual({ code: 64, out: '' });
      expect(err).toContain(what);
      expect(existsSync(path(name))).toBe(false);
    });
  });

  test('replaces a file only with --force', async () => {
    await withFiles({ 'kq.json': 'kept' }, async (path) => {
      const args = ['evaluate', COMMUNES[0] ?? '', '-r', NTM, '--out', path('kq.json'), '--locale', 'en'];
      const kept = await ntm(args);
      expect(kept.code).toBe(64);
      expect(kept.err).toContain('Choose another name, or add --force.');
      expect(readFileSync(path('kq.json'), 'utf8')).toBe('kept');
      expect((await ntm([...args, '--force'])).code).toBe(0);
      expect((JSON.parse(readFileSync(path('kq.json'), 'utf8')) as Evaluation).outcome).toBe('unknown');
    });
  });

  test('writes what could be judged, lists what could not, and ends with 65', async () => {
    const csv =
      'Tên xã;Tỉnh;Ngày đánh giá;Tổng số hộ\nXã A;Quảng Ninh;30/06/2024;1.200\nXã B;Quảng Ninh;30/06/2024;900\n';
    await withFiles({ 'xa.csv': csv }, async (path) => {
      const args = ['evaluate', path('xa.csv'), '-r', NTM, '--out', path('kq.xlsx')];
      expect((await ntm(args)).code).toBe(65);
      const refused = readXlsx(readFileSync(path('kq.xlsx'))).find(({ name }) => name === 'Cần sửa');
      expect(refused?.rows).toHaveLength(2);
      expect(refused?.rows[1]?.slice(0, 5)).toEqual(['ô không dùng được', path('xa.csv'), 'xa.csv', 2, 'D']);
      const forgiven = await ntm([...args, '--on-invalid', 'unknown', '--force']);
      expect(forgiven.code).toBe(0);
      const again = readXlsx(readFileSync(path('kq.xlsx'))).find(({ name }) => name === 'Cần sửa');
      expect(again?.rows[1]?.slice(2, 6)).toEqual(['xa.csv', 2, 'D', 'Tổng số hộ']);
    });
  });

  test('with --detail outcomes leaves explanations out, and says so', async () => {
    await withFiles({}, async (path) => {
      for (const by of [
        ['-r', NTM],
        ['--tiers', LADDER],
      ]) {
        const args = [
          'evaluate',
          ...COMMUNES,
          ...by,
          '--out',
          path('kq.xlsx'),
          '--detail',
          'outcomes',
          '--force',
        ];
        const { code, err } = await ntm([...args, '--locale', 'en']);
        expect(code).toBe(0);
        expect(err).toContain('results come without their explanation');
        const names = readXlsx(readFileSync(path('kq.xlsx'))).map(({ name }) => name);
        expect(names).toContain('Results');
        expect(names).not.toContain('Indicators');
      }
    });
  });

  test('of more than 1,000 units leaves explanations out by itself', async () => {
    const rows = Array.from({ length: 1_001 }, (_, at) => `Xã ${at};Quảng Ninh;30/06/2024;95,3`);
    const csv = ['Tên xã;Tỉnh;Ngày đánh giá;health.insuredRate', ...rows].join('\n');
    await withFiles({ 'xa.csv': csv }, async (path) => {
      const { code, err } = await ntm([
        'evaluate',
        path('xa.csv'),
        '--tiers',
        LADDER,
        '--out',
        path('kq.csv'),
        '--locale',
        'en',
      ]);
      expect(code).toBe(0);
      expect(err).toContain('More than 1000 units: outcomes only');
      expect(err).toContain('NTM (by evaluation): 1,001 units');
      expect(readFileSync(path('kq.csv'), 'utf8').trim().split('\r\n')).toHaveLength(1_002);
    });
  });
});

describe('--report', () => {
  test('writes a page of one unit, or of many beside their tables', async () => {
    await withFiles({}, async (path) => {
      const one = await ntm(['evaluate', COMMUNES[0] ?? '', '-r', NTM, '--report', path('mot.html')]);
      expect({ code: one.code, out: one.out }).toEqual({ code: 0, out: '' });
      expect(readFileSync(path('mot.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*Xã Nam Sơn/);
      const both = ['--out', path('kq.xlsx'), '--report', path('kq.html')];
      expect((await ntm(['evaluate', ...COMMUNES, '--tiers', LADDER, ...both])).code).toBe(0);
      expect(readFileSync(path('kq.html'), 'utf8')).toContain('Xã Quảng An');
      expect(existsSync(path('kq.xlsx'))).toBe(true);
    });
  });

  test('is told what to type for a table', async () => {
    await withFiles({}, async (path) => {
      const args = ['evaluate', COMMUNES[0] ?? '', '-r', NTM, '--report', path('kq.xlsx'), '--locale', 'en'];
      const { code, err } = await ntm(args);
      expect(code).toBe(64);
      expect(err).toContain(`For a table: --out ${path('kq.xlsx')}`);
    });
  });
});

describe('commands that count', () => {
  test.each([
    ['rollup', ['rollup', ...COMMUNES, '--by', 'evaluation'], 'Tổng hợp'],
    ['summarize', ['summarize', ...COMMUNES, '-r', NTM], 'Tổng hợp'],
    ['plan', ['plan', example('lao-cai-2024-2025.plan.json')], 'Kế hoạch'],
    [
      'plan --progress',
      ['plan', example('lao-cai-2024-2025.plan.json'), '--progress', ...COMMUNES],
      'Tiến độ',
    ],
  ])('%s writes a workbook, JSON and the text it prints', async (_name, args, sheet) => {
    await withFiles({}, async (path) => {
      for (const suffix of ['xlsx', 'json', 'txt']) {
        const { code, out } = await ntm([...args, '--out', path(`kq.${suffix}`)]);
        expect({ code, out }).toEqual({ code: 0, out: '' });
      }
      expect(readXlsx(readFileSync(path('kq.xlsx')))[0]?.name).toBe(sheet);
      expect(readFileSync(path('kq.json'), 'utf8')).toBe((await ntm([...args, '--json'])).out);
      expect(readFileSync(path('kq.txt'), 'utf8')).toBe((await ntm(args)).out);
    });
  });
});

describe('the bar of progress', () => {
  const run = (watched: boolean, written: string[]): Run =>
    ({
      locale: 'vi',
      json: false,
      surroundings: { stderr: { write: (text: string) => written.push(text) }, watched },
    }) as unknown as Run;

  test('is drawn where somebody watches, at most every tenth of a second, and taken away', () => {
    const written: string[] = [];
    let now = 0;
    const progress = progressOf(1_000, run(true, written), () => now);
    for (let at = 0; at < 1_000; at += 1) {
      now += 1;
      progress.step();
    }
    progress.end();
    expect(written).toHaveLength(8);
    expect(written[0]).toBe(`\r[${'#'.repeat(9)}${' '.repeat(15)}] 400/1.000 đơn vị`);
    expect(written.at(-1)).toBe('\r\u001b[K');
  });

  test('is nowhere else: not in files and pipes, not for what is over at once', () => {
    for (const [watched, units] of [
      [false, 1_000],
      [true, 1],
    ] as const) {
      const written: string[] = [];
      const progress = progressOf(units, run(watched, written), () => 1e9);
      progress.step();
      progress.end();
      expect(written).toEqual([]);
    }
  });
});
