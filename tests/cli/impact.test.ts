import { describe, expect, test } from 'vitest';
import { type Impact, impact, parseSnapshot, type Snapshot, type Sweep, sweep } from '../../src/index.js';
import { block, flat, NTM, ntm, withFiles } from './ntm.js';

const V2024 = `${NTM}@2024-03-01`;

const commune = (name: string, insured: number | undefined, province = 'Nam Định') => ({
  unit: { level: 'commune', name, province },
  assessedOn: '2024-06-30',
  year: 2023,
  facts:
    insured === undefined
      ? {}
      : { 'health.insuredRate': ['male', 'female'].map((sex) => ({ value: insured, sex })) },
});

const communes = [
  commune('Xã A', 89),
  commune('Xã B', 91),
  commune('Xã C', 96, 'Lào Cai'),
  commune('Xã D', undefined),
];
const FILES = Object.fromEntries(communes.map((one, at) => [`${at}.snapshot.json`, JSON.stringify(one)]));
const parsed = communes.map((one): Snapshot => {
  const found = parseSnapshot(one);
  if (!found.ok) throw new Error(JSON.stringify(found.errors));
  return found.value;
});

describe('ntm impact', () => {
  test('says which units a figure would cost, with the figures, and that it is a draft', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out, err } = await ntm(['impact', path(''), '--ruleset', V2024, '--set', '15.1=92']);
      expect({ code, err }).toEqual({ code: 0, err: '' });
      expect(out).toContain('Tác động đối với 4 đơn vị');
      expect(out).toContain('phương án giả định (what-if) · dự thảo');
      expect(flat(block(out, 'Chỉ tiêu đổi kết quả'))).toContain('đạt 2 → 1, đổi kết quả 1');
      expect(block(out, 'Theo vùng')).toContain('Trung du miền núi phía Bắc: 1 đơn vị');
    });
  });

  test('prints what the library returns with --json, in any of the ways to say what changes', async () => {
    await withFiles(FILES, async (path) => {
      const set = await ntm([
        'impact',
        path(''),
        '-r',
        NTM,
        '--set',
        '15.1[region=red-river-delta]=92',
        '--json',
      ]);
      const figures = { '15.1[region=red-river-delta]': 92 };
      expect(JSON.parse(set.out)).toEqual(impact(parsed, NTM, { ruleset: NTM, figures }));
      const to = await ntm([
        'impact',
        path(''),
        '-r',
        `${NTM}@2022-03-08`,
        '--to',
        V2024,
        '--json',
        '--named',
        '1',
      ]);
      expect(JSON.parse(to.out)).toEqual(impact(parsed, `${NTM}@2022-03-08`, V2024, { named: 1 }));
      const found = JSON.parse(set.out) as Impact;
      expect(found.indicators.find(({ after }) => after === '15.1')?.table.met).toMatchObject({
        met: 1,
        unmet: 1,
      });
    });
  });

  test('provincial figures of --with hold on both sides, those of --amend after the change only', async () => {
    const amendment = (value: number) =>
      JSON.stringify({
        format: 1,
        amends: V2024,
        title: { vi: 'Mức của tỉnh', en: 'Provincial figures' },
        citation: { number: `${value}/QĐ-UBND` },
        changes: [
          {
            change: 'set-requirement',
            indicator: '15.1',
            requirement: 'rate',
            rows: [{ where: {}, value, evidence: 'published' }],
          },
        ],
      });
    await withFiles({ ...FILES, 'both.json': amendment(88), 'after.json': amendment(95) }, async (path) => {
      const run = async (...flags: string[]) => {
        const { out } = await ntm(['impact', path(''), '--ruleset', V2024, ...flags, '--json']);
        return (JSON.parse(out) as Impact).indicators.find(({ after }) => after === '15.1')?.table.met;
      };
      expect(await run('--amend', path('after.json'))).toEqual({ met: 1, unmet: 1, unknown: 0 });
      expect(await run('--with', path('both.json'), '--set', '15.1=90')).toEqual({
        met: 2,
        unmet: 1,
        unknown: 0,
      });
    });
  });

  test('a refused snapshot among others keeps none of them from being judged', async () => {
    const bad = JSON.stringify({ ...commune('Xã Lạ', 91), year: 1999 });
    const village = JSON.stringify({ ...commune('Thôn', 91), unit: { level: 'village', name: 'Thôn' } });
    await withFiles({ ...FILES, '8.snapshot.json': bad, '9.snapshot.json': village }, async (path) => {
      const { code, out, err } = await ntm(['impact', path(''), '--ruleset', V2024, '--set', '15.1=92']);
      expect(code).toBe(65);
      expect(out).toContain('Tác động đối với 4 đơn vị');
      expect(err).toContain('8.snapshot.json');
      expect(err).toContain('[wrong-level]');
    });
  });

  test.each([
    [['--set', '17.1=50'], 64, '--set 17.1: Chỉ tiêu có nhiều mức đạt chuẩn'],
    [['--set', '15.1'], 64, '--set: Tùy chọn không hợp lệ.'],
    [['--set', '15.1[region=x,year=2025]'], 64, '--set: Tùy chọn không hợp lệ.'],
    [['--set', '15.1=120'], 64, '[out-of-bounds]'],
    [[], 64, 'Chưa nói thay đổi gì.'],
    [['--set', '15.1=92', '--named', 'x'], 64, '--named'],
    [['--to', 'vn/commune-ntm/2021-2026'], 64, '[unknown-ruleset]'],
  ])('%j is a wrong command line', async (flags, expected, text) => {
    await withFiles({ 'a.snapshot.json': JSON.stringify(communes[0]) }, async (path) => {
      const { code, err, out } = await ntm(['impact', path('a.snapshot.json'), '--ruleset', V2024, ...flags]);
      expect({ code, out }).toEqual({ code: expected, out: '' });
      expect(err).toContain(text);
    });
  });

  test('a floor is not broken silently: 9.5 % growth a year stays', async () => {
    await withFiles(
      {
        'a.snapshot.json': JSON.stringify({
          ...communes[0],
          assessedOn: '2026-06-30',
          year: 2026,
          unit: { level: 'commune', name: 'Xã A', province: 'Ninh Bình' },
        }),
      },
      async (path) => {
        const { code, err } = await ntm([
          'impact',
          path('a.snapshot.json'),
          '--ruleset',
          'vn/commune-ntm/2026-2030',
          '--set',
          '3.1=9',
        ]);
        expect(code).toBe(64);
        expect(err).toContain('[floor-loosened]');
      },
    );
  });
});

describe('ntm sweep', () => {
  const args = (path: string, ...flags: string[]) => [
    'sweep',
    path,
    '--ruleset',
    V2024,
    '--indicator',
    '15.1',
    '--values',
    '88..96:4',
    ...flags,
  ];

  test('shows a line a value, and the value that a share reaches', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out, err } = await ntm(args(path(''), '--share', '50'));
      expect({ code, err }).toEqual({ code: 0, err: '' });
      const lines = out.split('\n').map((line) => line.trim().split(/\s+/));
      expect(
        lines.filter(([value]) => ['88', '92', '96'].includes(value ?? '')).map((one) => one.slice(0, 4)),
      ).toEqual([
        ['88', '3', '0', '1'],
        ['92', '1', '2', '1'],
        ['96', '1', '2', '1'],
      ]);
      expect(flat(block(out, 'Mức chặt nhất mà 50 % đơn vị (2/4) đạt'))).toContain(
        '15.1: chắc chắn: 91; nếu số liệu còn thiếu đều thuận lợi: 96',
      );
      expect(out).toContain('dự thảo');
    });
  });

  test('prints what the library returns with --json', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm([...args(path(''), '--json')]);
      const values = { from: 88, to: 96, step: 4 };
      expect(JSON.parse(out)).toEqual(sweep(parsed, V2024, { indicator: '15.1', values }));
      const listed = await ntm([
        'sweep',
        path(''),
        '-r',
        V2024,
        '-i',
        '15.1[region=red-river-delta]',
        '--values',
        '90,95.5',
        '--json',
      ]);
      expect(JSON.parse(listed.out) as Sweep).toMatchObject({
        indicator: '15.1',
        where: { region: 'red-river-delta' },
        affected: 3,
        points: [{ value: 90 }, { value: 95.5 }],
      });
    });
  });

  test.each([
    [['--indicator', '15.1'], '--values'],
    [['--values', '85..100:1'], '--indicator'],
    [['--indicator', '15.1', '--values', '85..100'], '--values: Tùy chọn không hợp lệ.'],
    [['--indicator', '15.1', '--values', '85,,90'], '--values: Tùy chọn không hợp lệ.'],
    [['--indicator', '15.1', '--values', '85..100:0'], '--values/step'],
    [['--indicator', '15.1', '--values', '120'], '--values/0'],
    [['--indicator', '15.9', '--values', '90'], '--indicator'],
    [['--indicator', '17.1', '--values', '90'], '[requirement-not-named]'],
    [['--indicator', '15.1', '--values', '90', '--share', '101'], '--share'],
  ])('%j is a wrong command line', async (flags, text) => {
    await withFiles({ 'a.snapshot.json': JSON.stringify(communes[0]) }, async (path) => {
      const { code, err, out } = await ntm(['sweep', path('a.snapshot.json'), '--ruleset', V2024, ...flags]);
      expect({ code, out }).toEqual({ code: 64, out: '' });
      expect(err).toContain(text);
    });
  });
});

describe('help', () => {
  test.each(['compare', 'impact', 'sweep'])('%s --help has examples and exit codes', async (command) => {
    const { code, out } = await ntm([command, '--help', '--locale=en']);
    expect(code).toBe(0);
    expect(out).toContain(`\n  ntm ${command} `);
    expect(out).toContain('Exit codes:');
    expect((await ntm([command, '--help'])).out).toContain('Ví dụ:');
  });
});
