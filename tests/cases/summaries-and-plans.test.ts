import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  evaluate,
  NtmError,
  type Plan,
  type PlanReading,
  type PlanTotals,
  type Problem,
  parsePlan,
  parseRuleset,
  parseSnapshot,
  plan,
  planProgress,
  type RulesetSummary,
  type Summary,
  type SummaryItem,
  summarize,
  tierStandings,
} from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const ADVANCED = 'vn/commune-advanced/2021-2025';
const LADDER = 'vn/commune/2021-2025';

const section = (summary: Summary, ruleset: string): RulesetSummary => {
  const found = summary.rulesets.find((one) => one.ruleset === ruleset);
  if (!found) throw new Error(`no section ${ruleset}`);
  return found;
};

const both = (text: string) => ({ least: text, most: text });

describe('Q10: Lào Cai in 2021, 61 of 127 communes new-rural', () => {
  it('is 48.03 per cent, as published of the province', () => {
    const [ladder] = summarize([
      { group: 'Các xã của tỉnh', province: 'Lào Cai', ladder: LADDER, units: 127, recognised: { ntm: 61 } },
    ]).ladders;
    expect(ladder?.groups[0]?.recognised).toEqual([{ tier: 'ntm', units: 61, share: '48.03' }]);
    expect(ladder?.tiers[0]).toMatchObject({
      tier: 'ntm',
      recognised: { total: 127, met: 61, unmet: 66, unknown: 0 },
      share: { recognised: both('48.03') },
    });
  });

  it('is at least 48.03 per cent when only the 61 are known one by one, for nothing is known of the other 66', () => {
    const recognised = Array.from({ length: 61 }, (_, at) => {
      const parsed = parseSnapshot({
        unit: { level: 'commune', name: `Xã ${at + 1}`, province: 'Lào Cai' },
        assessedOn: '2022-06-30',
        year: 2022,
        recognitions: [{ tier: 'ntm', ruleset: 'vn/commune-ntm/2016-2020' }],
      });
      if (!parsed.ok) throw new NtmError(parsed.errors);
      return parsed.value;
    });
    const [ladder] = summarize(tierStandings(recognised), { universe: 127 }).ladders;
    expect(ladder).toMatchObject({ ladder: LADDER, units: 127, missing: { count: 66 } });
    expect(ladder?.tiers[0]?.recognised).toEqual({ total: 127, met: 61, unmet: 0, unknown: 66 });
    expect(ladder?.tiers[0]?.share.recognised).toEqual({ least: '48.03', most: '100' });
  });

  it('has a mean of 15.15 criteria, 11.82 more than in 2010: 3.33 then', () => {
    const published = {
      group: 'Các xã của tỉnh',
      ruleset: NTM,
      units: 127,
      setSize: 19,
      means: { criteria: 15.15, rounded: true },
      earlier: { year: 2010, more: { criteria: 11.82 } },
    };
    const [group] = section(summarize([published]), NTM).groups;
    expect(group).toMatchObject({
      criteria: { total: 2413, met: 1924, unknown: 0, mean: { met: both('15.15') } },
      earlier: { year: 2010, criteria: '3.33' },
    });
  });

  it('has a mean that no whole sum gives exactly: without saying that it was rounded it is refused', () => {
    expect(() =>
      summarize([{ group: 'Các xã', ruleset: NTM, units: 127, setSize: 19, means: { criteria: 15.15 } }]),
    ).toThrow(/not-whole at \/0\/means\/criteria/);
  });
});

describe('L: lượt tiêu chí of Lào Cai’s plan of 15 February 2024', () => {
  const open = (units: number, openPairs: number): SummaryItem => ({
    group: `${units} xã`,
    province: 'Lào Cai',
    ruleset: NTM,
    units,
    setSize: 19,
    openPairs,
  });

  it('L3: 252 open over the 62 recognised communes: 926 of 1,178 met, 14.94 met and 4.06 open a commune', () => {
    const { criteria, outcomes } = section(summarize([open(62, 252)]), NTM);
    expect(criteria[0]).toMatchObject({
      of: 19,
      total: 1178,
      met: 926,
      open: 252,
      unknown: 0,
      mean: { met: both('14.94'), open: both('4.06') },
    });
    // 252 open criteria need at least 14 communes; which they are nobody says.
    expect(outcomes).toEqual({ total: 62, met: 0, unmet: 14, unknown: 48 });
  });

  it('L4: 11 open over four communes: 16.25 met a commune', () => {
    expect(section(summarize([open(4, 11)]), NTM).criteria[0]?.mean.met).toEqual(both('16.25'));
  });

  it('L6: 103 open over twelve communes: 10.42 met a commune', () => {
    expect(section(summarize([open(12, 103)]), NTM).criteria[0]?.mean.met).toEqual(both('10.42'));
  });

  it('L3 to L6: each group stands for itself, and all 366 open of 78 communes together', () => {
    const whole = section(summarize([open(62, 252), open(4, 11), open(12, 103)]), NTM);
    expect(whole.groups.map(({ group, criteria }) => [group, criteria?.open])).toEqual([
      ['12 xã', 103],
      ['4 xã', 11],
      ['62 xã', 252],
    ]);
    expect(whole.criteria[0]).toMatchObject({ units: 78, total: 1482, open: 366 });
    expect(whole.provinces).toMatchObject([{ province: 'Lào Cai', units: 78 }]);
  });

  it('a group cannot have more open than it has criteria', () => {
    expect(() => summarize([open(4, 77)])).toThrow(/out-of-range at \/0\/openPairs/);
    expect(section(summarize([open(4, 76)]), NTM).criteria[0]).toMatchObject({ met: 0, open: 76 });
  });
});

describe('L1, L2, L5 and L6: the plan of Lào Cai for 2024 and 2025', () => {
  const file = JSON.parse(readFileSync('docs/examples/lao-cai-2024-2025.plan.json', 'utf8')) as object;
  const parsed = parsePlan(file);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  const laoCai: Plan = parsed.value;
  const reading = (id: string): PlanReading => {
    const found = laoCai.follows.find((one) => one.reading === id);
    if (!found) throw new Error(`no reading ${id}`);
    return found;
  };
  const totals = (id: string, kind: PlanTotals['kind']): PlanTotals => {
    const found = reading(id).totals.find((one) => one.kind === kind);
    if (!found) throw new Error(`no totals of ${kind}`);
    return found;
  };
  const exactly = (count: number) => ({ least: count, most: count });

  it('L1: 62 recognised and 22 more are 84 of 127 communes, 66.14 per cent', () => {
    const province = totals('six', 'tier').scopes.find(({ group }) => group === 'province');
    expect(province).toMatchObject({
      units: 127,
      planned: exactly(22),
      held: { before: exactly(62), after: exactly(84), share: both('66.14') },
    });
  });

  it('L2: the 22 are four in the first half of 2024, six in the second and twelve in 2025, each named', () => {
    const reach = laoCai.targets.flatMap(({ group, period, reach }) =>
      reach ? [[group, period, reach]] : [],
    );
    expect(reach).toEqual([
      ['province', { by: '2025-12-31' }, 22],
      ['h1-2024', '2024-H1', 4],
      ['h2-2024', '2024-H2', 6],
      ['year-2025', '2025', 12],
    ]);
    const named = laoCai.groups.flatMap(({ units }) =>
      Array.isArray(units) ? units.map(({ name }) => name.replace('Xã ', '')) : [],
    );
    expect(named.join(', ')).toBe(
      'Mường Hoa, Vĩnh Yên, Cam Cọn, Chiềng Ken, Kim Sơn, Điện Quan, Bảo Hà, Nậm Dạng, Bản Liền, Sán Chải, Tân Tiến, Thượng Hà, Phúc Khánh, Xuân Hoà, Nậm Mả, Thẳm Dương, Minh Lương, Nậm Lúc, Thanh Bình, Tả Van, Nậm Chảy, Nậm Pung',
    );
    const units = laoCai.groups.flatMap(({ units }) => (Array.isArray(units) ? units : []));
    expect(units.some((unit) => 'district' in unit)).toBe(false);
  });

  it('L5: both readings of the 31 are held; read of the six communes 112 are to be closed in 2024, of all ten 101', () => {
    expect(laoCai.follows.map((one) => one.reading)).toEqual(['six', 'ten']);
    const of2024 = (id: string) =>
      totals(id, 'pairs').periods.find(({ period }) => period === '2024')?.planned;
    expect(of2024('six')).toEqual(exactly(11 + 31 + 70));
    expect(of2024('ten')).toEqual(exactly(31 + 70));
    expect([totals('six', 'pairs').planned, totals('ten', 'pairs').planned]).toEqual([
      exactly(145),
      exactly(134),
    ]);
  });

  it('L6: in either reading 103 are 70 in 2024 and 33 in 2025', () => {
    for (const id of ['six', 'ten']) {
      const twelve = totals(id, 'pairs').scopes.find(({ group }) => group === 'year-2025');
      expect(twelve).toMatchObject({ open: exactly(103), planned: exactly(103) });
    }
  });

  it('L6: a plan that closes 34 in 2025 closes one more than is open, and says whose, when and by how many', () => {
    const twelve = { group: '12 xã', ruleset: NTM, units: 12, setSize: 19, openPairs: 103 };
    const close = (period: string, count: number) => ({ group: '12 xã', ruleset: NTM, period, close: count });
    expect(plan([twelve], [close('2024', 70), close('2025', 33)]).follows[0]?.totals[0]).toMatchObject({
      open: exactly(103),
      planned: exactly(103),
    });
    const refused = (): readonly Problem[] => {
      try {
        plan([twelve], [close('2024', 70), close('2025', 34)]);
      } catch (error) {
        return (error as NtmError).errors;
      }
      throw new Error('the plan was not refused');
    };
    expect(refused()).toMatchObject([
      {
        code: 'closes-more-than-open',
        path: '/targets/1/close',
        found: '12 xã · 2025 · 104 > 103',
        expected: { en: 'at most 103' },
        hint: { en: expect.stringMatching(/^1 too many/) },
      },
    ]);
  });

  it('before anything is found, everything is unknown and nothing is done', () => {
    const { readings, notes } = planProgress(laoCai, [], { on: '2025-01-01' });
    for (const { targets } of readings)
      for (const { planned, done, open, unknown, overdue } of targets)
        expect({ done, open, unknown, overdue }).toEqual({ done: 0, open: 0, unknown: planned, overdue: 0 });
    expect(notes).toMatchObject([{ code: 'without-data', count: 22 }]);
  });
});

describe('B: Ba Chẽ district, 24 August 2023', () => {
  const four = (means: { criteria?: number; indicators?: number }): SummaryItem => ({
    group: 'Đồn Đạc, Thanh Sơn, Thanh Lâm, Đạp Thanh',
    district: 'Ba Chẽ',
    province: 'Quảng Ninh',
    ruleset: ADVANCED,
    units: 4,
    setSize: 19,
    ofIndicators: 75,
    means,
  });

  it('B2: means of 14.5 criteria and 65.5 of 75 indicators over four communes are sums of 58 and 262', () => {
    const { criteria, indicators, outcomes } = section(
      summarize([four({ criteria: 14.5, indicators: 65.5 })]),
      ADVANCED,
    );
    expect(criteria[0]).toMatchObject({
      units: 4,
      total: 76,
      met: 58,
      open: 18,
      mean: { met: both('14.5') },
    });
    expect(indicators[0]).toMatchObject({ total: 300, met: 262, open: 38, mean: { met: both('65.5') } });
    expect(outcomes).toEqual({ total: 4, met: 0, unmet: 1, unknown: 3 });
  });

  it('B2: a mean of 14.6 criteria over four communes is the mean of nothing', () => {
    try {
      summarize([four({ criteria: 14.6 })]);
      expect.unreachable();
    } catch (error) {
      expect((error as NtmError).errors).toMatchObject([
        { code: 'not-whole', path: '/0/means/criteria', found: '14.6 × 4 = 58.4' },
      ]);
    }
  });

  it('B3: Lương Mông and Minh Cầm report 2 of 6 criteria and 7 of 15 indicators of the province’s model set', () => {
    const ruleset = 'quang-ninh/commune-model/2021-2025';
    const report = (name: string): SummaryItem => ({
      unit: { level: 'commune', name, district: 'Ba Chẽ', province: 'Quảng Ninh' },
      ruleset,
      reported: { criteria: 2, ofCriteria: 6, indicators: 7, ofIndicators: 15 },
    });
    const one = section(summarize([report('Xã Lương Mông'), report('Xã Minh Cầm')]), ruleset);
    expect(one.outcomes).toEqual({ total: 2, met: 0, unmet: 2, unknown: 0 });
    expect(one.criteria[0]).toMatchObject({ of: 6, total: 12, met: 4, open: 8, mean: { met: both('2') } });
    expect(one.indicators[0]).toMatchObject({
      of: 15,
      total: 30,
      met: 14,
      open: 16,
      mean: { open: both('8') },
    });
    expect(one.districts).toMatchObject([{ province: 'Quảng Ninh', district: 'Ba Chẽ', units: 2 }]);
  });

  it('B4: the district reports 2 of 9 criteria and 25 of 38 indicators of the advanced set for districts', () => {
    const ruleset = 'vn/district-advanced/2021-2025';
    const one = section(
      summarize([
        {
          unit: { level: 'district', name: 'Huyện Ba Chẽ', province: 'Quảng Ninh' },
          ruleset,
          reported: { criteria: 2, ofCriteria: 9, indicators: 25, ofIndicators: 38 },
        },
      ]),
      ruleset,
    );
    expect(one).toMatchObject({
      basis: { evaluated: 0, reported: 1, published: 0 },
      outcomes: { unmet: 1 },
      criteria: [{ of: 9, met: 2, open: 7, unknown: 0 }],
      indicators: [{ of: 38, met: 25, open: 13, unknown: 0 }],
    });
  });

  it('B5: 7 of 7 communes new-rural and 2 advanced are 100 and 28.57 per cent', () => {
    const [ladder] = summarize([
      { group: 'Các xã của huyện Ba Chẽ', ladder: LADDER, units: 7, recognised: { ntm: 7, advanced: 2 } },
    ]).ladders;
    expect(ladder?.tiers.map(({ tier, share }) => [tier, share.recognised])).toEqual([
      ['ntm', both('100')],
      ['advanced', both('28.57')],
    ]);
  });
});

describe('Q7 and Q8: Quang Kim’s 18 criteria of the advanced set of 2018–2020, seven of them in focus', () => {
  const read = (name: string): unknown => JSON.parse(readFileSync(`docs/examples/${name}.json`, 'utf8'));
  const parsed = parseRuleset(read('lao-cai-commune-advanced-2018-2020.ruleset'));
  if (!parsed.ok) throw new NtmError(parsed.errors);
  const evaluation = evaluate(read('quang-kim.snapshot'), parsed.value);
  // Giao thông, thủy lợi, nhà ở, phát triển sản xuất, hộ nghèo, y tế, môi trường.
  const named = ['Giao thông', 'Thủy lợi', 'Nhà ở', 'Phát triển sản xuất', 'Hộ nghèo', 'Y tế', 'Môi trường'];
  const focus = named.map((title) => {
    const no = evaluation.criteria.find((one) => one.title.vi.startsWith(title))?.no;
    if (no === undefined) throw new Error(`no criterion ${title}`);
    return no;
  });
  const one = section(summarize([evaluation], { subsets: { focus } }), evaluation.ruleset.id);

  it('Q7: 16 of 18 are met as declared, two open', () => {
    expect(one.criteria[0]).toMatchObject({ of: 18, met: 16, open: 2, unknown: 0 });
    expect(one.byCriterion.slice(0, 2).map(({ title }) => title?.vi)).toEqual(['Y tế', 'Hệ thống chính trị']);
  });

  it('Q8: of the seven in focus six are met and health is open', () => {
    expect(one.subsets).toMatchObject([
      { name: 'focus', absent: [], total: 7, met: 6, open: 1, unknown: 0, outcomes: { unmet: 1 } },
    ]);
    expect(one.subsets[0]?.criteria).toHaveLength(7);
  });
});
