import { compile, type Evaluator } from '../evaluate/evaluator.js';
import type { JudgementOptions } from '../evaluate/judgement.js';
import { type Code, EXEMPT, outcomeOf } from '../rule/code.js';
import type { Condition } from '../schema/condition.js';
import type { Outcome } from '../schema/evaluation.js';
import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';
import type { UsingLeaf } from './supposed-run.js';

/** What an indicator came to, as far as anything else in its set can depend on it. */
export type HeldState = Outcome | 'exempt';

export function heldState(code: Code): HeldState {
  return code >= EXEMPT ? 'exempt' : outcomeOf(code);
}

/** No unit has this trait, so it never holds. */
const NO_TRAIT = { trait: '(supposed)' };

const REQUIREMENT = 'supposed';

/** An indicator that always comes to one outcome, facts and figures aside; what was declared for it stays. */
function heldIndicator(indicator: Indicator, state: HeldState, { leaf }: UsingLeaf): Indicator {
  const {
    condition: _condition,
    requirements: _rows,
    delegated: _delegated,
    cases: _cases,
    ...rest
  } = indicator;
  if (state === 'unknown') return rest;
  if (state !== 'exempt') {
    const condition: Condition = state === 'unmet' ? NO_TRAIT : { not: NO_TRAIT };
    return { ...rest, condition };
  }
  const { bySex: _each, ...plain } = leaf;
  return {
    ...rest,
    condition: { ...plain, value: { fact: `required.${REQUIREMENT}` } },
    requirements: { [REQUIREMENT]: [{ where: {}, applies: false, evidence: 'published' }] },
  };
}

/**
 * A set with one of its indicators held at each outcome. Whatever a figure of that indicator is, the rest of the set
 * depends on it through this outcome alone, so a few evaluations say what a whole range of values would come to.
 */
export class HeldSet {
  readonly #evaluators = new Map<HeldState, Evaluator>();

  constructor(
    readonly ruleset: Ruleset,
    readonly indicator: string,
    readonly leaf: UsingLeaf,
    readonly options: JudgementOptions,
  ) {}

  at(state: HeldState): Evaluator {
    let evaluator = this.#evaluators.get(state);
    if (!evaluator) {
      const hold = (one: Indicator): Indicator =>
        one.id === this.indicator ? heldIndicator(one, state, this.leaf) : one;
      const { prerequisites, criteria } = this.ruleset;
      // Frozen, so that what is worked out about it once is remembered.
      const held: Ruleset = Object.freeze({
        ...this.ruleset,
        ...(prerequisites && { prerequisites: prerequisites.map(hold) }),
        criteria: criteria.map(
          (criterion): Criterion => ({
            ...criterion,
            indicators: criterion.indicators.map(hold),
          }),
        ),
      });
      const { declared, publishedOnly, related } = this.options;
      evaluator = compile(held, { declared, ...(publishedOnly && { evidence: 'published' }), related });
      this.#evaluators.set(state, evaluator);
    }
    return evaluator;
  }
}
