import type { CountBounds } from '../../schema/programme.js';
import { sumOfBounds } from './bounds.js';
import { ALWAYS, type Span } from './period.js';

/** How much is planned between any two days: surely, and at most. */
export interface Timeline {
  /** The days between which it is settled, in order. */
  readonly days: readonly string[];
  planned(span: Span): CountBounds;
}

export const total = (timeline: Timeline): CountBounds => timeline.planned(ALWAYS);

/** What several have planned together. */
export function together(parts: readonly Timeline[]): Timeline {
  return {
    days: [...new Set(parts.flatMap(({ days }) => days))].sort(),
    planned: (span) => sumOfBounds(parts.map((part) => part.planned(span))),
  };
}

/**
 * What figures for periods that may lie inside one another, or overlap, say of every period: the month is part of its
 * quarter, the quarter of its half, the half of its year, and a target by a day reaches over several. Exact, since sums
 * over stretches of one line leave whole solutions wherever they leave any: the shortest way between two days, over all
 * that is known, is the most that can lie between them.
 */
export class Schedule implements Timeline {
  readonly days: readonly string[];
  /** How much at most lies between two days, later minus earlier; minus the least where they are the other way round. */
  readonly #most: Float64Array;

  constructor(days: readonly string[]) {
    this.days = [...new Set(days)].sort();
    const size = this.days.length;
    this.#most = new Float64Array(size * size).fill(Number.POSITIVE_INFINITY);
    // Nothing is ever less than none: later days have at least as much behind them.
    for (let from = 0; from < size; from += 1) for (let to = 0; to <= from; to += 1) this.#set(from, to, 0);
  }

  #get(from: number, to: number): number {
    return this.#most[from * this.days.length + to] ?? Number.POSITIVE_INFINITY;
  }

  #set(from: number, to: number, most: number): void {
    this.#most[from * this.days.length + to] = most;
  }

  /** At most so much from one place to another; against what is known already it is not taken. */
  #limit(from: number, to: number, most: number): boolean {
    if (most >= this.#get(from, to)) return true;
    if (this.#get(to, from) + most < 0) return false;
    const size = this.days.length;
    for (let a = 0; a < size; a += 1) {
      const before = this.#get(a, from) + most;
      if (before === Number.POSITIVE_INFINITY) continue;
      for (let b = 0; b < size; b += 1) {
        const way = before + this.#get(to, b);
        if (way < this.#get(a, b)) this.#set(a, b, way);
      }
    }
    return true;
  }

  #place(day: string): number {
    return this.days.indexOf(day);
  }

  /** At least and at most so much in a span whose ends are days of it. False where what is known contradicts it. */
  bound({ from, to }: Span, { least, most }: CountBounds): boolean {
    const [a, b] = [this.#place(from), this.#place(to)];
    const byMost = this.#limit(a, b, most);
    return this.#limit(b, a, -least) && byMost;
  }

  /** Takes many bounds at once; false, and nothing is taken, where they contradict what is known or one another. */
  boundAll(bounds: Iterable<{ span: Span; bounds: CountBounds }>): boolean {
    const before = this.#most.slice();
    const size = this.days.length;
    for (const { span, bounds: known } of bounds) {
      const [a, b] = [this.#place(span.from), this.#place(span.to)];
      this.#set(a, b, Math.min(this.#get(a, b), known.most));
      this.#set(b, a, Math.min(this.#get(b, a), -known.least));
    }
    const most = this.#most;
    for (let via = 0; via < size; via += 1)
      for (let a = 0; a < size; a += 1) {
        const first = most[a * size + via] ?? Number.POSITIVE_INFINITY;
        if (first === Number.POSITIVE_INFINITY) continue;
        for (let b = 0; b < size; b += 1) {
          const way = first + (most[via * size + b] ?? Number.POSITIVE_INFINITY);
          if (way < (most[a * size + b] ?? Number.POSITIVE_INFINITY)) most[a * size + b] = way;
        }
      }
    for (let at = 0; at < size; at += 1)
      if (this.#get(at, at) < 0) {
        this.#most.set(before);
        return false;
      }
    return true;
  }

  planned({ from, to }: Span): CountBounds {
    const last = this.days.length - 1;
    if (last < 1 || from >= to) return { least: 0, most: 0 };
    const notBefore = (day: string): number => {
      let [low, high] = [0, last + 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((this.days[middle] ?? '') < day) low = middle + 1;
        else high = middle;
      }
      return low;
    };
    const notAfter = (day: string): number => {
      const at = notBefore(day);
      return this.days[at] === day ? at : at - 1;
    };
    // Inside a stretch nothing says where what is planned for it lies.
    const [inner, innerEnd] = [notBefore(from), notAfter(to)];
    const [outer, outerEnd] = [Math.max(0, notAfter(from)), Math.min(last, notBefore(to))];
    return {
      least: inner < innerEnd ? Math.max(0, -this.#get(innerEnd, inner)) : 0,
      most: outer < outerEnd ? this.#get(outer, outerEnd) : 0,
    };
  }
}
