import type { Column } from '../law/requirement-row.js';
import { amountOf, decimal, plain } from '../rule/amount.js';
import type { Finding, Requirement } from '../rule/finding.js';
import { FactReader } from '../rule/reading.js';
import type { Reached, Run } from '../rule/run.js';
import type { Outcome } from '../schema/evaluation.js';
import { LIMITS } from '../schema/limits.js';
import type { RelativeValue, Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledCriterion, CompiledIndicator, CompiledRuleset } from './compiled-ruleset.js';
import { columnsFor, yearOf } from './context.js';
import { type DeclaredFor, declaredFor } from './declared.js';
import { NoteBook } from './notes.js';
import {
  agreed,
  allSettled,
  type DeclaredMode,
  NOT_ENCODED,
  type Settled,
  settledFrom,
  withDeclaration,
} from './settled.js';

/** Finds and compiles another ruleset that this one refers to, for the same unit on the same day. */
export type Related = (
  id: string,
  snapshot: Snapshot,
  year: number,
) => { compiled: CompiledRuleset; nearest: boolean } | undefined;

export interface JudgementOptions {
  readonly declared: DeclaredMode;
  readonly publishedOnly: boolean;
  readonly related: Related;
  /** Facts that could not be had; what depends on them is unknown. */
  readonly unavailable?: ReadonlySet<string> | undefined;
}

const UNKNOWN: Reached = {
  outcome: 'unknown',
  certain: 'unknown',
  because: [],
  reasons: ['child-unknown'],
  missing: [],
};

/**
 * One snapshot before one ruleset. Everything is worked out when first asked for and then remembered, so that rules
 * may refer to one another in any order.
 */
export class Judgement implements Run {
  readonly notes: NoteBook;
  readonly note;
  readonly reader: FactReader;
  readonly year: number;
  readonly publishedOnly: boolean;
  readonly columns: readonly Column[];
  readonly declared: DeclaredFor;
  readonly #indicators = new Map<string, Settled>();
  readonly #criteria = new Map<string, Settled>();
  readonly #related = new Map<string, Judgement | undefined>();
  #whole: Settled | undefined;

  constructor(
    readonly compiled: CompiledRuleset,
    readonly snapshot: Snapshot,
    readonly options: JudgementOptions,
    notes = new NoteBook(),
    year?: number,
    /** The sets that led here; a set that leads back to one of them is not followed again. */
    readonly chain: readonly string[] = [compiled.ruleset.id],
  ) {
    this.notes = notes;
    this.note = notes.take;
    this.publishedOnly = options.publishedOnly;
    this.year = year ?? yearOf(snapshot, this.note);
    this.reader = new FactReader(
      snapshot.facts,
      compiled.ruleset.facts,
      this.year,
      snapshot.assessedOn,
      this.note,
      options.unavailable,
    );
    this.columns = columnsFor(compiled.ruleset, compiled.context, snapshot, this.year, this);
    this.declared = declaredFor(snapshot, compiled.ruleset.id, new Set(compiled.indicators.keys()));
  }

  get ruleset(): Ruleset {
    return this.compiled.ruleset;
  }

  trait(id: string): { outcome: Outcome; assumed: boolean } {
    const given = this.snapshot.unit.traits?.[id];
    return typeof given === 'boolean'
      ? { outcome: given ? 'met' : 'unmet', assumed: false }
      : { outcome: 'unmet', assumed: true };
  }

  indicator(id: string): Reached {
    const compiled = this.compiled.indicators.get(id);
    return compiled ? this.settledIndicator(compiled) : UNKNOWN;
  }

  criterion(no: string): Reached {
    const compiled = this.compiled.criteriaByNo.get(no);
    return compiled ? this.settledCriterion(compiled) : UNKNOWN;
  }

  related(reference: {
    ruleset: string;
    criterion?: string | undefined;
    indicator?: string | undefined;
  }): Reached {
    const other = this.#other(reference.ruleset);
    if (!other) return UNKNOWN;
    if (reference.indicator !== undefined) return other.indicator(reference.indicator);
    return reference.criterion !== undefined ? other.criterion(reference.criterion) : other.whole();
  }

  relatedRequirement({ percentOf, percent }: RelativeValue, column: Column): Requirement {
    const open: Requirement = { kind: 'open', reason: 'requirement-undetermined' };
    const other = percentOf.ruleset === this.ruleset.id ? this : this.#other(percentOf.ruleset);
    const compiled = other?.compiled.indicators.get(percentOf.indicator);
    if (!other || !compiled?.condition) return open;
    const place =
      other === this
        ? column
        : other.columns.length === 1
          ? other.columns[0]
          : other.columns.find((one) => one.region === column.region);
    if (!place) return open;
    const leaf = firstFigure(compiled.condition(other, place), percentOf.requirement);
    if (leaf?.kind !== 'figure' || Array.isArray(leaf.literal)) return leaf ?? open;
    const value = decimal(leaf.literal as number | string)
      .times(percent)
      .div(100);
    return { ...leaf, literal: literalOf(plain(value)), figures: [amountOf(plain(value))] };
  }

  /** Another set for the same unit, year and facts; its notes are its own business and stay out of ours. */
  #other(id: string): Judgement | undefined {
    if (!this.#related.has(id)) {
      const found =
        this.chain.includes(id) || this.chain.length >= LIMITS.references
          ? undefined
          : this.options.related(id, this.snapshot, this.year);
      if (found?.nearest) this.note('related-version', id, { day: this.snapshot.assessedOn });
      this.#related.set(
        id,
        found &&
          new Judgement(found.compiled, this.snapshot, this.options, new NoteBook(), this.year, [
            ...this.chain,
            id,
          ]),
      );
    }
    return this.#related.get(id);
  }

  /** The finding of every column that may judge this unit. */
  findingsFor(condition: NonNullable<CompiledIndicator['condition']>): Finding[] {
    return this.columns.map((column) => condition(this, column));
  }

  settledIndicator(compiled: CompiledIndicator): Settled {
    const { id } = compiled.indicator;
    let settled = this.#indicators.get(id);
    if (!settled) {
      const declared = this.declared.indicators.get(id);
      this.#indicators.set(id, NOT_ENCODED); // ends a circle that an unchecked ruleset may hold
      const fromFacts = this.#fromFacts(compiled);
      if (declared) this.#noteDeclared(id, declared, fromFacts.outcome);
      settled = withDeclaration(fromFacts, declared, this.options.declared);
      this.#indicators.set(id, settled);
    }
    return settled;
  }

  #fromFacts({ condition }: CompiledIndicator): Settled {
    if (!condition) return NOT_ENCODED;
    const findings = this.findingsFor(condition);
    return { ...settledFrom(agreed(findings)), ...(findings.length > 1 && { candidates: findings }) };
  }

  settledCriterion(compiled: CompiledCriterion): Settled {
    const { no } = compiled.criterion;
    let settled = this.#criteria.get(no);
    if (!settled) {
      const declared = this.declared.criteria.get(no);
      this.#criteria.set(no, NOT_ENCODED);
      const fromIndicators = compiled.pass
        ? settledFrom(agreed(this.findingsFor(compiled.pass)))
        : allSettled(compiled.indicators.map((one) => this.settledIndicator(one)));
      if (declared) this.#noteDeclared(no, declared, fromIndicators.outcome);
      settled = withDeclaration(fromIndicators, declared, this.options.declared);
      this.#criteria.set(no, settled);
    }
    return settled;
  }

  /** What the whole set came to. */
  whole(): Settled {
    this.#whole ??= this.#judgeWhole();
    return this.#whole;
  }

  #judgeWhole(): Settled {
    const { pass, prerequisites, criteria, placeholders, openEnded } = this.compiled;
    const judged = criteria.map((one) => this.settledCriterion(one));
    const allDeclared =
      this.options.declared !== 'ignore' &&
      criteria.length > 0 &&
      criteria.every(({ criterion }) => this.declared.criteria.has(criterion.no));
    // What nobody has named stands in the way, unless every criterion has been declared as a whole.
    const rest = openEnded && !allDeclared ? [NOT_ENCODED] : [];
    if (pass) {
      const passed = settledFrom(agreed(this.findingsFor(pass)));
      return rest.length > 0 ? allSettled([passed, ...rest]) : passed;
    }
    const unnamed = placeholders.map((one) => this.settledIndicator(one));
    return allSettled([
      ...prerequisites.map((one) => this.settledIndicator(one)),
      ...judged,
      ...unnamed.filter(({ outcome }) => !allDeclared || outcome !== 'unknown'),
      ...rest,
    ]);
  }

  #noteDeclared(
    about: string,
    declared: { outcome: Outcome; disagreeing: readonly unknown[] },
    found: Outcome,
  ): void {
    if (this.options.declared === 'ignore') return;
    if (declared.disagreeing.length > 0) this.note('declarations-disagree', about);
    if (found !== 'unknown' && found !== declared.outcome) this.note('declaration-contradicts-facts', about);
  }
}

function literalOf(text: string): number | string {
  return text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
}

/** The requirement of the first comparison of an indicator, or of the one that names it. */
function firstFigure(finding: Finding, name: string | undefined): Requirement | undefined {
  if (finding.type === 'leaf') {
    const { value } = finding.leaf;
    const own =
      typeof value === 'object' && !Array.isArray(value) ? value.fact.slice('required.'.length) : undefined;
    return name === undefined || own === name ? finding.requirement : undefined;
  }
  if (finding.type === 'reference' || finding.type === 'trait') return undefined;
  for (const child of finding.children) {
    const found = firstFigure(child, name);
    if (found) return found;
  }
  return undefined;
}
