import { add } from './amount.js';
import type { DerivedFrom, FactNode } from './fact-node.js';
import { isNeverNegative } from './fact-range.js';
import { NOT_PLAIN, type PlainFigure, Share, STARTED } from './plain-figure.js';

/** What a figure is not below. Of several floors each holds. */
export type Floors = readonly (number | Share)[];

interface FloorSource {
  read(node: FactNode): PlainFigure;
  /** The floors of a figure that is not plain; undefined where more is known of it than that. */
  floorsOf(node: FactNode): Floors | undefined;
}

/**
 * What a figure comes to at least where some terms of a sum are known and others are not: 12 poor households and
 * nobody knows how many near-poor ones are at least 12. Undefined where anything else is known of it than such floors.
 */
export function floorsFrom(
  { derivations, sexes, definition }: FactNode,
  source: FloorSource,
): Floors | undefined {
  if (sexes.length > 0) return undefined;
  const floors: (number | Share)[] = [];
  for (const one of derivations) {
    const own =
      one.kind === 'sum'
        ? ofSum(one, source)
        : one.kind === 'ratio' && ofShare(one, definition?.type === 'percent' ? 100 : 1, source);
    if (!own) return undefined;
    floors.push(...own);
  }
  return floors;
}

function ofSum({ of }: DerivedFrom, source: FloorSource): Floors | undefined {
  if (!of.every(isNeverNegative)) return undefined;
  let floor: number | Share | undefined;
  let open = 0;
  for (const node of of) {
    const figure: PlainFigure = source.read(node);
    if (typeof figure === 'number') {
      const sum = floor instanceof Share ? undefined : add(floor ?? 0, figure);
      if (typeof sum !== 'number') return undefined;
      floor = sum;
    } else if (figure instanceof Share) {
      if (floor !== undefined) return undefined;
      floor = figure;
    } else if (isKnown(figure)) return undefined;
    else open += 1;
  }
  // A complete sum says more than that.
  if (open === 0) return undefined;
  return floor === undefined ? [] : [floor];
}

function ofShare({ of }: DerivedFrom, factor: number, source: FloorSource): Floors | undefined {
  const [part, whole] = of as readonly [FactNode, FactNode];
  const count: PlainFigure = source.read(part);
  const base: PlainFigure = source.read(whole);
  // Where both are numbers and still no share, they cannot be right together.
  if (count instanceof Share || (isKnown(base) && (typeof base !== 'number' || typeof count === 'number')))
    return undefined;
  if (count !== NOT_PLAIN) return [];
  const floors = source.floorsOf(part);
  if (!floors?.every((floor) => typeof floor === 'number')) return undefined;
  return typeof base === 'number' ? floors.map((floor) => new Share(floor, base, factor)) : [];
}

const isKnown = (figure: PlainFigure): boolean => figure !== undefined && figure !== STARTED;
