import type { Engine } from 'json-rules-engine';
import { provincesOf, withAmendments } from '../../by-id/amended-for-unit.js';
import { choose, relatedFor } from '../../by-id/choose-ruleset.js';
import { checkedForms, type Options, vocabularyFor } from '../../by-id/options.js';
import { checkSnapshot } from '../../check/parse-snapshot.js';
import { compileRuleset } from '../../evaluate/compiled-ruleset.js';
import { yearOf } from '../../evaluate/context.js';
import { admit, fitToRuleset } from '../../evaluate/evaluate.js';
import { judgementOptions } from '../../evaluate/evaluator.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { checkContext, datedContext, type EngineContext } from './context.js';
import { factsOfEngine } from './engine/facts-of-engine.js';
import { RulesetEngine } from './engine/ruleset-engine.js';
import { rulebookOf } from './proofs/judged-set.js';
import type { Setting } from './proofs/setting.js';

/**
 * A ruleset (bộ tiêu chí) as an engine of json-rules-engine: for each indicator, prerequisite, criterion and for the
 * whole set two rules, one that fires when it is proved and one that fires when it is refuted. While neither does, it
 * is unknown: json-rules-engine alone takes a missing fact for false, and its negation for true.
 *
 * Rules are written for one column, group and year, those of the context. Events are of type `prerequisite`,
 * `indicator`, `criterion` and `ruleset`, with the id and the outcome as params; `step` are outcomes on the way to
 * them. Facts go into `run`, under their keys in the catalogue, as values, readings or functions that may be
 * asynchronous; each is asked once a run. A function that rejects leaves what depends on it unknown.
 *
 * An engine runs once at a time; for many runs at once use `evaluateWithEngine`, or make an engine for each.
 *
 * @param ruleset an id (the version in force on the day judges), `id@version`, or a ruleset
 * @param context the region, group, traits, year …, or a snapshot to take them from; of a snapshot no fact is taken
 * @example
 * const engine = toEngine('vn/commune-ntm/2021-2025', { region: 'red-river-delta', year: 2024 });
 * engine.on('indicator', ({ indicator, outcome }) => console.log(indicator, outcome));
 * await engine.run({ 'health.insuredRate': 95.3 });
 * @throws NtmError with every problem of the context; `run` rejects with every problem of the facts
 * @since 0.1.0
 */
export function toEngine(
  ruleset: string | Ruleset,
  context: EngineContext | Omit<Snapshot, 'facts'>,
  options: Options = {},
): Engine {
  const own = [...(typeof ruleset === 'string' ? [] : [ruleset]), ...(options.rulesets ?? [])];
  const amendments = checkedForms(options.amendments);
  const vocabulary = vocabularyFor(own, amendments);
  const related = relatedFor(options, amendments);
  const judging = judgementOptions(options, related);
  const amended = (snapshot: Snapshot): Ruleset =>
    withAmendments(choose(ruleset, snapshot, options).ruleset, amendments, provincesOf(snapshot));
  const engine = (law: Ruleset, setting: Setting, standards: Readonly<Record<string, string>>): Engine =>
    new RulesetEngine(
      rulebookOf(compileRuleset(law), setting),
      factsOfEngine(law, setting, { vocabulary, standards, onInvalid: options.onInvalid }),
    );

  if (isSnapshot(context)) {
    const admitted = admit(checkSnapshot(context, vocabulary), options.onInvalid);
    const law = amended(admitted.snapshot);
    const { snapshot } = fitToRuleset(admitted, law, options.onInvalid);
    return engine(law, { snapshot, year: yearOf(snapshot, () => undefined), judging }, {});
  }
  const dated = datedContext(context);
  const { province, formerProvince } = dated.context;
  const level = 'commune';
  const law = amended({
    unit: { level, name: level, province, formerProvince },
    assessedOn: dated.assessedOn,
    year: dated.year,
    facts: {},
  });
  const { snapshot, region, standards } = checkContext(dated, law, vocabulary);
  return engine(law, { snapshot, region, year: dated.year, judging }, standards);
}

/** A snapshot has a unit; a context has not. */
function isSnapshot(context: object): boolean {
  return 'unit' in context;
}
