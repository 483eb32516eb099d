import { existsSync, readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import type { Evaluation } from '../../src/index.js';
import { ADVANCED, flat, NTM, ntm, withFiles } from './ntm.js';

const CSV = [
  'BIỂU TỔNG HỢP;;;;',
  'STT;Tên xã;Tỉnh;Ngày đánh giá;Năm;Tỷ lệ người dân tham gia bảo hiểm y tế;Tổng số hộ',
  '1;Xã A;Quảng Ninh;30/06/2024;2024;95,3;1 200',
  '2;Xã B;Quảng Ninh;30/06/2024;2024;89,99;không có số liệu',
  '3;Xã C;Quảng Ninh;30/06/2024;2024;…;-',
].join('\n');
const outcomesIn = (out: string): unknown[] =>
  (JSON.parse(out) as Evaluation[]).map(({ unit, criteria }) => [
    unit.name,
    criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '15.1')?.outcome,
  ]);

describe('a table of units', () => {
  test('is judged row by row, as snapshots are', async () => {
    await withFiles({ 'cac-xa.csv': CSV }, async (path) => {
      const { code, out, err } = await ntm(['evaluate', path('cac-xa.csv'), '-r', NTM, '--json']);
      expect(code).toBe(0);
      // 95.3 % reaches 95 % (Red River Delta) whatever men and women have; a blank is not known.
      expect(outcomesIn(out)).toEqual([
        ['Xã A', 'met'],
        ['Xã B', 'unmet'],
        ['Xã C', 'unknown'],
      ]);
      expect(err).toContain('cac-xa.csv!G5 (Tổng số hộ): - → Gạch ngang được hiểu là chưa có số liệu');
      expect(err).toContain('đọc 3 đơn vị; 0 ô bị loại; 1 lưu ý');
    });
  });

  test('a refused cell is told with place and remedy; the other units are judged, and the code says 65', async () => {
    await withFiles({ 'cac-xa.csv': CSV.replace('1 200', '1.200') }, async (path) => {
      const args = ['evaluate', path('cac-xa.csv'), '-r', NTM, '--json', '--locale', 'en'];
      const { code, out, err } = await ntm(args);
      expect(code).toBe(65);
      expect(outcomesIn(out)).toHaveLength(3);
      expect(err).toContain('3 units read; 1 cell refused (1 unit judged without)');
      const { errors } = JSON.parse(err.slice(err.indexOf('{\n'))) as {
        errors: { code: string; path: string }[];
      };
      expect(errors.map(({ code, path }) => [code, path])).toEqual([['ambiguous-number', 'cac-xa.csv!G3']]);
      const declared = await ntm([...args, '--table', 'numbers=vi']);
      expect(declared.code).toBe(0);
      const forgiven = await ntm([...args, '--on-invalid', 'unknown']);
      expect(forgiven.code).toBe(0);
      expect(forgiven.err).toContain('cac-xa.csv!G3 (Tổng số hộ): "1.200"');
    });
  });

  test('what it does not say itself is said with --table', async () => {
    const text = 'Tên;Tổng số hộ\nXã A;10\n';
    await withFiles({ 'a.csv': text }, async (path) => {
      const bare = await ntm(['evaluate', path('a.csv'), '-r', NTM, '--locale', 'en']);
      expect(bare.code).toBe(65);
      expect(flat(bare.err)).toContain('the level of the units');
      expect(flat(bare.err)).toContain('--table on=2024-06-30');
      const told = ['--table', 'level=commune', '--table', 'on=2024-06-30', '--table', 'province=Lào Cai'];
      const { code, out } = await ntm(['evaluate', path('a.csv'), '-r', NTM, '--json', ...told]);
      expect(code).toBe(0);
      expect((JSON.parse(out) as Evaluation[])[0]?.unit).toEqual({
        level: 'commune',
        name: 'Xã A',
        province: 'Lào Cai',
      });
    });
  });

  test.each([
    ['levl=commune', 'Did you mean “level”?'],
    ['level=comune', 'one of: village, commune'],
    ['on=30/06/2024', 'year-month-day'],
    ['year', 'one of: level'],
  ])('--table %s is refused with what to write', async (given, said) => {
    await withFiles({ 'a.csv': CSV }, async (path) => {
      const { code, err } = await ntm([
        'evaluate',
        path('a.csv'),
        '-r',
        NTM,
        '--table',
        given,
        '--locale',
        'en',
      ]);
      expect(code).toBe(64);
      expect(flat(err)).toContain(said);
    });
  });

  test('comes from standard input too, and beside snapshots in a folder', async () => {
    const piped = await ntm(['evaluate', '-', '-r', NTM, '--json'], { stdin: CSV });
    expect(piped.code).toBe(0);
    expect(outcomesIn(piped.out)).toHaveLength(3);
    const snapshot = JSON.stringify({
      unit: { level: 'commune', name: 'Xã Z' },
      assessedOn: '2024-06-30',
      facts: {},
    });
    const files = { 'a.csv': CSV, 'z.snapshot.json': snapshot, '~$a.xlsx': 'lock', 'notes.txt': 'x' };
    await withFiles(files, async (path) => {
      const { code, out } = await ntm(['evaluate', path(''), '-r', NTM, '--json']);
      expect(code).toBe(0);
      expect(outcomesIn(out).map((one) => (one as string[])[0])).toEqual(['Xã A', 'Xã B', 'Xã C', 'Xã Z']);
    });
  });

  test.each([
    ['tiers', []],
    ['summarize', ['-r', NTM]],
    ['rollup', []],
    ['recognition', ['--tier', 'ntm']],
    ['sweep', ['-r', NTM, '--indicator', '15.1', '--values', '85..95:5']],
    ['impact', ['-r', NTM, '--set', '15.1=80']],
  ])('is read by ntm %s', async (command, rest) => {
    await withFiles({ 'a.csv': CSV }, async (path) => {
      const { code, out, err } = await ntm([command, path('a.csv'), ...rest, '--json']);
      expect({ code, err: err.replace(/^.*\.csv.*$/gm, '').trim() }).toEqual({ code: 0, err: '' });
      expect(out).not.toBe('');
    });
  });

  test('a file that is no table is told as a file', async () => {
    const files = {
      'a.xlsx': 'no workbook',
      'b.csv': 'no;table\n1;2\n',
      'c.xlsx': new Uint8Array([0x50, 0x4b, 3]),
    };
    await withFiles(files, async (path) => {
      for (const name of Object.keys(files)) {
        const { code, err } = await ntm(['evaluate', path(name), '-r', NTM]);
        expect(code, name).toBe(66);
        expect(err).toContain(name);
      }
    });
  });
});

describe('ntm template', () => {
  test('writes a workbook that ntm evaluate reads, and says what comes next', async () => {
    await withFiles({}, async (path) => {
      const out = path('mau.xlsx');
      const made = await ntm(['template', NTM, ADVANCED, '--out', out]);
      expect(made).toEqual({
        code: 0,
        out: '',
        err: `${out}: đã tạo. Sau khi điền: ntm evaluate ${out} --ruleset ${NTM}\n`,
      });
      expect((await ntm(['template', NTM, '--out', out])).code).toBe(64);
      expect((await ntm(['template', NTM, '--out', out, '--force'])).code).toBe(0);
      const read = await ntm(['evaluate', out, '-r', NTM, '--table', 'on=2024-06-30']);
      expect(read).toMatchObject({ code: 65, out: '' });
      expect(read.err).toContain(`${out}: Chưa điền đơn vị nào.`);
    });
  });
  test.each(['wide', 'form'])(
    '%s: evaluated before anybody has filled it in says so, and nothing else',
    async (layout) => {
      await withFiles({}, async (path) => {
        const out = path('mau.xlsx');
        await ntm(['template', NTM, '--layout', layout, '--out', out]);
        const { code, err } = await ntm([
          'evaluate',
          out,
          '-r',
          NTM,
          '--locale',
          'en',
          '--out',
          path('r.csv'),
        ]);
        expect(code).toBe(65);
        expect(flat(err)).toContain('No unit is filled in yet.');
        expect(flat(err)).toContain('Fill in below the headings, one row a unit (forms: one sheet a unit)');
        expect(err).not.toMatch(/refused|units read|day of judgement/);
        expect(existsSync(path('r.csv'))).toBe(false);
        const checked = await ntm(['check', out, '--locale', 'en']);
        expect(checked.code).toBe(0);
        expect(checked.out).toContain('no unit is filled in yet');
      });
    },
  );
  test('with --json says what it wrote, and which columns a program may fill in', async () => {
    await withFiles({}, async (path) => {
      const file = path('mau.xlsx');
      const { code, out } = await ntm(['template', NTM, '--out', file, '--json', '--locale', 'en']);
      expect(code).toBe(0);
      const told = JSON.parse(out) as { rulesets: string[]; columns: { key: string }[] };
      expect(told).toMatchObject({ file, layout: 'wide', rulesets: [expect.stringMatching(`^${NTM}@`)] });
      expect(told.columns.find(({ key }) => key === 'health.insuredRate')).toMatchObject({
        unit: '%',
        criterion: '15',
      });
      const book = read(readFileSync(file), { type: 'buffer' });
      const sheet = book.Sheets[book.SheetNames[0] ?? ''];
      const keys = sheet ? (utils.sheet_to_json(sheet, { header: 1 })[2] as string[]) : [];
      expect(told.columns.map(({ key }) => key)).toEqual(keys.slice(1));
      const form = await ntm(['template', NTM, '--layout', 'form', '--out', path('f.xlsx'), '--json']);
      expect(JSON.parse(form.out)).toEqual({
        file: path('f.xlsx'),
        layout: 'form',
        rulesets: told.rulesets,
      });
    });
  });
  test('is a workbook: another ending is refused before anything is made', async () => {
    const { code, err } = await ntm(['template', NTM, '--out', 'mau.csv', '--locale', 'en']);
    expect(code).toBe(64);
    expect(flat(err)).toContain('a name that ends in .xlsx');
  });
  test('that has one row of figures without a name says both', async () => {
    const csv = 'Tên xã;Tổng số hộ\n;1200\n';
    await withFiles({ 'a.csv': csv }, async (path) => {
      const { code, err } = await ntm(['evaluate', path('a.csv'), '-r', NTM, '--locale', 'en']);
      expect(code).toBe(65);
      expect(err).toContain('The row names no unit: passed over.');
      expect(err).toContain('No unit is filled in yet.');
    });
  });
  test('of a folder keeps nobody else from being judged', async () => {
    const files = {
      'a.csv': 'Tên xã;Ngày đánh giá;Tổng số hộ\n',
      'b.csv': 'Tên xã;Ngày đánh giá;Tổng số hộ\nXã B;30/06/2024;1200\n',
    };
    await withFiles(files, async (path) => {
      const { code, out, err } = await ntm(['evaluate', path(''), '-r', NTM, '--json', '--locale', 'en']);
      expect(code).toBe(65);
      expect(JSON.parse(out)).toHaveLength(1);
      expect(err).toContain('No unit is filled in yet.');
      expect(err).toContain('b.csv: 1 unit read');
    });
  });
  test('that lacks its day says so once there is a unit', async () => {
    await withFiles({ 'a.csv': 'Tên xã;Tổng số hộ\nXã A;1200\nXã B;900\n' }, async (path) => {
      const { code, err } = await ntm(['evaluate', path('a.csv'), '-r', NTM, '--locale', 'en']);
      expect(code).toBe(65);
      expect(err.match(/the day of judgement/g)).toHaveLength(1);
    });
  });
  test.each([
    [[NTM, 'vn/province-completion/2021-2025'], 'rulesets for the level commune'],
    [['vn/comune-ntm/2021-2025'], 'Did you mean'],
  ])('of %j is refused with a remedy', async (named, said) => {
    const { code, err } = await ntm(['template', ...named, '--locale', 'en']);
    expect(code).toBe(64);
    expect(flat(err)).toContain(said);
  });
});
