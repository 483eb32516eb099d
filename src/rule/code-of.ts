import {
  alike,
  atLeast,
  type Code,
  EXEMPT,
  isProvisional,
  MET,
  not,
  UNKNOWN,
  UNMET,
  weaken,
} from './code.js';
import type { FactNode } from './fact-node.js';
import { findingOf } from './find.js';
import type { Place } from './place.js';
import { NOT_PLAIN, NOTHING, type PlainFigure, Share, sideOf } from './plain-figure.js';
import type { Figure } from './requirement.js';
import type { FactRule, GroupRule, Rule } from './rule.js';
import type { Run } from './run.js';

/**
 * What a rule comes to, without saying why: the code of `findingOf`, for bulk work. Plain figures are compared here;
 * everything else is left to `findingOf`, comparison by comparison, so that what figures mean is said once.
 */
export function codeFor(rule: Rule, run: Run, place: Place): Code {
  switch (rule.type) {
    case 'fact':
      return rule.cases.length > 0 ? codeOverCases(rule, run, place) : comparisonCode(rule, run, place);
    case 'trait':
      return run.hasTrait(rule.trait) === rule.negated ? UNMET : MET;
    case 'reference': {
      const code = run.reachedCode(rule.refersTo);
      const reached = rule.because.length > 0 ? weaken(code) : code;
      return rule.negated ? not(reached) : reached;
    }
    default:
      return groupCode(rule, run, place);
  }
}

function groupCode({ type, k, rules }: GroupRule, run: Run, place: Place): Code {
  if (type === 'k-of-n')
    return atLeast(
      k,
      rules.map((rule) => codeFor(rule, run, place)),
    );
  let result = EXEMPT;
  for (const rule of rules) {
    const code = codeFor(rule, run, place);
    if (code === (type === 'all' ? UNMET : MET)) return code;
    if (code < EXEMPT && (result === EXEMPT || (type === 'all' ? code < result : code > result)))
      result = code;
  }
  return result;
}

function comparisonCode(rule: FactRule, run: Run, place: Place): Code {
  const requirement = place.requirements[rule.at] ?? rule.requirement(run, place);
  let code: Code | undefined;
  if (requirement.kind === 'figure') {
    // A bound that is no plain number is not a number at all.
    if (!Number.isNaN(requirement.bound))
      code =
        rule.sexes.length > 0
          ? codeBySex(rule, run.figures, requirement)
          : plainCode(rule, run.figures[rule.node.at], requirement);
  } else if (requirement.kind === 'not-applicable') {
    return requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT);
  } else if (!rule.leaf.whenEmpty) return UNKNOWN;
  if (code === undefined) return findingOf(rule, run, place).code;
  return rule.negated ? not(code) : code;
}

/** The code of a plain figure; undefined where it is not plain. */
function plainCode(rule: FactRule, figure: PlainFigure, { bound, met }: Figure): Code | undefined {
  if (typeof figure === 'number' || figure instanceof Share)
    return (rule.sides >> (sideOf(figure, bound) + 1)) & 1 ? met : not(met);
  if (figure === NOT_PLAIN) return undefined;
  return figure === NOTHING && rule.leaf.whenEmpty ? EXEMPT : UNKNOWN;
}

/** Men and women; undefined where not all of their figures are plain. */
function codeBySex(rule: FactRule, figures: readonly PlainFigure[], requirement: Figure): Code | undefined {
  const [male, female] = rule.sexes as [FactNode, FactNode];
  const men = plainCode(rule, figures[male.at], requirement);
  const women = plainCode(rule, figures[female.at], requirement);
  if (men === undefined || women === undefined || men === EXEMPT || women === EXEMPT) return undefined;
  const lesser = Math.min(men, women);
  if (lesser !== UNKNOWN) return lesser;
  const total = plainCode(rule, figures[rule.node.at], requirement);
  if (total === EXEMPT) return undefined;
  return total !== undefined && total > UNKNOWN ? weaken(total) : total;
}

/** Where it is not settled which case holds, a part is decided only when every case that may hold decides it alike. */
function codeOverCases(rule: FactRule, run: Run, place: Place): Code {
  const possible: string[] = [];
  for (const { id, rule: condition } of rule.cases) {
    const code = codeFor(condition, run, place);
    if (code > UNKNOWN) return comparisonCode(rule, run, place.inCase(id));
    if (code === UNKNOWN) possible.push(id);
  }
  const [first, ...others] = possible.map((id) => place.inCase(id));
  if (!first) return comparisonCode(rule, run, place);
  const code = comparisonCode(rule, run, first);
  if (others.every((one) => rule.requirement(run, one) === rule.requirement(run, first))) return code;
  const codes = others.map((one) => comparisonCode(rule, run, one));
  if (!codes.every((one) => alike(one, code))) return UNKNOWN;
  return codes.some(isProvisional) ? weaken(code) : code;
}
