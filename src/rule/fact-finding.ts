import type { Observed } from '../schema/evaluation.js';
import type { Exactly } from './amount.js';
import { exactValue, type Quantity } from './quantity.js';

/** A count behind a share, kept for gaps in whole households and people. */
export interface CountedShare {
  readonly countFact: string;
  readonly ofFact: string;
  readonly count: Exactly;
  readonly of: Exactly;
}

/** What a snapshot knows of one fact. */
export interface FactFinding {
  readonly status: 'known' | 'missing' | 'empty-base' | 'unavailable';
  /** Numbers and grades (as their place on the scale). */
  readonly quantity?: Quantity | undefined;
  readonly flag?: boolean | undefined;
  /** The figure exactly as entered, where one entry gave it. */
  readonly entered?: Observed | undefined;
  readonly approximate: boolean;
  readonly counted?: CountedShare | undefined;
  /** What it would be by coarser figures that gave way, to be named where they would decide otherwise. */
  readonly gaveWay?: readonly Quantity[] | undefined;
  /** What it would be worked out from cannot be right together. */
  readonly contradicts?: true | undefined;
  /** Facts that would complete it; empty when it is known exactly. */
  readonly missing: readonly string[];
  /** Some part of a derivation has been given. */
  readonly started: boolean;
}

export function nothingOf(missing: readonly string[], started = false, approximate = false): FactFinding {
  return { status: 'missing', approximate, missing, started };
}

/** The one value that a figure has, where it is known exactly. */
export function exactIn({ quantity }: FactFinding): Exactly | undefined {
  return quantity && exactValue(quantity);
}

export const isBegun = ({ status, started }: FactFinding): boolean => status !== 'missing' || started;
