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

/** A part by what it compares; numbers of unnamed parts shift when one is added, so they come last. */
const SIGNS: readonly ((part: Part) => string)[] = [
  ({ id, fact, sex }) => JSON.stringify([id, fact, sex]),
  ({ id, fact, sex, operator, refersTo }) =>
    JSON.stringify(fact === undefined && !refersTo ? [id] : [fact, sex, operator, refersTo]),
  ({ id, fact, sex, refersTo }) =>
    JSON.stringify(fact === undefined && !refersTo ? [id] : [fact, sex, refersTo]),
];

/** Parts of two results matched one to one, in the order of the later one; those that stand alone included. */
export function pairParts(before: readonly Part[], after: readonly Part[]): PartDifference[] {
  const left = [...before];
  const partners = new Map<Part, Part>();
  for (const sign of SIGNS) {
    for (const part of after) {
      if (partners.has(part)) continue;
      const at = left.findIndex((one) => sign(one) === sign(part));
      const [found] = at < 0 ? [] : left.splice(at, 1);
      if (found) partners.set(part, found);
    }
  }
  const alone = { outcome: true, observed: false, required: false, structure: true };
  return [
    ...after.map((part): PartDifference => {
      const found = partners.get(part);
      return found ? difference(found, part) : { ...alone, after: part };
    }),
    ...left.map((part): PartDifference => ({ ...alone, before: part })),
  ];
}

export const differs = ({ outcome, observed, required, structure }: PartDifference): boolean =>
  outcome || observed || required || structure;

function stateOf(part: Part): PartState {
  const { outcome, observed, required, unit, operator, evidence, reason } = part;
  return {
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
  const part = (after ?? before) as Part;
  return {
    id: part.id,
    ...(part.title && { title: part.title }),
    ...(part.fact !== undefined && { fact: part.fact }),
    ...(part.sex && { sex: part.sex }),
    ...(before && { before: stateOf(before) }),
    ...(after && { after: stateOf(after) }),
  };
}
