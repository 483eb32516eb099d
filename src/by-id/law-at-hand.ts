import { checkSnapshot } from '../check/parse-snapshot.js';
import { yearOf } from '../evaluate/context.js';
import { admit, evaluateAdmitted, fitToRuleset } from '../evaluate/evaluate.js';
import { compile as compileAlone, type Evaluator } from '../evaluate/evaluator.js';
import type { ChosenLaw, LawAtHand } from '../programme/law-at-hand.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { ladders, listRulesets, recognitionRules, shippedVocabulary } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
import { checkedForms, type Options, vocabularyFor } from './options.js';

/** Choices of a text that are remembered: sets × days × years × provinces of one call. */
const MOST_CHOICES = 10_000;

/** What a choice of text by id depends on. */
function choiceKey(named: string, snapshot: Snapshot): string {
  const { unit, assessedOn } = snapshot;
  const year = yearOf(snapshot, () => {});
  return [named, assessedOn, year, unit.province, unit.formerProvince].join('|');
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
  const chosen = new Map<string, ChosenLaw>();
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
  const chosenFor = (snapshot: Snapshot, named: string | Ruleset): ChosenLaw => {
    const key = typeof named === 'string' ? choiceKey(named, snapshot) : undefined;
    const known = key === undefined ? undefined : chosen.get(key);
    if (known) return known;
    const ruleset = withAmendments(
      choose(named, snapshot, options).ruleset,
      amendments,
      provincesOf(snapshot),
    );
    const law = { ruleset, evaluator: evaluatorFor(ruleset) };
    if (chosen.size >= MOST_CHOICES) chosen.clear();
    if (key !== undefined) chosen.set(key, law);
    return law;
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
      const provinces = provincesOf(snapshot);
      const found = listRulesets({ level: snapshot.unit.level, tier, on: snapshot.assessedOn });
      return found.filter(({ jurisdiction }) => provinces.includes(jurisdiction)).map(({ id }) => id);
    },
  };
}
