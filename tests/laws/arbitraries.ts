import fc from 'fast-check';
import type { Condition } from '../../src/core.js';

const percent = fc.integer({ min: 0, max: 1000 }).map((tenth) => tenth / 10);
const ORDERS = ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan'] as const;

/** Any leaf of the small catalogue in tests/sample.ts. */
const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    fact: fc.constantFrom('a.flag', 'b.flag', 'c.flag', 'd.flag'),
    operator: fc.constantFrom('equal', 'notEqual'),
    value: fc.boolean(),
  }),
  fc.record({
    fact: fc.constant('water.cleanRate'),
    operator: fc.constantFrom(...ORDERS, 'equal', 'notEqual'),
    value: percent,
  }),
  fc.record({
    fact: fc.constant('poverty.rate'),
    operator: fc.constantFrom(...ORDERS),
    value: percent,
    standard: fc.constant('vn/2022-2025'),
  }),
  fc.record({
    fact: fc.constant('health.insuredRate'),
    operator: fc.constantFrom(...ORDERS),
    value: percent,
    bySex: fc.constant(true as const),
  }),
  fc.record({
    fact: fc.constant('health.insuredRate'),
    operator: fc.constantFrom(...ORDERS),
    value: percent,
  }),
  fc.record({
    fact: fc.constant('disaster.grade'),
    operator: fc.constantFrom(...ORDERS, 'equal'),
    value: fc.constantFrom('dat', 'kha', 'tot'),
  }),
  fc.record({
    fact: fc.constant('income.perCapita'),
    operator: fc.constantFrom(...ORDERS),
    value: fc.integer({ min: 10, max: 80 }),
  }),
  fc.record({
    fact: fc.constant('schools.total'),
    operator: fc.constantFrom(...ORDERS, 'equal'),
    value: fc.integer({ min: 0, max: 6 }),
  }),
) as fc.Arbitrary<Condition>;

/** Any condition: groups of groups, k-of-n and not, up to four levels. */
export const condition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    leaf,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    tie('node').map((not) => ({ not })),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 4 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
  ),
})).node;

/** A condition without `not` and without equality, whose figures all get better in one direction. */
export const monotoneCondition: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3 },
    fc.record({
      fact: fc.constantFrom('water.cleanRate', 'schools.level1Rate'),
      operator: fc.constantFrom('greaterThanInclusive', 'greaterThan'),
      value: percent,
    }) as fc.Arbitrary<Condition>,
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((all) => ({ all })),
    fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((any) => ({ any })),
    fc
      .array(tie('node'), { minLength: 1, maxLength: 4 })
      .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
  ),
})).node;

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(value, { nil: undefined });

const bounded = fc.oneof(
  percent,
  percent.map((moreThan) => ({ moreThan: Math.min(moreThan, 99.9) })),
  percent.map((atLeast) => ({ atLeast })),
  percent.map((atMost) => ({ atMost })),
  fc.record({ value: percent, approximate: fc.boolean() }),
);

const bySex = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc
    .record({ total: maybe(value), male: maybe(value), female: maybe(value) })
    .map(({ total, male, female }) => [
      ...(total === undefined ? [] : [{ value: total }]),
      ...(male === undefined ? [] : [{ value: male, sex: 'male' }]),
      ...(female === undefined ? [] : [{ value: female, sex: 'female' }]),
    ]);

/** Facts that no check refuses; each may be missing, and many are. */
export const facts: fc.Arbitrary<Record<string, unknown>> = fc
  .record({
    households: maybe(fc.integer({ min: 0, max: 300 })),
    clean: maybe(fc.integer({ min: 0, max: 300 })),
    poor: maybe(fc.integer({ min: 0, max: 150 })),
    nearPoor: maybe(fc.integer({ min: 0, max: 150 })),
    'water.cleanRate': maybe(bounded),
    'poverty.rate': maybe(bounded),
    'health.insuredRate': maybe(bySex(percent)),
    'disaster.grade': maybe(fc.constantFrom('dat', 'kha', 'tot')),
    'income.perCapita': maybe(fc.integer({ min: 0, max: 100 })),
    'schools.total': maybe(fc.integer({ min: 0, max: 8 })),
    'schools.level1Rate': maybe(percent),
    'a.flag': maybe(fc.boolean()),
    'b.flag': maybe(fc.boolean()),
    'c.flag': maybe(fc.boolean()),
    'd.flag': maybe(fc.boolean()),
  })
  .map(({ households, clean, poor, nearPoor, ...rest }) => {
    const whole = households ?? 300;
    const all: Record<string, unknown> = {
      ...rest,
      'households.total': households,
      'water.cleanHouseholds': clean === undefined ? undefined : Math.min(clean, whole),
      'poverty.poorHouseholds': poor === undefined ? undefined : Math.min(poor, Math.floor(whole / 2)),
      'poverty.nearPoorHouseholds':
        nearPoor === undefined ? undefined : Math.min(nearPoor, Math.floor(whole / 2)),
    };
    return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  });

/** Another figure for the same fact; a part stays within its whole. */
function another(value: number | boolean | string, key: string): number | boolean | string {
  if (typeof value !== 'number') return value;
  return key === 'households.total' ? 2 * value + 1 : Math.floor(value / 2);
}

/** Ways to write one figure down: bare, as text, dated, told apart by day, population or standard, beside others. */
const WRITTEN: readonly ((value: number | boolean | string, key: string) => unknown)[] = [
  (value) => value,
  (value) => (typeof value === 'number' ? String(value) : value),
  (value) => ({ value, asOf: '2023-12-31' }),
  (value) => ({ value, asOf: '2022-12-31', approximate: true }),
  (value) => ({ value, asOf: '2024-06-30' }),
  (value, key) => [
    { value: another(value, key), asOf: '2023-06-30' },
    { value, asOf: '2023-12-31' },
  ],
  (value) => [{ value, population: 'ethnic-minorities' }],
  (value, key) => [{ value }, { value: another(value, key), population: 'ethnic-minorities' }],
  (value, key) =>
    key.startsWith('poverty')
      ? [
          { value, standard: 'vn/2022-2025' },
          { value: another(value, key), standard: 'vn/old' },
        ]
      : value,
  (value, key) => (key.startsWith('poverty') ? [{ value, standard: 'vn/old' }] : value),
  () => null,
];

/** Facts written in every way that readings allow. */
export const writtenFacts: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(facts, fc.array(fc.nat(2 * WRITTEN.length), { minLength: 15, maxLength: 15 }))
  .map(([all, ways]) =>
    Object.fromEntries(
      Object.entries(all).map(([key, entry], at) => {
        const way = WRITTEN[ways[at] ?? 0] ?? WRITTEN[0];
        return [key, typeof entry === 'object' || !way ? entry : way(entry as number, key)];
      }),
    ),
  );
