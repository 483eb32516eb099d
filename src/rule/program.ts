import { clearlyFrom, compareShare } from './amount.js';
import { type Code, EXEMPT, MET, not, UNKNOWN, weaken } from './code.js';
import { codeFor } from './code-of.js';
import type { Place } from './place.js';
import type { PlainFacts } from './plain-facts.js';
import { type PlainFigure, Share } from './plain-figure.js';
import type { Figure } from './requirement.js';
import type { FactRule, Rule } from './rule.js';
import type { Run } from './run.js';

const FIXED = 0;
const COMPARE = 1;
const LEAST = 2;
const MOST = 3;
const ASK = 4;

/** What one step is made of. */
interface Step {
  readonly kind: number;
  readonly node?: number;
  readonly bound?: number;
  /** What a figure comes to below, at and above its bound. */
  readonly below?: Code;
  readonly at?: Code;
  readonly above?: Code;
  /** Where the parts of a group begin among the steps, and where they end. */
  readonly first?: number;
  readonly end?: number;
}

/**
 * The rules of a set for one column, laid out in a row: every comparison with a figure of the law becomes one step with
 * that figure in it, and everything else a step that asks `codeFor`. Groups stand before their parts, so that the row
 * is worked off from its end. What steps are made of lies in flat arrays, one for each thing, which is what makes it fast.
 */
export class Program {
  readonly #rules: readonly (Rule | undefined)[];
  readonly #blank: Code[];
  readonly #kind: Uint8Array;
  readonly #node: Int32Array;
  readonly #bound: Float64Array;
  /** Below and above these a rough figure is clearly on one side of its bound. */
  readonly #low: Float64Array;
  readonly #high: Float64Array;
  readonly #below: Uint8Array;
  readonly #at: Uint8Array;
  readonly #above: Uint8Array;
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
    this.#blank = steps.map(() => UNKNOWN);
    const bound = ({ bound: own = 0 }: Step): number => own;
    this.#kind = Uint8Array.from(steps, ({ kind }) => kind);
    this.#node = Int32Array.from(steps, ({ node = 0 }) => node);
    this.#bound = Float64Array.from(steps, bound);
    this.#low = Float64Array.from(steps, (step) => bound(step) - clearlyFrom(bound(step)));
    this.#high = Float64Array.from(steps, (step) => bound(step) + clearlyFrom(bound(step)));
    this.#below = Uint8Array.from(steps, ({ below = UNKNOWN }) => below);
    this.#at = Uint8Array.from(steps, ({ at = UNKNOWN }) => at);
    this.#above = Uint8Array.from(steps, ({ above = UNKNOWN }) => above);
    this.#first = Int32Array.from(steps, ({ first = 0 }) => first);
    this.#end = Int32Array.from(steps, ({ end = 0 }) => end);
  }

  #stepFor(rule: Rule | undefined, waiting: (Rule | undefined)[], run: Run): Step {
    if (!rule) return { kind: FIXED };
    if (rule.type === 'fact') return this.#comparison(rule, run);
    if (rule.type !== 'all' && rule.type !== 'any') return { kind: ASK };
    const first = waiting.length;
    waiting.push(...rule.rules);
    return { kind: rule.type === 'all' ? LEAST : MOST, first, end: waiting.length };
  }

  #comparison(rule: FactRule, run: Run): Step {
    if (rule.cases.length > 0 || rule.sexes.length > 0 || rule.isRelative) return { kind: ASK };
    const requirement = rule.requirement(run, this.place);
    if (requirement.kind === 'not-applicable')
      return { kind: FIXED, at: requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT) };
    if (requirement.kind === 'open') return { kind: rule.leaf.whenEmpty ? ASK : FIXED };
    const { bound } = requirement;
    if (Number.isNaN(bound)) return { kind: ASK };
    return { kind: COMPARE, node: rule.node.at, bound, ...codesOf(rule, requirement) };
  }

  /** What every rule comes to, in the order they were given; further codes are those of their parts. */
  codes({ figures, rough }: PlainFacts, run: Run): Code[] {
    const codes = this.#blank.slice();
    const kinds = this.#kind;
    for (let step = kinds.length - 1; step >= 0; step -= 1) {
      const kind = kinds[step] as number;
      if (kind === COMPARE) {
        const figure = rough[this.#node[step] as number] as number;
        codes[step] = (
          figure > (this.#high[step] as number)
            ? this.#above[step]
            : figure < (this.#low[step] as number)
              ? this.#below[step]
              : this.#closely(step, figures, run)
        ) as Code;
      } else if (kind === FIXED) codes[step] = this.#at[step] as Code;
      else if (kind === ASK) codes[step] = codeFor(this.#rules[step] as Rule, run, this.place);
      else {
        const [first, end] = [this.#first[step] as number, this.#end[step] as number];
        codes[step] = kind === LEAST ? least(codes, first, end) : most(codes, first, end);
      }
    }
    return codes;
  }

  /** The code of a figure that is next to its bound, not known, or neither a number nor a share. */
  #closely(step: number, figures: readonly PlainFigure[], run: Run): Code {
    const figure = figures[this.#node[step] as number];
    if (figure === undefined) return UNKNOWN;
    const bound = this.#bound[step] as number;
    const over =
      typeof figure === 'number'
        ? figure - bound
        : figure instanceof Share
          ? compareShare(figure.n, figure.d, figure.factor, bound)
          : Number.NaN;
    const side = over < 0 ? this.#below : over > 0 ? this.#above : over === 0 ? this.#at : undefined;
    return side ? (side[step] as Code) : codeFor(this.#rules[step] as Rule, run, this.place);
  }
}

function codesOf(rule: FactRule, { met }: Figure): Pick<Step, 'below' | 'at' | 'above'> {
  const code = (side: number): Code => {
    const own = rule.sides & side ? met : not(met);
    return rule.negated ? not(own) : own;
  };
  return { below: code(1), at: code(2), above: code(4) };
}

function least(codes: readonly Code[], first: number, end: number): Code {
  let result = EXEMPT;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code < result) result = code;
  }
  return result;
}

function most(codes: readonly Code[], first: number, end: number): Code {
  let result = -1;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code <= MET && code > result) result = code;
  }
  return result < 0 ? EXEMPT : result;
}
