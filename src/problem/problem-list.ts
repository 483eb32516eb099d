import { LIMITS } from '../schema/limits.js';
import type { ProblemCode } from './codes.js';
import type { Path, Problem } from './problem.js';
import { type ProblemDetails, pointer, problem } from './report.js';

/**
 * Collects problems up to the limit and counts the rest. What a problem says is worked out only for those that are
 * listed: looking for the nearest spelling of a hundred thousand unknown keys would take minutes.
 */
export class ProblemList {
  readonly #problems: Problem[] = [];
  readonly #codes = new Set<ProblemCode>();
  #more = 0;

  get empty(): boolean {
    return this.#problems.length === 0;
  }

  /** How many problems there are, those not listed included. */
  get size(): number {
    return this.#problems.length + this.#more;
  }

  get full(): boolean {
    return this.#problems.length >= LIMITS.problems;
  }

  /** Whether a problem with one of these codes has been found. */
  has(...codes: readonly ProblemCode[]): boolean {
    return codes.some((code) => this.#codes.has(code));
  }

  add(code: ProblemCode, path: Path, details: () => ProblemDetails): void {
    this.#codes.add(code);
    if (this.full) this.#more += 1;
    else this.#problems.push(problem(code, pointer('', ...path), details()));
  }

  /** Counts a problem that is not listed any more, so that it need not be looked into. Only for a full list. */
  skip(): void {
    this.#more += 1;
  }

  /** Takes over what another list holds and this one does not, each problem changed on the way. */
  merge(other: ProblemList, change: (problem: Problem) => Problem): void {
    const known = new Set(this.#problems.map(({ code, path }) => `${code} ${path}`));
    for (const code of other.#codes) this.#codes.add(code);
    for (const one of other.#problems.map(change)) {
      if (known.has(`${one.code} ${one.path}`)) continue;
      if (this.full) this.#more += 1;
      else this.#problems.push(one);
    }
    this.#more += other.#more;
  }

  /** All problems in order, each with its file where one is known; a last one says how many more there are. */
  list(file?: string): Problem[] {
    const all = [...this.#problems];
    if (this.#more > 0) all.push(tooMany(this.#more));
    return file === undefined ? all : all.map((one) => ({ ...one, file }));
  }
}

function tooMany(more: number): Problem {
  return problem('too-many', '', {
    found: more,
    expected: { vi: `nhiều nhất ${LIMITS.problems} lỗi`, en: `at most ${LIMITS.problems} problems` },
    hint: { vi: 'Sửa các lỗi trên rồi kiểm tra lại.', en: 'Mend those above and check again.' },
  });
}
