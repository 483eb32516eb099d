import fc from 'fast-check';
import type {
  Evaluation,
  JudgedUnit,
  Outcome,
  OutcomeLayout,
  PublishedGroup,
  PublishedRecognition,
  ReportedUnit,
  SummaryItem,
  Tally,
  TierStanding,
  Unit,
} from '../../src/index.js';
import { indicator, judge, rulesetOf } from '../sample.js';

const PROVINCES = ['Đông Băng', 'Núi', null];
const LADDER = 'vn/commune/2021-2025';
const TIERS = ['ntm', 'advanced', 'model'];

const both = (text: string) => ({ vi: text, en: text });
const outcome = fc.constantFrom<Outcome>('met', 'unmet', 'unknown');

export function tally(outcomes: readonly Outcome[]): Tally {
  const of = (wanted: Outcome) => outcomes.filter((one) => one === wanted).length;
  return { total: outcomes.length, met: of('met'), unmet: of('unmet'), unknown: of('unknown') };
}

export function worst(outcomes: readonly Outcome[]): Outcome {
  return outcomes.includes('unmet') ? 'unmet' : outcomes.includes('unknown') ? 'unknown' : 'met';
}

const layout = (criteria: number): OutcomeLayout => ({
  prerequisites: [],
  criteria: Array.from({ length: criteria }, (_, at) => String(at + 1)),
  indicators: Array.from({ length: criteria * 2 }, (_, at) => `${(at >> 1) + 1}.${(at & 1) + 1}`),
  criterionOf: Array.from({ length: criteria * 2 }, (_, at) => at >> 1),
});
/** Two sets under one id that differ in size, as a province's may from the nation's. */
const LAYOUTS = [layout(4), layout(3)];

const unit = (id: number): fc.Arbitrary<Unit> =>
  fc.record({
    level: fc.constant('commune' as const),
    name: fc.constant(`Xã ${id}`),
    code: fc.constant(String(id)),
    province: fc.constantFrom(...PROVINCES),
    district: fc.constantFrom('A', 'B', null),
    group: fc.constantFrom('upland', null),
  });

export const judgedUnit = (id: number, sizes = LAYOUTS.length): fc.Arbitrary<JudgedUnit> =>
  fc
    .tuple(
      unit(id),
      fc.constantFrom(...LAYOUTS.slice(0, sizes)),
      fc.array(outcome, { minLength: 8, maxLength: 8 }),
      fc.constantFrom(2022, 2023),
      fc.boolean(),
    )
    .map(([one, entries, outcomes, year, labelled]) => {
      const indicators = outcomes.slice(0, entries.indicators.length);
      const criteria = entries.criteria.map((_, at) => worst(indicators.slice(2 * at, 2 * at + 2)));
      return {
        unit: one,
        assessedOn: `${year}-12-31`,
        ruleset: { id: 'vn/commune-ntm/2021-2025', version: '2022-03-08', revision: 0 },
        layout: entries,
        outcomes: {
          outcome: worst(criteria),
          provisional: labelled,
          year,
          totals: { criteria: tally(criteria), indicators: tally(indicators) },
          prerequisites: [],
          criteria,
          indicators,
          ...(labelled && { labels: [{ label: 'cơ bản đạt', criteria: 1, indicators: 2 }] }),
        },
      };
    });

const ruleset = rulesetOf(
  ['a.flag', 'b.flag', 'c.flag'].map((fact, at) =>
    indicator({
      id: `1.${at + 1}`,
      condition: { fact, operator: 'equal', value: true },
      responsible: [{ body: both(at === 0 ? 'Sở Y tế' : 'Sở Tài chính') }],
    }),
  ),
  { id: 'vn/commune-model/2021-2025', tier: 'model' },
);

const evaluation = (id: number): fc.Arbitrary<Evaluation> =>
  fc
    .tuple(
      unit(id),
      fc.array(fc.option(fc.boolean(), { nil: null }), { minLength: 3, maxLength: 3 }),
      fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    )
    .map(([{ province: _province, group: _group, ...one }, [a, b, c], indicators]) =>
      judge(ruleset, {
        unit: one,
        facts: { 'a.flag': a, 'b.flag': b, 'c.flag': c },
        ...(indicators !== undefined && { reported: { [ruleset.id]: { indicators } } }),
      }),
    );

const reportedUnit = (id: number): fc.Arbitrary<ReportedUnit> =>
  fc.tuple(unit(id), fc.integer({ min: 0, max: 4 }), fc.option(fc.integer({ min: 0, max: 8 }))).map(
    ([one, criteria, indicators]): ReportedUnit => ({
      unit: one,
      ruleset: 'vn/commune-ntm/2021-2025',
      reported: {
        criteria,
        ofCriteria: 4,
        ...(indicators !== null && { indicators, ofIndicators: 8 }),
      },
    }),
  );

const group = (id: number): fc.Arbitrary<PublishedGroup> =>
  fc
    .integer({ min: 1, max: 12 })
    .chain((units) => fc.tuple(fc.constant(units), fc.integer({ min: 0, max: units * 4 })))
    .map(([units, openPairs]) => ({
      group: `Nhóm ${id}`,
      ruleset: 'vn/commune-ntm/2021-2025',
      units,
      setSize: 4,
      openPairs,
      province: 'Núi',
    }));

const recognition = (id: number): fc.Arbitrary<PublishedRecognition> =>
  fc.tuple(fc.integer({ min: 2, max: 9 }), fc.nat(2), fc.nat(2)).map(([units, ntm, advanced]) => ({
    group: `Nhóm ${id}`,
    ladder: LADDER,
    units,
    recognised: { ntm, advanced: Math.min(ntm, advanced) },
  }));

const ranked = fc.tuple(outcome, outcome, outcome);

const standing = (id: number): fc.Arbitrary<TierStanding> =>
  fc.tuple(unit(id), ranked, ranked, judgedUnit(id)).map(([one, reached, recognised, judged]) => ({
    unit: one,
    assessedOn: '2023-12-31',
    year: 2023,
    ladder: LADDER,
    tiers: TIERS.map((tier, at) => ({
      tier,
      ruleset: at === 0 ? 'vn/commune-advanced/2021-2025@2022-03-08' : null,
      outcome: reached[at] as Outcome,
      provisional: false,
      totals: judged.outcomes.totals,
      reached: reached[at] as Outcome,
      recognised: recognised[at] as Outcome,
      held: recognised[at] as Outcome,
      ...(at === 0 && { judged: { layout: judged.layout, outcomes: judged.outcomes } }),
    })),
    reached: null,
    recognised: TIERS.filter((_, at) => recognised[at] === 'met').at(-1) ?? null,
    held: null,
  }));

const KINDS: readonly ((id: number) => fc.Arbitrary<SummaryItem>)[] = [
  judgedUnit,
  evaluation,
  reportedUnit,
  group,
  recognition,
  standing,
];

/** Any items, freely mixed; no unit and no group twice. */
export const items: fc.Arbitrary<SummaryItem[]> = fc
  .array(fc.nat(KINDS.length - 1), { maxLength: 9 })
  .chain((kinds) => fc.tuple(...kinds.map((kind, id) => (KINDS[kind] as (typeof KINDS)[number])(id))));
