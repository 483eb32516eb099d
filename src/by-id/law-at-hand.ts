import { checkSnapshot } from '../check/parse-snapshot.js';
import { admit, evaluateAdmitted, fitToRuleset } from '../evaluate/evaluate.js';
import { compile as compileAlone, type Evaluator } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import { yearJudged } from '../programme/ladder-for.js';
import type { ChosenLaw, LawAtHand, Supposed } from '../programme/law-at-hand.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Declaration, Snapshot } from '../schema/snapshot.js';
import { knownRulesets, ladders, recognitionRules, rulesetsFor, shippedVocabulary } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
import { conditionSet } from './condition-set.js';
import { checkedForms, type Options, vocabularyFor } from './options.js';

/** Choices of a text that are remembered: sets × days × years × provinces of one call. */
const MOST_CHOICES = 10_000;

/** What a choice of text by id depends on. */
function choiceKey(named: string, snapshot: Snapshot): string {
  const { unit, assessedOn } = snapshot;
  return [named, assessedOn, yearJudged(snapshot), unit.province, unit.formerProvince].join('|');
}

/** That no text judges a day is remembered too: whoever asks for the ladder of a unit tries several. */
function orError<T>(work: () => T): T | NtmError {
  try {
    return work();
  } catch (error) {
    if (error instanceof NtmError) return error;
    throw error;
  }
}

/** A snapshot that says of prerequisites that they are met; where declared results are left out, of nothing else. */
function declaring(snapshot: Snapshot, supposing: readonly Supposed[], alone: boolean): Snapshot {
  const declared: Record<string, Record<string, Declaration | Declaration[]>> = alone
    ? {}
    : { ...snapshot.declared };
  for (const { ruleset, prerequisite } of supposing)
    declared[ruleset] = { ...declared[ruleset], [prerequisite]: { outcome: 'met' } };
  return { ...snapshot, declared };
}

/** Everything inside the package, with the amendments, rulesets and options of one call. */
export function lawAtHand(options: Options = {}, asked: readonly Ruleset[] = []): LawAtHand {
  const own = [...asked, ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const related = relatedFor(options, amendments);
  const compiled = new Map<Ruleset, Evaluator>();
  const filling = new Map<Ruleset, Evaluator>();
  const chosen = new Map<string, ChosenLaw | NtmError>();
  const { territory } = shippedVocabulary();
  const vocabulary = vocabularyFor(own, amendments);
  const places = new Map<string, readonly string[]>();

  const provinces = (snapshot: Snapshot): readonly string[] => {
    const { unit, assessedOn } = snapshot;
    const key = [unit.province, unit.formerProvince, assessedOn].join('|');
    const known = places.get(key) ?? provincesOf(snapshot);
    if (places.size >= MOST_CHOICES) places.clear();
    places.set(key, known);
    return known;
  };

  const evaluatorFor = (ruleset: Ruleset): Evaluator => {
    const evaluator = compiled.get(ruleset) ?? compileAlone(ruleset, { ...options, related });
    compiled.set(ruleset, evaluator);
    return evaluator;
  };
  const fillingFor = (ruleset: Ruleset): Evaluator => {
    const evaluator =
      filling.get(ruleset) ?? compileAlone(ruleset, { ...options, declared: 'fill', related });
    filling.set(ruleset, evaluator);
    return evaluator;
  };
  const chooseAnew = (snapshot: Snapshot, named: string | Ruleset): ChosenLaw => {
    const { ruleset } = choose(named, snapshot, options);
    const judging = withAmendments(ruleset, amendments, provincesOf(snapshot));
    return { ruleset: judging, evaluator: evaluatorFor(judging) };
  };
  const chosenFor = (snapshot: Snapshot, named: string | Ruleset): ChosenLaw => {
    if (typeof named !== 'string') return chooseAnew(snapshot, named);
    const key = choiceKey(named, snapshot);
    let known = chosen.get(key);
    if (!known) {
      known = orError(() => chooseAnew(snapshot, named));
      if (chosen.size >= MOST_CHOICES) chosen.clear();
      chosen.set(key, known);
    }
    if (known instanceof NtmError) throw known;
    return known;
  };
  return {
    ladders: ladders(),
    recognition: recognitionRules(),
    territory,
    admit: (snapshot) => admit(checkSnapshot(snapshot, vocabulary), options.onInvalid),
    evaluate(admitted, named, supposing = []) {
      const { ruleset, notes } = choose(named, admitted.snapshot, options);
      const judging = withAmendments(ruleset, amendments, provincesOf(admitted.snapshot));
      const alone = options.declared === 'ignore';
      const [judged, mode] =
        supposing.length > 0
          ? ([
              { ...admitted, snapshot: declaring(admitted.snapshot, supposing, alone) },
              { ...options, ...(alone && { declared: 'fill' as const }) },
            ] as const)
          : ([admitted, options] as const);
      return evaluateAdmitted(judged, judging, mode, { related, notes });
    },
    choose: chosenFor,
    outcomes(snapshot, named, supposing = []) {
      const { ruleset, evaluator } = chosenFor(snapshot, named);
      const fitting =
        options.onInvalid === 'unknown'
          ? fitToRuleset({ snapshot, refused: [] }, ruleset, 'unknown').snapshot
          : snapshot;
      if (supposing.length === 0) return evaluator.outcomes(fitting);
      // What is declared is left out of the judgement: these entries alone are not.
      const alone = options.declared === 'ignore';
      const judge = alone ? fillingFor(ruleset) : evaluator;
      return judge.outcomes(declaring(fitting, supposing, alone));
    },
    conditionSet,
    provinces,
    ownSets(snapshot, tier) {
      const { unit, assessedOn } = snapshot;
      const year = yearJudged(snapshot);
      const inside = rulesetsFor(unit, assessedOn, { year }).rulesets.filter(
        ({ from, ruleset }) => from !== 'nation' && ruleset.tier === tier,
      );
      const named = knownRulesets({ level: unit.level, tier }).filter(
        ({ jurisdiction, period }) =>
          provincesOf(snapshot).includes(jurisdiction) &&
          (period.from === null || period.from <= assessedOn) &&
          (period.to === null || assessedOn <= period.to),
      );
      return [...inside.map(({ ruleset }) => ruleset.id), ...named.map(({ id }) => id)];
    },
  };
}
