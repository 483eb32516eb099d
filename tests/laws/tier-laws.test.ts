import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRuleset } from '../../src/core.js';
import {
  evaluateTiers,
  type Ladder,
  NtmError,
  type Outcome,
  type TierReport,
  type TierStanding,
  tierStandings,
} from '../../src/index.js';
import { MODEL_VILLAGE, NTM_VILLAGE, parsed, village } from '../programme/snapshots.js';
import { FACTS, indicator, rulesetText, VOCABULARY } from '../sample.js';

/** Three sets, each asking for the one below and one fact of its own. */
const TIERS = ['ntm', 'advanced', 'model'] as const;
const FLAGS = ['a.flag', 'b.flag', 'c.flag'] as const;
const idOf = (tier: string) => `vn/commune-${tier}/2031-2035`;

const SETS = TIERS.map((tier, at) => {
  const below = TIERS[at - 1];
  const text = rulesetText(
    [indicator({ condition: { fact: FLAGS[at] as string, operator: 'equal', value: true } })],
    {
      id: idOf(tier),
      tier,
      version: '2031-01-01',
      effectiveFrom: '2031-01-01',
      period: { from: '2031-01-01', to: '2035-12-31' },
      ...(below && {
        prerequisites: [indicator({ id: 'P1', condition: { ruleset: idOf(below), outcome: 'met' } })],
      }),
    },
  );
  const result = parseRuleset(text, VOCABULARY);
  if (!result.ok) throw new NtmError(result.errors);
  return result.value;
});

const LADDER: Ladder = {
  format: 1,
  id: 'vn/commune/2031-2035',
  revision: 0,
  title: { vi: 'Thang thử', en: 'Trial' },
  jurisdiction: 'vn',
  level: 'commune',
  period: { from: '2031-01-01', to: '2035-12-31' },
  steps: TIERS.map((tier, at) => ({
    tier,
    ruleset: idOf(tier),
    evidence: 'unconfirmed',
    ...(at > 0 && { lowerTier: 'P1' }),
  })),
};

const OPTIONS = { rulesets: SETS };

const day = fc.constantFrom(undefined, '2030-01-01', '2031-06-01', '2032-06-01', '2033-06-01');
const recognitions = (tiers: readonly string[], sets: readonly string[]) =>
  fc.option(
    fc.array(
      fc.record(
        {
          tier: fc.constantFrom(...tiers),
          ruleset: fc.constantFrom(...sets),
          status: fc.constantFrom('recognised', 'revoked', 'submitted', 'announced', 'đang xem xét'),
          decision: day.map((date) => (date === undefined ? {} : { date })),
          validUntil: fc.constantFrom(null, '2031-12-31', '2032-12-31'),
        },
        { requiredKeys: ['tier'] },
      ),
      { maxLength: 5 },
    ),
    { nil: undefined },
  );

const communes = fc
  .record({
    facts: fc.record(Object.fromEntries(FLAGS.map((key) => [key, fc.boolean()])), { requiredKeys: [] }),
    recognitions: recognitions(TIERS, [...TIERS.map(idOf), 'vn/commune-ntm/2009-2015']),
  })
  .map(({ facts, recognitions: listed }) => ({
    unit: { level: 'commune', name: 'Xã Mẫu' },
    assessedOn: '2032-06-30',
    year: 2032,
    facts,
    ...(listed && { recognitions: listed }),
  }));

const declarations = (numbers: number) =>
  fc.record(
    Object.fromEntries(
      Array.from({ length: numbers }, (_, at) => [
        String(at + 1),
        fc.oneof(
          { weight: 12, arbitrary: fc.constant('met') },
          { weight: 1, arbitrary: fc.constant('unmet') },
        ),
      ]),
    ),
    { requiredKeys: Array.from({ length: numbers - 1 }, (_, at) => String(at + 1)) },
  );

const villages = fc
  .record({
    ntm: declarations(14),
    model: declarations(12),
    recognitions: recognitions(['ntm', 'model'], [NTM_VILLAGE, MODEL_VILLAGE]),
  })
  .map(({ ntm, model, recognitions: listed }) => {
    const declared = (outcomes: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(outcomes).map(([no, outcome]) => [no, { outcome }]));
    const { recognitions: _none, ...rest } = village({
      declared: { [NTM_VILLAGE]: declared(ntm), [MODEL_VILLAGE]: declared(model) },
    });
    return { ...rest, ...(listed && { recognitions: listed }) };
  });

const RANK: Readonly<Record<Outcome, number>> = { unmet: 0, unknown: 1, met: 2 };

function expectPrefixes({ tiers, ...highest }: TierStanding | TierReport): void {
  for (const having of ['reached', 'recognised', 'held'] as const) {
    const ranks = tiers.map((one) => RANK[one[having]]);
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
    expect(highest[having]).toBe(tiers.filter((one) => one[having] === 'met').at(-1)?.tier ?? null);
  }
}

/** What a report says of how the tiers stand, and nothing more. */
function standingOf({
  tiers,
  ladder,
  unit,
  assessedOn,
  year,
  reached,
  recognised,
  held,
}: TierReport): TierStanding {
  return {
    unit,
    assessedOn,
    year,
    ladder,
    tiers: tiers.map((one) => ({
      tier: one.tier,
      ruleset: one.ruleset,
      outcome: one.outcome,
      provisional: one.provisional,
      totals: one.totals,
      reached: one.reached,
      recognised: one.recognised,
      held: one.held,
    })),
    reached,
    recognised,
    held,
  };
}

const options = { numRuns: 1000 };

describe('the tiers of a ladder', () => {
  it('reached, recognised and held are each a prefix of it, whatever is known and decided', () => {
    fc.assert(
      fc.property(communes, (snapshot) => expectPrefixes(evaluateTiers(snapshot, LADDER, OPTIONS))),
      options,
    );
    fc.assert(
      fc.property(villages, (snapshot) =>
        expectPrefixes([...tierStandings([parsed(snapshot)])][0] as TierStanding),
      ),
      options,
    );
  });

  it('what is held is what is reached or recognised, or a tier above a recognised one', () => {
    fc.assert(
      fc.property(communes, (snapshot) => {
        for (const { reached, recognised, held, withLowerTier } of evaluateTiers(snapshot, LADDER, OPTIONS)
          .tiers) {
          expect(RANK[held]).toBeGreaterThanOrEqual(Math.max(RANK[reached], RANK[recognised]));
          if (held === 'met') expect([reached, recognised, withLowerTier]).toContain('met');
        }
      }),
      options,
    );
  });

  it('the standing of many units agrees with the report of each', () => {
    fc.assert(
      fc.property(fc.array(communes, { minLength: 1, maxLength: 4 }), (snapshots) => {
        const many = [
          ...tierStandings(
            snapshots.map((one) => parsed(one, FACTS)),
            LADDER,
            OPTIONS,
          ),
        ];
        expect(many).toEqual(snapshots.map((one) => standingOf(evaluateTiers(one, LADDER, OPTIONS))));
      }),
      options,
    );
    fc.assert(
      fc.property(fc.array(villages, { minLength: 1, maxLength: 3 }), (snapshots) => {
        const many = [...tierStandings(snapshots.map((one) => parsed(one)))];
        expect(many).toEqual(snapshots.map((one) => standingOf(evaluateTiers(one))));
      }),
      { numRuns: 300 },
    );
  });

  it('a tier that is not held is blocked by something, and one whose set is met on a held one by nothing', () => {
    fc.assert(
      fc.property(communes, (snapshot) => {
        const { tiers } = evaluateTiers(snapshot, LADDER, OPTIONS);
        for (const [at, { held, outcome, withLowerTier, blockers }] of tiers.entries()) {
          if (held !== 'met') expect(blockers).not.toHaveLength(0);
          if ((withLowerTier ?? outcome) === 'met' && (tiers[at - 1]?.held ?? 'met') === 'met')
            expect(blockers).toEqual([]);
          expect(blockers.filter(({ kind }) => kind === 'tier').length).toBeLessThanOrEqual(1);
        }
      }),
      options,
    );
  });

  it('a decision more never takes a tier away, unless it revokes or is of a kind nobody knows', () => {
    fc.assert(
      fc.property(
        communes,
        fc.constantFrom(...TIERS),
        fc.constantFrom(...TIERS.map(idOf)),
        (snapshot, tier, ruleset) => {
          const before = evaluateTiers(
            { ...snapshot, recognitions: snapshot.recognitions ?? [] },
            LADDER,
            OPTIONS,
          );
          const granted = { tier, ruleset, status: 'recognised', decision: { date: '2032-06-30' } };
          const more = [...(snapshot.recognitions ?? []), granted];
          const after = evaluateTiers({ ...snapshot, recognitions: more }, LADDER, OPTIONS);
          const doubtful = snapshot.recognitions?.some(
            ({ status }) => status === 'revoked' || status === 'đang xem xét',
          );
          for (const [at, { held }] of before.tiers.entries())
            if (!doubtful) expect(RANK[after.tiers[at]?.held as Outcome]).toBeGreaterThanOrEqual(RANK[held]);
        },
      ),
      options,
    );
  });
});
