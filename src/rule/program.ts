import { compareShare } from './amount.js';
import { type Code, EXEMPT, MET, not, UNKNOWN, weaken } from './code.js';
import { codeFor } from './code-of.js';
import type { Place } from './place.js';
import { type PlainFigure, Share } from './plain-figure.js';
import type { Figure } from './requirement.js';
import type { FactRule, Rule } from './rule.js';
import type { Run } from './run.js';

const FIXED = 0;
const COMPARE = 1;
const LEAST = 2;
const MOST = 3;
const ASK = 4;

/** One step of a program. All steps have the same shape, which keeps them fast. */
interface Step {
  readonly kind: number;
  /** What is asked where a figure is not a plain number. */
  readonly rule: Rule | undefined;
  readonly node: number;
  readonly bound: number;
  /** What a figure comes to below, at and above its bound. */
  readonly below: Code;
  readonly at: Code;
  readonly above: Code;
  /** Where the parts of a group begin among the steps, and where they end. */
  readonly first: number;
  readonly end: number;
}

const STEP: Step = {
  kind: ASK,
  rule: undefined,
  node: 0,
  bound: 0,
  below: UNKNOWN,
  at: UNKNOWN,
  above: UNKNOWN,
  first: 0,
  end: 0,
};

/**
 * The rules of a set for one column, laid out in a row: every comparison with a figure of the law becomes one step with
 * that figure in it, and everything else a step that asks `codeFor`. Groups stand before their parts, so that the row
 * is worked off from its end.
 */
export class Program {
  readonly #steps: Step[] = [];
  readonly #blank: Code[] = [];

  constructor(
    rules: readonly (Rule | undefined)[],
    private readonly place: Place,
    run: Run,
  ) {
    const waiting = [...rules];
    for (let at = 0; at < waiting.length; at += 1) {
      const rule = waiting[at];
      this.#blank.push(UNKNOWN);
      this.#steps.push({ ...STEP, rule, ...this.#stepFor(rule, waiting, run) });
    }
  }

  #stepFor(rule: Rule | undefined, waiting: (Rule | undefined)[], run: Run): Partial<Step> {
    if (!rule) return { kind: FIXED };
    if (rule.type === 'fact') return this.#comparison(rule, run);
    if (rule.type !== 'all' && rule.type !== 'any') return {};
    const first = waiting.length;
    waiting.push(...rule.rules);
    return { kind: rule.type === 'all' ? LEAST : MOST, first, end: waiting.length };
  }

  #comparison(rule: FactRule, run: Run): Partial<Step> {
    if (rule.cases.length > 0 || rule.sexes.length > 0 || rule.isRelative) return {};
    const requirement = rule.requirement(run, this.place);
    if (requirement.kind === 'not-applicable')
      return { kind: FIXED, at: requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT) };
    if (requirement.kind === 'open') return rule.leaf.whenEmpty ? {} : { kind: FIXED };
    const { bound } = requirement;
    if (Number.isNaN(bound)) return {};
    return { kind: COMPARE, node: rule.node.at, bound, ...codesOf(rule, requirement) };
  }

  /** What every rule comes to, in the order they were given; further codes are those of their parts. */
  codes(figures: readonly PlainFigure[], run: Run): Code[] {
    const codes = this.#blank.slice();
    const steps = this.#steps;
    for (let at = steps.length - 1; at >= 0; at -= 1) {
      const step = steps[at] as Step;
      const { kind } = step;
      const code =
        kind === COMPARE
          ? compared(step, figures[step.node])
          : kind === LEAST
            ? least(codes, step)
            : kind === MOST
              ? most(codes, step)
              : kind === FIXED
                ? step.at
                : undefined;
      codes[at] = code ?? codeFor(step.rule as Rule, run, this.place);
    }
    return codes;
  }
}

/** The code of a number or a share; undefined where a figure is neither. */
function compared(step: Step, figure: PlainFigure): Code | undefined {
  if (figure === undefined) return UNKNOWN;
  const { bound } = step;
  const over =
    typeof figure === 'number'
      ? figure - bound
      : figure instanceof Share
        ? compareShare(figure.n, figure.d, figure.factor, bound)
        : Number.NaN;
  return over < 0 ? step.below : over > 0 ? step.above : over === 0 ? step.at : undefined;
}

function codesOf(rule: FactRule, { met }: Figure): Pick<Step, 'below' | 'at' | 'above'> {
  const code = (side: number): Code => {
    const own = rule.sides & side ? met : not(met);
    return rule.negated ? not(own) : own;
  };
  return { below: code(1), at: code(2), above: code(4) };
}

function least(codes: readonly Code[], { first, end }: Step): Code {
  let result = EXEMPT;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code < result) result = code;
  }
  return result;
}

function most(codes: readonly Code[], { first, end }: Step): Code {
  let result = -1;
  for (let at = first; at < end; at += 1) {
    const code = codes[at] as Code;
    if (code <= MET && code > result) result = code;
  }
  return result < 0 ? EXEMPT : result;
}
