import { add, compareShare } from './amount.js';
import type { DerivedFrom, FactNode } from './fact-node.js';
import { isPartOfWhole } from './fact-range.js';

/** `n / d × factor`, never divided out. */
export class Share {
  constructor(
    readonly n: number,
    readonly d: number,
    readonly factor: number,
  ) {}
}

/** Of what it is worked out from something is known, but not enough. */
export const STARTED = Symbol('started');
/** A share of nothing. */
export const NOTHING = Symbol('nothing');
/** Anything but plain figures: bounds, several readings for one thing, rough figures, long decimals. */
export const NOT_PLAIN = Symbol('not plain');

/** A number, a grade as its place on the scale, yes (1) or no (0), or a share; undefined where nothing is known. */
export type PlainFigure = number | Share | undefined | typeof STARTED | typeof NOTHING | typeof NOT_PLAIN;

/** Whether a figure is below (−1), at (0) or above (1) a bound; exact. */
export function sideOf(figure: number | Share, bound: number): number {
  const over =
    typeof figure === 'number' ? figure - bound : compareShare(figure.n, figure.d, figure.factor, bound);
  return over < 0 ? -1 : over > 0 ? 1 : 0;
}

/** Where figures are read from: one snapshot, or one row of a table. */
export interface FigureSource {
  /** What was entered for a fact as such. */
  entered(node: FactNode): PlainFigure;
  /** What is known of a fact, by what was entered or by what it is worked out from. */
  read(node: FactNode): PlainFigure;
}

/**
 * What is known of a fact: a complete derivation comes before what was entered, and so do men and women, who together
 * are everybody.
 */
export function figureFrom(node: FactNode, source: FigureSource): PlainFigure {
  const { derivations, sexes } = node;
  let started: PlainFigure;
  const isSettled = (figure: PlainFigure): boolean => figure !== undefined && figure !== STARTED;
  for (const one of derivations) {
    const figure = derived(one, node, source);
    if (isSettled(figure)) return figure;
    started ??= figure;
  }
  const bySex = sexes.map((one) => source.read(one));
  if (bySex.length > 0 && bySex.every(isSettled)) return sumOf(sexes, source);
  return source.entered(node) ?? started;
}

function derived({ kind, of }: DerivedFrom, { definition }: FactNode, source: FigureSource): PlainFigure {
  if (kind === 'sum') return sumOf(of, source);
  if (kind === 'growth') return NOT_PLAIN;
  const part = source.read(of[0] as FactNode);
  const whole = source.read(of[1] as FactNode);
  if (typeof whole === 'number' && whole <= 0) return NOTHING;
  if (isNeither(part) || isNeither(whole)) return NOT_PLAIN;
  if (typeof part !== 'number') return part;
  if (typeof whole !== 'number') return STARTED;
  if (part > whole && definition && isPartOfWhole(definition)) return NOT_PLAIN;
  return new Share(part, whole, definition?.type === 'percent' ? 100 : 1);
}

const isNeither = (figure: PlainFigure): boolean =>
  figure !== undefined && figure !== STARTED && typeof figure !== 'number';

function sumOf(nodes: readonly FactNode[], source: FigureSource): PlainFigure {
  let sum = 0;
  let known = 0;
  let open: PlainFigure;
  for (const node of nodes) {
    const term = source.read(node);
    if (term === NOT_PLAIN || term instanceof Share) return NOT_PLAIN;
    if (typeof term === 'number') {
      const next = add(sum, term);
      if (typeof next !== 'number') return NOT_PLAIN;
      sum = next;
      known += 1;
    } else if (term !== undefined) open = STARTED;
  }
  if (known === 0) return open;
  // Some terms alone bound a sum.
  return known < nodes.length ? NOT_PLAIN : sum;
}
