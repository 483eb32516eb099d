import { checkSnapshot } from '../check/parse-snapshot.js';
import { admit, evaluateAdmitted, fitToRuleset } from '../evaluate/evaluate.js';
import { compile as compileAlone, type Evaluator } from '../evaluate/evaluator.js';
import { NtmError } from '../problem/problem.js';
import { yearJudged } from '../programme/ladder-for.js';
import type { ChosenLaw, LawAtHand } from '../programme/law-at-hand.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { knownRulesets, ladders, recognitionRules, rulesetsFor, shippedVocabulary } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
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

/** A snapshot that says of one prerequisite that it is met. */
function declaring(snapshot: Snapshot, set: string, prerequisite: string, alone: boolean): Snapshot {
  const { declared } = snapshot;
  const own = { ...(alone ? {} : declared?.[set]), [prerequisite]: { outcome: 'met' as const } };
  return { ...snapshot, declared: { ...(alone ? {} : declared), [set]: own } };
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
    admit: (snapshot) => admit(checkSnapshot(snapshot, vocabularyFor(own, amendments)), options.onInvalid),
    evaluate(admitted, named) {
      const { ruleset, notes } = choose(named, admitted.snapshot, options);
      const judging = withAmendments(ruleset, amendments, provincesOf(admitted.snapshot));
      return evaluateAdmitted(admitted, judging, options, { related, notes });
    },
    choose: chosenFor,
    outcomes(snapshot, named, supposing) {
      const { ruleset, evaluator } = chosenFor(snapshot, named);
      const fitting =
        options.onInvalid === 'unknown'
          ? fitToRuleset({ snapshot, refused: [] }, ruleset, 'unknown').snapshot
          : snapshot;
      if (supposing === undefined) return evaluator.outcomes(fitting);
      // What is declared is left out of the judgement: this one entry alone is not.
      const alone = options.declared === 'ignore';
      const judge = alone ? fillingFor(ruleset) : evaluator;
      return judge.outcomes(declaring(fitting, ruleset.id, supposing, alone));
    },
    provinces: provincesOf,
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
