import type { CompiledRuleset } from '../evaluate/compiled-ruleset.js';
import { agreedCode } from '../evaluate/settled.js';
import { Verdicts } from '../evaluate/verdicts.js';
import {
  alike,
  atLeast,
  type Code,
  EXEMPT,
  isProvisional,
  MET,
  not,
  UNKNOWN,
  UNMET,
  weaken,
} from '../rule/code.js';
import type { FactNode } from '../rule/fact-node.js';
import { findingOf } from '../rule/find.js';
import type { Place } from '../rule/place.js';
import { FactReader } from '../rule/reading.js';
import type { Figure, Requirement } from '../rule/requirement.js';
import type { FactRule, Reference, Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import type { Block } from './block.js';
import { comparedRows, EMPTY, isEntered, sidesOf, UNPLAIN } from './comparison-codes.js';
import { ALL_OF, ANY_OF, BOTH, joinedCodes } from './joined-codes.js';

type Codes = Uint8Array;

/** Rows of a table that the same columns of the law may judge: what every rule comes to, a code a row. */
export class TableRun {
  readonly verdicts: Verdicts<Codes>;

  constructor(
    readonly compiled: CompiledRuleset,
    private readonly places: readonly Place[],
    private readonly block: Block,
  ) {
    const unknown = this.#filled(UNKNOWN);
    this.verdicts = new Verdicts<Codes>(compiled, undefined, {
      notEncoded: unknown,
      codeOf: () => UNKNOWN,
      over: (rule) => this.#over(rule),
      // Nothing at all is never met.
      all: (lists) => joinedCodes(lists, BOTH) ?? unknown,
      withDeclared: (found) => found,
    });
  }

  #filled(code: Code): Codes {
    return new Uint8Array(this.block.length).fill(code);
  }

  /** Joins codes row by row. */
  #perRow(lists: readonly Codes[], join: (codes: readonly Code[]) => Code): Codes {
    const codes = this.#filled(UNKNOWN);
    for (let index = 0; index < codes.length; index += 1)
      codes[index] = join(lists.map((list) => list[index] as Code));
    return codes;
  }

  #over(rule: Rule): Codes {
    const [only, ...others] = this.places.map((place) => this.#codes(rule, place)) as [Codes, ...Codes[]];
    return others.length === 0 ? only : this.#perRow([only, ...others], agreedCode);
  }

  #codes(rule: Rule, place: Place): Codes {
    switch (rule.type) {
      case 'fact':
        return rule.cases.length > 0 ? this.#overCases(rule, place) : this.#comparison(rule, place);
      case 'trait':
        // Traits that nobody speaks of are taken as not there.
        return this.#filled(rule.negated ? MET : UNMET);
      case 'reference': {
        const weak = rule.because.length > 0 ? weaken : (code: Code): Code => code;
        return this.#referred(rule.refersTo).map((code) => (rule.negated ? not(weak(code)) : weak(code)));
      }
      case 'k-of-n': {
        const lists = rule.rules.map((one) => this.#codes(one, place));
        return this.#perRow(lists, (codes) => atLeast(rule.k, codes));
      }
      default:
        return (
          joinedCodes(
            rule.rules.map((one) => this.#codes(one, place)),
            rule.type === 'all' ? ALL_OF : ANY_OF,
          ) ?? this.#filled(EXEMPT)
        );
    }
  }

  #referred(reference: Reference): Codes {
    const { ruleset } = reference;
    if (ruleset === undefined) return this.verdicts.referred(reference) ?? this.#filled(UNKNOWN);
    const { figures, rows } = this.block;
    const other = figures.table.related?.[ruleset];
    const isWhole = reference.indicator === undefined && reference.criterion === undefined;
    return other && isWhole ? Uint8Array.from(rows, (row) => other[row] ?? UNKNOWN) : this.#filled(UNKNOWN);
  }

  #comparison(rule: FactRule, place: Place): Codes {
    const requirement = rule.requirement(NO_RUN, place);
    if (requirement.kind === 'not-applicable')
      return this.#filled(requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT));
    if (requirement.kind === 'open' && !rule.leaf.whenEmpty) return this.#filled(UNKNOWN);
    if (requirement.kind === 'open' || Number.isNaN(requirement.bound)) {
      const codes = this.#filled(UNPLAIN);
      return this.#settled(codes, rule, place, requirement);
    }
    const codes =
      rule.sexes.length > 0 ? this.#bySex(rule, requirement) : this.#plain(rule, rule.node, requirement);
    const isPlain = !rule.negated && rule.sexes.length === 0 && isEntered(rule.node);
    return isPlain ? codes : this.#settled(codes, rule, place, requirement);
  }

  #plain(rule: FactRule, node: FactNode, requirement: Figure): Codes {
    return comparedRows(node, sidesOf(rule, requirement), this.block);
  }

  /** Men and women must each reach the level; a total stands in for what is not known of them. */
  #bySex(rule: FactRule, requirement: Figure): Codes {
    const [men, women] = rule.sexes.map((node) => this.#plain(rule, node, requirement)) as [Codes, Codes];
    const isExempted = rule.leaf.whenEmpty !== undefined;
    let total: Codes | undefined;
    const settled = (code: Code): Code =>
      code <= EXEMPT ? code : code === UNPLAIN || (code === EMPTY && isExempted) ? UNPLAIN : UNKNOWN;
    for (let index = 0; index < men.length; index += 1) {
      const [ofMen, ofWomen] = [settled(men[index] as Code), settled(women[index] as Code)];
      let code = ofMen === UNPLAIN || ofWomen === UNPLAIN ? UNPLAIN : Math.min(ofMen, ofWomen);
      if (code === UNKNOWN) {
        total ??= this.#plain(rule, rule.node, requirement);
        const ofAll = settled(total[index] as Code);
        code = ofAll > UNKNOWN && ofAll < EXEMPT ? weaken(ofAll) : ofAll;
      }
      men[index] = code;
    }
    return men;
  }

  /** Settles what is begun or empty, asks for what is not plain, and counts negation in. */
  #settled(codes: Codes, rule: FactRule, place: Place, requirement: Requirement): Codes {
    const isExempt = rule.leaf.whenEmpty === 'exempt' && requirement.kind === 'figure';
    for (let index = 0; index < codes.length; index += 1) {
      const code = codes[index] as Code;
      if (code === UNPLAIN) codes[index] = this.#exactCode(rule, place, index);
      else if (code > EXEMPT) codes[index] = code === EMPTY && isExempt ? EXEMPT : UNKNOWN;
      else if (rule.negated) codes[index] = not(code);
    }
    return codes;
  }

  /** Where it is not settled which case holds, only what every case that may hold decides alike is decided. */
  #overCases(rule: FactRule, place: Place): Codes {
    const cases = rule.cases.map(({ id, rule: condition }) => ({
      holds: this.#codes(condition, place),
      requirement: rule.requirement(NO_RUN, place.inCase(id)),
      codes: this.#comparison(rule, place.inCase(id)),
    }));
    const codes = this.#comparison(rule, place);
    for (let index = 0; index < codes.length; index += 1) {
      const holding = cases.find(({ holds }) => (holds[index] as Code) > UNKNOWN);
      codes[index] = holding
        ? (holding.codes[index] as Code)
        : amongCases(
            cases.filter(({ holds }) => holds[index] === UNKNOWN),
            index,
            codes[index] as Code,
          );
    }
    return codes;
  }

  /** One comparison of one row, by the machinery that explains. */
  #exactCode(rule: FactRule, place: Place, index: number): Code {
    const { figures, rows } = this.block;
    figures.row = rows[index] as number;
    const facts = figures.factsBehind(rule.node);
    const { ruleset } = this.compiled;
    const reader = new FactReader(facts, ruleset.facts, place.year, `${place.year}-12-31`, () => {});
    return findingOf(rule, { ...NO_RUN, reader }, place).code;
  }
}

/** What a comparison may ask beside its facts: a table says nothing of it. */
const NO_RUN: Run = {
  reader: new FactReader({}, {}, 0, '', () => {}),
  figures: [],
  note: () => {},
  hasTrait: () => false,
  reached: () => ({ code: UNKNOWN, because: [], reasons: [], missing: [] }),
  reachedCode: () => UNKNOWN,
  relatedRequirement: () => ({ kind: 'open', reason: 'requirement-undetermined' }),
};

/** What the cases that may hold agree on, in one row. */
function amongCases(
  [first, ...others]: readonly { readonly requirement: Requirement; readonly codes: Codes }[],
  index: number,
  otherwise: Code,
): Code {
  if (!first) return otherwise;
  const code = first.codes[index] as Code;
  if (others.every(({ requirement }) => requirement === first.requirement)) return code;
  const all = others.map(({ codes }) => codes[index] as Code);
  if (!all.every((one) => alike(one, code))) return UNKNOWN;
  return all.some(isProvisional) ? weaken(code) : code;
}
