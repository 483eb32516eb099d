import fc from 'fast-check';
import type { Evaluator } from '../../evaluate/evaluator.js';
import type { Indicator, Ruleset } from '../../schema/ruleset.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { differenceWords, firstDifference, outcomesIn } from '../outcome-list.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

type Reorder = <T>(list: readonly T[]) => T[];

const ORDERS: readonly Reorder[] = [
  (list) => [...list].reverse(),
  (list) => [...list.slice(1), ...list.slice(0, 1)],
  (list) => [...list.filter((_, at) => at % 2 === 1), ...list.filter((_, at) => at % 2 === 0)],
];

function reorderedIndicator(indicator: Indicator, reorder: Reorder): Indicator {
  if (!indicator.requirements) return indicator;
  const requirements = Object.entries(indicator.requirements).map(
    ([name, rows]) => [name, reorder(rows)] as const,
  );
  return { ...indicator, requirements: Object.fromEntries(reorder(requirements)) };
}

/** The same set with its criteria, indicators and rows in another order. */
function reorderedRuleset(ruleset: Ruleset, reorder: Reorder): Ruleset {
  const inOrder = (indicators: readonly Indicator[]): Indicator[] =>
    reorder(indicators.map((one) => reorderedIndicator(one, reorder)));
  const { prerequisites } = ruleset;
  return {
    ...ruleset,
    ...(prerequisites && { prerequisites: inOrder(prerequisites) }),
    criteria: reorder(ruleset.criteria.map((one) => ({ ...one, indicators: inOrder(one.indicators) }))),
  };
}

function reorderedSnapshot(snapshot: Snapshot, reorder: Reorder): Snapshot {
  const entries = Object.entries(snapshot.facts).map(
    ([key, entry]) => [key, Array.isArray(entry) ? reorder(entry) : entry] as const,
  );
  return { ...snapshot, facts: Object.fromEntries(reorder(entries)) };
}

/** The order of facts and readings, and that of criteria, indicators and rows in the file, decides nothing. */
export const orderFree = law<LawCase & { readonly order: number; readonly inFile: boolean }>(
  'order-free',
  { vi: 'thứ tự ghi không làm thay đổi kết quả', en: 'the order things are written in decides nothing' },
  (bench) => {
    const { ruleset, evaluator, vocabulary } = bench;
    const texts = ORDERS.map((reorder) => bench.compiled(reorderedRuleset(ruleset, reorder)));
    return {
      cases: fc.record({
        snapshot: snapshotsFor(ruleset, { vocabulary, declared: true }),
        order: fc.nat(ORDERS.length - 1),
        inFile: fc.boolean(),
      }),
      try({ snapshot, order, inFile }): Verdict {
        const other = inFile
          ? outcomesIn(texts[order] as Evaluator, snapshot)
          : outcomesIn(evaluator, reorderedSnapshot(snapshot, ORDERS[order] as Reorder));
        const found = firstDifference(outcomesIn(evaluator, snapshot), other);
        if (!found) return 'held';
        const when = inFile
          ? { vi: 'khi bộ tiêu chí ghi theo thứ tự khác', en: 'when the ruleset is written in another order' }
          : { vi: 'khi ghi số liệu theo thứ tự khác', en: 'when its facts are written in another order' };
        return story(snapshot, ruleset, differenceWords(found, when));
      },
    };
  },
);
