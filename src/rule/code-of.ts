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
import { MET_SIDES } from './operator.js';
import type { Place } from './place.js';
import { MISSING, NOT_PLAIN, NOTHING, STARTED, type Standing } from './plain-reader.js';
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

/** The code of a figure that stands so to its bound. */
function standingCode(rule: FactRule, standing: Standing, { met }: Figure): Code {
  if (standing >= MISSING) return standing === NOTHING && rule.leaf.whenEmpty ? EXEMPT : UNKNOWN;
  return (MET_SIDES[rule.leaf.operator] >> (standing + 1)) & 1 ? met : not(met);
}

function comparisonCode(rule: FactRule, run: Run, place: Place): Code {
  const requirement = rule.requirement(run, place);
  if (requirement.kind === 'not-applicable')
    return requirement.evidence === 'published' ? EXEMPT : weaken(EXEMPT);
  if (requirement.kind === 'open' && !rule.leaf.whenEmpty) return UNKNOWN;
  const code =
    requirement.kind === 'open' || Number.isNaN(requirement.bound)
      ? undefined
      : rule.sexes.length > 0
        ? codeBySex(rule, run, requirement)
        : plainCode(rule, rule.node, run, requirement);
  if (code === undefined) return findingOf(rule, run, place).code;
  return rule.negated ? not(code) : code;
}

/** The code of a plain figure; undefined where it is not plain. */
function plainCode(rule: FactRule, node: FactNode, run: Run, requirement: Figure): Code | undefined {
  const standing = run.plain.standing(node, requirement.bound);
  return standing === NOT_PLAIN ? undefined : standingCode(rule, standing, requirement);
}

/** Men and women; undefined where not all of their figures are plain. */
function codeBySex(rule: FactRule, run: Run, requirement: Figure): Code | undefined {
  const [male, female] = rule.sexes as [FactNode, FactNode];
  const ofMen = run.plain.standing(male, requirement.bound);
  const ofWomen = run.plain.standing(female, requirement.bound);
  if (ofMen >= STARTED || ofWomen >= STARTED) return undefined;
  const lesser = Math.min(standingCode(rule, ofMen, requirement), standingCode(rule, ofWomen, requirement));
  if (lesser < UNKNOWN || (ofMen !== MISSING && ofWomen !== MISSING)) return lesser;
  const total = plainCode(rule, rule.node, run, requirement);
  if (total === EXEMPT) return ofMen === ofWomen ? total : undefined;
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
