import type { Literal } from '../schema/condition.js';
import type { Because, Reason, Sex } from '../schema/evaluation.js';
import {
  alike,
  type Code,
  EXEMPT,
  isProvisional,
  MET,
  not,
  outcomeOf,
  UNKNOWN,
  UNMET,
  weaken,
} from './code.js';
import { SEXES } from './fact-node.js';
import {
  type Finding,
  joinGroup,
  type LeafFinding,
  leavesOf,
  NONE,
  named,
  negate,
  unique,
} from './finding.js';
import { decided } from './operator.js';
import type { Place } from './place.js';
import type { Quantity } from './quantity.js';
import type { FactFinding, FactReader, TakeNote } from './reading.js';
import type { Figure, Requirement } from './requirement.js';
import type { FactRule, Rule } from './rule.js';
import type { Run } from './run.js';

/** What a rule comes to and why: what decided it, or why it is unknown and what would decide it. */
export function findingOf(rule: Rule, run: Run, place: Place): Finding {
  switch (rule.type) {
    case 'fact':
      return rule.cases.length > 0 ? findingOverCases(rule, run, place) : comparison(rule, run, place);
    case 'trait': {
      const code = run.hasTrait(rule.trait) === rule.negated ? UNMET : MET;
      return { type: 'trait', rule, code, because: NONE, reasons: NONE, missing: NONE };
    }
    case 'reference': {
      const { code, because, missing } = run.reached(rule.refersTo);
      const isOpen = code === UNKNOWN;
      const finding: Finding = {
        type: 'reference',
        rule,
        code: rule.because.length > 0 ? weaken(code) : code,
        because: isOpen ? NONE : unique([...because, ...rule.because]),
        reasons: isOpen ? ['child-unknown'] : NONE,
        missing,
      };
      return rule.negated ? negate(finding) : finding;
    }
    default:
      return joinGroup(
        rule.type,
        rule.k,
        rule.rules.map((one) => findingOf(one, run, place)),
      );
  }
}

function comparison(rule: FactRule, run: Run, place: Place): Finding {
  const note = place.hypothetical ? () => {} : run.note;
  if (rule.sexes.length > 0) return comparisonBySex(rule, rule.requirement(run, place), run.reader, note);
  const fact = run.reader.read(rule.node);
  return leafFinding(rule, rule.requirement(run, place), note, { fact, negated: rule.negated });
}

interface Compared {
  readonly fact: FactFinding;
  readonly negated: boolean;
  readonly sex?: Sex | undefined;
  readonly splitMissing?: boolean | undefined;
}

const OPEN_BECAUSE: Record<Exclude<FactFinding['status'], 'known'>, readonly Reason[]> = {
  unavailable: ['fact-unavailable'],
  'empty-base': ['empty-base'],
  missing: ['missing-fact'],
};

/** The finding of one comparison. */
function leafFinding(
  rule: FactRule,
  requirement: Requirement,
  note: TakeNote,
  { fact, negated, sex, splitMissing }: Compared,
): LeafFinding {
  const { leaf } = rule;
  const operator = negated ? rule.operator : leaf.operator;
  let code: Code = UNKNOWN;
  let because: readonly Because[] = NONE;
  let reasons: readonly Reason[] = NONE;
  let missing: readonly string[] = NONE;
  if (requirement.kind === 'not-applicable') {
    code = EXEMPT;
    if (requirement.evidence !== 'published') because = [requirement.evidence];
  } else if (fact.status === 'empty-base' && leaf.whenEmpty) code = EXEMPT;
  else if (requirement.kind === 'open') {
    reasons = [requirement.reason];
    // Once a province supplies the figure, what completes a derivation already begun will be needed.
    if (fact.started && fact.status !== 'known') missing = fact.missing;
  } else if (fact.status !== 'known') {
    reasons = OPEN_BECAUSE[fact.status];
    missing = fact.missing;
  } else {
    const compared = compare(fact, rule, requirement);
    if (compared === UNKNOWN) {
      const imprecise = fact.missing.length === 0 || fact.missing.includes(leaf.fact);
      reasons = [imprecise ? 'imprecise' : 'missing-fact'];
      missing = fact.missing.length > 0 ? fact.missing : [leaf.fact];
    } else {
      const isOtherwise = (coarser: Quantity): boolean => {
        const coarse = decided(coarser, leaf.operator, requirement.figures);
        return coarse !== UNKNOWN && coarse !== compared;
      };
      if (fact.gaveWay?.some(isOtherwise)) note('finer-figure-decides', leaf.fact);
      code = negated ? not(compared) : compared;
      because = doubtsOf(requirement, fact, splitMissing);
    }
  }
  if (because.length > 0) code = weaken(code);
  return {
    type: 'leaf',
    rule,
    operator,
    sex,
    fact,
    requirement,
    observed: undefined,
    code,
    because,
    reasons,
    missing,
  };
}

/** What makes a comparison less than certain. */
function doubtsOf(
  { evidence, changesUnlisted, met }: Figure,
  { approximate }: FactFinding,
  splitMissing = false,
): readonly Because[] {
  if (met === MET && !approximate && !splitMissing) return NONE;
  const because: Because[] = splitMissing ? ['split-missing'] : [];
  if (evidence !== 'published') because.push(evidence);
  if (changesUnlisted) because.push('changes-unlisted');
  if (approximate) because.push('approximate');
  return because;
}

/** How a fact stands to a requirement that is known. */
function compare(fact: FactFinding, { leaf }: FactRule, { literal, figures }: Figure): Code {
  if (fact.flag === undefined)
    return fact.quantity ? decided(fact.quantity, leaf.operator, figures) : UNKNOWN;
  const list: readonly Literal[] = Array.isArray(literal) ? literal : [literal as Literal];
  return list.includes(fact.flag) === (leaf.operator !== 'notEqual') ? MET : UNMET;
}

/**
 * Men and women must each reach the level. Figures by sex decide; a total below the level shows that one of the
 * two is below it, a total at the level is met provisionally.
 */
function comparisonBySex(
  rule: FactRule,
  requirement: Requirement,
  reader: FactReader,
  note: TakeNote,
): Finding {
  const fact = reader.read(rule.node);
  const facts = rule.sexes.map((node) => reader.read(node));
  const given = facts.some(({ status, started }) => status !== 'missing' || started);
  const find = (own: FactFinding, sex?: Sex, splitMissing?: boolean): LeafFinding =>
    leafFinding(rule, requirement, note, { fact: own, negated: false, sex, splitMissing });
  const settle = (finding: Finding): Finding => (rule.negated ? negate(finding) : finding);
  const total = find(fact);
  const asTotal = (): LeafFinding => find(fact, undefined, true);
  if (!given || requirement.kind !== 'figure')
    return settle(outcomeOf(total.code) === 'met' && total.code < EXEMPT ? asTotal() : total);
  const sexes = facts.map((one, index) => find(one, SEXES[index]));
  const joined = joinGroup('all', 2, sexes);
  if (joined.code !== UNKNOWN) {
    if (total.code !== UNKNOWN && outcomeOf(total.code) !== outcomeOf(joined.code))
      note('finer-figure-decides', rule.leaf.fact);
    return settle(joined);
  }
  if (total.code < UNKNOWN) return settle(total);
  if (total.code === UNKNOWN) return settle(joined);
  return settle(joinGroup('all', 2, [...sexes.filter(({ code }) => code > UNKNOWN), asTotal()]));
}

const sameRequirements = (a: Finding, b: Finding): boolean => {
  const left = leavesOf(a);
  const right = leavesOf(b);
  return (
    left.length === right.length &&
    left.every((one, index) => {
      const other = right[index];
      return one.type === 'leaf' && other?.type === 'leaf' && one.requirement === other.requirement;
    })
  );
};

/** Where it is not settled which case holds, a part is decided only when every case that may hold decides it alike. */
function findingOverCases(rule: FactRule, run: Run, place: Place): Finding {
  const found = rule.cases.map(({ id, rule: one }) => ({ id, finding: findingOf(one, run, place) }));
  const holding = found.find(({ finding }) => finding.code > UNKNOWN);
  if (holding) return comparison(rule, run, place.inCase(holding.id));
  const possible = found.filter(({ finding }) => finding.code === UNKNOWN);
  const candidates = possible.map(({ id }) => comparison(rule, run, place.inCase(id)));
  const [first] = candidates;
  if (!first) return comparison(rule, run, place);
  // Where every case asks for the same figure, it does not matter which holds.
  if (candidates.every((one) => sameRequirements(one, first))) return first;
  if (first.code !== UNKNOWN && candidates.every(({ code }) => alike(code, first.code)))
    return candidates.find(({ code }) => isProvisional(code)) ?? first;
  const open = possible.map(({ finding }) => finding);
  return {
    ...first,
    code: UNKNOWN,
    because: NONE,
    reasons: unique([...named('reasons', open), ...named('reasons', candidates)]),
    missing: unique([...named('missing', candidates), ...named('missing', open)]),
  };
}
