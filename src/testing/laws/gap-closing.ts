import type { IndicatorResult } from '../../schema/evaluation.js';
import { gapText } from '../../words/gap-text.js';
import { gapCases, openGap } from '../gap-cases.js';
import { moved } from '../gap-moves.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { outcomeWords } from '../outcome-list.js';
import { story } from '../words.js';

const outcomeOf = (result: IndicatorResult | undefined, part: string) =>
  result?.parts.find(({ id }) => id === part)?.outcome ?? 'unknown';

/** What else changed for the worse when a figure moved: one figure may count for several parts. */
function isHarmless(before: IndicatorResult, after: IndicatorResult): boolean {
  return before.parts.every(({ id, outcome }) => outcome !== 'met' || outcomeOf(after, id) === 'met');
}

/** Applying a gap closes it: the part it speaks of is met, and the indicator with it where nothing else is open. */
export const gapClosing = law<LawCase & { readonly pick: number }>(
  'gap-closing',
  { vi: 'bù đủ phần còn thiếu thì đạt', en: 'applying a gap closes it' },
  (bench) => {
    const { ruleset, vocabulary } = bench;
    const catalogue = { ...vocabulary.facts, ...ruleset.facts };
    return {
      cases: gapCases(bench),
      try(one): Verdict {
        const open = openGap(bench, one);
        const closed = open && moved(one.snapshot, open.move, open.move.by, catalogue);
        const after = closed && open.judged(closed);
        const { before, move, slice } = open ?? {};
        // With one sex settled, the total may be what decides: the part is no longer shown.
        const isShown = after?.parts.some(({ id }) => id === move?.part);
        if (!before || !after || !move || !slice || !isShown) return 'nothing at stake';
        const alone = before.gap?.kind === 'shortfall' && isHarmless(before, after);
        const part = outcomeOf(after, move.part);
        if (part === 'met' && (!alone || after.outcome === 'met')) return 'held';
        const found = outcomeWords(part === 'met' ? after.outcome : part);
        const [vi, en] = before.gap ? [gapText(before.gap, 'vi'), gapText(before.gap, 'en')] : ['', ''];
        return story(
          one.snapshot,
          ruleset,
          {
            vi: `chỉ tiêu ${slice.indicator.id} ${vi}, nhưng bù đủ rồi mà vẫn ${found.vi}`,
            en: `indicator ${slice.indicator.id} is ${en}, but with that much it is still ${found.en}`,
          },
          [move.fact],
        );
      },
    };
  },
);
