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

/**
 * Judges by the library and by rules of json-rules-engine, on a checked snapshot and without the law inside the package.
 *
 * @throws EngineDisagreement unless both come to the same
 */
export async function bothWays({
  set,
  snapshot,
  options = {},
  unavailable = new Set(),
}: Case): Promise<Evaluation> {
  const compiled = compileRuleset(set);
  const judging = { ...judgementOptions(options, relatedAmong(options.rulesets ?? [])), unavailable };
  const evaluation = judge(compiled, snapshot, { options: judging, notes: new NoteBook() });
  const rulebook = rulebookOf(compiled, { snapshot, year: evaluation.year, judging });
  const result = await new RulesetEngine(rulebook).runRead({ facts: snapshot.facts, unavailable });
  assertAgreement(outcomesOf(result), evaluation);
  return evaluation;
}
