import { decimal } from '../../rule/amount.js';
import { gapText } from '../../words/gap-text.js';
import { gapCases, openGap } from '../gap-cases.js';
import { justShort, moved } from '../gap-moves.js';
import { type LawCase, law, type Verdict } from '../law.js';
import { story } from '../words.js';

/** Anything less than a gap does not close it: one household less, or a trifle of a rate. */
export const gapMinimal = law<LawCase & { readonly pick: number }>(
  'gap-minimal',
  { vi: 'bù thiếu một chút thì vẫn chưa đạt', en: 'anything less than a gap does not close it' },
  (bench) => {
    const { ruleset, vocabulary } = bench;
    const catalogue = { ...vocabulary.facts, ...ruleset.facts };
    return {
      cases: gapCases(bench),
      try(one): Verdict {
        const open = openGap(bench, one);
        const less = open && justShort(open.move);
        if (!open || less === undefined || decimal(less).lt(0)) return 'nothing at stake';
        const { before, move, slice } = open;
        const almost = moved(one.snapshot, move, less, catalogue);
        const after = almost && open.judged(almost);
        const part = after?.parts.find(({ id }) => id === move.part);
        if (!part) return 'nothing at stake';
        if (part.outcome !== 'met') return 'held';
        const [vi, en] = before.gap ? [gapText(before.gap, 'vi'), gapText(before.gap, 'en')] : ['', ''];
        return story(
          one.snapshot,
          ruleset,
          {
            vi: `chỉ tiêu ${slice.indicator.id} ${vi}, nhưng chỉ thêm ${less} đã đạt`,
            en: `indicator ${slice.indicator.id} is ${en}, but ${less} is already enough`,
          },
          [move.fact],
        );
      },
    };
  },
);
