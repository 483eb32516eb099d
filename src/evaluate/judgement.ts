import { amountOf, exactDecimal, multiply } from '../rule/amount.js';
import { type Code, isProvisional, UNKNOWN } from '../rule/code.js';
import { codeFor } from '../rule/code-of.js';
import { findingOf } from '../rule/find.js';
import { type Grounds, NONE } from '../rule/finding.js';
import type { Place } from '../rule/place.js';
import { nothingPlain, type PlainFacts, plainFacts } from '../rule/plain-facts.js';
import type { PlainFigure } from '../rule/plain-figure.js';
import { Program } from '../rule/program.js';
import { FactReader, type TakeNote } from '../rule/reading.js';
import { figureOf, type Requirement, requirementName } from '../rule/requirement.js';
import type { FactRule, Reference, Rule } from '../rule/rule.js';
import type { Run } from '../rule/run.js';
import { LIMITS } from '../schema/limits.js';
import type { RelativeValue, Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledRuleset } from './compiled-ruleset.js';
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
import { Verdicts } from './verdicts.js';

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

/** One snapshot before one ruleset: what it comes to, with the grounds of it, or as codes alone for bulk work. */
export class Judgement implements Run {
  readonly year: number;
  readonly places: readonly Place[];
  /** Absent where nothing was declared, or it is not to count. */
  readonly declared: DeclaredFor | undefined;
  #settled: Verdicts<Settled> | undefined;
  #codes: Verdicts<Code> | undefined;
  #related: Map<string, Judgement | undefined> | undefined;
  #plain: PlainFacts | undefined;
  #reader: FactReader | undefined;

  constructor(
    readonly compiled: CompiledRuleset,
    readonly snapshot: Snapshot,
    readonly options: JudgementOptions,
    readonly note: TakeNote = UNHEARD,
    year?: number,
    /** The sets that led here; a set that leads back to one of them is not followed again. */
    readonly chain: readonly string[] = [compiled.ruleset.id],
  ) {
    this.year = year ?? yearOf(snapshot, this.note);
    this.places = placesFor(compiled.ruleset, compiled.context, snapshot, this);
    const { id } = compiled.ruleset;
    if (options.declared !== 'ignore' && snapshot.declared?.[id])
      this.declared = declaredFor(snapshot, id, compiled.indicators);
  }

  get isHeard(): boolean {
    return this.note !== UNHEARD;
  }

  get ruleset(): Ruleset {
    return this.compiled.ruleset;
  }

  get plain(): PlainFacts {
    if (!this.#plain) {
      const { nodes } = this.compiled;
      this.#plain = this.options.unavailable?.size
        ? nothingPlain(nodes)
        : plainFacts(nodes, this.snapshot.facts);
    }
    return this.#plain;
  }

  get figures(): readonly PlainFigure[] {
    return this.plain.figures;
  }

  get reader(): FactReader {
    this.#reader ??= new FactReader(
      this.snapshot.facts,
      this.ruleset.facts,
      this.year,
      this.snapshot.assessedOn,
      this.note,
      this.options.unavailable,
      this.plain,
    );
    return this.#reader;
  }

  /** Verdicts with their grounds. */
  get settled(): Verdicts<Settled> {
    this.#settled ??= new Verdicts<Settled>(this.compiled, this.declared, {
      notEncoded: NOT_ENCODED,
      codeOf: ({ code }) => code,
      over: (rule) => this.#settledOver(rule),
      all: allSettled,
      withDeclared: (found, about, declared) => {
        if (declared.disagreeing.length > 0) this.note('declarations-disagree', about);
        if (found.code !== UNKNOWN && found.code < UNKNOWN !== declaredCode(declared) < UNKNOWN)
          this.note('declaration-contradicts-facts', about);
        return withDeclaration(found, declared, this.options.declared);
      },
    });
    return this.#settled;
  }

  /** Verdicts alone. */
  get codes(): Verdicts<Code> {
    this.#codes ??= new Verdicts<Code>(this.compiled, this.declared, {
      notEncoded: UNKNOWN,
      codeOf: (code) => code,
      over: (rule) => agreedCode(this.places.map((place) => codeFor(rule, this, place))),
      all: allCodes,
      withDeclared: (code, _, declared) =>
        isDeclared(code, declared, this.options.declared) ? declaredCode(declared) : code,
    });
    return this.#codes;
  }

  /** The column that judges the unit, where that is settled. */
  get onlyPlace(): Place | undefined {
    return this.places.length === 1 ? this.places[0] : undefined;
  }

  /**
   * The codes of all indicators at once, before what was declared, in a list that is soon written anew; undefined where
   * several columns may judge.
   */
  codesInOneColumn(): Uint8Array | undefined {
    const place = this.onlyPlace;
    if (!place) return undefined;
    place.program ??= new Program(
      this.compiled.all.map(({ condition }) => condition),
      place,
      this,
    );
    return place.program.codes(this.plain, this);
  }

  placeIn(region: string | undefined, group: string | undefined): Place {
    const area = this.snapshot.unit.area ?? undefined;
    return this.compiled.places.of(region, group, area, this.year, this.options.publishedOnly);
  }

  /** Whoever reads notes is told what figures say on the way. */
  codeOf(rule: Rule, place: Place): Code {
    return this.isHeard ? findingOf(rule, this, place).code : codeFor(rule, this, place);
  }

  hasTrait(id: string): boolean {
    return this.snapshot.unit.traits?.[id] === true;
  }

  reached(reference: Reference): Grounds {
    const { ruleset } = reference;
    if (ruleset === undefined) return this.settled.referred(reference) ?? unexplained(UNKNOWN);
    // What another set is certain of needs no explanation here.
    const code = this.reachedCode(reference);
    if (code !== UNKNOWN && !isProvisional(code)) return unexplained(code);
    return this.#other(ruleset)?.settled.referred(reference) ?? unexplained(code);
  }

  reachedCode(reference: Reference): Code {
    const { ruleset } = reference;
    const where = ruleset === undefined ? this : this.#other(ruleset);
    return where?.codes.referred(reference) ?? UNKNOWN;
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
    const rule = there && firstNumber(condition, percentOf.requirement);
    const base = rule?.requirement(other, there as Place);
    if (base?.kind !== 'figure') return base ?? open;
    const product = { n: multiply(amountOf(base.literal as number | string), percent), d: 100 };
    const text = exactDecimal(product) as string;
    const literal = text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text;
    return figureOf(literal, [amountOf(text)], base.evidence, base.sources, base.changesUnlisted);
  }

  /** Another set for the same unit, year and facts; its notes are its own business and stay out of ours. */
  #other(id: string): Judgement | undefined {
    this.#related ??= new Map();
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

  #settledOver(rule: Rule): Settled {
    const only = this.onlyPlace;
    if (!only) {
      const candidates = this.places.map((place) => findingOf(rule, this, place));
      return { ...settledFrom(agreed(candidates)), candidates };
    }
    return settledFrom(findingOf(rule, this, only));
  }
}

/**
 * The first comparison of an indicator, or the one that names a requirement, where it is with one number whatever the
 * case: of yes, of a grade, of a list and of a figure that differs from case to case there is no share.
 */
function firstNumber(rule: Rule, name: string | undefined): FactRule | undefined {
  const first = firstComparison(rule, name);
  const type = first?.definition.type;
  const isNumber = type !== 'boolean' && type !== 'level' && first?.leaf.operator !== 'in';
  return isNumber && first?.cases.length === 0 ? first : undefined;
}

function firstComparison(rule: Rule, name: string | undefined): FactRule | undefined {
  if (rule.type === 'fact')
    return name === undefined || requirementName(rule.leaf) === name ? rule : undefined;
  if (!('rules' in rule)) return undefined;
  for (const one of rule.rules) {
    const found = firstComparison(one, name);
    if (found) return found;
  }
  return undefined;
}
