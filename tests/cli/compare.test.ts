import { describe, expect, test } from 'vitest';
import { compareEvaluations, compareRulesets, evaluate } from '../../src/index.js';
import { ADVANCED, block, example, flat, NTM, ntm, withFiles } from './ntm.js';

const [V2022, V2024] = [`${NTM}@2022-03-08`, `${NTM}@2024-03-01`];
const OLD = 'vn/commune-ntm/2016-2020';

const commune = (insured: number, rest: object = {}) => ({
  unit: { level: 'commune', name: 'Xã Mẫu', province: 'Nam Định' },
  assessedOn: '2023-12-20',
  year: 2023,
  facts: { 'health.insuredRate': ['male', 'female'].map((sex) => ({ value: insured, sex })) },
  ...rest,
});

describe('ntm compare of two rulesets', () => {
  test('sorts what changed by what it means, and shows the figures', async () => {
    const { code, out, err } = await ntm(['compare', V2022, V2024]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(block(out, 'Nới hơn (1)')).toContain('13.1');
    expect(flat(out)).toContain('thêm lựa chọn: Có tổ hợp tác hoạt động hiệu quả');
    expect(out).toContain('Đổi nội dung, không xếp được là chặt hay nới (2)');
  });

  test('for one region, in English', async () => {
    const args = ['compare', OLD, V2022, '--region', 'Red River Delta', '--locale', 'en'];
    const { out } = await ntm(args);
    expect(flat(block(out, 'Looser (1)'))).toContain(
      '15.3 Stunting rate of children under 5 ≤ 13.9 % → ≤ 16.5 %',
    );
    expect(block(out, 'Stricter (5)')).toContain('≥ 85 % → ≥ 90 %');
    expect(out).not.toContain('Central Highlands');
    expect(out).toContain('17.4 → 17.5');
  });

  test('says where more may differ than is seen', async () => {
    const { out } = await ntm(['compare', `${ADVANCED}@2022-03-08`, `${ADVANCED}@2024-03-01`]);
    expect(out).toContain('! vn/commune-advanced/2021-2025@2024-03-01: quyết định sửa đổi có những thay đổi');
    expect(flat(out)).toContain('Không thấy gì khác nhau. Có thể đã sửa mà chưa liệt kê được (76):');
  });

  test('prints what the library returns with --json', async () => {
    const { out } = await ntm(['compare', OLD, V2022, '--json']);
    expect(JSON.parse(out)).toEqual(compareRulesets(OLD, V2022));
  });

  test('compares a ruleset with itself as amended by a file', async () => {
    const amendment = {
      format: 1,
      amends: V2024,
      title: { vi: 'Mức của tỉnh', en: 'Provincial figures' },
      citation: { number: '1/QĐ-UBND' },
      changes: [
        {
          change: 'set-requirement',
          indicator: '15.1',
          requirement: 'rate',
          rows: [{ where: {}, value: 95, evidence: 'published' }],
        },
      ],
    };
    await withFiles({ 'tinh.amendment.json': JSON.stringify(amendment) }, async (path) => {
      const { code, out } = await ntm(['compare', V2024, '--amend', path('tinh.amendment.json')]);
      expect(code).toBe(0);
      expect(block(out, 'Chặt hơn (1)')).toContain('≥ 90 % → ≥ 95 %');
    });
  });
});

describe('ntm compare of snapshots', () => {
  test('tells what changed for a unit, and why', async () => {
    const [was, is] = [commune(88), commune(93, { year: 2023 })];
    const files = { 'a.snapshot.json': JSON.stringify(was), 'b.snapshot.json': JSON.stringify(is) };
    await withFiles(files, async (path) => {
      const args = ['compare', path('a.snapshot.json'), path('b.snapshot.json'), '--ruleset', V2022];
      const { code, out } = await ntm(args);
      expect(code).toBe(0);
      expect(flat(out)).toContain('Chỉ tiêu đạt 0/57 → 1/57 (+1: số liệu +1)');
      expect(flat(out)).toContain(
        '15.1 Tỷ lệ người dân tham gia bảo hiểm y tế (đạt cho cả nam và nữ): chưa đạt → đạt — do số liệu',
      );
      expect(out).toContain('88 % → 93 %, mức ≥ 90 %');
      const json = await ntm([...args, '--json']);
      expect(JSON.parse(json.out)).toEqual(compareEvaluations(evaluate(was, V2022), evaluate(is, V2022)));
    });
  });

  test('judges one snapshot by two rulesets, following renumbered indicators', async () => {
    const given = commune(88, { facts: { 'environment.burialCompliant': true } });
    await withFiles({ 'a.snapshot.json': JSON.stringify(given) }, async (path) => {
      const { out } = await ntm([
        'compare',
        path('a.snapshot.json'),
        '--ruleset',
        `${OLD}@2016-12-01`,
        '--to',
        V2022,
        '--locale',
        'en',
      ]);
      expect(flat(out)).toContain(
        '17.4 → 17.5 Burial and cremation by the rules and the plan: not enough evidence → met — because of the requirement',
      );
    });
  });

  test('refuses two units unless they are allowed', async () => {
    const files = ['nam-son', 'quang-an'].map((name) => example(`${name}.snapshot.json`));
    const args = ['compare', ...files, '--ruleset', ADVANCED];
    const { code, err } = await ntm(args);
    expect(code).toBe(65);
    expect(err).toContain('[different-units]');
    expect((await ntm([...args, '--different-units'])).code).toBe(0);
  });
});

describe('ntm compare with a slip', () => {
  test.each([
    [['compare', V2022], 'Chỉ có một bộ tiêu chí.'],
    [['compare', 'a.snapshot.json', 'b.snapshot.json'], 'So sánh hiện trạng cần biết theo bộ tiêu chí nào.'],
    [
      ['compare', example('nam-son.snapshot.json'), '--ruleset', ADVANCED],
      'Chỉ có một hiện trạng và một bộ tiêu chí.',
    ],
    [['compare', V2022, 'vn/commune-ntm/2021-2026'], '[unknown-ruleset]'],
    [['compare', V2022, V2024, '--region', 'Tây Nguyê'], '[unknown-region]'],
  ])('%j is a wrong command line', async (args, text) => {
    const { code, err, out } = await ntm(args);
    expect({ code, out }).toEqual({ code: 64, out: '' });
    expect(err).toContain(text);
  });
});
