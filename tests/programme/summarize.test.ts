import { describe, expect, it } from 'vitest';
import {
  combineSummaries,
  compile,
  evaluate,
  evaluateTiers,
  getRuleset,
  type JudgedUnit,
  NtmError,
  type Problem,
  parseSnapshot,
  type Ruleset,
  type RulesetSummary,
  type Snapshot,
  type SummaryItem,
  type SummaryOptions,
  summarize,
  tierStandings,
} from '../../src/index.js';

const NTM = 'vn/commune-ntm/2021-2025';
const TEXT = getRuleset(NTM, { version: '2024-03-01' });

function snapshot(name: string, criteria: Record<string, 'met' | 'unmet'>, rest: object = {}): Snapshot {
  const { unit, ...others } = { unit: {}, ...rest };
  const parsed = parseSnapshot({
    unit: { level: 'commune', name, province: 'Lào Cai', district: 'Văn Bàn', ...unit },
    assessedOn: '2024-07-15',
    year: 2024,
    declared: {
      [NTM]: Object.fromEntries(
        Object.entries(criteria).map(([no, outcome]) => [`criterion:${no}`, { outcome, by: 'council' }]),
      ),
    },
    ...others,
  });
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}

const judgedBy = (ruleset: Ruleset) => {
  const evaluator = compile(ruleset);
  return (one: Snapshot): JudgedUnit => ({
    unit: one.unit,
    assessedOn: one.assessedOn,
    ruleset: { id: ruleset.id, version: ruleset.version, revision: ruleset.revision },
    layout: evaluator.layout,
    outcomes: evaluator.outcomes(one),
  });
};

const only = (items: Iterable<SummaryItem>, options?: SummaryOptions): RulesetSummary => {
  const [first, ...others] = summarize(items, options).rulesets;
  if (!first || others.length > 0) throw new Error('not one section');
  return first;
};

function refused(items: SummaryItem[], options?: SummaryOptions): readonly Problem[] {
  try {
    summarize(items, options);
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
  throw new Error('nothing was refused');
}

const A = snapshot('Xã A', { 10: 'met', 15: 'unmet', 17: 'unmet' });
const B = snapshot('Xã B', { 10: 'met', 15: 'unmet' }, { unit: { district: 'Bảo Yên' } });

describe('a summary of nothing', () => {
  it('says nothing', () => {
    expect(summarize([])).toEqual({
      kind: 'summary',
      rulesets: [],
      ladders: [],
      subsets: [],
      withoutLadder: 0,
      notes: [],
    });
  });
});

describe('criteria failed', () => {
  const one = only([evaluate(A, NTM), evaluate(B, NTM)]);

  it('stand first by how many units fail them, then by how many are unknown, then by number', () => {
    expect(one.byCriterion.slice(0, 3).map(({ id, unmet, unknown }) => [id, unmet, unknown])).toEqual([
      ['15', 2, 0],
      ['17', 1, 1],
      ['1', 0, 2],
    ]);
    expect(one.byCriterion.at(-1)).toMatchObject({ id: '10', met: 2, unmet: 0, unknown: 0 });
    expect(one.byCriterion.map(({ id }) => id).slice(2, 11)).toEqual('1 2 3 4 5 6 7 8 9'.split(' '));
    expect(one.byCriterion[0]?.title?.vi).toBe('Y tế');
  });

  it('mean and distribution are bounds where outcomes are unknown', () => {
    expect(one.criteria).toMatchObject([
      {
        of: 19,
        units: 2,
        total: 38,
        met: 2,
        open: 3,
        unknown: 33,
        mean: { met: { least: '1', most: '17.5' }, open: { least: '1.5', most: '18' } },
      },
    ]);
    const distribution = one.criteria[0]?.distribution ?? [];
    expect(distribution.find(({ met }) => met === 18)).toEqual({ met: 18, least: 0, most: 1 });
    expect(distribution.some(({ met }) => met === 19 || met === 0)).toBe(false);
  });

  it('say by whom they are known: outcomes as declared are provisional', () => {
    expect(one).toMatchObject({
      provisional: 2,
      basis: { evaluated: 2 },
      detailed: 2,
      outcomes: { unmet: 2 },
    });
  });
});

describe('bulk outcomes', () => {
  it('give the same summary as evaluations where the text is given for their names', () => {
    const both = [A, B];
    expect(summarize(both.map(judgedBy(TEXT)), { rulesets: [TEXT] })).toEqual(
      summarize(both.map((one) => evaluate(one, NTM))),
    );
  });

  it('standings with their outcomes count their sets too, as reports with evaluations do', () => {
    const standings = [...tierStandings([A, B], undefined, { judged: true })];
    const reports = [A, B].map((one) => evaluateTiers(one));
    const counted = (items: SummaryItem[]) => {
      const { ladders, rulesets } = summarize(items);
      return {
        ladders,
        rulesets: rulesets.map(
          ({ byCriterion, byIndicator, bodies: _bodies, reported: _reported, ...rest }) => ({
            ...rest,
            byCriterion: byCriterion.map(({ title: _title, ...counts }) => counts),
            byIndicator: byIndicator.map(({ title: _title, ...counts }) => counts),
          }),
        ),
      };
    };
    expect(counted(standings)).toEqual(counted(reports));
    expect(summarize(standings).rulesets.map(({ ruleset }) => ruleset)).toContain(NTM);
  });

  it('without their entries one by one are told apart from those that have them', () => {
    const [standing] = [...tierStandings([A])];
    const one = summarize([standing as SummaryItem, evaluate(B, NTM)]).rulesets.find(
      ({ ruleset }) => ruleset === NTM,
    );
    expect(one).toMatchObject({ outcomes: { total: 2 }, detailed: 1 });
    expect(one?.byCriterion[0]).toMatchObject({ id: '15', unmet: 1 });
  });
});

describe('a unit told of twice', () => {
  it('counts once, by what came first, and is named', () => {
    const later = snapshot('Xã A', { 10: 'unmet' });
    const summary = summarize([evaluate(A, NTM), evaluate(later, NTM)]);
    expect(summary.rulesets[0]).toMatchObject({
      outcomes: { total: 1 },
      duplicates: { count: 1, units: [{ name: 'Xã A', district: 'Văn Bàn' }] },
    });
    expect(summary.notes).toMatchObject([{ code: 'duplicate-units', about: NTM, count: 1 }]);
  });

  it('counts twice where the caller vouches that there are none', () => {
    const twice = [evaluate(A, NTM), evaluate(A, NTM)];
    expect(only(twice, { duplicates: 'trust' }).outcomes.total).toBe(2);
  });

  it('by two sets is no duplicate, and two communes of one name in two districts are two', () => {
    const advanced = evaluate(A, 'vn/commune-advanced/2021-2025');
    expect(summarize([evaluate(A, NTM), advanced]).notes).toEqual([]);
    const namesake = snapshot('Xã A', {}, { unit: { district: 'Bảo Yên' } });
    expect(only([evaluate(A, NTM), evaluate(namesake, NTM)]).duplicates.count).toBe(0);
  });
});

describe('a universe', () => {
  const list = ['Xã A', 'Xã C'].map((name) => ({
    level: 'commune' as const,
    name,
    province: 'Lào Cai',
    district: 'Văn Bàn',
  }));

  it('by number makes the units without data unknown everywhere', () => {
    const one = only([evaluate(A, NTM), evaluate(B, NTM)], { universe: 127 });
    expect(one.missing).toEqual({ count: 125 });
    expect(one.outcomes).toEqual({ total: 127, met: 0, unmet: 2, unknown: 125 });
    expect(one.criteria[0]).toMatchObject({ units: 127, total: 127 * 19, unknown: 33 + 125 * 19 });
    expect(one.criteria[0]?.distribution?.[0]).toEqual({ met: 0, least: 0, most: 125 });
  });

  it('by name says which units are missing and which it does not name, and places both', () => {
    const summary = summarize([evaluate(A, NTM), evaluate(B, NTM)], { universe: list });
    const one = summary.rulesets[0];
    expect(one?.missing).toEqual({ count: 1, units: [list[1]] });
    expect(one?.outside).toMatchObject({ count: 1, units: [{ name: 'Xã B' }] });
    expect(one?.districts.map(({ district, units }) => [district, units])).toEqual([
      ['Bảo Yên', 1],
      ['Văn Bàn', 2],
    ]);
    expect(summary.notes.map(({ code }) => code)).toEqual(['outside-universe']);
  });

  it('smaller than what was counted is said, and nothing is missing', () => {
    const summary = summarize([evaluate(A, NTM), evaluate(B, NTM)], { universe: 1 });
    expect(summary.rulesets[0]?.missing).toEqual({ count: 0 });
    expect(summary.notes).toMatchObject([{ code: 'more-than-universe', count: 1 }]);
  });

  it('holds for units of its level only', () => {
    const district = evaluate(
      { unit: { level: 'district', name: 'Huyện Văn Bàn', province: 'Lào Cai' }, assessedOn: '2024-07-15' },
      'vn/district-ntm/2021-2025',
    );
    expect(only([district], { universe: list }).missing).toEqual({ count: 0, units: [] });
  });

  it('that is no number, or names a unit twice, is refused', () => {
    for (const universe of [-1, 1.5, Number.NaN])
      expect(refused([], { universe })).toMatchObject([{ code: 'bad-option', path: '/universe' }]);
    expect(refused([], { universe: [...list, ...list] })).toMatchObject([
      { code: 'duplicate-id', path: '/universe/2' },
      { code: 'duplicate-id', path: '/universe/3' },
    ]);
  });

  it('of two parts that contradict each other keeps them from being combined', () => {
    const part = (universe: number) => summarize([evaluate(A, NTM)], { universe });
    expect(() => combineSummaries(part(10), part(11))).toThrow(/bad-option at \/universe/);
    expect(() => combineSummaries(part(10), summarize([evaluate(B, NTM)], { universe: list }))).toThrow(
      /bad-option/,
    );
  });
});

describe('what units report of themselves', () => {
  const reporting = snapshot(
    'Xã A',
    { 10: 'unmet' },
    { reported: { [NTM]: { criteria: 19, ofCriteria: 19 } } },
  );

  it('stands beside what is found, and decides nothing', () => {
    const summary = summarize([evaluate(reporting, NTM)]);
    expect(summary.rulesets[0]).toMatchObject({
      outcomes: { unmet: 1 },
      criteria: [{ met: 0, open: 1 }],
      reported: {
        units: 1,
        outcomes: { unknown: 1 },
        criteria: [{ of: 19, met: 19, open: 0 }],
        inconsistent: 1,
      },
    });
    expect(summary.notes.map(({ code }) => code)).toEqual(['reported-inconsistent']);
  });

  it('alone counts as what is known: 16 of 19 is not met, and which three are open is not known', () => {
    const report = (criteria: number, rest: object = {}): SummaryItem => ({
      unit: A.unit,
      ruleset: NTM,
      reported: { criteria, ofCriteria: 19, ...rest },
    });
    expect(only([report(16)])).toMatchObject({
      basis: { evaluated: 0, reported: 1 },
      outcomes: { unmet: 1 },
      criteria: [{ met: 16, open: 3, unknown: 0 }],
      indicators: [],
      detailed: 0,
      byCriterion: [],
    });
    expect(only([report(19, { indicators: 57, ofIndicators: 57 })]).outcomes.met).toBe(1);
    expect(only([report(19)]).outcomes.unknown).toBe(1);
  });

  it('takes the size of the set from the package where it is not said, and asks for it elsewhere', () => {
    expect(only([{ unit: A.unit, ruleset: NTM, reported: { criteria: 16 } }]).criteria[0]?.of).toBe(19);
    const own = 'ha-tinh/commune-own/2021-2025';
    expect(refused([{ unit: A.unit, ruleset: own, reported: { criteria: 16 } }])).toMatchObject([
      { code: 'missing-key', path: '/0/reported/ofCriteria' },
    ]);
    expect(refused([{ unit: A.unit, ruleset: NTM, reported: { criteria: 20 } }])).toMatchObject([
      { code: 'reported-exceeds-total', path: '/0/reported/criteria' },
    ]);
  });
});

describe('sets of different size', () => {
  const report = (name: string, criteria: number, ofCriteria: number): SummaryItem => ({
    unit: { ...A.unit, name },
    ruleset: NTM,
    reported: { criteria, ofCriteria },
  });

  it('are never added up, and a note says so', () => {
    const summary = summarize([report('Xã A', 16, 19), report('Xã B', 16, 18)]);
    expect(summary.rulesets[0]?.criteria.map(({ of, met, total }) => [of, met, total])).toEqual([
      [18, 16, 18],
      [19, 16, 19],
    ]);
    expect(summary.notes.map(({ code }) => code)).toEqual(['sizes-differ']);
  });

  it('leave units without data out of the pairs, since theirs is not known', () => {
    const summary = summarize([report('Xã A', 16, 19), report('Xã B', 16, 18)], { universe: 5 });
    expect(summary.rulesets[0]).toMatchObject({ outcomes: { total: 5 }, missing: { count: 3 } });
    expect(summary.rulesets[0]?.criteria.reduce((sum, { units }) => sum + units, 0)).toBe(2);
    expect(summary.notes.map(({ code }) => code)).toContain('missing-without-size');
  });
});

describe('responsible bodies', () => {
  it('have the indicators they answer for, as evaluations and given texts name them', () => {
    const text = getRuleset('ho-chi-minh-city/commune-advanced/2021-2025');
    const commune = {
      unit: { level: 'commune', name: 'Xã Ví Dụ', province: 'TP. Hồ Chí Minh' },
      assessedOn: '2023-12-20',
      year: 2023,
    };
    const one = only([evaluate(commune, text)]);
    const named = text.criteria.flatMap(({ indicators }) =>
      indicators.flatMap(({ responsible = [] }) => responsible),
    );
    expect(named.length).toBeGreaterThan(0);
    const told = one.bodies.filter(({ body }) => body !== null);
    expect(told.reduce((sum, { open, met, unknown }) => sum + open + met + unknown, 0)).toBe(named.length);
    const parsed = parseSnapshot(commune);
    if (!parsed.ok) throw new NtmError(parsed.errors);
    const judged = [judgedBy(text)(parsed.value)];
    expect(only(judged, { rulesets: [text] }).bodies).toEqual(one.bodies);
    expect(only(judged).bodies.every(({ body }) => body === null)).toBe(true);
  });
});

describe('labels', () => {
  it('cơ bản đạt is tallied apart and counts as not met', () => {
    const nearly = parseSnapshot({
      unit: A.unit,
      assessedOn: '2024-07-15',
      year: 2024,
      declared: { [NTM]: { 'criterion:10': { outcome: 'met', by: 'self', label: 'Cơ bản đạt' } } },
    });
    if (!nearly.ok) throw new NtmError(nearly.errors);
    expect(only([evaluate(nearly.value, NTM), evaluate(B, NTM)])).toMatchObject({
      labels: [{ label: 'cơ bản đạt', units: 1, criteria: 1, indicators: 0 }],
      criteria: [{ met: 1, open: 2 }],
    });
  });
});

describe('recognised and found', () => {
  it('are crossed: a commune recognised as NTM that misses its criteria today shows as such', () => {
    const recognised = snapshot('Xã A', { 15: 'unmet' }, { recognitions: [{ tier: 'ntm' }] });
    const none = snapshot('Xã B', { 15: 'unmet' }, { recognitions: [] });
    const unlisted = snapshot('Xã C', { 15: 'unmet' });
    const [ladder] = summarize(tierStandings([recognised, none, unlisted])).ladders;
    expect(
      ladder?.cross.map(({ recognised: tier, settled, units, reached }) => [
        tier,
        settled,
        units,
        reached[0]?.outcomes.unmet,
      ]),
    ).toEqual([
      ['ntm', true, 1, 1],
      [null, true, 1, 1],
      [null, false, 1, 1],
    ]);
    expect(ladder?.tiers[0]).toMatchObject({
      tier: 'ntm',
      reached: { met: 0, unmet: 3 },
      recognised: { met: 1, unmet: 1, unknown: 1 },
      held: { met: 1, unmet: 1, unknown: 1 },
      share: { held: { least: '33.33', most: '66.67' } },
    });
  });

  it('units no ladder is for are counted in a note', () => {
    const hamlet = parseSnapshot({
      unit: { level: 'village', name: 'Thôn A', province: 'Hà Tĩnh' },
      assessedOn: '2023-06-30',
    });
    if (!hamlet.ok) throw new NtmError(hamlet.errors);
    const summary = summarize(tierStandings([hamlet.value]));
    expect(summary).toMatchObject({
      ladders: [],
      withoutLadder: 1,
      notes: [{ code: 'no-ladder', count: 1 }],
    });
  });
});

describe('published figures', () => {
  const group = { group: 'Bốn xã', ruleset: NTM, units: 4, setSize: 19 };

  it('may give open pairs and the mean, if the two agree', () => {
    expect(only([{ ...group, openPairs: 11, means: { criteria: 16.25 } }]).criteria[0]?.met).toBe(65);
    expect(refused([{ ...group, openPairs: 11, means: { criteria: 16.5 } }])).toMatchObject([
      { code: 'sum-differs', path: '/0/means/criteria' },
    ]);
    expect(
      only([{ ...group, openPairs: 11, means: { criteria: 16.3, rounded: true } }]).criteria[0]?.met,
    ).toBe(65);
  });

  it('rounded means leave the sums that round to them: 14.3 over 40 communes is 570 to 573', () => {
    const { criteria } = only([{ ...group, units: 40, means: { criteria: 14.3, rounded: true } }]);
    expect(criteria[0]).toMatchObject({ met: 570, open: 760 - 573, unknown: 3 });
    // Half up: 14.25 rounds to 14.3, and 14.35 does not.
    expect(criteria[0]?.mean.met).toEqual({ least: '14.25', most: '14.33' });
  });

  it('means are decimals: 14,5, a negative one and one above the set are refused', () => {
    for (const criteria of ['14,5', -1, 19.5, '1e1'])
      expect(refused([{ ...group, means: { criteria } }])).toMatchObject([
        { code: 'out-of-range', path: '/0/means/criteria' },
      ]);
    expect(only([{ ...group, means: { criteria: '14.50' } }]).criteria[0]?.met).toBe(58);
  });

  it('a group is given once', () => {
    expect(
      refused([
        { ...group, openPairs: 1 },
        { ...group, openPairs: 2 },
      ]),
    ).toMatchObject([{ code: 'duplicate-id', path: '/1/group' }]);
    const part = summarize([{ ...group, openPairs: 1 }]);
    expect(() => combineSummaries(part, part)).toThrow(/duplicate-id/);
  });

  it('every item that is wrong is told, each at its place', () => {
    const items = [
      { ...group, openPairs: 77 },
      { ...group, group: 'x', ruleset: 'commune' },
      {} as SummaryItem,
      { group: 'y', ladder: 'vn/commune/2021-2025', units: 3, recognised: { ntm: 4 } },
      JSON.parse('{"group":"z","__proto__":1}') as SummaryItem,
    ];
    expect(refused(items).map(({ code, path }) => `${code} ${path}`)).toEqual([
      'out-of-range /0/openPairs',
      'bad-format /1/ruleset',
      'wrong-type /2',
      'out-of-range /3/recognised/ntm',
      expect.stringMatching(/ \/4\//),
      expect.stringMatching(/ \/4\//),
      expect.stringMatching(/ \/4\//),
    ]);
  });
});

describe('names that JavaScript gives a meaning', () => {
  it('are names like others', () => {
    const group = (name: string): SummaryItem => ({
      group: name,
      ruleset: NTM,
      units: 1,
      openPairs: 1,
      province: name,
    });
    const { groups, provinces } = only([group('__proto__'), group('constructor'), group('toString')]);
    expect(groups.map((one) => one.group)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(provinces.map(({ province }) => province)).toEqual(['__proto__', 'constructor', 'toString']);
    const subsets = { constructor: ['1'], hasOwnProperty: ['2'] };
    expect(only([evaluate(A, NTM)], { subsets }).subsets.map(({ name }) => name)).toEqual([
      'constructor',
      'hasOwnProperty',
    ]);
  });
});

describe('subsets', () => {
  it('of numbers that no set has are said, and of no number refused', () => {
    const summary = summarize([evaluate(A, NTM)], { subsets: { odd: ['15', '99', '15'] } });
    expect(summary.rulesets[0]?.subsets).toMatchObject([
      { criteria: ['15', '99'], absent: ['99'], total: 1, open: 1, outcomes: { unmet: 1 } },
    ]);
    expect(summary.notes.map(({ code }) => code)).toEqual(['subset-absent']);
    expect(refused([], { subsets: { none: [] } })).toMatchObject([
      { code: 'empty-group', path: '/subsets/none' },
    ]);
  });

  it('that differ keep two summaries from being combined', () => {
    const [a, b] = [{ x: ['1'] }, { x: ['2'] }].map((subsets) => summarize([evaluate(A, NTM)], { subsets }));
    if (!a || !b) throw new Error('no summaries');
    expect(() => combineSummaries(a, b)).toThrow(/bad-option at \/subsets/);
  });
});

describe('many units', () => {
  it('are counted as they come, and none is kept', () => {
    const judge = judgedBy(TEXT);
    const one = judge(A);
    let alive = 0;
    function* units(): Generator<JudgedUnit> {
      for (let at = 0; at < 20_000; at += 1) {
        alive += 1;
        yield { ...one, unit: { ...one.unit, code: String(at) } };
      }
    }
    const summary = summarize(units());
    expect(alive).toBe(20_000);
    expect(summary.rulesets[0]?.outcomes).toEqual({ total: 20_000, met: 0, unmet: 20_000, unknown: 0 });
    expect(JSON.stringify(summary).length).toBeLessThan(30_000);
  });
});
