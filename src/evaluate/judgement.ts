import type { Column } from '../law/requirement-row.js';
import { amountOf, exactDecimal, multiply } from '../rule/amount.js';
import { type Code, isProvisional, UNKNOWN } from '../rule/code.js';
import { codeFor } from '../rule/code-of.js';
import { findingOf } from '../rule/find.js';
import { type Finding, type Grounds, NONE } from '../rule/finding.js';
import type { Place } from '../rule/place.js';
import { PlainReader } from '../rule/plain-reader.js';
import { FactReader, type TakeNote } from '../rule/reading.js';
import { figureOf, type Requirement, requirementName } from '../rule/requirement.js';
import type { Reference, Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import type { DeclaredSummary } from '../schema/evaluation.js';
import { LIMITS } from '../schema/limits.js';
import type { RelativeValue, Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledCriterion, CompiledIndicator, CompiledRuleset } from './compiled-ruleset.js';
import { placesFor, yearOf } from './context.js';
import { type DeclaredFor, declaredFor } from './declared.js';
import {
  agreed,
  agreedCode,
  allCodes,
  allSettled,
  type DeclaredMode,
  declaredCode,
  isDeclared,
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

const unexplained = (code: Code): Grounds => ({ code, because: NONE, reasons: NONE, missing: NONE });

/** Where nobody reads the notes. */
const UNHEARD: TakeNote = () => {};

/**
 * One snapshot before one ruleset. Everything is worked out when first asked for and then remembered, so that rules
 * may refer to one another in any order. What is asked for is either `settled…`, with its grounds, or `code…`, the
 * outcome alone: for bulk work.
 */
export class Judgement implements Run {
  readonly year: number;
  readonly plain: PlainReader;
  readonly places: readonly Place[];
  /** Absent where nothing was declared, or it is not to count. */
  readonly declared: DeclaredFor | undefined;
  readonly #indicators: (Settled | undefined)[] = [];
  readonly #criteria: (Settled | undefined)[] = [];
  readonly #codes: (Code | undefined)[] = [];
  readonly #criterionCodes: (Code | undefined)[] = [];
  readonly #related = new Map<string, Judgement | undefined>();
  #reader: FactReader | undefined;
  #whole: Settled | undefined;

  constructor(
    readonly compiled: CompiledRuleset,
    readonly snapshot: Snapshot,
    readonly options: JudgementOptions,
    readonly note: TakeNote = UNHEARD,
    year?: number,
    /** The sets that led here; a set that leads back to one of them is not followed again. */
    readonly chain: readonly string[] = [compiled.ruleset.id],
  ) {
    this.year = year ?? yearOf(snapshot, note);
    this.plain = new PlainReader(
      options.unavailable?.size ? undefined : compiled.nodes.entriesOf(snapshot.facts),
    );
    this.places = placesFor(compiled.ruleset, compiled.context, snapshot, this.year, this);
    const { id } = compiled.ruleset;
    if (options.declared !== 'ignore' && snapshot.declared?.[id])
      this.declared = declaredFor(snapshot, id, compiled.indicators);
  }

  get ruleset(): Ruleset {
    return this.compiled.ruleset;
  }

  get reader(): FactReader {
    this.#reader ??= new FactReader(
      this.snapshot.facts,
      this.ruleset.facts,
      this.year,
      this.snapshot.assessedOn,
      this.note,
      this.options.unavailable,
    );
    return this.#reader;
  }

  placeOf(column: Column): Place {
    return this.compiled.places.of(column, this.options.publishedOnly);
  }

  /** Whoever reads notes is told what figures say on the way. */
  codeOf(rule: Rule, place: Place): Code {
    return this.note === UNHEARD ? codeFor(rule, this, place) : findingOf(rule, this, place).code;
  }

  hasTrait(id: string): boolean {
    return this.snapshot.unit.traits?.[id] === true;
  }

  reached(reference: Reference): Grounds {
    // What another set is certain of needs no explanation here.
    const code = reference.ruleset === undefined ? UNKNOWN : this.reachedCode(reference);
    if (code !== UNKNOWN && !isProvisional(code)) return unexplained(code);
    return this.#follow<Grounds>(
      reference,
      unexplained(UNKNOWN),
      (where, one) => where.settledIndicator(one),
      (where, one) => where.settledCriterion(one),
      (where) => where.whole(),
    );
  }

  reachedCode(reference: Reference): Code {
    return this.#follow<Code>(
      reference,
      UNKNOWN,
      (where, one) => where.indicatorCode(one),
      (where, one) => where.criterionCode(one),
      (where) => where.wholeCode(),
    );
  }

  #follow<T>(
    { ruleset, criterion, indicator }: Reference,
    otherwise: T,
    ofIndicator: (where: Judgement, one: CompiledIndicator) => T,
    ofCriterion: (where: Judgement, one: CompiledCriterion) => T,
    ofWhole: (where: Judgement) => T,
  ): T {
    const where = ruleset === undefined ? this : this.#other(ruleset);
    if (!where) return otherwise;
    if (indicator !== undefined) {
      const one = where.compiled.indicators.get(indicator);
      return one ? ofIndicator(where, one) : otherwise;
    }
    if (criterion === undefined) return ofWhole(where);
    const one = where.compiled.criteriaByNo.get(criterion);
    return one ? ofCriterion(where, one) : otherwise;
  }

  relatedRequirement({ percentOf, percent }: RelativeValue, place: Place): Requirement {
    const open: Requirement = { kind: 'open', reason: 'requirement-undetermined' };
    const other = percentOf.ruleset === this.ruleset.id ? this : this.#other(percentOf.ruleset);
    const condition = other?.compiled.indicators.get(percentOf.indicator)?.condition;
    if (!other || !condition) return open;
    const [only, ...more] = other.places;
    const there =
      other === this
        ? place
        : more.length === 0
          ? only
          : other.places.find(({ region }) => region === place.region);
    const base = there && firstFigure(findingOf(condition, other, there), percentOf.requirement);
    if (base?.kind !== 'figure' || Array.isArray(base.literal)) return base ?? open;
    const product = { n: multiply(amountOf(base.literal as number | string), percent), d: 100 };
    const text = exactDecimal(product) as string;
    const literal = text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
    return figureOf(literal, [amountOf(text)], base.evidence, base.sources, base.changesUnlisted);
  }

  /** Another set for the same unit, year and facts; its notes are its own business and stay out of ours. */
  #other(id: string): Judgement | undefined {
    if (!this.#related.has(id)) {
      const { chain, snapshot, options, year } = this;
      const found =
        chain.includes(id) || chain.length >= LIMITS.references
          ? undefined
          : options.related(id, snapshot, year);
      if (found?.nearest) this.note('related-version', id, { day: snapshot.assessedOn });
      this.#related.set(
        id,
        found && new Judgement(found.compiled, snapshot, options, UNHEARD, year, [...chain, id]),
      );
    }
    return this.#related.get(id);
  }

  /** What a rule comes to in every column that may judge this unit. */
  findingsFor(rule: Rule): Finding[] {
    return this.places.map((place) => findingOf(rule, this, place));
  }

  #codeOver(rule: Rule): Code {
    const [only, ...others] = this.places as [Place, ...Place[]];
    return others.length === 0
      ? codeFor(rule, this, only)
      : agreedCode(this.places.map((place) => codeFor(rule, this, place)));
  }

  settledIndicator({ indicator: { id }, condition, at }: CompiledIndicator): Settled {
    let settled = this.#indicators[at];
    if (!settled) {
      this.#indicators[at] = NOT_ENCODED; // ends a circle that an unchecked ruleset may hold
      settled = NOT_ENCODED;
      if (condition) {
        const findings = this.findingsFor(condition);
        settled = settledFrom(agreed(findings));
        if (findings.length > 1) settled = { ...settled, candidates: findings };
      }
      settled = this.#declaredOr(settled, id, this.declared?.indicators.get(id));
      this.#indicators[at] = settled;
    }
    return settled;
  }

  indicatorCode({ indicator: { id }, condition, at }: CompiledIndicator): Code {
    let code = this.#codes[at];
    if (code === undefined) {
      this.#codes[at] = UNKNOWN;
      code = condition ? this.#codeOver(condition) : UNKNOWN;
      if (this.declared) code = this.#declaredCodeOr(code, this.declared.indicators.get(id));
      this.#codes[at] = code;
    }
    return code;
  }

  settledCriterion({ criterion: { no }, indicators, pass, at }: CompiledCriterion): Settled {
    let settled = this.#criteria[at];
    if (!settled) {
      this.#criteria[at] = NOT_ENCODED;
      const fromIndicators = pass
        ? settledFrom(agreed(this.findingsFor(pass)))
        : allSettled(indicators.map((one) => this.settledIndicator(one)));
      settled = this.#declaredOr(fromIndicators, no, this.declared?.criteria.get(no));
      this.#criteria[at] = settled;
    }
    return settled;
  }

  criterionCode({ criterion: { no }, indicators, pass, at }: CompiledCriterion): Code {
    let code = this.#criterionCodes[at];
    if (code === undefined) {
      this.#criterionCodes[at] = UNKNOWN;
      code = pass ? this.#codeOver(pass) : allCodes(indicators.map((one) => this.indicatorCode(one)));
      if (this.declared) code = this.#declaredCodeOr(code, this.declared.criteria.get(no));
      this.#criterionCodes[at] = code;
    }
    return code;
  }

  /** What the whole set came to. */
  whole(): Settled {
    this.#whole ??= this.#judgeWhole();
    return this.#whole;
  }

  #judgeWhole(): Settled {
    const { pass, prerequisites, criteria, placeholders } = this.compiled;
    const judged = criteria.map((one) => this.settledCriterion(one));
    const { byCriteria, rest } = this.#beyond();
    if (pass) {
      const passed = settledFrom(agreed(this.findingsFor(pass)));
      return rest ? allSettled([passed, NOT_ENCODED]) : passed;
    }
    const unnamed = placeholders.map((one) => this.settledIndicator(one));
    return allSettled([
      ...prerequisites.map((one) => this.settledIndicator(one)),
      ...judged,
      ...unnamed.filter(({ code }) => !byCriteria || code !== UNKNOWN),
      ...(rest ? [NOT_ENCODED] : []),
    ]);
  }

  wholeCode(): Code {
    const { pass, prerequisites, criteria, placeholders } = this.compiled;
    const { byCriteria, rest } = this.#beyond();
    const codes = pass
      ? [this.#codeOver(pass)]
      : [
          ...prerequisites.map((one) => this.indicatorCode(one)),
          ...criteria.map((one) => this.criterionCode(one)),
          ...placeholders
            .map((one) => this.indicatorCode(one))
            .filter((code) => !byCriteria || code !== UNKNOWN),
        ];
    if (rest) codes.push(UNKNOWN);
    return pass && !rest ? (codes[0] as Code) : allCodes(codes);
  }

  /** What nobody has named stands in the way, unless every criterion has been declared as a whole. */
  #beyond(): { byCriteria: boolean; rest: boolean } {
    const { criteria, openEnded } = this.compiled;
    const declared = this.declared?.criteria;
    const byCriteria =
      declared !== undefined &&
      criteria.length > 0 &&
      criteria.every(({ criterion }) => declared.has(criterion.no));
    return { byCriteria, rest: openEnded && !byCriteria };
  }

  #declaredOr(found: Settled, about: string, declared: DeclaredSummary | undefined): Settled {
    if (!declared) return found;
    if (declared.disagreeing.length > 0) this.note('declarations-disagree', about);
    const code = declaredCode(declared);
    if (found.code !== UNKNOWN && found.code < UNKNOWN !== code < UNKNOWN)
      this.note('declaration-contradicts-facts', about);
    return withDeclaration(found, declared, this.options.declared);
  }

  #declaredCodeOr(found: Code, declared: DeclaredSummary | undefined): Code {
    return declared && isDeclared(found, declared, this.options.declared) ? declaredCode(declared) : found;
  }
}

/** The requirement of the first comparison of an indicator, or of the one that names it. */
function firstFigure(finding: Finding, name: string | undefined): Requirement | undefined {
  if (finding.type === 'leaf') {
    const { leaf } = finding.rule;
    return name === undefined || requirementName(leaf) === name ? finding.requirement : undefined;
  }
  if (!('children' in finding)) return undefined;
  for (const child of finding.children) {
    const found = firstFigure(child, name);
    if (found) return found;
  }
  return undefined;
}
