import { checkSnapshot } from '../check/parse-snapshot.js';
import { admit, evaluateAdmitted } from '../evaluate/evaluate.js';
import { compile as compileAlone, type Evaluator } from '../evaluate/evaluator.js';
import type { LawAtHand } from '../programme/law-at-hand.js';
import type { Ruleset } from '../schema/ruleset.js';
import { ladders, listRulesets, recognitionRules, shippedVocabulary } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { choose, relatedFor } from './choose-ruleset.js';
import { checkedForms, type Options, vocabularyFor } from './options.js';

/** Everything inside the package, with the amendments, rulesets and options of one call. */
export function lawAtHand(options: Options = {}, asked: readonly Ruleset[] = []): LawAtHand {
  const own = [...asked, ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const related = relatedFor(options, amendments);
  const compiled = new Map<Ruleset, Evaluator>();
  const { territory } = shippedVocabulary();
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
    choose(snapshot, named) {
      const ruleset = withAmendments(
        choose(named, snapshot, options).ruleset,
        amendments,
        provincesOf(snapshot),
      );
      const evaluator = compiled.get(ruleset) ?? compileAlone(ruleset, { ...options, related });
      compiled.set(ruleset, evaluator);
      return { ruleset, evaluator };
    },
    ownSets(snapshot, tier) {
      const provinces = provincesOf(snapshot);
      const found = listRulesets({ level: snapshot.unit.level, tier, on: snapshot.assessedOn });
      return found.filter(({ jurisdiction }) => provinces.includes(jurisdiction)).map(({ id }) => id);
    },
  };
}
