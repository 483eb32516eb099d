import type { Admitted } from '../evaluate/evaluate.js';
import type { RecognitionTier } from '../law/recognition-set.js';
import { tierTitle } from '../law/tier-names.js';
import { NtmError } from '../problem/problem.js';
import { didYouMean, oneOf, problem as problemOf } from '../problem/report.js';
import { allOf } from '../rule/outcome.js';
import type { Evaluation, Outcome } from '../schema/evaluation.js';
import type { Ladder } from '../schema/ladder.js';
import type { RecognisedTier } from '../schema/programme.js';
import type { RecognitionRules } from '../schema/recognition.js';
import type { RecognitionCheck, RecognitionConditionResult } from '../schema/recognition-check.js';
import type { Snapshot } from '../schema/snapshot.js';
import { decidingSet, supposed, textFor } from './deciding-set.js';
import { dossierOf } from './dossier.js';
import { ladderFor, yearJudged } from './ladder-for.js';
import type { LawAtHand, Supposed } from './law-at-hand.js';
import { recognisedTiers } from './recognised.js';
import { conditionResult } from './recognition-conditions.js';
import { recognitionCheckNotes } from './recognition-notes.js';
import { areInForce, decisionsOn, rulesFor, tierRule } from './recognition-rules-for.js';
import { judgeStep } from './tier-standings.js';
import { tierStands } from './tier-states.js';

/** How the recognition of one unit is checked. */
export interface RecognitionOptions {
  /** Documents (minh chứng) at hand, by the id or the title the dossier lists them under. @since 0.1.0 */
  documents?: readonly string[];
}

/** The ladder whose step a tier's set decides: it says which prerequisite asks for the tier below. */
function ladderOf(law: LawAtHand, snapshot: Snapshot, set: string | undefined): Ladder | undefined {
  if (set === undefined) return ladderOrNone(law, snapshot);
  return law.ladders.find(({ steps }) => steps.some(({ ruleset }) => ruleset === set));
}

function ladderOrNone(law: LawAtHand, snapshot: Snapshot): Ladder | undefined {
  try {
    return ladderFor(law, snapshot);
  } catch (error) {
    if (error instanceof NtmError && error.code === 'no-ladder') return undefined;
    throw error;
  }
}

function unknownOnLadder({ id, steps }: Ladder, tier: string): NtmError {
  const known = steps.map((step) => step.tier);
  return new NtmError([
    problemOf('unknown-tier', '', {
      found: tier,
      expected: oneOf(known),
      hint: didYouMean(tier, known, {
        vi: `Chọn một mức độ của ${id}.`,
        en: `Choose a tier of ${id}.`,
      }),
    }),
  ]);
}

interface LowerTiers {
  /** Prerequisites about lower tiers that decisions in force answer. */
  readonly supposing: readonly Supposed[];
  readonly byDecision: readonly string[];
}

/** Which lower tiers stand by decision for what the sets above ask of them and facts leave open. */
function lowerTiers(
  law: LawAtHand,
  snapshot: Snapshot,
  ladder: Ladder | undefined,
  tier: string,
): LowerTiers {
  const steps = ladder?.steps.slice(0, ladder.steps.findIndex((step) => step.tier === tier) + 1) ?? [];
  const judged = steps.map((step) => judgeStep(law, snapshot, step));
  const stands = tierStands(
    judged,
    recognisedTiers(
      snapshot.recognitions,
      steps.map((step) => step.tier),
      snapshot.assessedOn,
    ),
  );
  const standing = judged.flatMap((one, at) =>
    one && stands[at]?.lowerStands ? [{ one, below: steps[at - 1]?.tier ?? '' }] : [],
  );
  return {
    supposing: standing.flatMap(({ one }) => supposed(one.ruleset, one.lower?.id)),
    byDecision: standing.map(({ below }) => below),
  };
}

function fits(year: number, assessedOn: string): 'same-year' | 'preceding-year' | 'neither' {
  const decided = Number(assessedOn.slice(0, 4));
  return year === decided ? 'same-year' : year === decided - 1 ? 'preceding-year' : 'neither';
}

function resultYear(
  year: number,
  assessedOn: string,
  rules: RecognitionRules | undefined,
): RecognitionCheck['resultYear'] {
  const rule = rules?.resultYear;
  if (!rule) return { year, fits: 'unknown', sources: [] };
  const { title, evidence, sources = [] } = rule;
  return { year, fits: fits(year, assessedOn), title, evidence, sources: [...sources] };
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** What the conditions come to; what is not in force decides nothing. */
function wholeOf(
  conditions: readonly RecognitionConditionResult[],
  decides: boolean,
): Pick<RecognitionCheck, 'outcome' | 'provisional' | 'because' | 'reasons'> {
  const outcome: Outcome =
    decides && conditions.length > 0 ? allOf(conditions.map((one) => one.outcome)) : 'unknown';
  const deciding = outcome === 'unknown' ? [] : conditions.filter((one) => one.outcome === outcome);
  const certain = deciding.filter(({ provisional }) => !provisional);
  const provisional = outcome === 'unmet' ? certain.length === 0 : certain.length < deciding.length;
  return {
    outcome,
    provisional: outcome !== 'unknown' && provisional,
    because: outcome !== 'unknown' && provisional ? unique(deciding.flatMap(({ because }) => because)) : [],
    reasons: outcome === 'unknown' ? unique(conditions.flatMap(({ reasons }) => reasons)) : [],
  };
}

interface Judged {
  readonly evaluation: Evaluation | undefined;
  readonly problem: RecognitionCheck['problem'];
}

function judgeSet(law: LawAtHand, admitted: Admitted, set: string | undefined): Judged {
  if (set === undefined) return { evaluation: undefined, problem: undefined };
  const text = textFor(law, admitted.snapshot, set);
  return text.kind === 'text'
    ? { evaluation: law.evaluate(admitted, set), problem: undefined }
    : { evaluation: undefined, problem: text.problem };
}

/** Whether a unit may be recognised as a tier, by the rules of the day. */
export function recognitionCheck(
  law: LawAtHand,
  admitted: Admitted,
  tier: string,
  options: RecognitionOptions,
): RecognitionCheck {
  const { snapshot } = admitted;
  const { unit, assessedOn, recognitions } = snapshot;
  const year = yearJudged(snapshot);
  const rules = rulesFor(law, snapshot);
  const rule: RecognitionTier | undefined = rules && tierRule(rules, snapshot, tier);
  const ladder = ladderOf(law, snapshot, rule?.ruleset);
  const step = ladder?.steps.find((one) => one.tier === tier);
  if (!rules && ladder && !step) throw unknownOnLadder(ladder, tier);
  const set = rule?.ruleset ?? (step && decidingSet(step, law.provinces(snapshot)).ruleset);
  const { evaluation, problem } = judgeSet(law, admitted, set);
  const tiers = ladder?.steps.map((one) => one.tier) ?? [tier];
  const recognised = recognisedTiers(recognitions, tiers.includes(tier) ? tiers : [tier], assessedOn);
  const recognisedAs = (wanted: string): RecognisedTier =>
    recognised.find((one) => one.tier === wanted) ??
    (recognisedTiers(recognitions, [wanted], assessedOn)[0] as RecognisedTier);

  const conditionSet = rules && rule ? law.conditionSet(rules, rule) : undefined;
  const { supposing, byDecision } = rule
    ? lowerTiers(law, snapshot, ladder, tier)
    : { supposing: [], byDecision: [] };
  const judged = conditionSet && law.evaluate(admitted, conditionSet, supposing);
  const conditions = (judged?.criteria ?? []).map((found) =>
    conditionResult(
      found,
      rule?.conditions.find(({ id }) => id === found.no),
      { assessedOn, recognised: recognisedAs },
    ),
  );
  const inForce = rules !== undefined && areInForce(rules, snapshot);
  const sets = [set, conditionSet?.id].filter((id) => id !== undefined);
  const { dossier, others } = dossierOf(rule, snapshot, sets, options.documents ?? []);
  const check: Omit<RecognitionCheck, 'notes'> = {
    kind: 'recognition',
    unit,
    assessedOn,
    year,
    tier,
    title: tierTitle(tier),
    ...wholeOf(conditions, inForce && problem === undefined),
    ...(evaluation && { evaluation }),
    ...(problem && { problem }),
    rules: rules
      ? {
          id: rules.id,
          revision: rules.revision,
          title: rules.title,
          amendedBy: judged?.ruleset.amendedBy ?? [],
          decisions: decisionsOn(rules, snapshot),
        }
      : null,
    conditionSet: conditionSet?.id ?? null,
    conditions,
    authority: rule
      ? {
          title: rule.authority.title,
          evidence: rule.authority.evidence,
          sources: [...(rule.authority.sources ?? [])],
        }
      : null,
    legalBasis: rule?.legalBasis ?? null,
    resultYear: resultYear(year, assessedOn, rules),
    dossier,
    dossierListed: dossier.length > 0,
    otherDocuments: others,
    recognised: recognisedAs(tier),
    citations: { ...judged?.citations },
  };
  const ownSets = law.ownSets(snapshot, tier).filter((id) => id !== set);
  return {
    ...check,
    notes: recognitionCheckNotes(check, snapshot, { rules, tier: rule, inForce, byDecision, ownSets }),
  };
}
