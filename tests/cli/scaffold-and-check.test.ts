import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import type { CheckReport } from '../../src/cli/check-file.js';
import { getRuleset, shippedVocabulary } from '../../src/index.js';
import { withoutBlanks } from '../../src/scaffold/blanks.js';
import { type Scaffold, scaffoldAmendment } from '../../src/scaffold/scaffold-amendment.js';
import type { Cell } from '../../src/table/cell.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { writeXlsx } from '../../src/table/write-xlsx.js';
import { factsThatMeet, filled } from '../scaffold/filling.js';
import { example, flat, NTM, ntm } from './ntm.js';

const folder = mkdtempSync(join(tmpdir(), 'ntm-scaffold-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => join(folder, name);
const write = (name: string, json: unknown): string => {
  writeFileSync(file(name), JSON.stringify(json));
  return file(name);
};
const readJson = <T>(name: string): T => JSON.parse(readFileSync(file(name), 'utf8')) as T;
const NEXT = 'vn/commune-ntm/2026-2030';
const { territory } = shippedVocabulary();
const scaffoldFor = (province: string, id = NTM): Scaffold =>
  scaffoldAmendment(getRuleset(id), { province, ...(territory && { territory }) });

describe('ntm scaffold', () => {
  test('prints the scaffold, or writes it and says what comes next', async () => {
    const printed = await ntm(['scaffold', `${NTM}@2024-03-01`, '--province', 'Lào Cai']);
    expect(printed).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(printed.out)).toEqual(scaffoldFor('Lào Cai'));
    const out = file('lao-cai.amendment.json');
    const written = await ntm(['scaffold', NTM, '--province', 'lao cai', '--out', out, '--locale', 'en']);
    expect(written).toEqual({
      code: 0,
      out: '',
      err: `${out}: 23 figures to fill in. Then: ntm check ${out}\n`,
    });
    expect(readJson<Scaffold>('lao-cai.amendment.json').amends).toEqual([
      `${NTM}@2022-03-08`,
      `${NTM}@2024-03-01`,
    ]);
  });

  test('replaces no file unless told to', async () => {
    const out = write('kept.json', 'kept');
    const refused = await ntm(['scaffold', NTM, '--out', out, '--locale', 'en']);
    expect(refused.code).toBe(64);
    expect(refused.err).toContain('There is such a file already.');
    expect(readJson('kept.json')).toBe('kept');
    expect((await ntm(['scaffold', NTM, '--out', out, '--force'])).code).toBe(0);
    expect(readJson<Scaffold>('kept.json').format).toBe(1);
  });

  test.each([
    [[NTM, '--province', 'Lao Kai'], 'Có phải ý bạn là “Lào Cai”?'],
    [[NEXT, '--province', 'Yên Bái'], 'Từ ngày 01/07/2025 tỉnh này thuộc Lào Cai'],
    [[NTM, '--xlsx'], 'Bảng tính phải ghi vào một tệp.'],
    [['vn/commune-nmt/2021-2025'], `Có phải ý bạn là “${NTM}”?`],
    [[NTM, '--out', join(folder, 'none', 'x.json')], 'Không ghi được tệp.'],
  ])('%j ends with 64 and says what to type', async (args, remedy) => {
    const { code, out, err } = await ntm(['scaffold', ...args]);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(remedy);
  });

  test('says so when there is no figure to supply', async () => {
    const { code, err } = await ntm(['scaffold', 'lao-cai/commune-advanced/2022-2025', '--locale', 'en']);
    expect(code).toBe(0);
    expect(err).toContain('This ruleset has no figure left to supply.');
  });

  test('has its help in both languages', async () => {
    expect(flat((await ntm(['scaffold', '--help'])).out)).toContain('Mỗi mục nói tra ở đâu.');
    expect(flat((await ntm(['scaffold', '--help', '--locale', 'en'])).out)).toContain(
      'Each entry says where to look.',
    );
    expect(flat((await ntm(['check', '--help'])).out)).toContain('Ô còn trống không phải là lỗi');
    expect(flat((await ntm(['check', '--help', '--locale', 'en'])).out)).toContain('Blanks are no mistake');
  });
});

describe('ntm check', () => {
  test('of a scaffold tells what is still open and ends with 0', async () => {
    const path = write('blank.json', scaffoldFor('Lào Cai'));
    const { code, out } = await ntm(['check', path]);
    expect(code).toBe(0);
    expect(out).toContain('biểu đang điền · không có lỗi');
    expect(flat(out)).toContain('đã điền 0 mức, còn trống 23');
    expect(flat(out)).toContain('còn bỏ ngỏ (23, Trung du miền núi phía Bắc): 2.1 rate;');
    expect(flat(out)).toContain('10 income (2021, 2022, 2023, 2024, 2025)');
  });

  test('of a filled one tells what becomes known, completeness and totals', async () => {
    const path = write('filled.json', filled(scaffoldFor('Lào Cai')));
    const { code, out } = await ntm(['check', path, '--locale', 'en']);
    expect(code).toBe(0);
    expect(flat(out)).toContain('23 figures filled in, 0 blank');
    expect(flat(out)).toContain('no figure is left open');
    expect(flat(out)).toContain('in Northern midlands and mountains: complete');
    expect(flat(out)).toContain(
      'the whole set: all indicators, some figures open → all indicators, some figures open',
    );
    expect(flat(out)).toContain('19 criteria, 57 indicators → 19 criteria, 57 indicators');
    const report = JSON.parse((await ntm(['check', path, '--json'])).out) as CheckReport;
    expect(report).toMatchObject({ kind: 'amendment', sound: true, problems: [] });
    expect(report.amendment?.appliedTo).toMatchObject([
      { base: `${NTM}@2024-03-01`, completeThere: true, left: [] },
    ]);
  });

  test('of one filled in part says precisely what is left', async () => {
    const part = filled(scaffoldFor('Lào Cai')) as {
      changes: { indicator: string; rows: { value: unknown }[] }[];
    };
    for (const { indicator, rows } of part.changes)
      if (indicator === '10') for (const row of rows.slice(3)) row.value = null;
    const { code, out } = await ntm(['check', write('part.json', part)]);
    expect(code).toBe(0);
    expect(flat(out)).toContain('còn bỏ ngỏ (2, Trung du miền núi phía Bắc): 10 income (2024, 2025)');
    expect(flat(out)).toContain('riêng Trung du miền núi phía Bắc: chưa đầy đủ');
  });

  test('of the rest of a set that is known in part names the contents that figures cannot complete', async () => {
    const { out } = await ntm(['check', write('next.json', filled(scaffoldFor('Lào Cai', NEXT)))]);
    expect(flat(out)).toContain('chưa có nội dung, phải dùng kết quả công bố: 1.a, 1.b');
    expect(flat(out)).toContain('34 chỉ tiêu chưa liệt kê');
  });

  test('recognises rulesets, snapshots and amendments by what they hold', async () => {
    const { code, out } = await ntm([
      'check',
      example('constructed-province.amendment.json'),
      example('nam-son.snapshot.json'),
      example('lao-cai-commune-advanced-2018-2020.ruleset.json'),
      '--json',
    ]);
    expect(code).toBe(0);
    expect((JSON.parse(out) as CheckReport[]).map(({ kind }) => kind)).toEqual([
      'amendment',
      'snapshot',
      'ruleset',
    ]);
  });

  test('says everything that is wrong, at its place in the file, and ends with 65', async () => {
    const wrong = filled(scaffoldFor('Lào Cai')) as { changes: Record<string, unknown>[] };
    (wrong.changes[0] as { rows: { value: unknown }[] }).rows = [
      { where: { region: 'x' }, value: null, evidence: 'published' },
      { where: { region: 'nowhere' }, value: 80, evidence: 'published' },
    ] as never;
    Object.assign(wrong.changes[2] ?? {}, { indicator: '2.33' });
    const { code, err } = await ntm(['check', write('wrong.json', wrong), '--locale', 'en']);
    expect(code).toBe(65);
    expect(err).toContain('wrong.json /changes/0/rows/1/where/region');
    expect(err).toContain('/changes/2/indicator');
    expect(err).toContain('Did you mean “2.3”?');
    expect(err).toContain('remedy: ');
  });

  test('a citation without a number, once there are figures, is a problem', async () => {
    const uncited = { ...(filled(scaffoldFor('Lào Cai')) as object), citation: { number: null, date: null } };
    const { code, err } = await ntm(['check', write('uncited.json', uncited)]);
    expect(code).toBe(65);
    expect(err).toContain('uncited.json /citation/number');
  });

  test.each([
    [['package.json'], 65, '[bad-format]'],
    [[join(folder, 'gone.json')], 66, '[unreadable-file]'],
    [['docs/examples/quang-kim.snapshot.json', '-r', 'vn/commune-nmt/2021-2025'], 64, '[unknown-ruleset]'],
    [[example('constructed-province.amendment.json'), '-r', NEXT], 65, '[wrong-base]'],
    [['docs/examples/lao-cai-city.snapshot.json', '-r', NTM], 65, '[wrong-level]'],
  ])('%j ends with %d', async (args, code, told) => {
    const ran = await ntm(['check', ...args]);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(told);
  });

  test('of figures looser than a floor names the floor, its text and the place', async () => {
    const looser = {
      format: 1,
      amends: `${NEXT}@2026-02-15`,
      title: { vi: 'x', en: 'x' },
      jurisdiction: 'quang-ninh',
      citation: { number: '00/QĐ-UBND (ví dụ)' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '3.1',
          requirement: 'growth',
          rows: [{ where: { group: 'g1' }, value: 9, evidence: 'published' }],
        },
      ],
    };
    const { code, err } = await ntm(['check', write('looser.json', looser)]);
    expect(code).toBe(65);
    expect(err).toContain('/changes/0/rows/0/value: Mức sàn không được nới lỏng. [floor-loosened]');
    expect(err).toContain('cần: ≥ 9.5');
    expect(err).toMatch(/Chỉ tiêu 3\.1, mức sàn theo: .*52\/2026/);
  });
});

describe('a sheet', () => {
  /** Fills the sheet as an officer would: figure and decision in every row. */
  async function fill(name: string, type: (indicator: string, row: number) => Cell): Promise<string> {
    const sheets = await readXlsx(readFileSync(file(name)));
    const rows = sheets[0]?.rows.map((row, at) =>
      at === 0
        ? row
        : row.map((cell, column) =>
            column === 7 ? type(String(row[0]), at + 1) : column === 8 ? '00/QĐ-UBND' : cell,
          ),
    );
    writeFileSync(
      file(name),
      await writeXlsx([{ name: sheets[0]?.name ?? '', rows: rows ?? [] }, ...sheets.slice(1)]),
    );
    return file(name);
  }

  test('goes out blank and comes back filled: checked, and judged by', async () => {
    const out = file('lao-cai.xlsx');
    expect((await ntm(['scaffold', NTM, '-p', 'Lào Cai', '--xlsx', '-o', out])).code).toBe(0);
    expect((await ntm(['check', out])).out).toContain('còn trống 23');
    await fill('lao-cai.xlsx', () => '60,0');
    const checked = await ntm(['check', out, '--ruleset', NTM, '--locale', 'en']);
    expect(checked.err).toBe('');
    expect(flat(checked.out)).toContain('in Northern midlands and mountains: complete');
    const ruleset = getRuleset(NTM);
    const amended = withoutBlanks(filled(scaffoldFor('Lào Cai'))).amendment;
    const { amend } = await import('../../src/index.js');
    const facts = factsThatMeet(amend(ruleset, amended), {
      region: 'northern-midlands-mountains',
      year: 2024,
    });
    const commune = write('xa.snapshot.json', {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Lào Cai' },
      assessedOn: '2024-12-20',
      year: 2024,
      facts,
    });
    const judged = await ntm(['evaluate', commune, '-r', NTM, '--amend', out, '--json']);
    expect(judged.err).toBe('');
    expect(JSON.parse(judged.out)).toMatchObject({
      outcome: 'met',
      ruleset: { amendedBy: ['211/QĐ-TTg (2024-03-01)', '00/QĐ-UBND'] },
    });
  });

  test('with bad cells is refused with file, sheet, row and column', async () => {
    const out = file('bad.xlsx');
    await ntm(['scaffold', NTM, '-p', 'Lào Cai', '--xlsx', '-o', out]);
    await fill('bad.xlsx', (_, row) => (row === 3 ? 'tám mươi' : row === 4 ? '120' : '60'));
    const cells = await ntm(['check', out]);
    expect(cells.code).toBe(65);
    expect(cells.err).toContain('bad.xlsx Mức đạt chuẩn!H3: Có chữ ở chỗ phải là số. [text-for-number]');
    expect(cells.err).toContain('gặp: "tám mươi"');
    await fill('bad.xlsx', (_, row) => (row === 4 ? '120' : '60'));
    const bounds = await ntm(['evaluate', example('quang-kim.snapshot.json'), '-r', NTM, '--amend', out]);
    expect(bounds.code).toBe(65);
    expect(bounds.err).toContain('bad.xlsx Mức đạt chuẩn!H4');
  });

  test('that names no ruleset is read by the one asked for', async () => {
    const out = file('alone.xlsx');
    await ntm(['scaffold', NTM, '-p', 'Lào Cai', '--xlsx', '-o', out]);
    const [sheet] = await readXlsx(readFileSync(out));
    writeFileSync(out, await writeXlsx([{ name: 'Mức', rows: sheet?.rows ?? [] }]));
    const nameless = await ntm(['check', out]);
    expect(nameless.code).toBe(65);
    expect(nameless.err).toContain('sau --ruleset');
    expect((await ntm(['check', out, '--ruleset', NTM])).out).toContain('còn trống 23');
  });

  test('that is no workbook is said to be none', async () => {
    writeFileSync(file('no.xlsx'), 'not a workbook');
    const { code, err } = await ntm(['check', file('no.xlsx'), '--locale', 'en']);
    expect(code).toBe(66);
    expect(err).toContain('expected: an .xlsx workbook');
  });
});

describe('--amend with a folder', () => {
  const provinces = mkdtempSync(join(folder, 'provinces-'));
  const decided = (province: string, number: string, figure: number) => ({
    ...(filled(scaffoldFor(province), () => figure) as object),
    citation: { number, date: '2024-04-01' },
  });
  const put = (name: string, json: unknown): void =>
    writeFileSync(join(provinces, name), JSON.stringify(json));
  put('lao-cai.json', decided('Lào Cai', '1/QĐ-UBND (Lào Cai)', 50));
  put('quang-ninh.json', decided('Quảng Ninh', '2/QĐ-UBND (Quảng Ninh)', 70));
  put('xa.snapshot.json', { not: 'an amendment' });
  const commune = (province: string): string =>
    write(`${province}.snapshot.json`, {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province },
      assessedOn: '2024-12-20',
      year: 2024,
      facts: { 'income.perCapita': 60 },
    });

  test('judges each commune by its own province’s figures, and names whose', async () => {
    const args = [
      commune('Lào Cai'),
      commune('Quảng Ninh'),
      commune('Nam Định'),
      '-r',
      NTM,
      '--amend',
      provinces,
    ];
    const { code, out, err } = await ntm(['evaluate', ...args, '--json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const income = (
      JSON.parse(out) as {
        ruleset: { amendedBy: string[] };
        criteria: { no: string; indicators: { outcome: string }[] }[];
      }[]
    ).map(({ ruleset, criteria }) => [
      ruleset.amendedBy.slice(1),
      criteria.find(({ no }) => no === '10')?.indicators[0]?.outcome,
    ]);
    expect(income).toEqual([
      [['1/QĐ-UBND (Lào Cai) (2024-04-01)'], 'met'],
      [['2/QĐ-UBND (Quảng Ninh) (2024-04-01)'], 'unmet'],
      [[], 'unknown'],
    ]);
  });

  test('says which files are still blank, wholly or in part, and leaves the blanks open', async () => {
    const blank = mkdtempSync(join(folder, 'blank-'));
    writeFileSync(join(blank, 'a.json'), JSON.stringify(scaffoldFor('Quảng Ninh')));
    const part = decided('Lào Cai', '1/QĐ-UBND', 50) as unknown as {
      changes: { rows: { value: unknown }[] }[];
    };
    const [first] = part.changes;
    if (first?.rows[0]) first.rows[0].value = null;
    writeFileSync(join(blank, 'b.json'), JSON.stringify(part));
    const { code, err } = await ntm([
      'evaluate',
      commune('Lào Cai'),
      '-r',
      NTM,
      '--amend',
      blank,
      '--locale',
      'en',
    ]);
    expect(code).toBe(0);
    expect(err).toContain(`nothing is filled in yet in ${join(blank, 'a.json')}`);
    expect(err).toContain('1 figures are not filled in yet');
  });

  test('enforces the floors of every file on its own: what one province raised binds no other', async () => {
    const floors = mkdtempSync(join(folder, 'floors-'));
    const raised = (jurisdiction: string, value: number) => ({
      format: 1,
      amends: `${NEXT}@2026-02-15`,
      title: { vi: jurisdiction, en: jurisdiction },
      jurisdiction,
      citation: { number: `00/QĐ-UBND (${jurisdiction})` },
      changes: [
        {
          change: 'set-requirement',
          indicator: '3.1',
          requirement: 'growth',
          rows: [{ where: {}, value, evidence: 'published' }],
        },
      ],
    });
    const decide = (value: number): void => {
      writeFileSync(join(floors, 'a.json'), JSON.stringify(raised('lao-cai', 11)));
      writeFileSync(join(floors, 'b.json'), JSON.stringify(raised('quang-ninh', value)));
    };
    const unit = write('next.snapshot.json', {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'Quảng Ninh', group: 'g1' },
      assessedOn: '2026-12-20',
      facts: { 'income.perCapitaGrowth': 10.5 },
    });
    const growth = async (): Promise<{ code: number; err: string; outcome?: string }> => {
      const { code, err, out } = await ntm(['evaluate', unit, '-r', NEXT, '--amend', floors, '--json']);
      if (out === '') return { code, err };
      const { criteria } = JSON.parse(out) as {
        criteria: { indicators: { id: string; outcome: string }[] }[];
      };
      const outcome = criteria
        .flatMap(({ indicators }) => indicators)
        .find(({ id }) => id === '3.1')?.outcome;
      return { code, err, ...(outcome !== undefined && { outcome }) };
    };
    decide(10);
    expect(await growth()).toMatchObject({ code: 0, outcome: 'met' });
    decide(9);
    const refused = await growth();
    expect(refused.code).toBe(65);
    expect(JSON.parse(refused.err)).toMatchObject({
      errors: [
        { code: 'floor-loosened', file: join(floors, 'b.json'), path: '/changes/0/rows/0/value', found: '9' },
      ],
    });
  });

  test('without any amendment in it is told', async () => {
    const empty = mkdtempSync(join(folder, 'empty-'));
    const { code, err } = await ntm(['evaluate', commune('Lào Cai'), '-r', NTM, '--amend', empty]);
    expect(code).toBe(66);
    expect(err).toContain('thư mục có tệp *.json hoặc *.xlsx');
    expect(existsSync(empty)).toBe(true);
  });
});
