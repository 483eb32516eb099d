import type { Judgement } from '../evaluate/judgement.js';
import { agreed, declaredCode, isDeclared } from '../evaluate/settled.js';
import type { Exactly } from '../rule/amount.js';
import { type Code, outcomeOf } from '../rule/code.js';
import { findingOf } from '../rule/find.js';
import type { Requirement } from '../rule/requirement.js';
import type { Literal } from '../schema/condition.js';
import type { Outcome } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import { type HeldState, heldState } from './held-at.js';
import { judgementOf } from './judging.js';
import { onlyOpenEntry } from './only-open.js';
import { SupposedRun, type UsingLeaf } from './supposed-run.js';
import { figuresAt, figuresAtNumber, type ReadyFigure } from './sweep-figure.js';
import { type Passing, strictestPassing, tryingPoints } from './thresholds.js';

/** What one unit comes to at one value of the figure. */
export interface UnitAt {
  readonly indicator: Outcome;
  readonly whole: Outcome;
  /** The indicator is the only thing open. */
  readonly onlyOpen: 'unmet' | 'unknown' | undefined;
}

/** One unit, judged once but for the figure that is swept. */
export class SweptUnit {
  readonly judgement: Judgement;
  readonly #run: SupposedRun;
  readonly #states = new Map<HeldState, UnitAt>();
  #constant: UnitAt | undefined;

  constructor(
    readonly ready: ReadyFigure,
    readonly snapshot: Snapshot,
  ) {
    this.judgement = judgementOf(ready.judging, snapshot);
    this.#run = new SupposedRun(this.judgement);
  }

  /** Whether the figure was needed to judge the unit. */
  get affected(): boolean {
    return this.#run.asked;
  }

  at(value: Literal): UnitAt {
    if (this.ready.entangled) return this.#amended(value);
    // A figure that another place’s row or another content decides is the same at every value.
    if (this.#constant) return this.#constant;
    const found = this.#withState(this.#code(figuresAt(value, this.ready)));
    if (!this.affected) this.#constant = found;
    return found;
  }

  #code(figures: readonly Requirement[]): Code {
    const { judgement, ready } = this;
    const { declared: mode, publishedOnly } = ready.judging.options;
    this.#run.supposed = figures;
    const findings = judgement.places.map((column) =>
      findingOf(
        ready.open.condition,
        this.#run,
        ready.open.places.of(column.region, column.group, column.area, column.year, publishedOnly),
      ),
    );
    const { code } = agreed(findings);
    const declared = judgement.declared?.indicators.get(ready.indicator.id);
    return declared && isDeclared(code, declared, mode) ? declaredCode(declared) : code;
  }

  #withState(code: Code): UnitAt {
    const state = heldState(code);
    let found = this.#states.get(state);
    if (!found) {
      const { held, openEnded, indicator } = this.ready;
      const evaluator = held.at(state);
      const outcomes = evaluator.outcomes(this.snapshot);
      const open = onlyOpenEntry(outcomes, evaluator.layout, openEnded);
      found = {
        indicator: outcomeOf(code),
        whole: outcomes.outcome,
        onlyOpen: open?.id === indicator.id ? open.outcome : undefined,
      };
      this.#states.set(state, found);
    }
    return found;
  }

  #amended(value: Literal): UnitAt {
    const { indicator, openEnded } = this.ready;
    const evaluator = this.ready.amendedAt(value);
    const outcomes = evaluator.outcomes(this.snapshot);
    const { layout } = evaluator;
    const own = layout.indicators.indexOf(indicator.id);
    const outcome =
      own >= 0
        ? outcomes.indicators[own]
        : outcomes.prerequisites[layout.prerequisites.indexOf(indicator.id)];
    const open = onlyOpenEntry(outcomes, layout, openEnded);
    return {
      indicator: outcome as Outcome,
      whole: outcomes.outcome,
      onlyOpen: open?.id === indicator.id ? open.outcome : undefined,
    };
  }

  /** Everything the unit’s own figures say about where its outcome may turn. */
  #ends(): Exactly[] {
    return this.ready.open.leaves.flatMap(({ leaf }: UsingLeaf) => {
      const qualifiers = { standard: leaf.standard, population: leaf.population };
      const { reader } = this.judgement;
      const found = [reader.find(leaf.fact, qualifiers)];
      if (leaf.bySex)
        for (const sex of ['male', 'female'] as const)
          found.push(reader.find(leaf.fact, { ...qualifiers, sex }));
      return found.flatMap(({ quantity }) =>
        [quantity?.lower, quantity?.upper].flatMap((end) => end?.at ?? []),
      );
    });
  }

  /** The strictest values at which the indicator, and the whole, are met: surely, and at best. */
  strictest(
    grades: readonly Literal[] | undefined,
  ): Record<'sure' | 'possible', { indicator: Passing; whole: Passing }> {
    const ascending = grades
      ? grades.map((_, place) => ({ at: place, end: true }))
      : tryingPoints(this.#ends());
    const points = this.ready.side === 'above' ? ascending : [...ascending].reverse();
    const known = new Map<Exactly, UnitAt>();
    const tried = (at: Exactly): UnitAt => {
      let found = known.get(at);
      if (!found) {
        const figures = grades
          ? figuresAt(grades[Number(at)] as Literal, this.ready)
          : figuresAtNumber(at, this.ready);
        found = this.#withState(this.#code(figures));
        known.set(at, found);
      }
      return found;
    };
    const passing = (what: 'indicator' | 'whole', wanted: (outcome: Outcome) => boolean): Passing =>
      strictestPassing(points, (at) => wanted(tried(at)[what]));
    const both = (wanted: (outcome: Outcome) => boolean) => ({
      indicator: passing('indicator', wanted),
      whole: passing('whole', wanted),
    });
    return { sure: both((outcome) => outcome === 'met'), possible: both((outcome) => outcome !== 'unmet') };
  }
}
