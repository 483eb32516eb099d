import type { Outcome } from '../../schema/evaluation.js';
import type { CountBounds } from '../../schema/programme.js';

/** What was found of a unit or group on one day. */
export interface State {
  /** Empty where no day is told. */
  readonly day: string;
  /** Pairs that are and may be open, or units that do not, or may not, have the tier. */
  readonly open: CountBounds;
  /** Entries of the set, for pairs. */
  readonly of?: number;
  /** Every criterion, where they are known one by one. */
  readonly criteria?: ReadonlyMap<string, Outcome> | undefined;
}

/** What was found in the course of time: the latest counts, and what was met before. */
export class Track {
  #latest: State | undefined;
  readonly #metBefore = new Set<string>();

  /** Of two states of one day the first counts. */
  add(state: State): void {
    const latest = this.#latest;
    if (!latest || state.day > latest.day) {
      this.#latest = state;
      this.#remember(latest);
    } else if (state.day < latest.day) this.#remember(state);
  }

  #remember(state: State | undefined): void {
    for (const [no, outcome] of state?.criteria ?? []) if (outcome === 'met') this.#metBefore.add(no);
  }

  get latest(): State | undefined {
    return this.#latest;
  }

  /** Criteria that were met once and are unmet now. */
  lost(): string[] {
    return [...(this.#latest?.criteria ?? [])].flatMap(([no, outcome]) =>
      outcome === 'unmet' && this.#metBefore.has(no) ? [no] : [],
    );
  }
}
