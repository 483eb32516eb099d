import type { FactNode } from '../rule/fact-node.js';
import { isSilent, type PlainFacts } from '../rule/plain-facts.js';
import { NOT_PLAIN, type PlainFigure, Share } from '../rule/plain-figure.js';
import type { Rule } from '../rule/rule.js';
import type { Settled } from './settled.js';

/** Rules that rest on more figures are worked out each time. */
const MOST_FACTS = 12;
/** How many results are remembered of one rule in one column, and of a whole ruleset in all columns. */
const MOST_OF_ONE = 128;
export const MOST_RESULTS = 6000;

/** What the result of a rule follows from, beside the column. */
export interface RestsOn {
  /** The facts it compares. */
  readonly compared: readonly FactNode[];
  /** These, and everything they may be worked out from. */
  readonly all: readonly FactNode[];
}

/** What a rule rests on; undefined where it asks for anything but facts and figures of its own set, or for too many. */
export function restsOn(rule: Rule): RestsOn | undefined {
  const compared = new Set<FactNode>();
  const all = new Set<FactNode>();
  const takeNode = (node: FactNode): void => {
    if (all.has(node)) return;
    all.add(node);
    for (const one of node.sexes) takeNode(one);
    for (const { of } of node.derivations) for (const one of of) takeNode(one);
  };
  const take = (one: Rule): boolean => {
    if ('rules' in one) return one.rules.every(take);
    if (one.type !== 'fact' || one.isRelative) return false;
    for (const node of [one.node, ...one.sexes]) {
      compared.add(node);
      takeNode(node);
    }
    return one.cases.every((oneCase) => take(oneCase.rule));
  };
  return take(rule) && all.size <= MOST_FACTS ? { compared: [...compared], all: [...all] } : undefined;
}

/** Whether all figures behind a rule are plain, and reading them makes nobody note anything. */
export function isPlainly(
  { compared, all }: RestsOn,
  plain: PlainFacts,
  year: number,
  assessedOn: string,
): boolean {
  for (const node of all) if (plain.figures[node.at] === NOT_PLAIN) return false;
  for (const node of compared) if (!isSilent(plain, node, year, assessedOn)) return false;
  return true;
}

/** A share is told by the figures it is made of, which have places of their own. */
const keyOf = (figure: PlainFigure): PlainFigure => (figure instanceof Share ? Number.NaN : figure);

interface Branch extends Map<PlainFigure, Branch | Settled> {}

/**
 * What one rule has come to in one column, by the figures it rests on: units with the same figures have the same result.
 * Yes and no, grades and rates of one decimal come again and again, and so does a unit that is judged again.
 */
export class KnownResults {
  readonly #root: Branch = new Map();
  #count = 0;

  find({ all }: RestsOn, { figures }: PlainFacts): Settled | undefined {
    let found: Branch | Settled | undefined = this.#root;
    for (const { at } of all) {
      found = (found as Branch).get(keyOf(figures[at]));
      if (found === undefined) return undefined;
    }
    return found as Settled;
  }

  /** Remembers a result, unless there are too many already; tells whether it does. */
  keep({ all }: RestsOn, { figures }: PlainFacts, settled: Settled): boolean {
    if (this.#count >= MOST_OF_ONE) return false;
    this.#count += 1;
    let branch = this.#root;
    for (const { at } of all.slice(0, -1)) {
      const key = keyOf(figures[at]);
      let next = branch.get(key) as Branch | undefined;
      if (!next) {
        next = new Map();
        branch.set(key, next);
      }
      branch = next;
    }
    branch.set(keyOf(figures[(all.at(-1) as FactNode).at]), settled);
    return true;
  }
}
