import type { CriterionResult, Evaluation, IndicatorResult, Part } from '../schema/evaluation.js';
import type {
  Caused,
  CriterionResultChange,
  IndicatorResultChange,
} from '../schema/evaluation-comparison.js';
import { joinedCause, type Member, WITH_THE_TEXT } from './joined-cause.js';
import { differs, pairParts, partChange } from './part-changes.js';
import { type CauseSetting, resultCause } from './result-cause.js';
import { criterionState, indicatorState, sameState } from './result-states.js';

/** One entry on both sides, or on the only side that has it. */
export interface Pair<T> {
  readonly before?: T | undefined;
  readonly after?: T | undefined;
}

/** Ids of the later evaluation by those of the earlier one, where they are not the same. */
export type Former = ReadonlyMap<string, string> | undefined;

/** Entries of both sides by id, or by a mapping; in the order of the later side, then what only the earlier one has. */
function pairUp<T>(
  before: readonly T[],
  after: readonly T[],
  idOf: (one: T) => string,
  former: Former,
): Pair<T>[] {
  const left = new Map(before.map((one) => [idOf(one), one]));
  const pairs = after.map((one): Pair<T> => {
    const id = former ? former.get(idOf(one)) : idOf(one);
    const partner = id === undefined ? undefined : left.get(id);
    if (id !== undefined) left.delete(id);
    return { before: partner, after: one };
  });
  return [...pairs, ...[...left.values()].map((one): Pair<T> => ({ before: one }))];
}

const entriesOf = ({ prerequisites, criteria, placeholders }: Evaluation): IndicatorResult[] => [
  ...prerequisites,
  ...criteria.flatMap(({ indicators }) => indicators),
  ...placeholders,
];

/** The results of two evaluations, matched, and why each pair differs; worked out once for each. */
export class ComparedResults {
  readonly indicators: readonly Pair<IndicatorResult>[];
  readonly criteria: readonly Pair<CriterionResult>[];
  readonly #setting: CauseSetting;
  readonly #changes = new Map<object, IndicatorResultChange | CriterionResultChange | undefined>();

  constructor(
    before: Evaluation,
    after: Evaluation,
    former: { readonly indicators: Former; readonly criteria: Former },
    setting: Omit<CauseSetting, 'referred'>,
  ) {
    this.indicators = pairUp(entriesOf(before), entriesOf(after), ({ id }) => id, former.indicators);
    this.criteria = pairUp(before.criteria, after.criteria, ({ no }) => no, former.criteria);
    this.#setting = { ...setting, referred: (refersTo) => this.#referred(refersTo) };
  }

  #referred({ indicator, criterion }: NonNullable<Part['refersTo']>): Caused | undefined {
    if (indicator !== undefined) {
      const pair = this.indicators.find(({ after }) => after?.id === indicator);
      return pair && this.indicator(pair);
    }
    const pair = this.criteria.find(({ after }) => after?.no === criterion);
    return pair && this.criterion(pair);
  }

  /** What differs about an indicator that both sides have; undefined where nothing does. */
  indicator(pair: Pair<IndicatorResult>): IndicatorResultChange | undefined {
    const { before, after } = pair;
    if (!before || !after) return undefined;
    if (!this.#changes.has(pair)) {
      this.#changes.set(pair, undefined); // ends a circle that an unchecked ruleset may hold
      const parts = pairParts(before.parts, after.parts);
      const changed = parts.filter(differs);
      if (changed.length > 0 || !sameState(before, after))
        this.#changes.set(pair, {
          id: after.id,
          before: indicatorState(before),
          after: indicatorState(after),
          parts: changed.map(partChange),
          ...resultCause(before, after, parts, this.#setting),
        });
    }
    return this.#changes.get(pair) as IndicatorResultChange | undefined;
  }

  #indicatorMember(pair: Pair<IndicatorResult>, own: Pair<ReadonlySet<IndicatorResult>>): Member[] {
    const before = pair.before && own.before?.has(pair.before) ? pair.before : undefined;
    const after = pair.after && own.after?.has(pair.after) ? pair.after : undefined;
    if (!before && !after) return [];
    const outcomes = { before: before?.outcome, after: after?.outcome };
    if (!before || !after) return [{ ...outcomes, caused: WITH_THE_TEXT }];
    const caused = this.indicator(pair);
    return caused ? [{ ...outcomes, caused }] : [];
  }

  /** What differs about a criterion that both sides have. */
  criterion(pair: Pair<CriterionResult>): CriterionResultChange | undefined {
    const { before, after } = pair;
    if (!before || !after) return undefined;
    if (!this.#changes.has(pair)) {
      this.#changes.set(pair, undefined);
      if (!sameState(before, after)) {
        const own = { before: new Set(before.indicators), after: new Set(after.indicators) };
        const declared = (one: CriterionResult) =>
          one.declared ? JSON.stringify([one.declared.outcome, one.declared.by, one.declared.label]) : '';
        const caused = joinedCause({
          before: before.outcome,
          after: after.outcome,
          members: this.indicators.flatMap((one) => this.#indicatorMember(one, own)),
          own: declared(before) === declared(after) ? [] : ['declared'],
          otherwise: this.#otherwise(),
        });
        this.#changes.set(pair, {
          no: after.no,
          before: criterionState(before),
          after: criterionState(after),
          ...caused,
        });
      }
    }
    return this.#changes.get(pair) as CriterionResultChange | undefined;
  }

  /** Why the whole differs, from its prerequisites, criteria and the entries that nobody has named. */
  whole(before: Evaluation, after: Evaluation): Caused {
    const own = {
      before: new Set([...before.prerequisites, ...before.placeholders]),
      after: new Set([...after.prerequisites, ...after.placeholders]),
    };
    const criteria = this.criteria.flatMap((pair): Member[] => {
      const outcomes = { before: pair.before?.outcome, after: pair.after?.outcome };
      if (!pair.before || !pair.after) return [{ ...outcomes, caused: WITH_THE_TEXT }];
      const caused = this.criterion(pair);
      return caused ? [{ ...outcomes, caused }] : [];
    });
    return joinedCause({
      before: before.outcome,
      after: after.outcome,
      members: [...criteria, ...this.indicators.flatMap((pair) => this.#indicatorMember(pair, own))],
      own: [],
      otherwise: this.#otherwise(),
    });
  }

  #otherwise(): 'ruleset' | 'context' | 'fact' {
    const { sameRuleset, sameSnapshot } = this.#setting;
    return !sameRuleset ? 'ruleset' : sameSnapshot ? 'context' : 'fact';
  }
}
