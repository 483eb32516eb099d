import fc from 'fast-check';
import { compareAmounts } from '../../rule/amount.js';
import { boundsOf } from '../../rule/fact-range.js';
import { gradeIndex } from '../../rule/reading.js';
import type { Outcome } from '../../schema/evaluation.js';
import type { FactDefinition } from '../../schema/fact.js';
import type { FactEntry, Scalar, Snapshot } from '../../schema/snapshot.js';
import type { Bench } from '../bench.js';
import { boundariesOf } from '../boundaries.js';
import { type Direction, monotoneFacts } from '../influence.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { outcomesIn, outcomeWords } from '../outcome-list.js';
import type { Slice } from '../slice.js';
import { fitTogether } from '../smaller.js';
import { snapshotsFor } from '../snapshots.js';
import { factWords, snapshotWords } from '../words.js';

const RANK: Readonly<Record<Outcome, number>> = { unmet: 0, unknown: 1, met: 2 };

interface Change extends LawCase {
  readonly slice?: Slice;
  readonly fact?: string;
  readonly way?: Direction;
  readonly to?: Scalar;
}

/** Figures a fact may change to: boundaries, their neighbours, the ends of its range, and any other. */
function figuresOf(slice: Slice, fact: string, definition: FactDefinition): Scalar[] {
  if (definition.type === 'boolean') return [true, false];
  if (definition.type === 'level') return (definition.grades ?? []).map(({ id }) => id);
  const step = definition.type === 'count' ? 1 : 0.01;
  const tidy = (value: number): number => Math.round(value * 1_000_000) / 1_000_000;
  const boundaries = boundariesOf([slice.ruleset])
    .filter((one) => one.fact === fact)
    .flatMap(({ value }) => [-step, 0, step].map((beside) => tidy(Number(value) + beside)));
  const { min = 0, max } = boundsOf(definition);
  const anywhere = [0, 1, 2, 5, 20, 50, 99, 400].map((one) => min + one);
  return [...new Set([...boundaries, ...anywhere, ...(max === undefined ? [] : [max])])].filter(
    (one) =>
      one > min &&
      (max === undefined || one <= max) &&
      (definition.type !== 'count' || Number.isInteger(one)),
  );
}

function changesFor(
  slice: Slice,
  { vocabulary }: Bench,
): { arbitrary: fc.Arbitrary<Change>; weight: number }[] {
  const ways = [...monotoneFacts(slice)];
  if (ways.length === 0) return [];
  const choices = ways.flatMap(([fact, way]) => {
    const definition = slice.ruleset.facts[fact];
    return definition ? figuresOf(slice, fact, definition).map((to) => ({ fact, way, to })) : [];
  });
  const arbitrary = fc
    .record({
      snapshot: snapshotsFor(slice.ruleset, { vocabulary, plain: true }),
      choice: fc.constantFrom(...choices),
    })
    .map(({ snapshot, choice }): Change => ({ snapshot, slice, ...choice }));
  return [{ arbitrary, weight: ways.length }];
}

function isMore(a: Scalar, b: Scalar, definition: FactDefinition): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === true && b === false;
  if (definition.type === 'level') return gradeIndex(definition, a) > gradeIndex(definition, b);
  return compareAmounts(Number(a), Number(b)) > 0;
}

const isScalar = (entry: FactEntry | undefined): entry is Scalar =>
  entry !== undefined && typeof entry !== 'object';

/** A better figure never makes an outcome worse, where the condition asks for more of it or less of it and no more. */
export const monotone = law<Change>(
  'monotone',
  {
    vi: 'số liệu tốt hơn không bao giờ cho kết quả kém hơn',
    en: 'a better figure never makes an outcome worse',
  },
  (bench) => {
    const { ruleset, vocabulary } = bench;
    const changes = bench.slices.flatMap((slice) => changesFor(slice, bench));
    const anything = snapshotsFor(ruleset, { vocabulary, completeness: 0 });
    return {
      cases: changes.length === 0 ? anything.map((snapshot) => ({ snapshot })) : fc.oneof(...changes),
      try({ snapshot, slice, fact, way, to }): Verdict {
        const from = fact === undefined ? undefined : snapshot.facts[fact];
        const definition = fact === undefined ? undefined : slice?.ruleset.facts[fact];
        if (!slice || fact === undefined || !definition || to === undefined || !isScalar(from))
          return 'nothing at stake';
        const changed: Snapshot = { ...snapshot, facts: { ...snapshot.facts, [fact]: to } };
        const catalogue = { ...vocabulary.facts, ...ruleset.facts };
        // A share of nothing is another matter than a small share.
        if (from === 0 || !fitTogether(changed.facts, catalogue)) return 'nothing at stake';
        const more = isMore(to, from, definition);
        if (!more && !isMore(from, to, definition)) return 'nothing at stake';
        const [worse, better] = more === (way === 1) ? [snapshot, changed] : [changed, snapshot];
        const evaluator = bench.compiled(slice.ruleset);
        const { id } = slice.indicator;
        const outcomeOf = (one: Snapshot): Outcome => {
          const places = outcomesIn(evaluator, one);
          return (places.get(`indicator ${id}`) ?? places.get(`prerequisite ${id}`))?.outcome ?? 'unknown';
        };
        const [low, high] = [outcomeOf(worse), outcomeOf(better)];
        if (RANK[high] >= RANK[low]) return 'held';
        // Of figures that contradict each other none is the better one.
        if (
          [worse, better].some((one) =>
            evaluator.evaluate(one).notes.some(({ code }) => code === 'readings-conflict'),
          )
        )
          return 'nothing at stake';
        const unit = snapshotWords(worse, ruleset, [fact]);
        const told = (locale: 'vi' | 'en'): string => factWords(fact, better.facts[fact], definition, locale);
        const [before, after] = [outcomeWords(low), outcomeWords(high)];
        return {
          vi: `${unit.vi}: chỉ tiêu ${id} ${before.vi}, nhưng với ${told('vi')} thì thành ${after.vi}.`,
          en: `${unit.en}: indicator ${id} is ${before.en}, but with ${told('en')} it turns to ${after.en}.`,
        };
      },
    };
  },
);
