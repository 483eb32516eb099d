import {
  addExactly,
  compareExactly,
  divideExactly,
  type Exactly,
  isQuotient,
  multiplyExactly,
  negateExactly,
  rounded,
} from '../rule/amount.js';
import { UNKNOWN } from '../rule/code.js';
import type { LeafFinding } from '../rule/finding.js';
import { observedOf } from '../rule/observed.js';
import { ORDERINGS, type Ordering } from '../rule/operator.js';
import { exactValue } from '../rule/quantity.js';
import type { FactReader } from '../rule/reading.js';
import type { FactRule } from '../rule/rule.js';
import type { Gap, Margin, Observed } from '../schema/evaluation.js';
import type { Localized } from '../schema/text.js';

/** Steps on a scale of grades. */
const GRADE_STEP: Localized = { vi: 'bậc', en: 'grade' };
const GRADE_STEPS: Localized = { vi: 'bậc', en: 'grades' };
/** The difference of two percentages. */
const POINTS: Localized = { vi: 'điểm phần trăm', en: 'percentage points' };
const PERCENT: Localized = { vi: '%', en: '%' };

/** What is observed of the fact a comparison speaks of, never shown across its requirement. */
export function observedIn(finding: LeafFinding): Observed | undefined {
  const { fact, rule, requirement } = finding;
  const limit = requirement.kind === 'figure' ? requirement.figures[0] : undefined;
  finding.observed ??= observedOf(fact, rule.definition, limit);
  return finding.observed;
}

export function titleOf({ leaf, definition }: FactRule): Localized {
  return leaf.title ?? definition.title;
}

export function unitOf({ definition }: FactRule): Localized | undefined {
  return definition.type === 'percent' ? PERCENT : definition.unit;
}

/** Says in a gap or margin what stands against what. */
export function addStanding<T extends Gap | Margin>(distance: T, finding: LeafFinding): T {
  const { rule, requirement, sex } = finding;
  const observed = observedIn(finding);
  const unit = unitOf(rule);
  distance.fact = rule.leaf.fact;
  distance.title = titleOf(rule);
  if (sex) distance.sex = sex;
  if (observed !== undefined) distance.observed = observed;
  if (requirement.kind === 'figure') distance.required = requirement.literal;
  if (unit) distance.unit = unit;
  return distance;
}

/** The unit of a distance: points between percentages, steps between grades, else the unit of the fact. */
function distanceUnit({ definition }: FactRule, amount: string): Localized | undefined {
  if (definition.type === 'percent') return POINTS;
  if (definition.type === 'level') return amount === '1' ? GRADE_STEP : GRADE_STEPS;
  return definition.unit;
}

/** A comparison by order with everything needed to measure how far a figure is from its bound. */
export interface Measured {
  readonly ordering: Ordering;
  readonly bound: Exactly;
  /** The observed value, or the end of what is known that is nearest to being enough. */
  readonly value: Exactly;
  readonly exact: boolean;
  readonly valueOpen: boolean;
}

export function measure(finding: LeafFinding): Measured | undefined {
  const { requirement, fact } = finding;
  if (requirement.kind !== 'figure' || !fact.quantity) return undefined;
  const bound = requirement.figures[0];
  if (bound === undefined) return undefined;
  const value = exactValue(fact.quantity);
  let ordering = ORDERINGS[finding.operator];
  if (!ordering && finding.operator === 'equal' && value !== undefined) {
    // Equality is approached from where the figure stands.
    ordering = { side: compareExactly(value, bound) < 0 ? 'above' : 'below', strict: false };
  }
  if (!ordering) return undefined;
  if (value !== undefined) return { ordering, bound, value, exact: true, valueOpen: false };
  const met = finding.code > UNKNOWN;
  const end = (ordering.side === 'above') === met ? fact.quantity.lower : fact.quantity.upper;
  return end && { ordering, bound, value: end.at, exact: false, valueOpen: end.open };
}

/** How far the value is beyond its bound (above zero: on the right side). */
export function beyond({ ordering, bound, value }: Measured): Exactly {
  return ordering.side === 'above' ? difference(value, bound) : difference(bound, value);
}

export function difference(a: Exactly, b: Exactly): Exactly {
  return addExactly(a, negateExactly(b));
}

/** Says in a gap or margin how much it is, in which unit and direction. */
export function addAmount<T extends Gap | Margin>(
  distance: T,
  key: 'shortfall' | 'surplus',
  amount: string,
  { rule }: LeafFinding,
  direction: 'increase' | 'decrease',
): T {
  const unit = distanceUnit(rule, amount);
  (distance as { shortfall?: string; surplus?: string })[key] = amount;
  if (unit) distance.unit = unit;
  distance.direction = direction;
  return distance;
}

/** Whole things that make up a figure: of a share its counts, of a count itself. */
export interface Counting {
  readonly fact: string;
  readonly of?: number;
  /** How many there are, and how many the bound needs at least (side above) or allows at most (below). */
  readonly count: Exactly;
  readonly limit: Exactly;
  readonly estimated: boolean;
}

/** Counts behind a measured figure, where it is a count or a share of counted things. */
export function countingOf(
  { rule, fact, sex }: LeafFinding,
  { exact, ordering, bound, value }: Measured,
  reader: FactReader,
): Counting | undefined {
  if (!exact) return undefined;
  const { type } = rule.definition;
  if (type === 'count')
    return { fact: rule.leaf.fact, count: value, limit: wholeLimit(ordering, bound), estimated: false };
  if (type !== 'percent') return undefined;
  // From a rate alone the number is an estimate, and needs the whole it is a share of.
  const node = rule.sexes.find(({ of }) => of.sex === sex) ?? rule.node;
  const [part, whole] = fact.counted ? [] : (node.derivations.find(({ kind }) => kind === 'ratio')?.of ?? []);
  const { quantity } = (whole && reader.read(whole)) ?? {};
  const of = fact.counted?.of ?? (quantity && exactValue(quantity));
  const counted = fact.counted?.countFact ?? part?.key;
  if (of === undefined || counted === undefined || compareExactly(of, 0) <= 0) return undefined;
  if (reader.typeOf(counted) !== 'count') return undefined;
  return {
    fact: counted,
    of: Number(rounded(of, 0, 'up')),
    count: fact.counted?.count ?? partOf(value, of),
    limit: wholeLimit(ordering, partOf(bound, of)),
    estimated: !fact.counted,
  };
}

function wholeLimit({ side, strict }: Ordering, limit: Exactly): Exactly {
  const isAbove = side === 'above';
  const whole = rounded(limit, 0, isAbove === strict ? 'down' : 'up');
  return strict ? addExactly(whole, isAbove ? 1 : -1) : whole;
}

/** So many per cent of a whole. */
function partOf(rate: Exactly, whole: Exactly): Exactly {
  const product = multiplyExactly(rate, whole);
  return isQuotient(product) ? divideExactly(product, 100, 1) : { n: product, d: 100 };
}

/** So many of these: the whole is named where there is one. */
export function countOf(count: Exactly, way: 'up' | 'down', { of, fact }: Counting) {
  const whole = Number(rounded(count, 0, way));
  return of === undefined ? { count: whole, fact } : { count: whole, of, fact };
}
