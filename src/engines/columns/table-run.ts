import type { CompiledRuleset } from '../../evaluate/compiled-ruleset.js';
import { Judgement, type JudgementOptions } from '../../evaluate/judgement.js';
import { agreedCode, both } from '../../evaluate/settled.js';
import { Verdicts } from '../../evaluate/verdicts.js';
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
} from '../../rule/code.js';
import type { FactNode } from '../../rule/fact-node.js';
import { findingOf } from '../../rule/find.js';
import type { Place } from '../../rule/place.js';
import type { Figure, Requirement } from '../../rule/requirement.js';
import type { FactRule, Reference, Rule } from '../../rule/rule.js';
import type { Snapshot } from '../../schema/snapshot.js';
import { BEGUN, comparedRows, EMPTY, type Rows, sidesOf, UNPLAIN } from './comparison-codes.js';
import type { RowFigures } from './row-figures.js';

type Codes = Uint8Array;

/** Rows of a table that the same columns of the law may judge: what every rule comes to, a code a row. */
export class TableRun {
  readonly verdicts: Verdicts<Codes>;
  readonly #exact: Judgement;

  constructor(
    readonly compiled: CompiledRuleset,
    private readonly places: readonly Place[],
    private readonly figures: RowFigures,
    private readonly rows: Rows,
    private readonly options: JudgementOptions,
  ) {
    const unknown = this.#filled(UNKNOWN);
    this.#exact = this.#judgement(0);
    this.verdicts = new Verdicts<Codes>(compiled, undefined, {
      notEncoded: unknown,
      codeOf: () => UNKNOWN,
      over: (rule) => this.#over(rule),
      all: (lists) => this.#all(lists),
      withDeclared: (found) => found,
    });
  }

  #filled(code: Code): Codes {
    return new Uint8Array(this.rows.length).fill(code);
  }

  /** Joins codes row by row. */
  #perRow(lists: readonly Codes[], join: (codes: readonly Code[]) => Code): Codes {
    return Uint8Array.from(this.rows, (_, index) => join(lists.map((list) => list[index] as Code)));
  }

  /** Everything has to be met; nothing at all is never met. */
  #all([first, ...others]: readonly Codes[]): Codes {
    if (!first) return this.#filled(UNKNOWN);
    const result = first.slice();
    for (const list of others)
      for (let index = 0; index < list.length; index += 1)
        result[index] = both(result[index] as Code, list[index] as Code);
    return result;
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
        return this.#group(
          rule.rules.map((one) => this.#codes(one, place)),
          rule.type === 'all',
        );
    }
  }

  /** All are met, or any is; what is exempt is left out. */
  #group(lists: readonly Codes[], isAll: boolean): Codes {
    const result = this.#filled(EXEMPT);
    for (const list of lists)
      for (let index = 0; index < list.length; index += 1) {
        const code = list[index] as Code;
        const so = result[index] as Code;
        if (code < EXEMPT && (so === EXEMPT || (isAll ? code < so : code > so))) result[index] = code;
      }
    return result;
  }

  #referred(reference: Reference): Codes {
    const { ruleset } = reference;
    if (ruleset === undefined) return this.verdicts.referred(reference) ?? this.#filled(UNKNOWN);
    const other = this.figures.table.related?.[ruleset];
    const isWhole = reference.indicator === undefined && reference.criterion === undefined;
    return other && isWhole
      ? Uint8Array.from(this.rows, (row) => other[row] ?? UNKNOWN)
      : this.#filled(UNKNOWN);
  }

  #comparison(rule: FactRule, place: Place): Codes {
    const requirement = rule.requirement(this.#exact, place);
    if (requirement.kind === 'not-applicable')
      return this.#filled(requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT));
    if (requirement.kind === 'open' && !rule.leaf.whenEmpty) return this.#filled(UNKNOWN);
    if (requirement.kind === 'open' || Number.isNaN(requirement.bound)) {
      const codes = this.#filled(UNPLAIN);
      return this.#settled(codes, rule, place, requirement);
    }
    const codes =
      rule.sexes.length > 0 ? this.#bySex(rule, requirement) : this.#plain(rule, rule.node, requirement);
    return this.#settled(codes, rule, place, requirement);
  }

  #plain(rule: FactRule, node: FactNode, requirement: Figure): Codes {
    return comparedRows(node, sidesOf(rule, requirement), this.figures, this.rows);
  }

  /** Men and women must each reach the level; a total stands in for what is not known of them. */
  #bySex(rule: FactRule, requirement: Figure): Codes {
    const [men, women] = rule.sexes.map((node) => this.#plain(rule, node, requirement)) as [Codes, Codes];
    let total: Codes | undefined;
    return men.map((ofMen, index) => {
      const ofWomen = women[index] as Code;
      if (ofMen > EXEMPT || ofWomen > EXEMPT) return UNPLAIN;
      const lesser = Math.min(ofMen, ofWomen);
      if (lesser !== UNKNOWN) return lesser;
      total ??= this.#plain(rule, rule.node, requirement);
      const code = total[index] as Code;
      if (code > EXEMPT) return code === BEGUN ? UNKNOWN : ofMen === ofWomen ? code : UNPLAIN;
      return code > UNKNOWN ? weaken(code) : code;
    });
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
      requirement: rule.requirement(this.#exact, place.inCase(id)),
      codes: this.#comparison(rule, place.inCase(id)),
    }));
    const otherwise = this.#comparison(rule, place);
    return Uint8Array.from(this.rows, (_, index) => {
      const holding = cases.find(({ holds }) => (holds[index] as Code) > UNKNOWN);
      if (holding) return holding.codes[index] as Code;
      const [first, ...others] = cases.filter(({ holds }) => holds[index] === UNKNOWN);
      if (!first) return otherwise[index] as Code;
      const code = first.codes[index] as Code;
      if (others.every(({ requirement }) => requirement === first.requirement)) return code;
      const all = others.map(({ codes }) => codes[index] as Code);
      if (!all.every((one) => alike(one, code))) return UNKNOWN;
      return all.some(isProvisional) ? weaken(code) : code;
    });
  }

  /** One comparison of one row, by the machinery that explains. */
  #exactCode(rule: FactRule, place: Place, index: number): Code {
    return findingOf(rule, this.#judgement(this.rows[index] as number), place).code;
  }

  #judgement(row: number): Judgement {
    const { ruleset } = this.compiled;
    const { figures, places } = this;
    figures.row = row;
    const [place] = places as [Place, ...Place[]];
    const snapshot: Snapshot = {
      unit: { level: ruleset.level, name: '-' },
      assessedOn: ruleset.effectiveFrom,
      year: place.year,
      facts: figures.facts(ruleset.facts),
    };
    return new Judgement(this.compiled, snapshot, this.options, undefined, place.year);
  }
}
