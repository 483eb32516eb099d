import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/index.js';
import { countCriteria } from '../../src/programme/count-criteria.js';
import type { CaseOfCriteria } from '../../src/programme/revocation-rule.js';
import { hangsOn, stepsToKeep, stepsToRevoke } from '../../src/programme/revocation-steps.js';
import { weigh } from '../../src/programme/revocation-verdict.js';

const both = (text: string) => ({ vi: text, en: text });
const outcome = fc.constantFrom<Outcome>('met', 'unmet', 'unknown');

/** Any share of failed criteria, with or without an upper bound and key criteria. */
const aCase: fc.Arbitrary<CaseOfCriteria> = fc.record(
  {
    id: fc.constantFrom('a', 'b', 'c'),
    title: fc.constant(both('case')),
    failedCriteria: fc.record(
      { atLeast: fc.integer({ min: 0, max: 100 }), below: fc.integer({ min: 1, max: 100 }) },
      { requiredKeys: ['atLeast'] },
    ),
    keyCriteriaFailed: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: ['id', 'title', 'failedCriteria'] },
);

const criterion = (no: number, name: string, of: Outcome) => ({
  no: String(no),
  title: both(name),
  outcome: of,
  because: [],
});

/** A set of at most seven criteria, the first of them key; some key criteria may not be named. */
const aSet = fc
  .record({
    named: fc.array(outcome, { maxLength: 2 }),
    unnamedKeys: fc.integer({ min: 0, max: 2 }),
    others: fc.array(outcome, { maxLength: 4 }),
    unlisted: fc.integer({ min: 0, max: 1 }),
  })
  .filter(({ unnamedKeys, others, unlisted }) => unnamedKeys <= others.length + unlisted);

type SetGiven = typeof aSet extends fc.Arbitrary<infer T> ? T : never;

const subsets = <T>(list: readonly T[], size: number): T[][] => {
  if (size === 0) return [[]];
  return list.flatMap((one, at) => subsets(list.slice(at + 1), size - 1).map((rest) => [one, ...rest]));
};

/** Every way in which the unknowns may turn out and the unnamed key criteria may lie, one by one. */
function bruteForce({ named, unnamedKeys, others, unlisted }: SetGiven): { failed: number; key: number }[] {
  const rest: Outcome[] = [...others, ...new Array<Outcome>(unlisted).fill('unknown')];
  const all = [...named, ...rest];
  const open = all.flatMap((one, at) => (one === 'unknown' ? [at] : []));
  const places = rest.map((_, at) => named.length + at);
  const ways: { failed: number; key: number }[] = [];
  for (let bits = 0; bits < 2 ** open.length; bits += 1) {
    const fails = all.map((one, at) => {
      const place = open.indexOf(at);
      return place < 0 ? one === 'unmet' : Math.floor(bits / 2 ** place) % 2 === 1;
    });
    for (const keys of subsets(places, unnamedKeys)) {
      const isKey = (at: number): boolean => at < named.length || keys.includes(at);
      ways.push({
        failed: fails.filter(Boolean).length,
        key: fails.filter((one, at) => one && isKey(at)).length,
      });
    }
  }
  return ways;
}

/** The same comparison in whole numbers, written another way. */
function caseHolds(
  one: CaseOfCriteria,
  { failed, key }: { failed: number; key: number },
  of: number,
): boolean {
  const { atLeast, below = 101 } = one.failedCriteria;
  const share = BigInt(failed) * 100n;
  return key >= (one.keyCriteriaFailed ?? 0) && share >= BigInt(atLeast * of) && share < BigInt(below * of);
}

const counted = ({ named, unnamedKeys, others, unlisted }: SetGiven) => {
  const listed = [
    ...named.map((one, at) => criterion(at + 1, `key ${at + 1}`, one)),
    ...others.map((one, at) => criterion(named.length + at + 1, `other ${at + 1}`, one)),
  ];
  const keyCriteria = [
    ...named.map((_, at) => ({ criterion: String(at + 1), title: both(`key ${at + 1}`) })),
    ...Array.from({ length: unnamedKeys }, (_, at) => ({
      criterion: `k${at}`,
      title: both(`unnamed ${at}`),
    })),
  ];
  return countCriteria(listed, { keyCriteria }, { of: listed.length + unlisted, byNumber: false });
};

describe('a verdict is what every completion of the unknowns gives', () => {
  it('the same as one by one over all of them', () => {
    fc.assert(
      fc.property(
        aSet,
        fc.array(aCase, { maxLength: 3 }),
        fc.array(outcome, { maxLength: 2 }),
        fc.option(fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 3 })), {
          nil: undefined,
        }),
        (set, cases, facts, reported) => {
          const { known } = counted(set);
          const within = reported && { least: reported[0], most: reported[0] + reported[1] };
          const ways = bruteForce(set).filter(
            ({ failed }) => !within || (within.least <= failed && failed <= within.most),
          );
          const weighed = weigh(known, cases, facts, within);
          if (ways.length === 0) {
            expect(weighed).toBeUndefined();
            return;
          }
          const revoked = ways.flatMap((way) => {
            const byCriteria = cases.some((one) => caseHolds(one, way, known.of));
            if (byCriteria || facts.includes('met')) return [true];
            return facts.includes('unknown') ? [true, false] : [false];
          });
          const failed = ways.map((way) => way.failed);
          const least = Math.min(...failed);
          const verdict = revoked.every(Boolean)
            ? 'revoke'
            : !revoked.some(Boolean)
              ? 'keep'
              : least > 0
                ? 'at-risk'
                : 'unknown';
          const keys = ways.map((way) => way.key);
          expect(weighed).toMatchObject(
            known.of === 0
              ? { verdict: 'unknown' }
              : {
                  verdict,
                  failed: { least, most: Math.max(...failed) },
                  key: { least: Math.min(...keys), most: Math.max(...keys) },
                },
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('settling an unknown criterion never takes back that it is kept or revoked', () => {
    fc.assert(
      fc.property(
        aSet,
        fc.array(aCase, { maxLength: 3 }),
        fc.constantFrom<Outcome>('met', 'unmet'),
        (set, cases, to) => {
          const before = weigh(counted(set).known, cases, [])?.verdict;
          const settle = (list: readonly Outcome[]): Outcome[] => {
            const at = list.indexOf('unknown');
            return list.map((one, place) => (place === at ? to : one));
          };
          for (const next of [
            { ...set, named: settle(set.named) },
            { ...set, others: settle(set.others) },
          ]) {
            const after = weigh(counted(next).known, cases, [])?.verdict;
            if (before === 'keep' || before === 'revoke') expect(after).toBe(before);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('the verdict hangs on a kind of criteria only if failing one more of them may change it', () => {
    fc.assert(
      fc.property(aSet, fc.array(aCase, { maxLength: 3 }), (set, cases) => {
        const { known } = counted({ ...set, unnamedKeys: 0 });
        const weighed = weigh(known, cases, []);
        const hangs = hangsOn(weighed?.all ?? [], cases, known.of);
        if (weighed?.verdict === 'keep' || weighed?.verdict === 'revoke')
          expect(hangs).toEqual({ key: false, other: false });
        else if (known.of > 0) expect(hangs.key || hangs.other).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('steps to the other side', () => {
  const place = fc
    .record({ of: fc.integer({ min: 1, max: 19 }), keys: fc.integer({ min: 0, max: 4 }) })
    .filter(({ of, keys }) => keys <= of)
    .chain(({ of, keys }) =>
      fc
        .record({ key: fc.integer({ min: 0, max: keys }), other: fc.integer({ min: 0, max: of - keys }) })
        .map(({ key, other }) => ({ of, keys, from: { failed: key + other, key } })),
    );
  it('lead there, and one criterion fewer does not', () => {
    fc.assert(
      fc.property(place, fc.array(aCase, { minLength: 1, maxLength: 3 }), ({ of, keys, from }, cases) => {
        const revoked = (at: { failed: number; key: number }) => cases.some((one) => caseHolds(one, at, of));
        for (const step of stepsToRevoke(from, cases, { of, keys })) expect(revoked(step.to)).toBe(true);
        for (const step of stepsToKeep(from, cases, { of, keys })) expect(revoked(step.to)).toBe(false);
        const reach = (sign: 1 | -1, wanted: boolean): number[] => {
          const found: number[] = [];
          for (let key = 0; key <= keys; key += 1) {
            for (let other = 0; other <= of - keys; other += 1) {
              const [more, moreKeys] = [(key + other - from.failed) * sign, (key - from.key) * sign];
              if (moreKeys >= 0 && more >= moreKeys && revoked({ failed: key + other, key }) === wanted)
                found.push(more);
            }
          }
          return found;
        };
        const fewestOf = (steps: readonly { criteria: number }[]) =>
          Math.min(...steps.map((one) => one.criteria));
        expect(fewestOf(stepsToRevoke(from, cases, { of, keys }))).toBe(Math.min(...reach(1, true)));
        expect(fewestOf(stepsToKeep(from, cases, { of, keys }))).toBe(Math.min(...reach(-1, false)) + 0);
      }),
      { numRuns: 500 },
    );
  });
});
