import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { madeUpUnits } from '../../src/cli/units-to-try.js';
import { getRuleset, type Impact, type RulesetComparison } from '../../src/index.js';
import { block, flat, NTM, ntm, withFiles } from './ntm.js';

const FIRST = `${NTM}@2022-03-08`;
const TEXT = readFileSync('rulesets/vn/commune-ntm/2021-2025/2022-03-08.json', 'utf8');

type Json = {
  revision: number;
  criteria: { indicators: { id: string; requirements: Record<string, unknown> }[] }[];
};

/** The shipped text with health insurance at `rate` per cent in the Red River Delta. */
function withInsured(rate: number): string {
  const json = JSON.parse(TEXT) as Json;
  const indicator = json.criteria.flatMap(({ indicators }) => indicators).find(({ id }) => id === '15.1');
  if (!indicator) throw new Error('no 15.1');
  const row = { evidence: 'published', sources: ['hd-2373-2022'] };
  indicator.requirements = {
    rate: [
      { where: {}, value: 90, ...row },
      { where: { region: 'red-river-delta' }, value: rate, ...row },
    ],
  };
  return JSON.stringify({ ...json, revision: json.revision + 1 });
}

const commune = (province: string, insured: number) =>
  JSON.stringify({
    unit: { level: 'commune', name: `Xã ${insured}`, province },
    assessedOn: '2023-06-30',
    year: 2023,
    facts: {
      'health.insuredRate': [
        { value: insured, sex: 'male' },
        { value: insured, sex: 'female' },
      ],
    },
  });

const files = {
  'stricter.json': withInsured(95),
  'looser.json': withInsured(85),
  'a.snapshot.json': commune('Thái Bình', 92),
  'b.snapshot.json': commune('Thái Bình', 96),
  'c.snapshot.json': commune('Lào Cai', 92),
};

describe('ntm check --impact', () => {
  test('says of texts of two levels that no unit is judged by both, and does not look for one without end', async () => {
    const district = 'vn/district-ntm/2021-2025@2022-03-08';
    const { code, err } = await ntm(['check', '--impact', FIRST, district, '--locale', 'en']);
    expect(code).toBe(65);
    expect(flat(err)).toContain('[wrong-level]');
  });
  test('tries fewer units than asked for where the texts have few in common, and says how many', async () => {
    const { snapshots } = (await madeUpUnits(
      [getRuleset(NTM, { version: '2022-03-08' }), getRuleset('vn/commune-ntm/2016-2020')],
      { cases: 30, seed: 1 },
    )) as { snapshots: readonly unknown[] };
    expect(snapshots.length).toBeGreaterThan(0);
    expect(snapshots.length).toBeLessThanOrEqual(30);
  });
  test('says what got stricter, where, and which of the units given come out otherwise', () =>
    withFiles(files, async (path) => {
      const { code, out } = await ntm([
        'check',
        '--impact',
        FIRST,
        path('stricter.json'),
        '--snapshots',
        path(''),
        '--locale',
        'en',
      ]);
      expect(code).toBe(0);
      expect(out).toContain(`${FIRST}#0 → ${FIRST}#1`);
      expect(block(out, 'Stricter (1)')).toBe(
        [
          'Stricter (1)',
          '  15.1  Health-insurance coverage (met by men and by women)',
          '      ≥ 90 % → ≥ 95 % (Red River Delta)',
        ].join('\n'),
      );
      expect(out).not.toContain('Looser');
      expect(flat(out)).toContain(
        '3 units: 1 change the outcome of the set not enough evidence → not met: 1 15.1: met → not met 1',
      );
    }));

  test('in Vietnamese, what got looser', () =>
    withFiles(files, async (path) => {
      const { out } = await ntm([
        'check',
        '--impact',
        FIRST,
        path('looser.json'),
        '--snapshots',
        path('a.snapshot.json'),
      ]);
      expect(block(out, 'Nới lỏng (1)')).toContain('≥ 90 % → ≥ 85 % (Đồng bằng sông Hồng)');
      expect(out).toContain('không chỉ tiêu nào đổi kết quả');
    }));

  test('makes units up where none are given: the same for the same seed', () =>
    withFiles(files, async (path) => {
      const args = ['check', '--impact', FIRST, path('stricter.json'), '--cases', '150', '--locale', 'en'];
      const { code, out } = await ntm(args);
      expect(code).toBe(0);
      expect(out).toMatch(/150 units made up \(seed 1\)/);
      expect(out).toMatch(/ {2}15\.1: .*met → not met \d+/);
      expect((await ntm(args)).out).toBe(out);
      expect((await ntm([...args, '--seed', '2'])).out).not.toBe(out);
    }));

  test('--json gives the comparison and the impact as the library does', () =>
    withFiles(files, async (path) => {
      const { out } = await ntm([
        'check',
        '--impact',
        FIRST,
        path('stricter.json'),
        '--snapshots',
        path(''),
        '--json',
      ]);
      const { comparison, impact, made } = JSON.parse(out) as {
        comparison: RulesetComparison;
        impact: Impact;
        made?: unknown;
      };
      expect(made).toBeUndefined();
      expect(comparison.indicators.map(({ after, direction }) => [after.id, direction])).toEqual([
        ['15.1', 'stricter'],
      ]);
      expect(impact.units).toBe(3);
      expect(impact.indicators.find(({ after }) => after === '15.1')?.table.met).toEqual({
        met: 2,
        unmet: 1,
        unknown: 0,
      });
    }));

  test('takes an amendment for what it makes of its base', () => {
    const amendment = {
      format: 1,
      amends: FIRST,
      status: 'draft',
      title: { vi: 'Sửa mức', en: 'Another figure' },
      citation: { number: '1/QĐ-UBND', date: '2023-01-01' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '15.1',
          requirement: 'rate',
          rows: [{ where: {}, value: 93, evidence: 'proposed' }],
        },
      ],
    };
    return withFiles({ ...files, 'province.amendment.json': JSON.stringify(amendment) }, async (path) => {
      const { out } = await ntm([
        'check',
        '--impact',
        FIRST,
        path('province.amendment.json'),
        '--snapshots',
        path('a.snapshot.json'),
        '--locale',
        'en',
      ]);
      expect(block(out, 'Stricter (1)')).toContain('≥ 90 % → ≥ 93 %');
      expect(out).toMatch(/15\.1: met → not met 1/);
    });
  });

  test('two texts that ask for the same differ in nothing', async () => {
    const { out } = await ntm(['check', '--impact', FIRST, FIRST, '--cases', '5', '--locale', 'en']);
    expect(out).toContain('nothing differs');
    expect(out).toContain('5 units made up (seed 1): 0 change');
  });
});

describe('ntm check --impact with a slip', () => {
  test.each([
    ['one ruleset', ['--impact', FIRST], 64, 'two rulesets: before and after'],
    ['three', ['--impact', FIRST, FIRST, FIRST], 64, 'two rulesets: before and after'],
    [
      'a ruleset that does not exist',
      ['--impact', FIRST, 'vn/commune-ntm/2021-2026'],
      64,
      'vn/commune-ntm/2021-2025',
    ],
    ['a file that is missing', ['--impact', FIRST, 'no-such.json'], 66, 'a file that exists'],
    ['a number that is none', ['--impact', FIRST, FIRST, '--cases', 'many'], 64, 'a whole number'],
    ['units to try without --impact', [FIRST, '--snapshots', 'x'], 64, 'together with --impact'],
  ])('%s: says so', async (_, args, code, text) => {
    const ran = await ntm(['check', ...args, '--locale', 'en']);
    expect(ran).toMatchObject({ code, out: '' });
    expect(flat(ran.err)).toContain(text);
  });

  test('a snapshot of another level is refused with its file', () => {
    const village = { unit: { level: 'village', name: 'Thôn' }, assessedOn: '2023-06-30', facts: {} };
    return withFiles({ 'v.snapshot.json': JSON.stringify(village) }, async (path) => {
      const { code, err } = await ntm([
        'check',
        '--impact',
        FIRST,
        FIRST,
        '--snapshots',
        path('v.snapshot.json'),
      ]);
      expect(code).toBe(65);
      expect(err).toContain('v.snapshot.json');
      expect(err).toContain('[wrong-level]');
    });
  });

  test('without fast-check it asks for it, or for snapshots', async () => {
    const missing = Object.assign(new Error('Cannot find package'), { code: 'ERR_MODULE_NOT_FOUND' });
    const text = getRuleset(FIRST);
    const found = await madeUpUnits([text, text], { cases: 1, seed: 1 }, () => Promise.reject(missing));
    const [problem] = 'problems' in found ? found.problems : [];
    expect(problem).toMatchObject({ code: 'bad-option', path: '--snapshots' });
    expect(problem?.hint.en).toBe('Run npm install --save-dev fast-check, or add --snapshots <file|folder>.');
    const fault = () => Promise.reject(new TypeError('something else'));
    await expect(madeUpUnits([text, text], { cases: 1, seed: 1 }, fault)).rejects.toThrow('something else');
  });
});
