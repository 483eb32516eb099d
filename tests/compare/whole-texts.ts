import fc from 'fast-check';
import {
  type Condition,
  type Evaluation,
  type IndicatorResult,
  parseSnapshot,
  type Ruleset,
  type Snapshot,
} from '../../src/core.js';
import { condition, facts } from '../laws/arbitraries.js';
import { indicator, REGIONS, row, rulesetOf, snapshotText, VOCABULARY } from '../sample.js';
import { rate } from './texts.js';

/** Units of either region or of none, of either group or of none, many facts missing. */
export const snapshot: fc.Arbitrary<Snapshot> = fc
  .record({
    facts,
    province: fc.constantFrom('Đông Băng', 'Núi', null),
    group: fc.constantFrom('upland', 'lowland', null),
    year: fc.constantFrom(2022, 2023),
    declared: fc.option(fc.constantFrom('met', 'unmet'), { nil: undefined }),
    name: fc.constantFrom('Xã A', 'Xã B', 'Xã C'),
  })
  .map(({ facts: given, province, group, year, declared, name }) => {
    const text = snapshotText({
      facts: given,
      unit: { province, group, name },
      year,
      ...(declared && { declared: { 'vn/commune-ntm/2021-2025': { '1.2': { outcome: declared } } } }),
    });
    const parsed = parseSnapshot(text, VOCABULARY);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
    return parsed.value;
  });

const groups = ['upland', 'lowland'].map((id) => ({ id, title: { vi: id, en: id } }));

/** A text with regions and groups, whose first indicator has a figure of its own for each. */
export const wholeText = (rest: object): fc.Arbitrary<Ruleset> =>
  fc
    .record({
      other: condition,
      delta: fc.integer({ min: 30, max: 70 }),
      mountains: fc.integer({ min: 30, max: 70 }),
      alternative: fc.boolean(),
      prerequisite: fc.option(condition, { nil: undefined }),
      short: fc.boolean(),
      pass: fc.boolean(),
    })
    .map(({ other, delta, mountains, alternative, prerequisite, short, pass }) => {
      const own: Condition = alternative ? { any: [rate(), other] } : rate();
      const criteria = [
        {
          no: '1',
          title: { vi: 'Một', en: 'One' },
          ...(pass && { pass: { any: [{ indicator: '1.1' }, { indicator: '1.2' }] } }),
          indicators: [
            indicator({
              id: '1.1',
              condition: own,
              requirements: {
                rate: [
                  row(delta, { region: 'delta' }),
                  row(mountains, { region: 'mountains', group: 'upland' }),
                  row(mountains + 5, { region: 'mountains', group: 'lowland' }),
                ],
              },
            }),
            indicator({ id: '1.2', condition: other }),
          ],
        },
        {
          no: '2',
          title: { vi: 'Hai', en: 'Two' },
          indicators: [indicator({ id: '2.1', condition: { indicator: '1.1' } })],
        },
      ];
      const listed = short ? criteria.slice(0, 1) : criteria;
      return rulesetOf([], {
        regions: REGIONS,
        groups,
        criteria: listed,
        ...(prerequisite && { prerequisites: [indicator({ id: 'P1', condition: prerequisite })] }),
        totals: {
          criteria: listed.length,
          indicators: listed.flatMap((one) => one.indicators).length,
          evidence: 'published',
          sources: ['decision-1'],
        },
        completeness: 'complete',
        ...rest,
      });
    });

export const resultsOf = ({ prerequisites, criteria, placeholders }: Evaluation): IndicatorResult[] => [
  ...prerequisites,
  ...criteria.flatMap(({ indicators }) => indicators),
  ...placeholders,
];

/** The one open entry by the definition: one result that is not met, and only its criterion open because of it. */
export function onlyOpen(evaluation: Evaluation): string | undefined {
  const open = resultsOf(evaluation).filter(({ outcome }) => outcome !== 'met');
  const [only, ...others] = open;
  if (!only || others.length > 0 || evaluation.outcome === 'met') return undefined;
  const elsewhere = evaluation.criteria.some(
    ({ outcome, indicators }) => outcome !== 'met' && !indicators.includes(only),
  );
  return elsewhere ? undefined : only.id;
}
