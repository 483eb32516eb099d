import fc from 'fast-check';
import { amend } from '../../by-id/amended-for-unit.js';
import type { Evaluator } from '../../evaluate/evaluator.js';
import type { Change, Indicator, RequirementRow, Ruleset } from '../../schema/ruleset.js';
import type { Localized } from '../../schema/text.js';
import type { Bench } from '../bench.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { differenceWords, firstDifference, outcomesIn } from '../outcome-list.js';
import { snapshotsFor } from '../snapshots.js';
import { story } from '../words.js';

/** Pairs of changes tried in both orders; each takes a whole check of the amended text. */
const MOST_PAIRS = 3;

/** A change by one decision, all of whose figures are of one's own making. */
function amendmentOf({ id, version }: Ruleset, number: string, changes: readonly Change[]): object {
  const title: Localized = { vi: 'Sửa đổi để thử', en: 'Amendment for trial' };
  return { format: 1, amends: `${id}@${version}`, title, citation: { number }, changes };
}

const isFigure = (row: RequirementRow): boolean => 'value' in row && typeof row.value !== 'object';

/** Leaves a requirement of an indicator open: any may be, unless the law has set a floor under it. */
function changeFor({ id, requirements = {} }: Indicator): Change | undefined {
  const found = Object.entries(requirements).find(
    ([, rows]) => rows.some(isFigure) && !rows.some((row) => 'floor' in row && row.floor),
  );
  return found && { change: 'undetermine', indicator: id, requirement: found[0] };
}

/** Sets the figure of an indicator to another of its own figures, everywhere. */
function figureFor(indicator: Indicator): Change | undefined {
  const change = changeFor(indicator);
  if (change?.change !== 'undetermine') return undefined;
  const { requirement } = change;
  const rows = indicator.requirements?.[requirement] ?? [];
  const last = rows.filter(isFigure).at(-1);
  if (!last || !('value' in last)) return undefined;
  const row: RequirementRow = { where: {}, value: last.value, evidence: 'proposed' };
  return { change: 'set-requirement', indicator: indicator.id, requirement, rows: [row] };
}

/** The ruleset under two amendments, in either order. */
function inBothOrders({ ruleset, vocabulary }: Bench, pair: readonly [Change, Change]): [Ruleset, Ruleset] {
  const [a, b] = pair.map((change, at) => amendmentOf(ruleset, `${at + 1}/QĐ-THU`, [change])) as [
    object,
    object,
  ];
  const both = (first: object, second: object): Ruleset =>
    amend(amend(ruleset, first, vocabulary), second, vocabulary);
  return [both(a, b), both(b, a)];
}

function pairsOf({ criteria }: Ruleset): [Change, Change][] {
  const indicators = criteria.flatMap((one) => one.indicators);
  const open = indicators.flatMap((one) => changeFor(one) ?? []);
  const set = indicators.flatMap((one) => figureFor(one) ?? []).reverse();
  const indicatorOf = (change: Change | undefined) => change && 'indicator' in change && change.indicator;
  return open.flatMap((one, at): [Change, Change][] => {
    const other = set[at];
    return other && indicatorOf(other) !== indicatorOf(one) ? [[one, other]] : [];
  });
}

/** Amending by nothing changes no outcome, and amendments of different indicators give the same in either order. */
export const amendmentConsistent = law<LawCase & { readonly pick: number }>(
  'amendment-consistent',
  {
    vi: 'sửa đổi không nội dung thì không đổi kết quả; sửa hai chỉ tiêu khác nhau thì thứ tự không quan trọng',
    en: 'amending by nothing changes nothing, and amendments of different indicators commute',
  },
  (bench) => {
    const { ruleset, evaluator, vocabulary } = bench;
    const unchanged = bench.compiled(amend(ruleset, amendmentOf(ruleset, '0/QĐ-THU', []), vocabulary));
    const spread = pairsOf(ruleset);
    const step = Math.max(1, Math.floor(spread.length / MOST_PAIRS));
    const pairs = spread.filter((_, at) => at % step === 0).slice(0, MOST_PAIRS);
    const orders = pairs.map(
      (pair) => inBothOrders(bench, pair).map((one) => bench.compiled(one)) as [Evaluator, Evaluator],
    );
    const trials: readonly (readonly [Evaluator, Evaluator])[] = [[evaluator, unchanged], ...orders];
    return {
      cases: fc.record({
        snapshot: snapshotsFor(ruleset, { vocabulary, declared: true }),
        pick: fc.nat(trials.length - 1),
      }),
      try({ snapshot, pick }): Verdict {
        const [one, other] = trials[pick] as readonly [Evaluator, Evaluator];
        const found = firstDifference(outcomesIn(one, snapshot), outcomesIn(other, snapshot));
        if (!found) return 'held';
        const when =
          pick === 0
            ? { vi: 'khi sửa đổi không có nội dung', en: 'when the ruleset is amended by nothing' }
            : { vi: 'khi hai sửa đổi đổi chỗ cho nhau', en: 'when two amendments change places' };
        return story(snapshot, ruleset, differenceWords(found, when));
      },
    };
  },
);
