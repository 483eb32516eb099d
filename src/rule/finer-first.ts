import type { Exactly } from './amount.js';
import { exactIn, type FactFinding, isBegun } from './fact-finding.js';
import { NONE } from './finding.js';
import { exactly, halfLastDigit, intersect, isSame, type Quantity } from './quantity.js';

/** How two statements on one figure may disagree. */
export type Disagreement = 'counts-differ' | 'readings-conflict';

/**
 * What two statements on one figure say together. The finer one decides where it is exact; bounds of both hold at
 * once. Where they contradict each other the coarser one gives way: it would in any case, once the finer one is
 * complete.
 */
export function finerFirst(
  finer: FactFinding,
  coarser: FactFinding,
  disagree: (how: Disagreement) => void,
): FactFinding {
  if (finer.status === 'empty-base' || (finer.quantity && coarser.status === 'empty-base')) {
    // A share of nothing is no share, whatever was entered; nor does it take back what is known more finely.
    if (finer.quantity || coarser.quantity) disagree('readings-conflict');
    return finer;
  }
  if (!finer.quantity) {
    if (coarser.quantity && finer.started) return { ...coarser, started: true };
    const saysMore = coarser.quantity || coarser.status === 'empty-base' || !isBegun(finer);
    return saysMore ? coarser : finer;
  }
  if (!coarser.quantity) return finer;
  const value = exactIn(finer);
  const both = intersect(finer.quantity, coarser.quantity);
  if (value === undefined && both) return within(both, finer, coarser);
  const how = value === undefined ? 'readings-conflict' : differenceFrom(value, coarser, both);
  if (how) disagree(how);
  return withGivenWay(finer, both ? NONE : [coarser.quantity], finer, coarser);
}

/** A rate as people round it is no other rate; a figure beyond the bounds that were given is another. */
function differenceFrom(
  value: Exactly,
  { entered }: FactFinding,
  both: Quantity | undefined,
): Disagreement | undefined {
  if (typeof entered === 'number' || typeof entered === 'string')
    return intersect(exactly(value), halfLastDigit(entered)) ? undefined : 'counts-differ';
  return both || entered === undefined ? undefined : 'readings-conflict';
}

/** Bounds of both; a statement that narrows nothing has no part in it. */
function within(both: Quantity, finer: FactFinding, coarser: FactFinding): FactFinding {
  const [byFiner, byCoarser] = [isSame(both, finer.quantity), isSame(both, coarser.quantity)];
  const own = byCoarser
    ? coarser
    : { ...finer, ...(!byFiner && { approximate: finer.approximate || coarser.approximate }) };
  const missing =
    exactIn({ ...own, quantity: both }) !== undefined ? NONE : finer.started ? finer.missing : own.missing;
  return withGivenWay(
    { ...own, quantity: both, missing, started: finer.started || coarser.started },
    NONE,
    finer,
    coarser,
  );
}

function withGivenWay(
  finding: FactFinding,
  more: readonly Quantity[],
  finer: FactFinding,
  coarser: FactFinding,
): FactFinding {
  const gaveWay = [...more, ...(coarser.gaveWay ?? NONE), ...(finer.gaveWay ?? NONE)];
  return gaveWay.length > 0 ? { ...finding, gaveWay } : finding;
}
