import { ladderAsked } from '../../src/by-id/ladder-asked.js';
import { lawAtHand } from '../../src/by-id/law-at-hand.js';
import { type Evaluation, NtmError, type TierReport } from '../../src/index.js';
import { ladderFor } from '../../src/programme/ladder-for.js';
import { tierReport } from '../../src/programme/tier-report.js';
import { standings } from '../../src/programme/tier-standings.js';
import type { JudgedUnit, TierStanding } from '../../src/schema/programme.js';
import { type Draft, snapshotOf } from './draft.js';
import type { Judging } from './judged-by.js';

/** What one of many units comes to: with its explanation, or for very many without. */
export type UnitResult = Evaluation | TierReport | JudgedUnit | TierStanding;

/** Judges one unit; throws an `NtmError` for one that cannot be judged. */
export type UnitJudge = (draft: Draft) => UnitResult;

/**
 * Units that are explained one by one, as on the command line. The indicators of more make no table that anybody reads,
 * and explaining them takes most of the time; each can still be opened by itself.
 */
export const MOST_EXPLAINED = 1_000;

/** A judge of one unit after another, which compiles each text of the law once. */
export function unitJudge({ by, amendments, locale }: Judging, units: number): UnitJudge {
  const options = { onInvalid: 'unknown' as const, amendments };
  const law = lawAtHand(options);
  const explains = units <= MOST_EXPLAINED;
  if ('ruleset' in by) {
    if (explains) return (draft) => law.evaluate(law.admit(snapshotOf(draft, locale)), by.ruleset);
    return (draft) => {
      const { snapshot } = law.admit(snapshotOf(draft, locale));
      const { ruleset, evaluator } = law.choose(snapshot, by.ruleset);
      const { id, version, revision } = ruleset;
      return {
        unit: snapshot.unit,
        assessedOn: snapshot.assessedOn,
        ruleset: { id, version, revision },
        layout: evaluator.layout,
        outcomes: law.outcomes(snapshot, by.ruleset),
      };
    };
  }
  const asked = ladderAsked(law, by.ladder, {});
  if (explains) {
    return (draft) => {
      const admitted = law.admit(snapshotOf(draft, locale));
      return tierReport(law, admitted, ladderFor(law, admitted.snapshot, asked), {});
    };
  }
  return (draft) => {
    const { snapshot } = law.admit(snapshotOf(draft, locale));
    const [standing] = standings(law, [snapshot], asked, { judged: true });
    if (!standing || standing.problem) throw new NtmError(standing?.problem ? [standing.problem] : []);
    return standing;
  };
}
