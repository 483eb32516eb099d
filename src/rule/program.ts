import { clearlyFrom, compareShare } from './amount.js';
import { type Code, EXEMPT, MET, not, UNKNOWN, weaken } from './code.js';
import { codeFor } from './code-of.js';
import { NONE } from './finding.js';
import type { Place } from './place.js';
import { AT_LEAST, NUMBER, type PlainFacts, SHARE, SHARE_OF_NOTHING, UNSETTLED } from './plain-facts.js';
import { type Share, sideOf } from './plain-figure.js';
import type { Figure } from './requirement.js';
import type { FactRule, Rule } from './rule.js';
import type { Run } from './run.js';

const FIXED = 0;
const COMPARE = 1;
const LEAST = 2;
const MOST = 3;
const BY_SEX = 4;
const ASK = 5;

/** Where a figure cannot be compared here. */
const NOT_HERE = -1;
/** Where a rough figure does not tell. */
const CLOSELY = 9;

/** Codes of a comparison: for what is not known, and where the others stand. */
const WIDTH = 4;
const NEAR = 1;
const ABOVE = 2;
const BELOW = 3;

/** What one step is made of. */
interface Step {
  readonly kind: number;
  readonly node: number;
  readonly bound: number;
  /** The figure may be a share, worked out roughly first. */
  readonly isShare: boolean;
  /** What a figure comes to below its bound (or always), at it and above it; and a share of nothing. */
  readonly below: Code;
  readonly at: Code;
  readonly above: Code;
  readonly empty: Code;
  /** Where the parts of a group begin among the steps, and where they end; of men and women their nodes. */
  readonly first: number;
  readonly end: number;
}

const BLANK: Omit<Step, 'kind'> = {
  node: 0,
  bound: 0,
  isShare: false,
  below: UNKNOWN,
  at: UNKNOWN,
  above: UNKNOWN,
  empty: UNKNOWN,
  first: 0,
  end: 0,
};

/**
 * The rules of a set for one column, laid out in a row: every comparison with a figure of the law becomes one step with
 * that figure in it, and everything else a step that asks `codeFor`. Groups stand before their parts, so that the row
 * is worked off from its end, once all comparisons are made. What steps are made of lies in flat arrays, one for each
 * thing, which is what makes it fast.
 */
export class Program {
  readonly #rules: readonly (Rule | undefined)[];
  readonly #steps: readonly Step[];
  readonly #codes: Uint8Array;
  /** Comparisons: their steps, nodes, ends between which a rough figure does not tell, and codes. */
  readonly #compared: Int32Array;
  readonly #node: Int32Array;
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #outcomes: Uint8Array;
  /** The comparisons of each node. */
  readonly #stepsOf: number[][] = [];
  /** Groups and whatever else is worked out after the comparisons: their steps and kinds, parts first. */
  readonly #later: Int32Array;
  readonly #kind: Uint8Array;
  readonly #first: Int32Array;
  readonly #end: Int32Array;

  constructor(
    rules: readonly (Rule | undefined)[],
    private readonly place: Place,
    run: Run,
  ) {
    const waiting = [...rules];
    const steps: Step[] = [];
    for (let at = 0; at < waiting.length; at += 1) steps.push(this.#stepFor(waiting[at], waiting, run));
    this.#rules = waiting;
    this.#steps = steps;
    // What is fixed stays in the list.
    this.#codes = Uint8Array.from(steps, ({ below }) => below);
    const compared = [...steps.keys()].filter((step) => steps[step]?.kind === COMPARE);
    const comparisons = compared.map((step) => steps[step] as Step);
    this.#compared = Int32Array.from(compared);
    this.#node = Int32Array.from(comparisons, ({ node }) => node);
    const nearness = ({ bound, isShare }: Step): number => (isShare ? clearlyFrom(bound) : 0);
    this.#low = Float64Array.from(comparisons, (step) => step.bound - nearness(step));
    this.#high = Float64Array.from(comparisons, (step) => step.bound + nearness(step));
    this.#outcomes = new Uint8Array(WIDTH * compared.length).fill(UNKNOWN);
    comparisons.forEach(({ below, at, above, isShare }, index) => {
      this.#outcomes[WIDTH * index + NEAR] = isShare ? CLOSELY : at;
      this.#outcomes[WIDTH * index + ABOVE] = above;
      this.#outcomes[WIDTH * index + BELOW] = below;
    });
    compared.forEach((step, index) => {
      const node = this.#node[index] as number;
      this.#stepsOf[node] = [...(this.#stepsOf[node] ?? NONE), step];
    });
    const later = [...steps.keys()].filter((step) => (steps[step] as Step).kind > COMPARE).reverse();
    const laterSteps = later.map((step) => steps[step] as Step);
    this.#later = Int32Array.from(later);
    this.#kind = Uint8Array.from(laterSteps, ({ kind }) => kind);
    this.#first = Int32Array.from(laterSteps, ({ first }) => first);
    this.#end = Int32Array.from(laterSteps, ({ end }) => end);
  }

  #stepFor(rule: Rule | undefined, waiting: (Rule | undefined)[], run: Run): Step {
    if (!rule) return { ...BLANK, kind: FIXED };
    if (rule.type === 'fact') return this.#comparison(rule, run);
    if (rule.type !== 'all' && rule.type !== 'any') return { ...BLANK, kind: ASK };
    const first = waiting.length;
    waiting.push(...rule.rules);
    return { ...BLANK, kind: rule.type === 'all' ? LEAST : MOST, first, end: waiting.length };
  }

  #comparison(rule: FactRule, run: Run): Step {
    const { leaf, node, sexes, cases, negated } = rule;
    const ask = { ...BLANK, kind: ASK };
    if (cases.length > 0 || rule.isRelative) return ask;
    const requirement = rule.requirement(run, this.place);
    if (requirement.kind === 'not-applicable')
      return { ...BLANK, kind: FIXED, below: requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT) };
    if (requirement.kind === 'open') return leaf.whenEmpty ? ask : { ...BLANK, kind: FIXED };
    const { bound } = requirement;
    if (Number.isNaN(bound)) return ask;
    const [men, women] = sexes;
    if (sexes.length > 0 && (negated || leaf.whenEmpty)) return ask;
    return {
      kind: sexes.length > 0 ? BY_SEX : COMPARE,
      node: node.at,
      bound,
      isShare: node.derivations.some(({ kind }) => kind !== 'sum'),
      ...codesOf(rule, requirement),
      first: men?.at ?? 0,
      end: women?.at ?? 0,
    };
  }

  /**
   * What every rule comes to, in the order they were given; further codes are those of their parts. They are told in
   * one list, which the next call writes anew.
   */
  codes(plain: PlainFacts, run: Run): Uint8Array {
    const codes = this.#codes;
    this.#compare(plain, codes, run);
    for (const node of plain.odd)
      for (const step of this.#stepsOf[node] ?? NONE) codes[step] = this.#closely(step, plain, run);
    const later = this.#later;
    for (let index = 0; index < later.length; index += 1) {
      const step = later[index] as number;
      const kind = this.#kind[index];
      const first = this.#first[index] as number;
      const end = this.#end[index] as number;
      if (kind === LEAST) codes[step] = least(codes, first, end);
      else if (kind === MOST) codes[step] = most(codes, first, end);
      else codes[step] = kind === BY_SEX ? this.#bySex(step, plain, run) : this.#ask(step, run);
    }
    return codes;
  }

  #compare(plain: PlainFacts, codes: Uint8Array, run: Run): void {
    const compared = this.#compared;
    const nodes = this.#node;
    const lows = this.#low;
    const highs = this.#high;
    const outcomes = this.#outcomes;
    const { rough } = plain;
    for (let index = 0; index < compared.length; index += 1) {
      const figure = rough[nodes[index] as number] as number;
      const low = lows[index] as number;
      // Counted instead of branched on: no processor can guess on which side of its bound the next figure lies.
      const place =
        NEAR * Number(figure >= low) +
        (ABOVE - NEAR) * Number(figure > (highs[index] as number)) +
        BELOW * Number(figure < low);
      const code = outcomes[WIDTH * index + place] as Code;
      const step = compared[index] as number;
      codes[step] = code === CLOSELY ? this.#closely(step, plain, run) : code;
    }
  }

  #ask(step: number, run: Run): Code {
    return codeFor(this.#rules[step] as Rule, run, this.place);
  }

  /** The code of a figure that is next to its bound, or no plain number. */
  #closely(step: number, plain: PlainFacts, run: Run): Code {
    const own = this.#steps[step] as Step;
    const code = codeOfNode(own, own.node as number, plain);
    return code === NOT_HERE ? this.#ask(step, run) : code;
  }

  /** Men and women must each reach the level; a total that does is met provisionally (see `codeFor`). */
  #bySex(step: number, plain: PlainFacts, run: Run): Code {
    const own = this.#steps[step] as Step;
    const men = codeOfNode(own, own.first as number, plain);
    const women = codeOfNode(own, own.end as number, plain);
    if (men === NOT_HERE || women === NOT_HERE) return this.#ask(step, run);
    const both = men < women ? men : women;
    if (both !== UNKNOWN) return both;
    const total = codeOfNode(own, own.node as number, plain);
    if (total === NOT_HERE) return this.#ask(step, run);
    return total > UNKNOWN ? weaken(total) : total;
  }
}

/** What a step comes to by the figure of a node, exactly. */
function codeOfNode(step: Step, node: number, plain: PlainFacts): Code {
  const { bound } = step;
  const figure = plain.figures[node];
  let over: number;
  switch (plain.states[node]) {
    case UNSETTLED:
      return UNKNOWN;
    case SHARE_OF_NOTHING:
      return step.empty;
    case AT_LEAST:
      for (const floor of plain.floors[node] ?? NONE)
        if (codeFromFloor(sideOf(floor, bound), step.at, step.above) !== UNKNOWN) return step.above;
      return UNKNOWN;
    case NUMBER:
      over = (figure as number) - bound;
      break;
    case SHARE: {
      const { n, d, factor } = figure as Share;
      over = compareShare(n, d, factor, bound);
      break;
    }
    default:
      return NOT_HERE;
  }
  return over < 0 ? step.below : over > 0 ? step.above : step.at;
}

/** What a comparison comes to on either side of its bound and at it, negation counted in; and a share of nothing. */
function codesOf(rule: FactRule, { met }: Figure): Pick<Step, 'below' | 'at' | 'above' | 'empty'> {
  const code = (side: number): Code => {
    const own = rule.sides & side ? met : not(met);
    return rule.negated ? not(own) : own;
  };
  return { below: code(1), at: code(2), above: code(4), empty: rule.leaf.whenEmpty ? EXEMPT : UNKNOWN };
}

/** Where only so much is known that a figure is not below this one. */
export function codeFromFloor(over: number, at: Code, above: Code): Code {
  return over > 0 || (over === 0 && at === above) ? above : UNKNOWN;
}

function least(codes: Uint8Array, first: number, end: number): Code {
  let result = EXEMPT;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code < result) result = code;
  }
  return result;
}

function most(codes: Uint8Array, first: number, end: number): Code {
  let result = NOT_HERE;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code <= MET && code > result) result = code;
  }
  return result < 0 ? EXEMPT : result;
}
