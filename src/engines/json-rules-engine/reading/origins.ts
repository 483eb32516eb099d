import type { Path, Problem } from '../../../problem/problem.js';
import { pointer } from '../../../problem/report.js';

/** Where each part of a ruleset stands in the rules it was read from, so that problems are named at their place there. */
export class Origins {
  readonly #places = new Map<string, string>();

  /** What stands there in the ruleset came from there in the rules. */
  set(inRuleset: Path, inRules: Path): void {
    this.#places.set(pointer('', ...inRuleset), pointer('', ...inRules));
  }

  /** The same problem at its place in the rules, or among the options where it did not come from a rule. */
  readonly placed = (problem: Problem): Problem => {
    let known = problem.path;
    while (known !== '' && !this.#places.has(known)) known = known.slice(0, known.lastIndexOf('/'));
    const origin = this.#places.get(known);
    const path =
      origin === undefined ? `/options/ruleset${problem.path}` : origin + problem.path.slice(known.length);
    return { ...problem, path };
  };
}
