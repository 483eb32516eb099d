import type { Problem } from '../../src/problem/problem.js';
import type { Draws } from './draws.js';

/** One door that untrusted input comes in by, and how input for it is made. */
export interface Target {
  readonly name: string;
  /** Sound inputs; each has to be taken as it is. Given once, before the first input is made. */
  readonly sound: readonly unknown[];
  /** Makes an input from the sound ones. The same draws make the same input. */
  make(draws: Draws): unknown;
  /**
   * Reads an input and does with it whatever accepted input is for. Problems, or undefined where it was taken.
   * Whatever is thrown that carries no problems is a finding.
   */
  read(input: unknown): readonly Problem[] | undefined;
  /** Where problems may stand: by JSON pointers unless told otherwise. */
  readonly places?: RegExp;
}

/** A target whose inputs take a while to prepare, made when it is asked for. */
export interface NamedTarget {
  readonly name: string;
  /** What comes in, in words. */
  readonly reads: string;
  /** How many of a hundred inputs of a long run are for it: more where much is decided, few where little is. */
  readonly share: number;
  prepare(): Target | Promise<Target>;
}
