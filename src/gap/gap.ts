import { addExactly, compareExactly, exactDecimal, negateExactly, shownNotBelow } from '../rule/amount.js';
import { type Code, EXEMPT, UNKNOWN } from '../rule/code.js';
import type { Finding, GroupFinding, LeafFinding } from '../rule/finding.js';
import type { FactReader } from '../rule/reading.js';
import type { Gap } from '../schema/evaluation.js';
import type { FactCatalogue } from '../schema/fact.js';
import { beyond, countingOf, distanceUnit, measure, numberOf, standingOf } from './distance.js';

interface Workplace {
  readonly indicator: string;
  readonly facts: FactCatalogue;
  readonly reader: FactReader;
}

/**
 * What is missing to `met` for one finding, or undefined when nothing is.
 * For counts and bounds that may be reached, applying the gap makes it met and anything less does not.
 */
export function gapOf(finding: Finding, place: Workplace): Gap | undefined {
  if (finding.code > UNKNOWN) return undefined;
  switch (finding.type) {
    case 'leaf':
      return leafGap(finding, place);
    case 'reference':
      return { indicator: place.indicator, kind: 'all', refersTo: finding.rule.refersTo };
    case 'trait':
      return { indicator: place.indicator, kind: 'missing', reason: 'context-missing' };
    default:
      return groupGap(finding, place);
  }
}

function groupGap(finding: GroupFinding, place: Workplace): Gap | undefined {
  const gaps = finding.children.flatMap((child) => gapOf(child, place) ?? []);
  const [first] = gaps;
  if (!first) return undefined;
  if (finding.type === 'all')
    return gaps.length === 1 ? first : { indicator: place.indicator, kind: 'all', parts: gaps };
  const alternatives = cheapestFirst(gaps);
  if (finding.type === 'any') {
    return gaps.length === 1 ? first : { indicator: place.indicator, kind: 'any', parts: alternatives };
  }
  const met = finding.children.filter(({ code }) => isMet(code)).length;
  return { indicator: place.indicator, kind: 'k-of-n', needed: finding.k - met, parts: alternatives };
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

function missingGap(key: string, place: Workplace): Gap {
  const definition = place.facts[key];
  return {
    indicator: place.indicator,
    kind: 'missing',
    fact: key,
    ...(definition && { title: definition.title }),
    ...(definition?.unit && { unit: definition.unit }),
    reason: 'missing-fact',
  };
}

function leafGap(finding: LeafFinding, place: Workplace): Gap {
  const { indicator } = place;
  const standing = standingOf(finding);
  if (finding.code === UNKNOWN) {
    if (finding.requirement.kind === 'open') {
      const parts = finding.missing.map((key) => missingGap(key, place));
      return {
        indicator,
        kind: 'requirement',
        ...standing,
        reason: finding.requirement.reason,
        ...(parts.length > 0 && { parts }),
      };
    }
    const [key, ...others] = finding.missing;
    if (key === undefined || (others.length === 0 && key === finding.rule.leaf.fact)) {
      const reason = finding.reasons[0];
      return { indicator, kind: 'missing', ...standing, ...(reason && { reason }) };
    }
    if (others.length === 0)
      return {
        ...missingGap(key, place),
        ...(standing.required !== undefined && { required: standing.required }),
      };
    return { indicator, kind: 'all', parts: finding.missing.map((one) => missingGap(one, place)) };
  }
  const measured = measure(finding);
  if (!measured) return { indicator, kind: 'shortfall', ...standing };
  const short = negateExactly(beyond(measured));
  const shortfall = shownNotBelow(short, 6);
  const unit = distanceUnit(finding.rule, shortfall);
  const counting = countingOf(finding, measured, place.reader);
  const { type } = finding.rule.definition;
  const whole = type === 'count' || type === 'level';
  const gap: Gap = {
    indicator,
    kind: 'shortfall',
    ...standing,
    shortfall,
    ...(unit && { unit }),
    direction: measured.ordering.side === 'above' ? 'increase' : 'decrease',
  };
  if (measured.ordering.strict || (!measured.exact && measured.valueOpen)) gap.exclusive = true;
  if (!measured.exact) gap.estimated = true;
  if (counting) {
    const towards =
      measured.ordering.side === 'above'
        ? addExactly(counting.limit, negateExactly(counting.count))
        : addExactly(counting.count, negateExactly(counting.limit));
    const count = numberOf(towards);
    const possible =
      compareExactly(counting.limit, 0) >= 0 &&
      (counting.of === undefined || compareExactly(counting.limit, counting.of) <= 0);
    if (possible) {
      gap.atLeast = { count, ...(counting.of !== undefined && { of: counting.of }), fact: counting.fact };
      if (counting.estimated) gap.estimated = true;
      if (whole && exactDecimal(towards) !== undefined) {
        gap.shortfall = String(count);
        delete gap.exclusive;
      }
    }
  }
  return gap;
}
