import { type Code, UNKNOWN } from '../rule/code.js';
import type { Reference, Rule } from '../rule/rule.js';
import type { DeclaredSummary } from '../schema/evaluation.js';
import type { CompiledCriterion, CompiledIndicator, CompiledRuleset } from './compiled-ruleset.js';
import type { DeclaredFor } from './declared.js';

/** How to reach verdicts of one kind: with their grounds, or as codes alone. */
export interface Ways<T> {
  /** What is not encoded comes to. */
  readonly notEncoded: T;
  codeOf(verdict: T): Code;
  /** What a rule comes to over every column that may judge the unit. */
  over(rule: Rule): T;
  /** Everything has to be met. */
  all(verdicts: readonly T[]): T;
  /** What a declared result makes of what was found. */
  withDeclared(found: T, about: string, declared: DeclaredSummary): T;
}

/**
 * What every entry of one set comes to. Each is worked out when first asked for and then remembered, so that rules may
 * refer to one another in any order.
 */
export class Verdicts<T> {
  /** By the places of indicators; whoever has found them all in another way may put them here. */
  indicators: (T | undefined)[] = [];
  readonly #criteria: (T | undefined)[] = [];
  #whole: T | undefined;

  constructor(
    private readonly compiled: CompiledRuleset,
    private readonly declared: DeclaredFor | undefined,
    private readonly ways: Ways<T>,
  ) {}

  indicator(one: CompiledIndicator): T {
    const { condition, at } = one;
    let verdict = this.indicators[at];
    if (verdict === undefined) {
      const { notEncoded, over } = this.ways;
      this.indicators[at] = notEncoded; // ends a circle that an unchecked ruleset may hold
      verdict = this.#withDeclared(condition ? over(condition) : notEncoded, one.indicator.id, 'indicators');
      this.indicators[at] = verdict;
    }
    return verdict;
  }

  criterion({ criterion: { no }, indicators, pass, at }: CompiledCriterion): T {
    let verdict = this.#criteria[at];
    if (verdict === undefined) {
      const { notEncoded, over, all } = this.ways;
      this.#criteria[at] = notEncoded;
      const found = pass ? over(pass) : all(indicators.map((one) => this.indicator(one)));
      verdict = this.#withDeclared(found, no, 'criteria');
      this.#criteria[at] = verdict;
    }
    return verdict;
  }

  /** What the whole set comes to. */
  whole(): T {
    this.#whole ??= this.#judgeWhole();
    return this.#whole;
  }

  #judgeWhole(): T {
    const { pass, prerequisites, criteria, placeholders, openEnded } = this.compiled;
    const { notEncoded, codeOf, over, all } = this.ways;
    const judged = criteria.map((one) => this.criterion(one));
    const declared = this.declared?.criteria;
    const allDeclared =
      declared !== undefined &&
      criteria.length > 0 &&
      criteria.every(({ criterion }) => declared.has(criterion.no));
    // What nobody has named stands in the way, unless every criterion has been declared as a whole.
    const rest = openEnded && !allDeclared ? [notEncoded] : [];
    if (pass) {
      const passed = over(pass);
      return rest.length > 0 ? all([passed, ...rest]) : passed;
    }
    const unnamed = placeholders.map((one) => this.indicator(one));
    return all([
      ...prerequisites.map((one) => this.indicator(one)),
      ...judged,
      ...unnamed.filter((one) => !allDeclared || codeOf(one) !== UNKNOWN),
      ...rest,
    ]);
  }

  /** What another rule refers to, if it is there. */
  referred({ criterion, indicator }: Reference): T | undefined {
    if (indicator !== undefined) {
      const one = this.compiled.indicators.get(indicator);
      return one && this.indicator(one);
    }
    if (criterion === undefined) return this.whole();
    const one = this.compiled.criteriaByNo.get(criterion);
    return one && this.criterion(one);
  }

  #withDeclared(found: T, about: string, kind: keyof DeclaredFor): T {
    const declared = this.declared?.[kind].get(about);
    return declared ? this.ways.withDeclared(found, about, declared) : found;
  }
}
