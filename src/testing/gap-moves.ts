import { decimal, plain } from '../rule/amount.js';
import { boundsOf } from '../rule/fact-range.js';
import { readingsOf } from '../rule/reading.js';
import type { Gap, IndicatorResult, Part } from '../schema/evaluation.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { FactEntry, Reading, Scalar, Snapshot } from '../schema/snapshot.js';
import { fitTogether } from './smaller.js';

/** How one entered figure moves to close a gap: whole things of a count, or an amount up to a bound that may be reached. */
export interface Move {
  readonly part: string;
  readonly fact: string;
  readonly sex?: 'male' | 'female';
  readonly standard?: string;
  readonly sign: 1 | -1;
  /** How far, as a decimal. */
  readonly by: string;
  readonly counted: boolean;
}

/** The single gaps of which all have to be closed, or of alternatives as many as are needed. */
export function neededGaps(gap: Gap): readonly Gap[] {
  const parts = gap.parts ?? [];
  if (gap.kind === 'all') return parts.flatMap(neededGaps);
  if (gap.kind === 'any') return parts.slice(0, 1).flatMap(neededGaps);
  return gap.kind === 'k-of-n' ? parts.slice(0, gap.needed ?? 0).flatMap(neededGaps) : [gap];
}

function partOf(gap: Gap, result: IndicatorResult): Part | undefined {
  return result.parts.find(
    (part) =>
      part.outcome === 'unmet' &&
      part.fact === gap.fact &&
      part.sex === gap.sex &&
      JSON.stringify(part.required) === JSON.stringify(gap.required),
  );
}

/** The move that a gap asks for; undefined where it is an estimate, or only approaches a strict bound. */
export function moveFor(gap: Gap, result: IndicatorResult): Move | undefined {
  const part = gap.kind === 'shortfall' && !gap.estimated ? partOf(gap, result) : undefined;
  if (!part || gap.fact === undefined || gap.direction === undefined) return undefined;
  const place = {
    part: part.id,
    sign: gap.direction === 'increase' ? (1 as const) : (-1 as const),
    ...(gap.sex && { sex: gap.sex }),
    ...(part.standard !== undefined && { standard: part.standard }),
  };
  if (gap.atLeast) return { ...place, fact: gap.atLeast.fact, by: String(gap.atLeast.count), counted: true };
  if (gap.exclusive || gap.shortfall === undefined) return undefined;
  return { ...place, fact: gap.fact, by: gap.shortfall, counted: false };
}

/** The reading that a move speaks of, where only one can be meant. */
function readingAt(entry: FactEntry | undefined, { sex, standard }: Move): number | undefined {
  const readings = readingsOf(entry);
  const ofThem = readings.filter((one) => one.sex === sex && one.population === undefined);
  const byIt = ofThem.filter((one) => one.standard === standard);
  const meant = byIt.length > 0 ? byIt : ofThem.filter((one) => one.standard === undefined);
  const [only] = meant;
  return meant.length === 1 && only ? readings.indexOf(only) : undefined;
}

/** A figure a little short of closing the gap: one thing less, or a trifle. */
export function justShort({ by, counted }: Move): string {
  const amount = decimal(by);
  const trifle = counted ? 1 : decimal(10).pow(-(amount.decimalPlaces() + 1));
  return plain(amount.minus(trifle));
}

/** Whether anything a figure is worked out from is known; the whole of a share alone begins nothing. */
function isBegun(fact: string, facts: Snapshot['facts'], catalogue: FactCatalogue): boolean {
  return (catalogue[fact]?.derivations ?? [])
    .flatMap((one) => ('ratioOf' in one ? [one.ratioOf[0]] : 'sumOf' in one ? one.sumOf : one.growthOf))
    .some((input) => input in facts || isBegun(input, facts, catalogue));
}

/**
 * The count that moves where another is to: a sum all of whose terms are known moves with one of them. Undefined where
 * something else decides about the count, so that moving what was entered for it may move nothing.
 */
function countToMove(move: Move, facts: Snapshot['facts'], catalogue: FactCatalogue): string | undefined {
  const { fact, sex } = move;
  if (sex === undefined && readingsOf(facts[fact]).some((one) => one.sex !== undefined)) return undefined;
  if (!isBegun(fact, facts, catalogue)) return fact;
  const [only, ...others] = catalogue[fact]?.derivations ?? [];
  const terms = only && others.length === 0 && 'sumOf' in only ? only.sumOf : [];
  return terms.every((term) => readingAt(facts[term], move) !== undefined) ? terms[0] : undefined;
}

/** The snapshot with a figure moved; undefined where no unit can have the figure, or it isn't entered as one value. */
export function moved(
  snapshot: Snapshot,
  move: Move,
  by: string,
  catalogue: FactCatalogue,
): Snapshot | undefined {
  // Where what a rate is worked out from decides, moving the rate itself moves nothing.
  const fact = move.counted
    ? countToMove(move, snapshot.facts, catalogue)
    : isBegun(move.fact, snapshot.facts, catalogue)
      ? undefined
      : move.fact;
  if (fact === undefined) return undefined;
  const entry = snapshot.facts[fact];
  const definition = catalogue[fact];
  const readings = readingsOf(entry);
  const at = readingAt(entry, move);
  const value = at === undefined ? undefined : readings[at]?.value;
  if (!definition || definition.type === 'level' || at === undefined) return undefined;
  if (value === undefined || value === null || typeof value === 'boolean') return undefined;
  const figure = decimal(value).plus(decimal(by).times(move.sign));
  const { min, max } = boundsOf(definition);
  if ((min !== undefined && figure.lt(min)) || (max !== undefined && figure.gt(max))) return undefined;
  const next: Reading = { ...readings[at], value: plain(figure) };
  const list = (Array.isArray(entry) ? entry : [entry]) as readonly (Reading | Scalar)[];
  const changed = list.map((one, index) => (index === at ? next : one));
  const facts = { ...snapshot.facts, [fact]: changed };
  return fitTogether(facts, catalogue) ? { ...snapshot, facts } : undefined;
}
