import type { FactDefinition } from '../schema/fact.js';
import { compareExactly, isQuotient } from './amount.js';
import { exactIn, type FactFinding, isBegun, nothingOf } from './fact-finding.js';
import type { DerivedFrom, FactNode } from './fact-node.js';
import { isPartOfWhole } from './fact-range.js';
import { unique } from './finding.js';
import { growth, type Quantity, ratio, sum } from './quantity.js';

const NOTHING_NEGATIVE: Quantity = { lower: { at: 0, open: false } };

type Over = (quantities: readonly (Quantity | undefined)[]) => Quantity;

/** What a figure comes to by one of the ways it may be worked out. */
export function derived(
  { kind, of }: DerivedFrom,
  definition: FactDefinition,
  read: (node: FactNode) => FactFinding,
): FactFinding {
  const found = of.map(read);
  return kind === 'sum' ? total(found, of) : share(kind, found, of, definition);
}

/** A share of a whole, or growth from an earlier figure. */
function share(
  kind: 'ratio' | 'growth',
  found: readonly FactFinding[],
  of: readonly FactNode[],
  definition: FactDefinition,
): FactFinding {
  const [part, whole] = found as [FactFinding, FactFinding];
  const approximate = part.approximate || whole.approximate;
  const missing = unique([...part.missing, ...whole.missing]);
  const base = exactIn(whole);
  if (base !== undefined && compareExactly(base, 0) <= 0)
    return { ...nothingOf([], true, approximate), status: 'empty-base' };
  // The whole alone (all households, all residents) serves many shares and does not start this one.
  const started = part.status === 'known' || (kind === 'growth' ? whole.status === 'known' : part.started);
  if (!part.quantity || !whole.quantity) return nothingOf(missing, started, approximate);
  const count = exactIn(part);
  // A part larger than its whole is an entry error in one of the two: it makes no share.
  if (
    kind === 'ratio' &&
    isPartOfWhole(definition) &&
    count !== undefined &&
    base !== undefined &&
    compareExactly(count, base) > 0
  )
    return { ...nothingOf(unique(of.map(({ key }) => key)), true, approximate), contradicts: true };
  const factor = definition.type === 'percent' ? 100 : 1;
  const over: Over = ([a = {}, b = {}]) => {
    return kind === 'growth' ? growth(a, b) : ratio(a, b, factor);
  };
  return {
    status: 'known',
    quantity: over([part.quantity, whole.quantity]),
    approximate,
    missing,
    started,
    counted: kind === 'ratio' ? countsOf(found, of) : undefined,
    gaveWay: coarserBy(over, found),
  };
}

/** The counts of a share that is known exactly. A quotient (income by head) is no count of anything. */
function countsOf(found: readonly FactFinding[], of: readonly FactNode[]): FactFinding['counted'] {
  const [count, base] = found.map(exactIn);
  if (count === undefined || base === undefined || isQuotient(count) || isQuotient(base)) return undefined;
  const [part, whole] = of as [FactNode, FactNode];
  return { countFact: part.key, ofFact: whole.key, count, of: base };
}

/** A sum; terms known so far bound it, where none can be negative. */
function total(found: readonly FactFinding[], of: readonly FactNode[]): FactFinding {
  const started = found.some(isBegun);
  const missing = unique(found.flatMap((term) => term.missing));
  // A term only begun (a count without its whole) says nothing of the sum yet.
  if (!found.some((term) => term.quantity)) return nothingOf(missing, started);
  const unknown = of.every(({ definition }) => (definition?.bounds?.min ?? 0) >= 0) ? NOTHING_NEGATIVE : {};
  const over: Over = (quantities) => sum(quantities.map((one) => one ?? unknown));
  return {
    status: 'known',
    quantity: over(found.map(({ quantity }) => quantity)),
    approximate: found.some((term) => term.approximate),
    missing,
    started,
    gaveWay: coarserBy(over, found),
  };
}

/** What a figure would be by the coarser figures that gave way in what it is worked out from: all of them, and each. */
function coarserBy(over: Over, found: readonly FactFinding[]): readonly Quantity[] | undefined {
  if (found.every(({ gaveWay }) => !gaveWay)) return undefined;
  const given = found.map(({ quantity }) => quantity);
  const all = found.map(({ quantity, gaveWay }) => gaveWay?.[0] ?? quantity);
  const each = found.flatMap(({ gaveWay = [] }, at) =>
    gaveWay.map((coarser) => given.map((one, index) => (index === at ? coarser : one))),
  );
  return [all, ...each].map(over);
}
