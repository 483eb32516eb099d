import { compile } from '../by-id/evaluate.js';
import { frozen } from '../check/frozen.js';
import type { Vocabulary } from '../check/vocabulary.js';
import type { Evaluator } from '../evaluate/evaluator.js';
import type { Evaluation, IndicatorResult } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import { shippedVocabulary } from '../shipped.js';
import type { LawParameters } from './law.js';
import { type Slice, slicesOf } from './slice.js';

/** A ruleset on the bench: what laws try it with. */
export class Bench {
  /** Frozen, so that it is compiled and hashed once. */
  readonly ruleset: Ruleset;
  readonly vocabulary: Vocabulary;
  readonly evaluator: Evaluator;
  #slices: readonly Slice[] | undefined;
  readonly #evaluators = new Map<Ruleset, Evaluator>();

  constructor(
    ruleset: Ruleset,
    readonly parameters: LawParameters,
  ) {
    this.vocabulary = parameters.vocabulary ?? shippedVocabulary();
    this.ruleset = frozen(ruleset);
    this.evaluator = this.compiled(this.ruleset);
  }

  /** Judges by another text with the same rulesets at hand. */
  compiled(ruleset: Ruleset): Evaluator {
    let evaluator = this.#evaluators.get(ruleset);
    if (!evaluator) {
      const { rulesets } = this.parameters;
      evaluator = compile(frozen(ruleset), rulesets ? { rulesets } : {});
      this.#evaluators.set(ruleset, evaluator);
    }
    return evaluator;
  }

  /** The ruleset indicator by indicator. */
  get slices(): readonly Slice[] {
    this.#slices ??= slicesOf(this.ruleset);
    return this.#slices;
  }
}

/** What an evaluation says of one indicator or prerequisite. */
export function resultFor(evaluation: Evaluation, id: string): IndicatorResult | undefined {
  return [
    ...evaluation.prerequisites,
    ...evaluation.criteria.flatMap(({ indicators }) => indicators),
    ...evaluation.placeholders,
  ].find((result) => result.id === id);
}
