import type { Admitted } from '../evaluate/evaluate.js';
import { nearestFirst } from '../gap/nearest-first.js';
import type { ThinMargins } from '../gap/thin-margin.js';
import { tierTitle } from '../law/tier-names.js';
import { NtmError, type Problem } from '../problem/problem.js';
import type { Evaluation, Gap, IndicatorResult, Tally } from '../schema/evaluation.js';
import type { Ladder, LadderStep } from '../schema/ladder.js';
import type { RecognisedTier, TierReport, TierResult } from '../schema/programme.js';
import { blockersOf, type LowerTier } from './blockers.js';
import { decidingSet, supposed, textFor } from './deciding-set.js';
import { yearJudged } from './ladder-for.js';
import type { LawAtHand } from './law-at-hand.js';
import { recognisedTiers } from './recognised.js';
import { tierDistance } from './tier-distance.js';
import { risingRequirements, thinMargins } from './tier-margins.js';
import { tierNotes } from './tier-notes.js';
import { highest, type TierFound, type TierStands, tierStands } from './tier-states.js';

/** How the tiers of one unit are told. */
export interface TierOptions {
  /** Up to which surplus a met figure is listed among `thinMargins`. @since 0.1.0 */
  thinMargins?: ThinMargins;
}

/** One step, judged and explained, or why it is not. */
interface Explained {
  readonly step: LadderStep;
  readonly named: string | undefined;
  readonly lowerId: string | undefined;
  readonly problem: Problem | undefined;
  readonly evaluation: Evaluation | undefined;
  readonly found: TierFound | undefined;
}

function explainStep(law: LawAtHand, admitted: Admitted, step: LadderStep): Explained {
  const { snapshot } = admitted;
  const { ruleset: named, lowerTier } = decidingSet(step, law.provinces(snapshot));
  const none = {
    step,
    named,
    lowerId: lowerTier,
    problem: undefined,
    evaluation: undefined,
    found: undefined,
  };
  if (named === undefined) return none;
  const text = textFor(law, snapshot, named);
  if (text.kind === 'not-in-force') return { ...none, problem: text.problem };
  const evaluation = law.evaluate(admitted, named);
  const lower = evaluation.prerequisites.find(({ id }) => id === lowerTier);
  const found: TierFound = {
    ruleset: text.law.ruleset,
    outcome: evaluation.outcome,
    lower: lower && { id: lower.id, outcome: lower.outcome },
    supposingLower: () => law.outcomes(snapshot, named, supposed(text.law.ruleset, lowerTier)).outcome,
  };
  return { ...none, evaluation, found };
}

/** Judges by every step, so that all that does not fit the sets is said at once. */
function explainSteps(law: LawAtHand, admitted: Admitted, steps: readonly LadderStep[]): Explained[] {
  const problems: Problem[] = [];
  const explained = steps.flatMap((step) => {
    try {
      return [explainStep(law, admitted, step)];
    } catch (error) {
      if (!(error instanceof NtmError)) throw error;
      problems.push(...error.errors);
      return [];
    }
  });
  if (problems.length > 0) throw new NtmError(problems);
  return explained;
}

/** Gaps of what is unmet, nearest first, then of what is not decided; what the tier below lacks is its own affair. */
function gapsOf(evaluation: Evaluation, lowerId: string | undefined): Gap[] {
  const all = [
    ...evaluation.prerequisites.filter(({ id }) => id !== lowerId),
    ...evaluation.criteria.flatMap(({ indicators }) => indicators),
    ...evaluation.placeholders,
  ];
  const having = (outcome: IndicatorResult['outcome']) =>
    nearestFirst(all.filter((one) => one.outcome === outcome)).map(({ gap }) => gap);
  return [...having('unmet'), ...having('unknown')];
}

const noTally = (): Tally => ({ total: 0, met: 0, unmet: 0, unknown: 0 });

function tierResult(
  { step, named, lowerId, problem, evaluation, found }: Explained,
  { lowerStands, withLowerTier, ...stands }: TierStands,
  recognition: RecognisedTier,
  lower: LowerTier | undefined,
  options: TierOptions,
): TierResult {
  const title = tierTitle(step.tier);
  const outcome = found?.outcome ?? 'unknown';
  return {
    tier: step.tier,
    title,
    ruleset: found ? `${found.ruleset.id}@${found.ruleset.version}` : null,
    outcome,
    provisional: evaluation?.provisional ?? false,
    ...(withLowerTier !== outcome && { withLowerTier }),
    totals: evaluation?.totals ?? { criteria: noTally(), indicators: noTally() },
    ...stands,
    recognition,
    blockers: blockersOf({
      evaluation,
      outcome: withLowerTier,
      lower,
      lowerId,
      lowerStands,
      title: found?.ruleset.title ?? title,
      id: named ?? step.tier,
    }),
    gaps: evaluation ? gapsOf(evaluation, lowerId) : [],
    distance: evaluation ? tierDistance(evaluation, lowerId) : null,
    thinMargins: evaluation ? thinMargins(evaluation, options.thinMargins) : [],
    rising: evaluation ? risingRequirements(evaluation) : [],
    ...(evaluation && { evaluation }),
    ...(problem && { problem }),
  };
}

/** Every tier of a ladder for one admitted snapshot. */
export function tierReport(
  law: LawAtHand,
  admitted: Admitted,
  ladder: Ladder,
  options: TierOptions,
): TierReport {
  const { snapshot } = admitted;
  const steps = explainSteps(law, admitted, ladder.steps);
  const tiers = ladder.steps.map(({ tier }) => tier);
  const recognised = recognisedTiers(snapshot.recognitions, tiers, snapshot.assessedOn);
  const stands = tierStands(
    steps.map(({ found }) => found),
    recognised,
  );
  const results = steps.map((one, at): TierResult => {
    const below = steps[at - 1]?.step.tier;
    const lower =
      below === undefined
        ? undefined
        : { tier: below, title: tierTitle(below), held: (stands[at - 1] as TierStands).held };
    return tierResult(one, stands[at] as TierStands, recognised[at] as RecognisedTier, lower, options);
  });
  return {
    kind: 'tiers',
    unit: snapshot.unit,
    assessedOn: snapshot.assessedOn,
    year: yearJudged(snapshot),
    ladder: ladder.id,
    title: ladder.title,
    tiers: results,
    reached: highest(tiers, stands, 'reached'),
    recognised: highest(tiers, stands, 'recognised'),
    held: highest(tiers, stands, 'held'),
    next: tiers.find((_, at) => stands[at]?.held !== 'met') ?? null,
    notes: tierNotes(
      law,
      snapshot,
      ladder,
      steps.map((one, at) => ({
        ...one,
        recognition: recognised[at] as RecognisedTier,
        decisive: steps[at + 1]?.found?.lower?.outcome === 'unknown',
      })),
    ),
  };
}
