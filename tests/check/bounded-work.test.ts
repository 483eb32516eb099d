import { describe, expect, it } from 'vitest';
import { type Condition, LIMITS } from '../../src/core.js';
import { indicator, judge, resultOf, row, rulesetOf, rulesetText } from '../sample.js';
import { AT, flag, named, parse, withCondition } from './ruleset-text.js';
import { both, saying, told, vien } from './told.js';

/** A condition inside so many groups. */
function inside(levels: number, wrap: (inner: unknown) => unknown, leaf: unknown = flag('a.flag')): unknown {
  let condition = leaf;
  for (let level = 0; level < levels; level += 1) condition = wrap(condition);
  return condition;
}

const all = (inner: unknown) => ({ all: [inner] });
const not = (inner: unknown) => ({ not: inner });
const kOfN = (inner: unknown) => ({ atLeast: 1, of: [inner, flag('b.flag')] });

describe('the deepest conditions there can be', () => {
  // The condition itself stands on the sixth level; a group takes two, "not" one.
  it.each([
    ['all', 29, all, 'met'],
    ['not, an even number of times', 58, not, 'met'],
    ['k of n', 29, kOfN, 'met'],
  ] as const)('%s: read and judged', (_, levels, wrap, outcome) => {
    const condition = inside(levels, wrap) as Condition;
    const ruleset = rulesetOf([indicator({ condition })]);
    expect(resultOf(judge(ruleset, { facts: { 'a.flag': true } })).outcome).toBe(outcome);
    expect(resultOf(judge(ruleset)).outcome).toBe('unknown');
  });
  it.each([
    ['all', 30, all],
    ['not', 59, not],
    ['k of n', 30, kOfN],
  ] as const)('%s: one more is refused', (_, levels, wrap) => {
    expect(told(parse(withCondition(inside(levels, wrap))))[0]).toMatch(/^too-deep /);
  });
  it('a mistake at the bottom is told at its place, once, whatever the groups on the way', () => {
    const bad = { fact: 'plan.approved', operator: 'equal', valu: true };
    const groups = [all, not, (inner: unknown) => ({ any: [flag('b.flag'), inner] }), kOfN];
    const mixed = Array.from({ length: 16 }, (_, level) => groups[level % 4] as typeof all).reduce(
      (inner, wrap) => wrap(inner),
      bad as unknown,
    );
    const path = `${AT}/condition${'/of/0/any/1/not/all/0'.repeat(4)}`;
    expect(told(parse(withCondition(mixed)))).toEqual([
      `missing-key ${path}/value`,
      `unknown-key ${path}/valu`,
    ]);
  });
  it('a condition that is all groups at once is refused without trying every way through it', () => {
    // Two to the twelfth ways lead to the bottom; the schema would take each.
    let condition: unknown = { junk: 1 };
    for (let level = 0; level < 6; level += 1)
      condition = { all: [condition], any: [condition], not: condition, of: [condition] };
    const problems = told(parse(withCondition(condition)));
    expect(problems.length).toBeLessThanOrEqual(LIMITS.problems + 1);
    expect(problems[0]).toMatch(/^unknown-key /);
  });
});

describe('the widest conditions there can be', () => {
  const wide = (leaf: unknown) => ({
    all: Array.from({ length: 200 }, () => ({ any: Array.from({ length: 100 }, () => leaf) })),
  });
  it('20,000 comparisons are read and judged', () => {
    const ruleset = rulesetOf([indicator({ condition: wide(flag('a.flag')) as Condition })]);
    expect(resultOf(judge(ruleset, { facts: { 'a.flag': true } })).outcome).toBe('met');
  });
  it.each([
    ['of an unknown kind', { junk: 1 }, 'unknown-key'],
    ['with a misspelt operator', { ...flag('a.flag'), operator: 'equals' }, 'unknown-operator'],
    ['of an unknown fact', flag('no.such'), 'unknown-fact'],
  ])('20,000 comparisons %s: two hundred are told and the rest are counted', (_, leaf, code) => {
    const parsed = parse(withCondition(wide(leaf)));
    const codes = parsed.ok ? [] : parsed.errors.map((one) => one.code);
    expect(codes).toHaveLength(201);
    expect(new Set(codes.slice(0, 200))).toEqual(new Set([code]));
    expect(codes[200]).toBe('too-many');
  });
  it('a group has at most 200 conditions', () => {
    expect(saying(parse(withCondition({ any: Array.from({ length: 201 }, () => flag('a.flag')) })))).toEqual([
      {
        code: 'out-of-range',
        path: `${AT}/condition/any`,
        found: '[array of 201]',
        expected: both('≤ 200'),
        hint: vien('Sửa giá trị.', 'Correct the value.'),
      },
    ]);
  });
});

describe('long rows of references', () => {
  const chain = (length: number) => {
    const indicators = Array.from({ length }, (_, index) =>
      indicator({
        id: `1.${index + 1}`,
        condition: (index + 1 < length ? { indicator: `1.${index + 2}` } : flag('a.flag')) as Condition,
      }),
    );
    return rulesetText(indicators);
  };
  it('65 indicators in a row are judged', () => {
    const parsed = parse(chain(65));
    expect(parsed.ok && resultOf(judge(parsed.value, { facts: { 'a.flag': true } })).outcome).toBe('met');
  });
  it('66 are too many', () => {
    expect(saying(parse(chain(66)))).toEqual([
      {
        code: 'too-deep',
        path: `${AT}/condition`,
        found: '"indicator 1.1"',
        expected: vien('nhiều nhất 64 dẫn chiếu nối tiếp', 'at most 64 references in a row'),
        hint: vien('Bớt số bước dẫn chiếu.', 'Refer in fewer steps.'),
      },
    ]);
  });
  it('so are facts that are worked out from one another in 65 steps', () => {
    const steps = (length: number) =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `vn:sum.step${index}`,
          {
            type: 'count',
            title: both('x'),
            derivations: [
              { sumOf: [index === 0 ? 'schools.total' : `vn:sum.step${index - 1}`, 'households.total'] },
            ],
          },
        ]),
      );
    const withFacts = (length: number) =>
      withCondition(
        { fact: `vn:sum.step${length - 1}`, operator: 'equal', value: 1 },
        {},
        { facts: steps(length) },
      );
    expect(parse(withFacts(64)).ok).toBe(true);
    expect(told(parse(withFacts(65)))).toEqual(['too-deep /facts/vn:sum.step64/derivations']);
  });
  it('circles of forty thousand references are found, and the first two hundred told', () => {
    const ids = Array.from({ length: 200 }, (_, index) => `1.${index}`);
    const indicators = ids.map((id) =>
      indicator({ id, condition: { any: ids.map((other) => ({ indicator: other })) } }),
    );
    const parsed = parse(rulesetText(indicators));
    expect(
      !parsed.ok && [
        parsed.errors.length,
        parsed.errors[0]?.code,
        parsed.errors.every(({ found }) => found.length <= 80),
      ],
    ).toEqual([200, 'cycle', true]);
  });
});

describe('requirements', () => {
  const rows = (length: number, where: (index: number) => object) =>
    Array.from({ length }, (_, index) => row(50, where(index)));
  const regions = Array.from({ length: 100 }, (_, index) => `r${index}`);
  it('500 rows of a hundred regions each are compared', () => {
    const text = withCondition(
      named(),
      { requirements: { rate: rows(300, (index) => ({ region: regions, year: 2021 + (index % 5) })) } },
      { regions },
    );
    const parsed = parse(text);
    expect(!parsed.ok && [parsed.errors.length, parsed.errors[0]?.code]).toEqual([200, 'ambiguous-rows']);
  });
  it('regions, groups and years make at most 5,000 columns', () => {
    const groups = Array.from({ length: 11 }, (_, index) => ({ id: `g${index}`, title: both('x') }));
    const text = (count: number) =>
      withCondition(flag('a.flag'), {}, { regions, groups: groups.slice(0, count) });
    expect(parse(text(10)).ok).toBe(true);
    expect(saying(parse(text(11)))).toEqual([
      {
        code: 'too-large',
        path: '/regions',
        found: '5500',
        expected: vien(
          'nhiều nhất 5000 cột (vùng × nhóm × năm)',
          'at most 5000 columns (regions × groups × years)',
        ),
        hint: vien(
          'Bớt vùng, nhóm hoặc rút ngắn giai đoạn.',
          'Use fewer regions or groups, or a shorter period.',
        ),
      },
    ]);
  });
  it('a period of ten thousand years is refused before its columns are counted out', () => {
    const period = { from: '0001-01-01', to: '9999-12-31' };
    expect(told(parse(withCondition(flag('a.flag'), {}, { period, regions })))).toEqual([
      'bad-period /period/from',
      'bad-period /period/to',
      'too-large /regions',
    ]);
  });
});
