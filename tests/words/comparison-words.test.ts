import { describe, expect, it } from 'vitest';
import {
  compareEvaluations,
  compareRulesets,
  evaluationComparisonText,
  impact,
  impactText,
  parseSnapshot,
  type RequirementRow,
  rulesetComparisonText,
  type Snapshot,
  sweep,
  sweepText,
} from '../../src/core.js';
import { asks, flag, LATER, rate, textOf } from '../compare/texts.js';
import {
  FACTS,
  indicator,
  judge,
  REGIONS,
  row,
  rulesetOf,
  snapshotText,
  TERRITORY,
  VOCABULARY,
} from '../sample.js';

const names = (locale: 'vi' | 'en') => ({
  locale,
  facts: FACTS,
  regions: TERRITORY.regions,
  allRegions: REGIONS,
});
const flat = (text: string) => text.replace(/\s+/g, ' ');

function compared(
  before: object,
  after: object,
  rest: object = {},
  locale: 'vi' | 'en' = 'vi',
  region?: string,
): string {
  const comparison = compareRulesets(textOf([before], rest), textOf([after], { ...LATER, ...rest }));
  return flat(rulesetComparisonText(comparison, { ...names(locale), region }));
}

describe('a comparison of rulesets in words', () => {
  const regions = { regions: REGIONS };
  const [delta, mountains] = [{ region: 'delta' }, { region: 'mountains' }];

  it('puts years that say the same together, and regions that do', () => {
    const rows = (last: number): RequirementRow[] =>
      [delta, mountains].flatMap((place) => [
        row(80, { ...place, year: 2021 }),
        row(last, { ...place, year: [2022, 2023, 2025] }),
        row(80, { ...place, year: 2024 }),
      ]);
    const text = compared(asks(rows(85)), asks(rows(90)), regions);
    expect(text).toContain('mọi vùng; năm 2022–2023, 2025: ≥ 85 % → ≥ 90 %');
    expect(compared(asks(rows(85)), asks(rows(90)), regions, 'en')).toContain(
      'every region; 2022–2023, 2025: ≥ 85 % → ≥ 90 %',
    );
  });

  it('leaves out the name of the region asked about, and what concerns others', () => {
    const before = asks([row(90, delta), row(80, mountains)]);
    const after = asks([row(95, delta), row(70, mountains)]);
    const text = compared(before, after, regions, 'vi', 'delta');
    expect(text).toContain('So sánh hai bộ tiêu chí · Delta');
    expect(text).toContain('Chặt hơn (1) 1.1 indicator 1.1 ≥ 90 % → ≥ 95 %');
    expect(text).not.toContain('80 %');
  });

  it('marks figures without a source, proposed ones, and explains the mark once', () => {
    const unsure = { evidence: 'unconfirmed', sources: [] };
    expect(compared(asks([row(90, {}, unsure)]), asks([row(95)]))).toMatch(
      /≥ 90 % ~ → ≥ 95 % ~ mức chưa có nguồn xác nhận$/,
    );
    expect(compared(asks([row(90)]), asks([row(95)]))).not.toContain('~');
  });

  it('tells one more way from one more thing to do', () => {
    const [a, b] = [flag('a.flag'), flag('b.flag')];
    const of = (before: object, after: object) =>
      compared(indicator({ condition: before as never }), indicator({ condition: after as never }));
    expect(of(a, { any: [a, b] })).toContain('thêm lựa chọn: b');
    expect(of(a, { all: [a, b] })).toContain('thêm: b');
    expect(of({ any: [a, b] }, a)).toContain('bỏ lựa chọn: b');
    expect(of({ all: [a, b] }, a)).toContain('bỏ: b');
  });

  it('does not tell cases apart that ask for the same', () => {
    const cases = {
      many: { fact: 'schools.total', operator: 'greaterThan', value: 3 },
      few: { fact: 'schools.total', operator: 'lessThanInclusive', value: 3 },
    };
    const byCase = (many: number, few: number) =>
      asks([row(many, { case: 'many' }), row(few, { case: 'few' })], rate(), { cases });
    const before = textOf([byCase(70, 70)]);
    const text = (after: object) =>
      flat(
        rulesetComparisonText(compareRulesets(before, textOf([after], LATER)), {
          ...names('vi'),
          cases: () => ({ many: { vi: 'nhiều', en: 'many' }, few: { vi: 'ít', en: 'few' } }),
        }),
      );
    expect(text(byCase(80, 80))).toContain('1.1 indicator 1.1 ≥ 70 % → ≥ 80 %');
    expect(text(byCase(70, 80))).toContain('ít: ≥ 70 % → ≥ 80 %');
  });

  it('says so where nothing differs', () => {
    expect(compared(asks([row(90)]), asks([row(90)]))).toMatch(/Không thấy gì khác nhau\.$/);
  });
});

describe('a comparison of evaluations in words', () => {
  const at = (value: number, rest: object = {}) => rulesetOf([asks([row(value)])], rest);
  const clean = (value: unknown) => ({ facts: { 'water.cleanRate': value } });
  const text = (
    before: ReturnType<typeof judge>,
    after: ReturnType<typeof judge>,
    locale: 'vi' | 'en' = 'vi',
  ) => flat(evaluationComparisonText(compareEvaluations(before, after), names(locale)));

  it('names the cause, and how sure it is', () => {
    expect(text(judge(at(90), clean(80)), judge(at(90), clean(95)))).toContain(
      'chưa đạt → đạt — do số liệu 80 % → 95 %, mức ≥ 90 %',
    );
    expect(text(judge(at(85), clean(80)), judge(at(90, LATER), clean(95)))).toContain(
      'do số liệu (dù mức đạt chuẩn cũng đổi)',
    );
    expect(text(judge(at(90), clean(80)), judge(at(75, LATER), clean(95)), 'en')).toContain(
      'because of the requirement and the unit’s figures together',
    );
  });

  it('never rounds a figure across its requirement', () => {
    const shares = (count: number) => ({
      facts: { 'water.cleanHouseholds': count, 'households.total': 100_000 },
    });
    expect(text(judge(at(95), shares(94_999)), judge(at(95), shares(95_000)))).toContain('94,999 % → 95 %');
  });

  it('says so where nothing differs', () => {
    const one = judge(at(90), clean(80));
    expect(text(one, one, 'en')).toMatch(/Nothing differs\.$/);
  });
});

const communes = [92, 96, undefined].map((value, at): Snapshot => {
  const facts = value === undefined ? {} : { 'water.cleanRate': value };
  const parsed = parseSnapshot(snapshotText({ facts, unit: { name: `Xã ${at}` } }), VOCABULARY);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  return parsed.value;
});

describe('an impact in words', () => {
  it('shows the table, the bounds, who falls with the figures, and how many more', () => {
    const found = impact(communes, rulesetOf([asks([row(90)])]), rulesetOf([asks([row(99)])], LATER), {
      named: 1,
    });
    const text = flat(impactText(found, names('en')));
    expect(text).toContain('Impact on 3 units');
    expect(text).toContain('before: met 0 2 0');
    expect(text).toContain('Met: 2 to 3 before, 0 to 1 after; 0 to 1 gain, 2 to 3 fall');
    expect(text).toContain(
      'Fall: met → not met (2) Xã 0, Đông Băng 1/1 → 0/1 criteria 1.1: met → not met (92 %, requirement ≥ 90 % → ≥ 99 %) … and 1 more',
    );
    expect(flat(impactText(found, names('vi')))).toContain('… và 1 đơn vị nữa');
  });
});

describe('a sweep in words', () => {
  const of = (operator: string, locale: 'vi' | 'en') =>
    flat(
      sweepText(
        sweep(communes, textOf([asks([row(90)], rate(operator))]), {
          indicator: '1.1',
          values: [95],
          share: 60,
        }),
        names(locale),
      ),
    );

  it('shows a line a value and the value that a share reaches', () => {
    expect(of('greaterThanInclusive', 'vi')).toContain('95 1 1 1 1 1 1');
    expect(of('greaterThanInclusive', 'vi')).toContain(
      'Mức chặt nhất mà 60 % đơn vị (2/3) đạt 1.1: chắc chắn: 92; nếu số liệu còn thiếu đều thuận lợi: 96',
    );
    expect(of('greaterThan', 'en')).toContain(
      '1.1: surely: under 92; if all that is unknown turns out well: under 96',
    );
    expect(of('lessThan', 'en')).toContain('surely: over 96');
  });
});
