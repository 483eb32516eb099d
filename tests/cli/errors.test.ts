import { describe, expect, test } from 'vitest';
import { example, flat, NTM, ntm, withFiles } from './ntm.js';

const commune = {
  unit: { level: 'commune', name: 'Xã A', province: 'Quảng Ninh' },
  assessedOn: '2024-06-01',
  year: 2024,
};
const withFacts = (facts: object): string => JSON.stringify({ ...commune, facts });

const evaluating = (
  files: Record<string, string | Uint8Array>,
  args: readonly string[] = [],
  locale = 'vi',
) =>
  withFiles(files, (path) =>
    ntm([
      'evaluate',
      ...Object.keys(files)
        .filter((name) => name.endsWith('.snapshot.json'))
        .map(path),
      '-r',
      NTM,
      ...args.map((one) => (one in files ? path(one) : one)),
      '--locale',
      locale,
    ]),
  );

describe('a snapshot that is refused', () => {
  test('names file, place in it, what was found and expected, and the remedy', async () => {
    const { code, out, err } = await evaluating({
      'xa.snapshot.json': withFacts({ 'health.insuredRate': '9,5' }),
    });
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/xa\.snapshot\.json \/facts\/health\.insuredRate: /);
    expect(err).toMatch(/^ {2}gặp: "9,5"$/m);
    expect(err).toMatch(/^ {2}cần: /m);
    expect(err).toMatch(/^ {2}cách sửa: .*9\.5/m);
  });

  test('has all its problems told at once, in English when asked', async () => {
    const facts = { 'health.insuredRate': 120, 'health.insuredRat': 95, 'households.total': -1 };
    const { err } = await evaluating({ 'xa.snapshot.json': withFacts(facts) }, [], 'en');
    expect(err).toContain('/facts/health.insuredRate:');
    expect(err).toContain('/facts/households.total:');
    expect(err).toMatch(/\/facts\/health\.insuredRat: .*\[unknown-fact\]/);
    expect(err).toContain('remedy: Did you mean “health.insuredRate”?');
  });

  test('does not keep the others from being judged', async () => {
    const { code, out, err } = await evaluating({
      'a.snapshot.json': withFacts({ 'health.insuredRate': 95 }),
      'b.snapshot.json': withFacts({ 'health.insuredRate': 120 }),
    });
    expect(code).toBe(65);
    expect(out).toContain('Xã A');
    expect(err).toMatch(/b\.snapshot\.json/);
    expect(err).not.toMatch(/a\.snapshot\.json/);
  });

  test('with --on-invalid unknown is judged without the refused figure, which the output names with its remedy', async () => {
    const { code, out } = await evaluating({ 'xa.snapshot.json': withFacts({ 'health.insuredRate': 120 }) }, [
      '--on-invalid',
      'unknown',
    ]);
    expect(code).toBe(0);
    expect(flat(out.slice(0, out.indexOf('CHƯA ĐỦ')))).toContain(
      '! Số liệu “Tỷ lệ người dân tham gia bảo hiểm y tế” không hợp lệ nên coi như chưa biết.',
    );
  });

  test('is told once, though several rulesets judge it', async () => {
    const { err } = await evaluating({ 'xa.snapshot.json': withFacts({ 'health.insuredRate': 120 }) }, [
      '-r',
      'vn/commune-advanced/2021-2025',
    ]);
    expect(err.match(/\[out-of-bounds\]/g)).toHaveLength(1);
  });

  test('with --json its problems are one JSON document on stderr', async () => {
    const { out, err } = await evaluating({ 'xa.snapshot.json': withFacts({ 'health.insuredRate': 120 }) }, [
      '--json',
    ]);
    expect(out).toBe('');
    const { errors } = JSON.parse(err) as { errors: { code: string; path: string; file: string }[] };
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatchObject({ code: 'out-of-bounds', path: '/facts/health.insuredRate' });
    expect(errors[0]?.file).toMatch(/xa\.snapshot\.json$/);
  });
});

describe('a text that is not JSON', () => {
  test.each([
    ['{\n  "unit": { "level": "commune", },\n}', '2:33', 'Bỏ dấu phẩy thừa ở trước.'],
    ['{ "facts": { "income.perCapita": 68,3 } }', '1:37', 'Số thập phân dùng dấu chấm'],
    ['{\n  "assessedOn": "2024-06-01"\n  "year": 2024\n}', '3:3', 'Thêm dấu phẩy ở trước.'],
    ["{ 'year': 2024 }", '1:3', 'Dùng ngoặc kép thẳng'],
    ['{ "year": 2024', '1:15', 'Tệp kết thúc giữa chừng'],
  ])('%j is refused with line and column %s', async (text, place, remedy) => {
    const { code, err } = await evaluating({ 'xa.snapshot.json': text });
    expect(code).toBe(65);
    expect(err).toContain(`xa.snapshot.json:${place}`);
    expect(err).toContain('[bad-json]');
    expect(err).toContain(remedy);
  });

  test('a key that stands twice is refused: one of the two would be dropped in silence', async () => {
    const { code, err } = await evaluating(
      { 'xa.snapshot.json': '{ "facts": { "households.total": 100,\n "households.total": 200 } }' },
      [],
      'en',
    );
    expect(code).toBe(65);
    expect(err).toContain('xa.snapshot.json:2:2 /facts/households.total');
    expect(err).toContain('expected: each key once');
  });

  test('a byte order mark is no fault; another encoding is, and the remedy is said', async () => {
    expect((await evaluating({ 'xa.snapshot.json': `\uFEFF${withFacts({})}` })).code).toBe(0);
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(withFacts({}), (c) => c.charCodeAt(0)).buffer),
    ]);
    const { code, err } = await evaluating({ 'xa.snapshot.json': utf16 });
    expect(code).toBe(66);
    expect(err).toContain('Lưu lại tệp với bảng mã UTF-8.');
  });
});

describe('a file that cannot be read', () => {
  test('ends with 66 and names the file that was probably meant', async () => {
    const { code, err } = await ntm(['evaluate', example('quang-kin.snapshot.json'), '-r', NTM]);
    expect(code).toBe(66);
    expect(err).toMatch(/quang-kin\.snapshot\.json: Không đọc được tệp\. \[unreadable-file\]/);
    expect(err).toContain('Có phải ý bạn là “quang-kim.snapshot.json”?');
  });

  test('a folder without snapshots says what their names end in', async () => {
    const { code, err } = await ntm(['evaluate', 'src', '-r', NTM]);
    expect(code).toBe(66);
    expect(err).toContain('*.snapshot.json');
  });

  test('rulesets and amendments are files like others', async () => {
    expect((await ntm(['evaluate', example('nam-son.snapshot.json'), '-r', './none.json'])).code).toBe(66);
    expect(
      (await ntm(['evaluate', example('nam-son.snapshot.json'), '-r', NTM, '-a', 'none.json'])).code,
    ).toBe(66);
  });
});

describe('a ruleset or amendment that is refused', () => {
  const snapshot = { 'xa.snapshot.json': withFacts({}) };

  test('a ruleset: file, JSON pointer and remedy', async () => {
    const { code, out, err } = await evaluating(
      {
        ...snapshot,
        'set.json': JSON.stringify({ format: 1, id: 'vn/commune-ntm/2030', criteria: [{ no: 1 }] }),
      },
      ['-r', 'set.json'],
    );
    expect({ code, out }).toEqual({ code: 65, out: '' });
    expect(err).toMatch(/set\.json \/criteria\/0\/title: /);
    expect(err).toContain('cách sửa:');
  });

  test('an amendment: what it names that the base lacks, at its place', async () => {
    const amendment = {
      format: 1,
      amends: `${NTM}@2024-03-01`,
      title: { vi: 'Mức của tỉnh', en: 'Figures of a province' },
      citation: { number: '1/QĐ-UBND' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '2.9',
          requirement: 'rate',
          rows: [{ where: {}, value: 90, evidence: 'proposed' }],
        },
      ],
    };
    const { code, err } = await evaluating({ ...snapshot, 'tinh.json': JSON.stringify(amendment) }, [
      '-a',
      'tinh.json',
    ]);
    expect(code).toBe(65);
    expect(err).toMatch(/tinh\.json \/changes\/0\/indicator: .*\[unknown-reference\]/);
  });

  test('an amendment of a text that does not exist names the nearest', async () => {
    const amendment = {
      format: 1,
      amends: `${NTM}@2024-03-02`,
      title: { vi: 'a', en: 'a' },
      citation: { number: '1' },
      changes: [],
    };
    const { code, err } = await evaluating({ ...snapshot, 'tinh.json': JSON.stringify(amendment) }, [
      '-a',
      'tinh.json',
    ]);
    expect(code).toBe(65);
    expect(err).toMatch(/tinh\.json \/amends: .*\[unknown-ruleset\]/);
    expect(err).toContain(`“${NTM}@2024-03-01”`);
  });

  test('the two kinds of file are not taken for one another', async () => {
    const set = example('lao-cai-commune-advanced-2018-2020.ruleset.json');
    const amendment = example('constructed-province.amendment.json');
    const asRuleset = await ntm(['evaluate', example('nam-son.snapshot.json'), '-r', amendment]);
    expect(asRuleset.code).toBe(65);
    expect(asRuleset.err).toContain('--amend');
    const asAmendment = await ntm(['evaluate', example('nam-son.snapshot.json'), '-r', NTM, '-a', set]);
    expect(asAmendment.code).toBe(65);
    expect(asAmendment.err).toContain('--ruleset');
  });
});
