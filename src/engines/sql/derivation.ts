import type { LooseBranch } from './keep.js';
import type { Truth } from './truth.js';

/** What one derivation of a fact may find in a row. */
export interface Derived {
  readonly branches: readonly LooseBranch[];
  readonly empty: Truth;
  /** Whether it is complete or empty, in few words: TRUE where it is, FALSE or NULL where it is not. */
  readonly settled?: Truth;
  /** What its columns are called. */
  readonly kind: 'share' | 'growth' | 'sum';
}
