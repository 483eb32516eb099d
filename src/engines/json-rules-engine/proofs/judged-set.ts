import type { Almanac } from 'json-rules-engine';
import type { CompiledRuleset } from '../../../evaluate/compiled-ruleset.js';
import { type DeclaredFor, declaredFor } from '../../../evaluate/declared.js';
import { FactReader } from '../../../rule/reading.js';
import type { Condition } from '../../../schema/condition.js';
import type { DeclaredSummary } from '../../../schema/evaluation.js';
import { LIMITS } from '../../../schema/limits.js';
import type { Ruleset } from '../../../schema/ruleset.js';
import { caseChoice } from './case-choice.js';
import { setPlaces } from './column-choice.js';
import { type ConditionScope, conditionProofs } from './condition-proofs.js';
import { criterionProofs, wholeProofs } from './entry-proofs.js';
import { knownFigure } from './known-figure.js';
import { knownFact, type LeafScope, leafProofs } from './leaf-proofs.js';
import type { Places } from './places.js';
import { agreed, type Proofs, undecidable } from './proofs.js';
import { relativeFigure } from './relative-figure.js';
import type { Stated } from './requirement.js';
import { Rulebook } from './rulebook.js';
import type { Setting } from './setting.js';
import {
  type Declared,
  declaredFirst,
  filledIn,
  proofsByVerdict,
  type Verdict,
  type VerdictKind,
} from './verdict.js';

/**
 * One ruleset for one unit and year, as verdicts of a rulebook: the set that is judged, or one that it refers to, of
 * which only what is referred to becomes rules.
 */
export class JudgedSet {
  readonly declared: DeclaredFor;
  /** Before the names of everything in a set that another refers to; empty for the set that is judged. */
  readonly prefix: string;
  #places: Places | 'being settled' | undefined;
  readonly #verdicts = new Map<string, Verdict | 'being settled'>();
  readonly #readers = new WeakMap<Almanac, FactReader>();
  readonly #related = new Map<string, JudgedSet | undefined>();

  constructor(
    readonly compiled: CompiledRuleset,
    readonly rulebook: Rulebook,
    readonly setting: Setting,
    /** The sets that led here; one that leads back to them is not followed again. */
    readonly chain: readonly string[] = [compiled.ruleset.id],
  ) {
    this.prefix = chain
      .slice(1)
      .map((id) => `${id} `)
      .join('');
    this.declared =
      setting.judging.declared === 'ignore'
        ? { criteria: new Map(), indicators: new Map() }
        : declaredFor(setting.snapshot, compiled.ruleset.id, new Set(compiled.indicators.keys()));
  }

  get ruleset(): Ruleset {
    return this.compiled.ruleset;
  }

  /** The columns that may judge the unit. */
  get places(): Places {
    if (this.#places === 'being settled') throw circle('the column');
    if (!this.#places) {
      this.#places = 'being settled';
      this.#places = setPlaces(this);
    }
    return this.#places;
  }

  indicator(id: string): Verdict | undefined {
    const compiled = this.compiled.indicators.get(id);
    if (!compiled) return undefined;
    const { indicator } = compiled;
    const kind = this.compiled.prerequisites.includes(compiled) ? 'prerequisite' : 'indicator';
    return this.#verdict(`indicator:${id}`, { kind, name: { indicator: id } }, () =>
      this.#withDeclaration(
        `indicator:${id}`,
        indicator.condition ? this.proofs(indicator.condition, indicator) : undecidable('not-encoded'),
        this.declared.indicators.get(id),
      ),
    );
  }

  criterion(no: string): Verdict | undefined {
    const compiled = this.compiled.criteriaByNo.get(no);
    if (!compiled) return undefined;
    return this.#verdict(`criterion:${no}`, { kind: 'criterion', name: { criterion: no } }, () =>
      this.#withDeclaration(
        `criterion:${no}`,
        criterionProofs(this, compiled),
        this.declared.criteria.get(no),
      ),
    );
  }

  whole(): Verdict {
    return this.#verdict('ruleset', { kind: 'ruleset', name: { ruleset: this.ruleset.id } }, () =>
      wholeProofs(this),
    );
  }

  /** Another set for the same unit and year, or undefined where it is not at hand. */
  related(id: string): JudgedSet | undefined {
    if (!this.#related.has(id)) {
      const { snapshot, year, judging } = this.setting;
      const found =
        this.chain.includes(id) || this.chain.length >= LIMITS.references
          ? undefined
          : judging.related(id, snapshot, year);
      this.#related.set(
        id,
        found && new JudgedSet(found.compiled, this.rulebook, this.setting, [...this.chain, id]),
      );
    }
    return this.#related.get(id);
  }

  /** What proves and refutes a condition under every column that may apply. */
  proofs(condition: Condition, stated: Stated): Proofs {
    const { columns, ruledOut } = this.places;
    const scope = this.scope(stated);
    return agreed(
      columns.map((column) => ({
        proofs: conditionProofs(condition, column, scope),
        ruledOut: ruledOut(column),
      })),
    );
  }

  /** What conditions of one indicator, criterion or set are worked out with. */
  scope(stated: Stated): ConditionScope {
    const { rulebook, prefix, setting } = this;
    const leafScope: LeafScope = {
      prefix,
      stated,
      publishedOnly: setting.judging.publishedOnly,
      relative: (value, column) => relativeFigure(this, value, column),
      cases: () => caseChoice(this, stated),
      uses: (key) => this.#uses(key),
    };
    return {
      leaf: (leaf, column, negated) => leafProofs(leaf, column, leafScope, negated),
      reference: (reference) => this.#reference(reference),
      trait: (id) => setting.snapshot.unit.traits?.[id] === true,
      step: (proofs) => rulebook.step(prefix, stated.id, proofs).fact,
    };
  }

  /** What is known of a figure is read through the catalogue of the set that asks. */
  #uses(key: string): void {
    this.rulebook.computed.set(knownFact(this.prefix, key), (params, almanac) =>
      knownFigure(this.#readerIn(almanac), this.ruleset.facts, key, params),
    );
  }

  #readerIn(almanac: Almanac): FactReader {
    let reader = this.#readers.get(almanac);
    if (!reader) {
      const run = this.rulebook.runs.get(almanac);
      if (!run) throw new TypeError('these rules run only in the engine they were made for');
      const { snapshot, year } = this.setting;
      reader = new FactReader(
        run.facts,
        this.ruleset.facts,
        year,
        snapshot.assessedOn,
        () => undefined,
        run.unavailable,
      );
      this.#readers.set(almanac, reader);
    }
    return reader;
  }

  #reference({ ruleset, indicator, criterion }: Parameters<ConditionScope['reference']>[0]): Proofs {
    const isOwn = ruleset === undefined || ruleset === this.ruleset.id;
    const set = isOwn ? this : this.related(ruleset);
    const verdict =
      indicator !== undefined
        ? set?.indicator(indicator)
        : criterion !== undefined
          ? set?.criterion(criterion)
          : set?.whole();
    return verdict ? proofsByVerdict(verdict) : undecidable('child-unknown');
  }

  #verdict(
    name: string,
    event: { readonly kind: VerdictKind; readonly name: Readonly<Record<string, string>> },
    proofs: () => Proofs,
  ): Verdict {
    const known = this.#verdicts.get(name);
    if (known === 'being settled') throw circle(name);
    if (known) return known;
    this.#verdicts.set(name, 'being settled');
    const fact = `${this.prefix}${name}`;
    const own = this.chain.length === 1;
    const verdict = this.rulebook.add({
      fact,
      proofs: proofs(),
      event: own ? { type: event.kind, params: event.name } : { type: 'step', params: { step: fact } },
    });
    this.#verdicts.set(name, verdict);
    return verdict;
  }

  #withDeclaration(name: string, proofs: Proofs, summary: DeclaredSummary | undefined): Proofs {
    if (!summary) return proofs;
    const declared: Declared = { fact: `${this.prefix}declared:${name}`, summary };
    this.rulebook.constants.set(declared.fact, summary.outcome);
    if (this.setting.judging.declared === 'prefer') return declaredFirst(declared);
    return filledIn(() => this.rulebook.step(this.prefix, `${name} by facts`, proofs), proofs, declared);
  }
}

/** Checked rulesets hold no circles. */
function circle(name: string): TypeError {
  return new TypeError(`ruleset was not checked: ${name} leads back to itself`);
}

/** Every outcome of a ruleset as verdicts, with those of other sets that they look at. */
export function rulebookOf(compiled: CompiledRuleset, setting: Setting): Rulebook {
  const rulebook = new Rulebook();
  const set = new JudgedSet(compiled, rulebook, setting);
  for (const id of compiled.indicators.keys()) set.indicator(id);
  for (const no of compiled.criteriaByNo.keys()) set.criterion(no);
  set.whole();
  return rulebook;
}
