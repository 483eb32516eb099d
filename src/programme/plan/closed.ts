import type { PlanBaseline, PlanMeasure } from '../../schema/plan.js';
import type { CountBounds } from '../../schema/programme.js';
import { sumOfBounds } from './bounds.js';
import type { ProgressNotes } from './progress-notes.js';
import { isMadeUp, type Scope, scopeName, unitsOf } from './scopes.js';
import type { Solved } from './solve.js';
import type { States } from './states.js';
import type { State } from './tracks.js';

/** What is gone of so much: never less than nothing. */
function gone(before: CountBounds, now: CountBounds): CountBounds {
  return {
    least: Math.max(0, before.least - now.most),
    most: Math.max(0, before.most - now.least),
  };
}

/** What was open when the plan began and is closed now, and what was met then and is not any more. */
export class Closed {
  constructor(
    private readonly measure: PlanMeasure,
    private readonly states: States,
    private readonly notes: ProgressNotes,
  ) {}

  /** The latest state that can be held against the baseline. */
  #state(scope: Scope, baseline: PlanBaseline | undefined): State | undefined {
    const state = this.states.of(scope, this.measure)?.latest;
    if (!state) return undefined;
    if (baseline?.on !== undefined && state.day !== '' && state.day < baseline.on) {
      this.notes.add('before-baseline', scopeName(scope));
      return undefined;
    }
    if (baseline?.setSize !== undefined && state.of !== undefined && state.of !== baseline.setSize) {
      this.notes.add('size-differs', scopeName(scope));
      return undefined;
    }
    return state;
  }

  /** How much is open now; of a unit that nothing is told of, anything up to all of it. */
  #openNow(scope: Scope, baseline: PlanBaseline | undefined): CountBounds {
    const state = this.#state(
      scope,
      scope.unit && baseline?.unit ? baseline : { ...baseline, on: undefined },
    );
    if (state) return state.open;
    if (isMadeUp(scope)) return sumOfBounds(scope.parts.map((part) => this.#openNow(part, baseline)));
    const size = this.measure.kind === 'pairs' ? baseline?.setSize : 1;
    const units = unitsOf(scope);
    const all = size === undefined || units === undefined ? Number.POSITIVE_INFINITY : size * units;
    return { least: 0, most: all };
  }

  /** So many pairs or units are closed: surely, and at most. */
  of(solved: Solved): CountBounds {
    const { scope, parts, baseline, open } = solved;
    if (scope.unit) return this.#ofUnit(solved);
    const state = this.#state(scope, baseline?.entry);
    const before = this.#before(solved);
    if (state && before) return gone(before, state.open);
    const ofParts = sumOfBounds(parts.map((part) => this.of(part)));
    const whole = parts.length === scope.parts.length && isMadeUp(scope);
    if (whole && parts.every((part) => this.#before(part) !== undefined)) return ofParts;
    if (!before) return { least: ofParts.least, most: open?.most ?? Number.POSITIVE_INFINITY };
    const net = gone(before, this.#openNow(scope, baseline?.entry));
    const least = Math.max(net.least, Math.min(ofParts.least, before.most));
    return { least, most: Math.max(least, net.most) };
  }

  /** What was open: where nothing is said of units, none of those that are to reach a tier had it. */
  #before({ scope, baseline, open }: Solved): CountBounds | undefined {
    if (this.measure.kind === 'pairs' || baseline) return open;
    const units = unitsOf(scope);
    return units === undefined ? undefined : { least: units, most: units };
  }

  #ofUnit(solved: Solved): CountBounds {
    const { scope, baseline } = solved;
    const before = this.#before(solved);
    const state = this.#state(scope, baseline?.entry);
    if (!before) return { least: 0, most: Number.POSITIVE_INFINITY };
    if (!state) return { least: 0, most: before.most };
    const { open, unknown = [] } = baseline?.entry ?? {};
    const { criteria } = state;
    if (!open || !criteria) return gone(before, state.open);
    // Criterion by criterion: what was lost elsewhere takes nothing away from what was closed.
    const now = (no: string) => criteria.get(no) ?? 'unknown';
    const least = open.filter((no) => now(no) === 'met').length;
    const perhaps = open.filter((no) => now(no) === 'unknown').length;
    return { least, most: least + perhaps + unknown.filter((no) => now(no) !== 'unmet').length };
  }

  /** Criteria named by a target of one unit: closed, and perhaps closed. */
  named(scope: Scope, criteria: readonly string[], baseline: PlanBaseline | undefined): CountBounds {
    const state = this.#state(scope, baseline);
    if (!state?.criteria) {
      // By their number alone it is sure only that no more are open than are said to be.
      const all = criteria.length;
      if (!state) return { least: 0, most: all };
      return { least: Math.max(0, all - state.open.most), most: all };
    }
    const outcomes = criteria.map((no) => state.criteria?.get(no) ?? 'unknown');
    const least = outcomes.filter((one) => one === 'met').length;
    return { least, most: least + outcomes.filter((one) => one === 'unknown').length };
  }

  /** What the unit or group itself has surely lost; which criteria, where they are known one by one. */
  lost({ scope, baseline, open }: Solved): { count: number; criteria?: string[] } {
    const entry = baseline?.entry;
    const state = this.#state(scope, entry);
    const criteria = new Set(this.states.of(scope, this.measure)?.lost() ?? []);
    if (entry?.open)
      for (const [no, outcome] of state?.criteria ?? [])
        if (outcome === 'unmet' && !entry.open.includes(no) && !entry.unknown?.includes(no)) criteria.add(no);
    if (criteria.size > 0) return { count: criteria.size, criteria: [...criteria] };
    if (!state || !open || !baseline) return { count: 0 };
    return { count: Math.max(0, state.open.least - open.most) };
  }
}
