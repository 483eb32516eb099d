import {
  addExactly,
  compareExactly,
  divideExactly,
  type Exactly,
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
import type { Gap } from '../schema/evaluation.js';
import type { Localized } from '../schema/text.js';

/** Steps on a scale of grades. */
const GRADE_STEP: Localized = { vi: 'bậc', en: 'grade' };
const GRADE_STEPS: Localized = { vi: 'bậc', en: 'grades' };
/** The difference of two percentages. */
const POINTS: Localized = { vi: 'điểm phần trăm', en: 'percentage points' };

/** The part of gaps and margins that says what stands against what. */
export type Standing = Pick<Gap, 'fact' | 'title' | 'sex' | 'observed' | 'required' | 'unit'>;

const PERCENT: Localized = { vi: '%', en: '%' };

export function standingOf({ rule, fact, requirement, sex }: LeafFinding): Standing {
  const { leaf, definition } = rule;
  const isFigure = requirement.kind === 'figure';
  const observed = observedOf(fact, definition, isFigure ? requirement.figures[0] : undefined);
  const unit = unitOf(rule);
  return {
    fact: leaf.fact,
    title: titleOf(rule),
    ...(sex && { sex }),
    ...(observed !== undefined && { observed }),
    ...(isFigure && { required: requirement.literal }),
    ...(unit && { unit }),
  };
}

export function titleOf({ leaf, definition }: FactRule): Localized {
  return leaf.title ?? definition.title;
}

export function unitOf({ definition }: FactRule): Localized | undefined {
  return definition.type === 'percent' ? PERCENT : definition.unit;
}

/** The unit of a distance: points between percentages, steps between grades, else the unit of the fact. */
export function distanceUnit({ definition }: FactRule, amount: string): Localized | undefined {
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
  const over = addExactly(value, negateExactly(bound));
  return ordering.side === 'above' ? over : negateExactly(over);
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

function wholeLimit({ side, strict }: Ordering, limit: Exactly): Exactly {
  const step = side === 'above' ? 1 : -1;
  if (strict) return addExactly(rounded(limit, 0, side === 'above' ? 'down' : 'up'), step);
  return rounded(limit, 0, side === 'above' ? 'up' : 'down');
}

/** Counts behind a measured figure, where it is a count or a share of counted things. */
export function countingOf(
  finding: LeafFinding,
  measured: Measured,
  reader: FactReader,
): Counting | undefined {
  const { rule, fact, sex } = finding;
  const { definition, leaf } = rule;
  if (!measured.exact) return undefined;
  if (definition.type === 'count') {
    return {
      fact: leaf.fact,
      count: measured.value,
      limit: wholeLimit(measured.ordering, measured.bound),
      estimated: false,
    };
  }
  if (definition.type !== 'percent') return undefined;
  const share = fact.counted;
  if (share) {
    if (reader.typeOf(share.countFact) !== 'count') return undefined;
    const limit = wholeLimit(measured.ordering, partOf(measured.bound, share.of));
    return { fact: share.countFact, of: numberOf(share.of), count: share.count, limit, estimated: false };
  }
  // From a rate alone the number is an estimate, and needs the whole it is a share of.
  const derivation = definition.derivations?.find((one) => 'ratioOf' in one);
  if (!derivation || !('ratioOf' in derivation)) return undefined;
  const [countFact, ofFact] = derivation.ratioOf;
  if (reader.typeOf(countFact) !== 'count') return undefined;
  const whole = reader.find(ofFact, { sex, standard: leaf.standard, population: leaf.population });
  const of = whole.quantity && exactValue(whole.quantity);
  if (of === undefined || compareExactly(of, 0) <= 0) return undefined;
  return {
    fact: countFact,
    of: numberOf(of),
    count: partOf(measured.value, of),
    limit: wholeLimit(measured.ordering, partOf(measured.bound, of)),
    estimated: true,
  };
}

/** So many per cent of a whole. */
function partOf(rate: Exactly, whole: Exactly): Exactly {
  return divideExactly(multiplyExactly(rate, whole), 100, 1);
}

/** The smallest whole number at least as large. */
export function numberOf(value: Exactly): number {
  return Number(rounded(value, 0, 'up'));
}
