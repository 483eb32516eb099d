import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/words/scorecard-layout.js';
import { example, flat, NTM, ntm, withFiles } from './ntm.js';

/** A commune with these criteria declared failed; the others are declared met but for those left unknown. */
const commune = (
  name: string,
  failed: readonly number[],
  { unknown = [], ...rest }: { unknown?: readonly number[]; recognitions?: object[] } = {},
): string => {
  const numbers = Array.from({ length: 19 }, (_, at) => at + 1).filter((no) => !unknown.includes(no));
  const outcome = (no: number) => (failed.includes(no) ? 'unmet' : 'met');
  return JSON.stringify({
    unit: { level: 'commune', name, district: 'Bát Xát', province: 'Lào Cai' },
    assessedOn: '2024-06-01',
    year: 2024,
    declared: {
      [NTM]: Object.fromEntries(numbers.map((no) => [`criterion:${no}`, { outcome: outcome(no) }])),
    },
    ...rest,
  });
};

const recognised = { recognitions: [{ tier: 'ntm' }] };
const FILES = {
  'a.snapshot.json': commune('Xã A', [1, 2, 3, 4, 10], { unknown: [5, 17], ...recognised }),
  'b.snapshot.json': commune('Xã B', [1, 2, 3, 4, 5, 10], recognised),
  'c.snapshot.json': commune('Xã C', [], { recognitions: [{ tier: 'ntm' }, { tier: 'advanced' }] }),
  'd.snapshot.json': commune('Xã D', [1], { recognitions: [] }),
};

describe('one unit', () => {
  test('the verdict, what it is counted from, the cases and what would tip it', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out } = await ntm(['revocation', path('a.snapshot.json'), '--tier', 'ntm']);
      expect(code).toBe(0);
      const text = flat(out);
      expect(text).toContain('Kết luận: có nguy cơ bị thu hồi (tạm tính)');
      expect(text).toContain('Tiêu chí không đạt: 5–7/19 (26,32–36,84 %)');
      expect(text).toContain('10 Thu nhập; có thể 17 Môi trường và an toàn thực phẩm');
      expect(text).toContain('phụ thuộc vào tiêu chí chưa đủ căn cứ: 5, 17 (then chốt)');
      expect(text).toContain('Thêm 1 tiêu chí không đạt (thành 6/19)');
    });
  });
  test('in English, that the authority decides', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['revocation', path('b.snapshot.json'), '--locale', 'en']);
      const text = flat(out);
      expect(text).toContain('Verdict: a case of revocation (provisional): as declared');
      expect(text).toContain('whether to revoke is for the authority to decide (Chairman of the provincial');
      expect(text).toContain('1 criterion more met, leaving 5 of 19 failed: the recognition is kept');
    });
  });
  test('--json is one check with --tier, and one for each recognition in force without', async () => {
    await withFiles(FILES, async (path) => {
      const one = await ntm(['revocation', path('b.snapshot.json'), '-t', 'ntm', '--json']);
      expect(JSON.parse(one.out)).toMatchObject({
        kind: 'revocation',
        verdict: 'revoke',
        failed: { least: 6 },
      });
      const all = await ntm(['revocation', path('c.snapshot.json'), '--json']);
      expect(JSON.parse(all.out).map(({ tier }: { tier: string }) => tier)).toEqual(['ntm', 'advanced']);
    });
  });
  test('a snapshot without recognition in force needs --tier', async () => {
    await withFiles(FILES, async (path) => {
      const without = await ntm(['revocation', path('d.snapshot.json'), '--locale', 'en']);
      expect(without).toMatchObject({ code: 64, out: '' });
      expect(without.err).toContain('Give --tier, or list the decisions under “recognitions”');
      expect((await ntm(['revocation', path('d.snapshot.json'), '-t', 'ntm'])).code).toBe(0);
    });
  });
  test('--on asks for another day; of 2026 no source gives the rule', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm([
        'revocation',
        path('b.snapshot.json'),
        '-t',
        'ntm',
        '--on',
        '2026-06-01',
        '--locale',
        'en',
      ]);
      expect(flat(out)).toContain('Verdict: not enough evidence');
      expect(flat(out)).toContain('No source at hand gives the rule of revocation');
    });
  });
  test('reported totals of an example are said to be what decides', async () => {
    const { out } = await ntm([
      'revocation',
      example('nam-son.snapshot.json'),
      '-t',
      'advanced',
      '--locale',
      'en',
    ]);
    expect(flat(out)).toContain('Revocation as advanced NTM');
  });
});

describe('a list of units', () => {
  test('a table, those to look at first on top, with counts by verdict', async () => {
    await withFiles(FILES, async (path) => {
      const { code, out } = await ntm(['revocation', path('')]);
      expect(code).toBe(0);
      expect(out).toContain('Rà soát 4 đơn vị');
      expect(flat(out)).toContain(
        'xã NTM: 3 — thuộc trường hợp thu hồi: 1; có nguy cơ bị thu hồi: 1; giữ công nhận: 1',
      );
      expect(out.indexOf('Xã B')).toBeLessThan(out.indexOf('Xã A'));
      expect(out.indexOf('Xã A')).toBeLessThan(out.indexOf('Xã C'));
    });
  });
  test('--json is one review', async () => {
    await withFiles(FILES, async (path) => {
      const { out } = await ntm(['revocation', path(''), '--tier', 'ntm', '--json']);
      const review = JSON.parse(out);
      expect(review.kind).toBe('recognition-review');
      expect(
        review.rows.map(
          ({ unit, verdict }: { unit: { name: string }; verdict: string }) => `${unit.name} ${verdict}`,
        ),
      ).toEqual(['Xã B revoke', 'Xã A at-risk', 'Xã D keep', 'Xã C keep']);
    });
  });
  test('a file that is refused keeps none of the others from being reviewed', async () => {
    const files = {
      ...FILES,
      'e.snapshot.json': commune('Xã E', [])
        .replace('"criterion:1"', '"criterion:77"')
        .replace('{', '{"recognitions":[{"tier":"ntm"}],'),
      'f.snapshot.json': '{}',
    };
    await withFiles(files, async (path) => {
      const { code, out, err } = await ntm(['revocation', path(''), '--locale', 'en']);
      expect(code).toBe(65);
      expect(out).toContain('Xã A');
      expect(err).toContain('e.snapshot.json');
      expect(err).toContain('f.snapshot.json');
    });
  });
});

describe('reported totals alone', () => {
  test.each([
    ['14/19', 'giữ công nhận'],
    ['13/19', 'có nguy cơ bị thu hồi'],
    ['9/19', 'thuộc trường hợp thu hồi'],
  ])('%s: %s', async (reported, verdict) => {
    const { code, out } = await ntm([
      'revocation',
      '--reported',
      reported,
      '--tier',
      'ntm',
      '--on',
      '2024-06-01',
    ]);
    expect(code).toBe(0);
    expect(out).toContain(`Kết luận: ${verdict}`);
  });
  test('a district’s, as JSON', async () => {
    const { out } = await ntm(['revocation', '--reported', '4/9', '-t', 'ntm', '--json']);
    expect(JSON.parse(out)).toMatchObject({ level: 'district', verdict: 'revoke', of: 9 });
  });
});

describe('exit codes', () => {
  test('--fail-on revoke, at-risk and unknown', async () => {
    await withFiles(FILES, async (path) => {
      const code = async (file: string, on: string) =>
        (await ntm(['revocation', path(file), '-t', 'ntm', '--fail-on', on])).code;
      expect(await code('b.snapshot.json', 'revoke')).toBe(1);
      expect(await code('a.snapshot.json', 'revoke')).toBe(0);
      expect(await code('a.snapshot.json', 'at-risk')).toBe(1);
      expect(await code('c.snapshot.json', 'unknown')).toBe(0);
      expect((await ntm(['revocation', path(''), '--fail-on', 'unknown'])).code).toBe(1);
    });
  });
  test.each([
    [['revocation'], 'There is nothing to look at.'],
    [['revocation', '--reported', '13', '-t', 'ntm'], 'It is written in the wrong form.'],
    [['revocation', '--reported', '13/19'], '--tier is missing.'],
    [['revocation', '--reported', '20/19', '-t', 'ntm'], '[reported-exceeds-total]'],
    [['revocation', '--reported', '5/7', '-t', 'ntm'], '[missing-key]'],
    [
      ['revocation', 'x.snapshot.json', '--reported', '13/19', '-t', 'ntm'],
      '--reported does not go with snapshots.',
    ],
    [['revocation', 'x.snapshot.json', '-t', 'ntm', '--on', '2024-02-30'], '[not-a-day]'],
    [['revocation', 'x.snapshot.json', '-t', 'ntm', '--fail-on', 'unmet'], 'Allowed'],
  ])('%j: 64', async (args, message) => {
    const { code, out, err } = await ntm([...args, '--locale', 'en']);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    if (message !== 'Allowed') expect(err).toContain(message);
  });
  test('a file that does not exist: 66', async () => {
    expect((await ntm(['revocation', 'none.snapshot.json', '-t', 'ntm'])).code).toBe(66);
  });
});

test.each(['vi', 'en'])('fits 80 columns in %s', async (locale) => {
  await withFiles(FILES, async (path) => {
    for (const args of [
      [path('a.snapshot.json'), '-t', 'ntm'],
      [path('')],
      ['--reported', '13/19', '-t', 'ntm'],
      [path(''), '--brief'],
    ]) {
      const { out } = await ntm(['revocation', ...args, '--locale', locale], { columns: 80 });
      expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([]);
    }
  });
});
