import type { Snapshot } from '../../src/core.js';
import { assertAgreement } from '../../src/engines/json-rules-engine/disagreement.js';
import { RulesetEngine } from '../../src/engines/json-rules-engine/engine/ruleset-engine.js';
import { outcomesOf } from '../../src/engines/json-rules-engine/outcomes-of.js';
import { rulebookOf } from '../../src/engines/json-rules-engine/proofs/judged-set.js';
import { compileRuleset } from '../../src/evaluate/compiled-ruleset.js';
import { type EvaluateOptions, judge, judgementOptions, relatedAmong } from '../../src/evaluate/evaluator.js';
import { NoteBook } from '../../src/evaluate/notes.js';
import type { Evaluation } from '../../src/schema/evaluation.js';
import type { Ruleset } from '../../src/schema/ruleset.js';

/** One snapshot before one ruleset, and facts that could not be had. */
export interface Case {
  readonly set: Ruleset;
  readonly snapshot: Snapshot;
  readonly options?: EvaluateOptions;
  readonly unavailable?: ReadonlySet<string>;
}

const judgingBy = ({ options = {}, unavailable = new Set() }: Case) => ({
  ...judgementOptions(options, relatedAmong(options.rulesets ?? [])),
  unavailable,
});

/** Judges by the library alone, on a checked snapshot and without the law inside the package. */
export function byLibrary(one: Case): Evaluation {
  const { set, snapshot } = one;
  return judge(compileRuleset(set), snapshot, { options: judgingBy(one), notes: new NoteBook() });
}

/**
 * Judges by the library and by rules of json-rules-engine.
 *
 * @throws EngineDisagreement unless both come to the same
 */
export async function bothWays(one: Case): Promise<Evaluation> {
  const { set, snapshot, unavailable = new Set() } = one;
  const evaluation = byLibrary(one);
  const setting = { snapshot, year: evaluation.year, judging: judgingBy(one) };
  const engine = new RulesetEngine(rulebookOf(compileRuleset(set), setting));
  assertAgreement(outcomesOf(await engine.runRead({ facts: snapshot.facts, unavailable })), evaluation);
  return evaluation;
}
