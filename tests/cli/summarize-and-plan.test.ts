import { describe, expect, test } from 'vitest';
import type { Plan, PlanProgress, Summary } from '../../src/index.js';
import { example, flat, NTM, ntm, withFiles } from './ntm.js';

const LADDER = 'vn/commune/2021-2025';
const PLAN = example('lao-cai-2024-2025.plan.json');

/** A commune of the plan with so many criteria declared met, the rest not met but for the last, which nobody knows. */
const commune = (name: string, met: number, rest: object = {}): string =>
  JSON.stringify({
    unit: { level: 'commune', name, province: 'Lào Cai', district: 'Văn Bàn' },
    assessedOn: '2024-07-15',
    year: 2024,
    declared: {
      [NTM]: Object.fromEntries(
        Array.from({ length: 18 }, (_, at) => [
          `criterion:${at + 1}`,
          { outcome: at < met ? 'met' : 'unmet', by: 'appraisal' },
        ]),
      ),
    },
    recognitions: [],
    ...rest,
  });

const files = {
  'a.snapshot.json': commune('Xã Mường Hoa', 15),
  'b.snapshot.json': commune('Xã Vĩnh Yên', 16, {
    recognitions: [{ tier: 'ntm', decision: { number: '1/QĐ-UBND', date: '2024-06-20' } }],
    reported: { [NTM]: { criteria: 19, ofCriteria: 19 } },
  }),
  'c.snapshot.json': commune('Xã Cam Cọn', 12),
};
const group = JSON.stringify({ group: '62 xã', ruleset: NTM, units: 62, setSize: 19, openPairs: 252 });

type Given = Readonly<Record<string, string>>;
const run = (given: Given, args: (path: (name: string) => string) => readonly string[], columns = 80) =>
  withFiles(given, (path) => ntm(args(path), { columns }));

const snapshots = (given: Given, path: (name: string) => string): string[] =>
  Object.keys(given)
    .filter((name) => name.endsWith('.snapshot.json'))
    .map(path);

const summarizing = (args: readonly string[], given: Given = files) =>
  run(given, (path) => [
    'summarize',
    ...snapshots(given, path),
    ...args.map((one) => (Object.hasOwn(given, one) ? path(one) : one)),
  ]);

/** Lines that take more columns than the terminal has. */
const tooWide = (text: string, columns = 80): string[] =>
  text.split('\n').filter((line) => [...line.normalize('NFC')].length > columns);

/** The figures of the row of a table that begins so. */
const rowOf = (text: string, name: string): string[] => {
  const line = text.split('\n').find((one) => one.trimStart().startsWith(name)) ?? '';
  return line
    .slice(line.indexOf(name) + name.length)
    .trim()
    .split(/\s{2,}/);
};

describe('ntm summarize', () => {
  test('tells outcomes, pairs and what fails most, in Vietnamese', async () => {
    const { code, out } = await summarizing(['-r', NTM]);
    expect(code).toBe(0);
    expect(out).toContain('3 đơn vị: 3 đã đánh giá');
    expect(rowOf(out, '✗ chưa đạt')).toEqual(['3', '100 %']);
    expect(rowOf(out, 'Lượt tiêu chí (trên 19)')).toEqual(['57', '43', '11', '3', '14,33–15,33']);
    expect(rowOf(out, '17 Môi trường và an toàn thực phẩm')).toEqual(['3', '0', '0']);
    expect(flat(out)).toContain('Số đơn vị theo số tiêu chí đạt: 17: 0–1; 16: 0–2; 15: 0–1; 12–13: 0–1');
  });

  test('tells the same in English, and what units report of themselves beside it', async () => {
    const { out } = await summarizing(['-r', NTM, '--locale', 'en']);
    expect(out).toContain('3 units: 3 judged');
    expect(rowOf(out, 'Criteria (of 19)')).toEqual(['57', '43', '11', '3', '14.33–15.33']);
    expect(out).toContain('Reported by 1 unit: 0 met, 0 not met');
  });

  test('counts units without data as not known, by number or by name', async () => {
    const byNumber = await summarizing(['-r', NTM, '--universe', '22', '--locale', 'en']);
    expect(byNumber.out).toContain('22 units: 3 judged, 19 without data');
    const list = ['Xã Mường Hoa', 'Xã Nậm Pung'].map((name) => ({
      level: 'commune',
      name,
      province: 'Lào Cai',
      district: 'Văn Bàn',
    }));
    const byName = await summarizing(['-r', NTM, '--universe', 'list.json'], {
      ...files,
      'list.json': JSON.stringify(list),
    });
    expect(byName.out).toContain('Chưa có dữ liệu: Xã Nậm Pung (Văn Bàn)');
    expect(flat(byName.out)).toContain('2 đơn vị không có trong danh sách tổng thể');
  });

  test('by a ladder tells tiers reached, recognised and held, and recognised against found', async () => {
    const { code, out } = await summarizing(['--ladder', LADDER, '--locale', 'en', '--by', 'district']);
    expect(code).toBe(0);
    expect(rowOf(out, 'NTM')).toEqual(['0 (0 %)', '1 (33.33 %)', '1 (33.33 %)']);
    expect(rowOf(out, 'not recognised')).toEqual(['2', '✓0 ✗2 ?0', '✓0 ✗2 ?0', '✓0 ✗2 ?0']);
    expect(rowOf(out, 'Văn Bàn')[0]).toBe('3');
    expect(out).toContain(NTM);
  });

  test('a set that the ladder has judged already is not counted twice', async () => {
    const { out } = await summarizing(['--ladder', LADDER, '-r', NTM, '--json']);
    const summary = JSON.parse(out) as Summary;
    expect(summary.rulesets.find(({ ruleset }) => ruleset === NTM)).toMatchObject({
      basis: { evaluated: 3 },
      duplicates: { count: 0 },
    });
  });

  test('a named subset and a table by district', async () => {
    const { out } = await summarizing(['-r', NTM, '--subset', 'trong-tam=2,3,17', '--by', 'district']);
    expect(rowOf(out, 'trong-tam (2, 3, 17)')).toEqual(['0', '6', '3', '0', '2']);
    expect(rowOf(out, 'Văn Bàn')).toEqual(['3', '0', '3', '0', '14,33–15,33']);
  });

  test('published figures of a group stand among the files', async () => {
    const { code, out } = await summarizing(['group.json', '-r', NTM], { ...files, 'group.json': group });
    expect(code).toBe(0);
    expect(out).toContain('65 đơn vị: 3 đã đánh giá, 62 theo số liệu chung của nhóm');
    expect(rowOf(out, '62 xã')).toEqual(['62', '252', '14,94', '–']);
  });

  test('with --json prints one Summary, the library’s own', async () => {
    const { out } = await summarizing(['-r', NTM, '--json']);
    expect(JSON.parse(out)).toMatchObject({ kind: 'summary', rulesets: [{ ruleset: NTM }], ladders: [] });
  });

  test('one refused file keeps none of the others from counting', async () => {
    const { code, out, err } = await summarizing(['-r', NTM], {
      ...files,
      'd.snapshot.json': '{ "unit": {} }',
      'e.snapshot.json': JSON.stringify([{ group: 'x', ruleset: NTM, units: 4, setSize: 19, openPairs: 77 }]),
    });
    expect(code).toBe(65);
    expect(out).toContain('3 đơn vị');
    expect(err).toMatch(/d\.snapshot\.json \/unit/);
    expect(err).toMatch(/e\.snapshot\.json \/0\/openPairs: .*\[out-of-range\]/);
  });

  test.each([
    [[], '--ruleset: Neither ruleset nor ladder is chosen.'],
    [['-r', NTM, '--subset', 'focus'], '--subset: The option is not valid.'],
    [['-r', NTM, '--by', 'distrct'], 'Did you mean “district”?'],
    [['--ladder', 'vn/comune/2021-2025'], 'Did you mean “vn/commune/2021-2025”?'],
  ])('%j ends with 64 and says what to type', async (args, what) => {
    const { code, out, err } = await summarizing([...args, '--locale', 'en']);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(what);
  });

  test('a universe that is none is refused at its place', async () => {
    const { code, err } = await summarizing(['-r', NTM, '--universe', 'list.json'], {
      ...files,
      'list.json': '[{ "level": "commune" }]',
    });
    expect(code).toBe(65);
    expect(err).toMatch(/list\.json \/universe\/0\/name: .*\[missing-key\]/);
  });

  test.each(['vi', 'en'])('fits 80 columns in %s', async (locale) => {
    const given = { ...files, 'group.json': group };
    const args = [
      'group.json',
      '-r',
      NTM,
      '--ladder',
      LADDER,
      '--by',
      'district',
      '--universe',
      '99',
      '--all',
    ];
    const { out } = await summarizing([...args, '--locale', locale], given);
    expect(out).toContain('Văn Bàn');
    expect(tooWide(out)).toEqual([]);
  });
});

describe('ntm plan', () => {
  test('tells what the plan of Lào Cai comes to in each reading', async () => {
    const { code, out } = await ntm(['plan', PLAN], { columns: 80 });
    expect(code).toBe(0);
    expect(rowOf(out, 'Các xã của tỉnh')).toEqual(['127', '–', '145']);
    const periods = (text: string): string => text.slice(text.indexOf('  Kỳ '));
    expect(rowOf(periods(out), 'năm 2024')).toEqual(['112']);
    expect(rowOf(periods(out), 'năm 2025')).toEqual(['33']);
    expect(out).toContain('62    22       84  66,14 %');
    const ten = out.slice(out.indexOf('(ten)'));
    expect(rowOf(periods(ten), 'năm 2024')).toEqual(['101']);
    expect(ten).toContain('Đơn vị được công nhận NTM: như cách hiểu trên');
    expect(flat(out)).toContain('Xã Mường Hoa; Xã Vĩnh Yên, Xã Cam Cọn; Xã Chiềng Ken');
  });

  test.each(['vi', 'en'])('fits 80 columns in %s, with and without progress', async (locale) => {
    const plain = await ntm(['plan', PLAN, '--locale', locale], { columns: 80 });
    const progress = await run(files, (path) => [
      'plan',
      PLAN,
      '--progress',
      ...snapshots(files, path),
      '--locale',
      locale,
    ]);
    expect(progress.code).toBe(0);
    expect(tooWide(plain.out)).toEqual([]);
    expect(tooWide(progress.out)).toEqual([]);
  });

  test('tells how far it is carried out on a day', async () => {
    const { out } = await run(files, (path) => ['plan', PLAN, '--progress', ...snapshots(files, path)]);
    expect(out).toContain('tính đến ngày 15/07/2024');
    const english = await run(files, (path) => [
      'plan',
      PLAN,
      '--progress',
      ...snapshots(files, path),
      '--on',
      '2024-06-30',
      '--locale',
      'en',
    ]);
    expect(english.out).toContain('as of 30 June 2024');
    expect(flat(english.out)).toContain('! what was found later of 3 units or groups does not count');
  });

  test('--reported takes what units report instead of what is found', async () => {
    const unit = { level: 'commune', name: 'Xã Vĩnh Yên', province: 'Lào Cai' };
    const plan = {
      format: 1,
      baseline: [{ unit, ruleset: NTM, setSize: 19, openPairs: 3 }],
      targets: [{ unit, ruleset: NTM, period: '2024', close: 3 }],
    };
    const given = { ...files, 'x.plan.json': JSON.stringify(plan) };
    const json = async (...args: string[]) => {
      const { out } = await run(given, (path) => [
        'plan',
        path('x.plan.json'),
        '--json',
        '--progress',
        ...snapshots(given, path),
        ...args,
      ]);
      return (JSON.parse(out) as PlanProgress).readings[0]?.targets[0];
    };
    // It reports 19 of 19; what is found leaves two open and one not known.
    expect(await json()).toMatchObject({ done: 0, open: 2, unknown: 1 });
    expect(await json('--reported')).toMatchObject({ done: 3, open: 0, unknown: 0 });
  });

  test('with --json prints the Plan that parsePlan gives', async () => {
    const { out } = await ntm(['plan', PLAN, '--json']);
    const plan = JSON.parse(out) as Plan;
    expect(plan.follows.map(({ reading }) => reading)).toEqual(['six', 'ten']);
    expect((await ntm(['plan', '-', '--json'], { stdin: out })).out).toBe(out);
  });

  test('a plan that closes more than is open is refused with file, place and by how many', async () => {
    const plan = {
      format: 1,
      groups: [{ id: '12 xã', units: 12 }],
      baseline: [{ group: '12 xã', ruleset: NTM, setSize: 19, openPairs: 103 }],
      targets: [
        { group: '12 xã', ruleset: NTM, period: '2024', close: 70 },
        { group: '12 xã', ruleset: NTM, period: '2025', close: 34 },
      ],
    };
    const { code, out, err } = await run({ 'x.plan.json': JSON.stringify(plan) }, (path) => [
      'plan',
      path('x.plan.json'),
    ]);
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/x\.plan\.json \/targets\/1\/close: .*\[closes-more-than-open\]/);
    expect(err).toContain('gặp: 12 xã · 2025 · 104 > 103');
    expect(err).toContain('cách sửa: Thừa 1:');
  });

  test.each([
    [['plan'], 'plan: The argument “plan” is missing.'],
    [['plan', PLAN, '--on', '2024-07-01'], '--on: The option is not valid.'],
    [['plan', PLAN, '--progress', 'docs/examples', '--on', '2024-02-30'], '--on: The option is not valid.'],
    [['plan', PLAN, '--progress', 'docs/examples', '--reached-by', 'decree'], '--reached-by'],
  ])('%j ends with 64', async (args, what) => {
    const { code, err } = await ntm([...args, '--locale', 'en']);
    expect(code).toBe(64);
    expect(err).toContain(what);
  });
});
