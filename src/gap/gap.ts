import { compareExactly, exactDecimal, negateExactly, shownNotBelow } from '../rule/amount.js';
import { type Code, EXEMPT, UNKNOWN } from '../rule/code.js';
import type { Finding, GroupFinding, LeafFinding } from '../rule/finding.js';
import type { FactReader } from '../rule/reading.js';
import type { Gap } from '../schema/evaluation.js';
import type { FactCatalogue } from '../schema/fact.js';
import { addAmount, addStanding, beyond, countingOf, countOf, difference, measure } from './distance.js';

interface Workplace {
  readonly facts: FactCatalogue;
  readonly reader: FactReader;
}

/**
 * What is missing to `met` for one finding, or undefined when nothing is.
 * For counts and bounds that may be reached, applying the gap makes it met and anything less does not.
 */
export function gapOf(finding: Finding, indicator: string, place: Workplace): Gap | undefined {
  if (finding.code > UNKNOWN) return undefined;
  switch (finding.type) {
    case 'leaf':
      return leafGap(finding, indicator, place);
    case 'reference':
      return { indicator, kind: 'all', refersTo: finding.rule.refersTo };
    case 'trait':
      return { indicator, kind: 'missing', reason: 'context-missing' };
    default:
      return groupGap(finding, indicator, place);
  }
}

function groupGap(finding: GroupFinding, indicator: string, place: Workplace): Gap | undefined {
  const gaps = finding.children.flatMap((child) => gapOf(child, indicator, place) ?? []);
  const [first] = gaps;
  if (!first) return undefined;
  if (finding.type === 'all') return gaps.length === 1 ? first : { indicator, kind: 'all', parts: gaps };
  const alternatives = cheapestFirst(gaps);
  if (finding.type === 'any') {
    return gaps.length === 1 ? first : { indicator, kind: 'any', parts: alternatives };
  }
  const met = finding.children.filter(({ code }) => isMet(code)).length;
  return { indicator, kind: 'k-of-n', needed: finding.k - met, parts: alternatives };
}

const isMet = (code: Code): boolean => code > UNKNOWN && code < EXEMPT;

const KIND_ORDER: Record<Gap['kind'], number> = {
  shortfall: 0,
  all: 1,
  any: 1,
  'k-of-n': 1,
  missing: 2,
  requirement: 3,
};

/**
 * Cheapest first, where alternatives can be compared at all: what is short before what is not known, and of one
 * quantity the smaller amount. Otherwise the order of the rule stays.
 */
function cheapestFirst(gaps: readonly Gap[]): Gap[] {
  const firstOf = new Map<string, number>();
  const keyed = gaps.map((gap, place) => {
    const quantity = gap.shortfall === undefined ? undefined : `${gap.fact}|${gap.sex ?? ''}`;
    if (quantity !== undefined && !firstOf.has(quantity)) firstOf.set(quantity, place);
    return {
      gap,
      kind: KIND_ORDER[gap.kind],
      place: quantity === undefined ? place : (firstOf.get(quantity) as number),
      amount: Number(gap.shortfall ?? 0),
    };
  });
  return keyed
    .sort((a, b) => a.kind - b.kind || a.place - b.place || a.amount - b.amount)
    .map(({ gap }) => gap);
}

function missingGap(key: string, indicator: string, { facts }: Workplace): Gap {
  const { title, unit } = facts[key] ?? {};
  return {
    indicator,
    kind: 'missing',
    fact: key,
    ...(title && { title }),
    ...(unit && { unit }),
    reason: 'missing-fact',
  };
}

function leafGap(finding: LeafFinding, indicator: string, place: Workplace): Gap {
  const { rule, requirement, missing, reasons } = finding;
  const standing = (kind: Gap['kind']): Gap => addStanding<Gap>({ indicator, kind }, finding);
  if (finding.code !== UNKNOWN) return shortfall(standing('shortfall'), finding, place.reader);
  const parts = (): Gap[] => missing.map((key) => missingGap(key, indicator, place));
  if (requirement.kind === 'open') {
    const gap = standing('requirement');
    gap.reason = requirement.reason;
    if (missing.length > 0) gap.parts = parts();
    return gap;
  }
  if (missing.length > 1) return { indicator, kind: 'all', parts: parts() };
  const [key = rule.leaf.fact] = missing;
  const isOther = key !== rule.leaf.fact;
  const gap = isOther ? missingGap(key, indicator, place) : standing('missing');
  const [reason] = reasons;
  if (!isOther && reason) gap.reason = reason;
  if (isOther && requirement.kind === 'figure') gap.required = requirement.literal;
  return gap;
}

/** How much a figure is short of its bound, in its unit and in whole things where it is made of such. */
function shortfall(gap: Gap, finding: LeafFinding, reader: FactReader): Gap {
  const measured = measure(finding);
  if (!measured) return gap;
  const { ordering, exact, valueOpen } = measured;
  const isAbove = ordering.side === 'above';
  const short = shownNotBelow(negateExactly(beyond(measured)), 6);
  addAmount(gap, 'shortfall', short, finding, isAbove ? 'increase' : 'decrease');
  if (ordering.strict || (!exact && valueOpen)) gap.exclusive = true;
  if (!exact) gap.estimated = true;
  const counting = countingOf(finding, measured, reader);
  if (!counting) return gap;
  const { count, limit, of, estimated } = counting;
  if (compareExactly(limit, 0) < 0 || (of !== undefined && compareExactly(limit, of) > 0)) return gap;
  const towards = isAbove ? difference(limit, count) : difference(count, limit);
  gap.atLeast = countOf(towards, 'up', counting);
  if (estimated) gap.estimated = true;
  if (finding.rule.definition.type === 'count' && exactDecimal(towards) !== undefined) {
    gap.shortfall = String(gap.atLeast.count);
    delete gap.exclusive;
  }
  return gap;
}
