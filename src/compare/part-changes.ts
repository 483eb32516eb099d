import { amountOf, compareAmounts } from '../rule/amount.js';
import type { Literal } from '../schema/condition.js';
import type { Observed, Part } from '../schema/evaluation.js';
import type { PartChange, PartState } from '../schema/evaluation-comparison.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

const isNumber = (value: unknown): value is number | string =>
  typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value));

type Shown = Observed | readonly Literal[] | undefined;

/** Whether two figures say the same: 90 and "90.0" do. */
export function sameShown(a: Shown, b: Shown): boolean {
  if (isNumber(a) && isNumber(b)) return compareAmounts(amountOf(a), amountOf(b)) === 0;
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  const [left, right] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameShown(value as Shown, right.get(key) as Shown))
  );
}

const sameCounts = (a: Part, b: Part): boolean => sameShown(a.counts as Shown, b.counts as Shown);

/** What about one part differs. */
export interface PartDifference {
  readonly before?: Part;
  readonly after?: Part;
  readonly outcome: boolean;
  /** The figure of the unit, or how sure it is. */
  readonly observed: boolean;
  /** The figure of the law, what it rests on, or whether it is known. */
  readonly required: boolean;
  /** What is compared with what: fact, operator, standard, or the part itself. */
  readonly structure: boolean;
  /** It stands alone, but the same comparison is on the other side too: for everybody here, for men and women there. */
  readonly split?: true;
}

const OPEN_REQUIREMENT = new Set(['requirement-undetermined', 'left-to-province', 'context-missing']);

const openReason = ({ reason }: Part): string | undefined =>
  reason !== undefined && OPEN_REQUIREMENT.has(reason) ? reason : undefined;

function difference(before: Part, after: Part): PartDifference {
  const observed =
    !sameShown(before.observed, after.observed) ||
    before.approximate !== after.approximate ||
    !sameCounts(before, after);
  const required =
    !sameShown(before.required, after.required) ||
    before.evidence !== after.evidence ||
    openReason(before) !== openReason(after);
  const structure =
    before.fact !== after.fact || before.operator !== after.operator || before.standard !== after.standard;
  return { before, after, outcome: before.outcome !== after.outcome, observed, required, structure };
}

const isBare = ({ fact, refersTo }: Part): boolean => fact === undefined && refersTo === undefined;

const ofSameId = ({ id, fact, sex }: Part): string => JSON.stringify([id, fact, sex]);

/** A part by what it compares, for texts in which the numbers of unnamed parts have shifted. */
const SIGNS: readonly ((part: Part) => string)[] = [
  (part) => JSON.stringify(isBare(part) ? part.id : [part.fact, part.sex, part.operator, part.refersTo]),
  (part) => JSON.stringify(isBare(part) ? part.id : [part.fact, part.sex, part.refersTo]),
];

/** The comparison a part belongs to, whether it shows for everybody or for men and women apart. */
const comparisonOf = ({ id, fact, sex }: Part): string =>
  JSON.stringify([sex ? id.slice(0, -(sex.length + 1)) : id, fact]);

/** Parts of two results matched one to one, in the order of the later one; those that stand alone included. */
export function pairParts(before: readonly Part[], after: readonly Part[]): PartDifference[] {
  const left = new Set(before);
  const partners = new Map<Part, Part>();
  const match = (sign: (part: Part) => string, may: (part: Part) => boolean): void => {
    for (const part of after) {
      if (partners.has(part) || !may(part)) continue;
      const found = [...left].find((one) => may(one) && sign(one) === sign(part));
      if (!found) continue;
      left.delete(found);
      partners.set(part, found);
    }
  };
  match(ofSameId, () => true);
  // What stands on both sides, there for everybody and here for men and women, is one comparison and no other.
  const own = [before, after].map((parts) => new Set(parts.map(comparisonOf))) as [Set<string>, Set<string>];
  const onBoth = (part: Part): boolean => own.every((comparisons) => comparisons.has(comparisonOf(part)));
  for (const sign of SIGNS) match(sign, (part) => !onBoth(part));
  const splitOf = (part: Part) => (onBoth(part) ? { split: true as const } : {});
  const alone = { outcome: true, observed: false, required: false, structure: true };
  return [
    ...after.map((part): PartDifference => {
      const found = partners.get(part);
      return found ? difference(found, part) : { ...alone, after: part, ...splitOf(part) };
    }),
    ...[...left].map((part): PartDifference => ({ ...alone, before: part, ...splitOf(part) })),
  ];
}

export const differs = ({ outcome, observed, required, structure }: PartDifference): boolean =>
  outcome || observed || required || structure;

function stateOf(part: Part): PartState {
  const { id, title, outcome, observed, required, unit, operator, evidence, reason } = part;
  return {
    id,
    ...(title && { title }),
    outcome,
    ...(observed !== undefined && { observed }),
    ...(required !== undefined && { required }),
    ...(unit && { unit }),
    ...(operator !== undefined && { operator }),
    ...(evidence && { evidence }),
    ...(reason && { reason }),
  };
}

export function partChange({ before, after }: PartDifference): PartChange {
  const { fact, sex, refersTo } = (after ?? before) as Part;
  return {
    ...(fact !== undefined && { fact }),
    ...(sex && { sex }),
    ...(refersTo && { refersTo }),
    ...(before && { before: stateOf(before) }),
    ...(after && { after: stateOf(after) }),
  };
}
