import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { evaluateTiers, type TierReport } from '../../src/index.js';
import { ADVANCED, appraised, commune, NTM, recognition, village } from '../programme/snapshots.js';
import { block, example, flat, ntm, withFiles } from './ntm.js';

const json = (snapshot: object): string => JSON.stringify(snapshot);

describe('ntm tiers, as people read it', () => {
  test('a row a tier: by evaluation, by decision, held', async () => {
    const { code, out, err } = await ntm(['tiers', example('quang-kim.snapshot.json')], { columns: 80 });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(block(out, 'Mức độ')).toBe(
      [
        'Mức độ        Xét theo số liệu  Theo quyết định                Hiện có',
        'NTM           ✗ chưa đạt        ✓ đã công nhận (kết quả 2013)  ✓ có',
        'NTM nâng cao  ✗ chưa đạt        ✗ chưa có                      ✗ chưa có',
        'NTM kiểu mẫu  ✗ chưa đạt        ✗ chưa có                      ✗ chưa có',
      ].join('\n'),
    );
    expect(out).toContain('Hiện có: NTM — theo số liệu: chưa đạt mức nào; theo quyết định công nhận: NTM');
    expect(out).toContain('→ Để đạt NTM nâng cao còn: 2 tiêu chí chưa đạt.');
  });

  test('in English, with what the unit reports of itself beside what is found', async () => {
    const { out } = await ntm(['tiers', example('quang-an.snapshot.json'), '--locale', 'en'], {
      columns: 80,
    });
    expect(out).toContain('Tier          By evaluation          By decision  Held');
    expect(flat(out)).toContain(
      'For advanced NTM what is left: NTM first: meets the ordinary commune set 2021-2025 (not enough evidence); 74 indicators not decided. By its own report: 3 criteria and 5 indicators.',
    );
  });

  test('fits the width it is given', async () => {
    for (const locale of ['vi', 'en'])
      for (const name of ['quang-an', 'quang-kim', 'ba-che', 'constructed-commune']) {
        const { out } = await ntm(['tiers', example(`${name}.snapshot.json`), '--locale', locale], {
          columns: 80,
        });
        const wide = out.split('\n').filter((line) => [...line].length > 80);
        expect(wide).toEqual([]);
      }
  });

  test('the next tier in detail, gaps nearest first; --all each of them; --brief two sentences', async () => {
    const args = [
      'tiers',
      example('constructed-commune.snapshot.json'),
      '--amend',
      example('constructed-province.amendment.json'),
    ];
    const usual = (await ntm(args)).out;
    expect(usual).toContain('Chưa đạt: 4 chỉ tiêu (gần đạt nhất trước)');
    expect(usual).toContain('Đạt sát mức');
    expect(usual).not.toContain('vn/commune-model/2021-2025@2022-03-08');
    expect(usual).toContain('Xem đầy đủ: thêm --all');
    const all = (await ntm([...args, '--all'])).out;
    expect(all).toContain('vn/commune-model/2021-2025@2022-03-08');
    expect(all).not.toContain('thêm --all');
    const brief = (await ntm([...args, '--brief'])).out;
    expect(brief.split('\n').length).toBeLessThan(10);
    expect(brief).toContain(
      '→ Để đạt NTM nâng cao còn: 3 tiêu chí, 4 chỉ tiêu chưa đạt; 67 chỉ tiêu chưa đủ căn cứ.',
    );
  });

  test('a town completes a task and never “đạt chuẩn”', async () => {
    const { out } = await ntm(['tiers', example('lao-cai-city.snapshot.json'), '--brief']);
    expect(out).toContain('→ Để hoàn thành nhiệm vụ xây dựng NTM còn:');
    expect(out).not.toContain('Để đạt');
  });

  test('what is reached but not recognised lacks nothing but the decision', async () => {
    const snapshot = commune({
      declared: { [NTM]: appraised(19), [ADVANCED]: appraised(19) },
      recognitions: [],
    });
    await withFiles({ 'xa.snapshot.json': json(snapshot) }, async (path) => {
      const { out } = await ntm(['tiers', path('xa.snapshot.json')]);
      expect(out).toContain(
        'Hiện có: NTM nâng cao — theo số liệu: NTM nâng cao; theo quyết định công nhận: chưa có',
      );
    });
  });

  test('expired, revoked and included decisions are told apart', async () => {
    const snapshot = (recognitions: object[]) => json(commune({ recognitions }));
    const files = {
      'a.snapshot.json': snapshot([recognition('ntm', NTM, '2022-05-01', { validUntil: '2023-05-01' })]),
      'b.snapshot.json': snapshot([recognition('ntm', NTM, '2023-05-01', { status: 'revoked' })]),
      'c.snapshot.json': snapshot([recognition('advanced', ADVANCED, '2023-05-01')]),
    };
    await withFiles(files, async (path) => {
      const told = async (name: string) => (await ntm(['tiers', path(name)])).out;
      expect(await told('a.snapshot.json')).toContain('✗ hết hạn 01/05/2023');
      expect(await told('b.snapshot.json')).toContain('✗ đã thu hồi 01/05/2023');
      expect(await told('c.snapshot.json')).toMatch(/NTM +\? chưa đủ căn cứ +✓ gồm trong NTM nâng cao +✓ có/);
    });
  });
});

describe('ntm tiers for machines', () => {
  test('--json prints the report that the library gives; an array for a folder', async () => {
    const { out } = await ntm(['tiers', example('quang-kim.snapshot.json'), '--json']);
    const snapshot: unknown = JSON.parse(readFileSync(example('quang-kim.snapshot.json'), 'utf8'));
    expect(JSON.parse(out)).toEqual(JSON.parse(JSON.stringify(evaluateTiers(snapshot))));
    await withFiles({ 'a.snapshot.json': json(village()) }, async (path) => {
      const folder = await ntm(['tiers', path('.'), '--json']);
      expect((JSON.parse(folder.out) as TierReport[]).map(({ ladder }) => ladder)).toEqual([
        'lao-cai/village/2022-2025',
      ]);
    });
  });

  test('--fail-on asks whether a tier is held: the lowest, or the one named', async () => {
    const file = example('quang-kim.snapshot.json');
    expect((await ntm(['tiers', file, '--brief', '--fail-on', 'unknown'])).code).toBe(0);
    expect((await ntm(['tiers', file, '--brief', '--fail-on', 'unmet', '--tier', 'advanced'])).code).toBe(1);
    expect(
      (await ntm(['tiers', example('quang-an.snapshot.json'), '--brief', '--fail-on', 'unmet'])).code,
    ).toBe(0);
    expect(
      (await ntm(['tiers', example('quang-an.snapshot.json'), '--brief', '--fail-on', 'unknown'])).code,
    ).toBe(1);
  });
});

describe('ladders on the command line', () => {
  test('by id, and in a file of one’s own with rulesets of one’s own', async () => {
    const named = await ntm([
      'tiers',
      example('quang-an.snapshot.json'),
      '--ladder',
      'quang-ninh/commune/2021-2025',
      '--brief',
    ]);
    expect(named.out).toContain('quang-ninh/commune/2021-2025');
    const ladder = {
      format: 1,
      id: 'lao-cai/commune/2018-2021',
      revision: 0,
      title: { vi: 'Thang của tôi', en: 'My ladder' },
      jurisdiction: 'lao-cai',
      level: 'commune',
      period: { from: '2018-01-01', to: '2021-12-31' },
      steps: [{ tier: 'advanced', ruleset: 'lao-cai/commune-advanced/2018-2020', evidence: 'unconfirmed' }],
    };
    await withFiles(
      { 'ladder.json': json(ladder), 'bad.json': json({ ...ladder, steps: [{ tier: 'ntm' }] }) },
      async (path) => {
        const own = example('lao-cai-commune-advanced-2018-2020.ruleset.json');
        const { code, out, err } = await ntm([
          'tiers',
          example('quang-kim.snapshot.json'),
          '-l',
          path('ladder.json'),
          '-r',
          own,
        ]);
        expect({ code, err }).toEqual({ code: 0, err: '' });
        expect(out).toContain('Thang của tôi');
        const bad = await ntm(['tiers', example('quang-kim.snapshot.json'), '-l', path('bad.json')]);
        expect(bad.code).toBe(65);
        expect(bad.err).toContain('/steps/0/evidence');
      },
    );
  });

  test('a misspelt ladder or tier is a wrong command line', async () => {
    const ladder = await ntm(['tiers', example('quang-an.snapshot.json'), '--ladder', 'vn/comune/2021-2025']);
    expect(ladder.code).toBe(64);
    expect(ladder.err).toContain('Có phải ý bạn là “vn/commune/2021-2025”?');
    const tier = await ntm(['tiers', example('quang-an.snapshot.json'), '--tier', 'advance']);
    expect(tier.code).toBe(64);
    expect(tier.err).toContain('Có phải ý bạn là “advanced”?');
  });

  test('a unit no ladder is for is refused data, and the others are told', async () => {
    const files = {
      'a.snapshot.json': json(village({ unit: { level: 'village', name: 'Thôn A', province: 'Hà Tĩnh' } })),
      'b.snapshot.json': json(village()),
    };
    await withFiles(files, async (path) => {
      const { code, out, err } = await ntm(['tiers', path('.'), '--brief']);
      expect(code).toBe(65);
      expect(out).toContain('Thôn Mẫu · Lào Cai');
      expect(err).toContain('[no-ladder]');
    });
  });

  test('an amendment that no tier uses is not passed over in silence', async () => {
    const { err } = await ntm([
      'tiers',
      example('quang-an.snapshot.json'),
      '--brief',
      '--amend',
      example('constructed-province.amendment.json'),
    ]);
    expect(flat(err)).toContain('constructed-province.amendment.json không được áp dụng');
  });

  test('the help names every ladder, in both languages', async () => {
    for (const locale of ['vi', 'en']) {
      const { code, out } = await ntm(['tiers', '--help', '--locale', locale], { columns: 80 });
      expect(code).toBe(0);
      for (const id of ['vn/commune/2021-2025', 'yen-bai/village/2021-2025']) expect(flat(out)).toContain(id);
    }
  });
});
