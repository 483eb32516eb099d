import type { DeclaredMode } from '../../evaluate/settled.js';
import type { Localized } from '../../schema/text.js';
import type { WorkedOut } from './sheet.js';
import type { Verdict } from './verdict.js';

/** One outcome with a column of its own. */
export interface Entry {
  readonly kind: 'prerequisite' | 'indicator' | 'criterion' | 'set';
  readonly id: string;
  readonly title: Localized;
  readonly column: string;
  readonly verdict: Verdict;
  /** The step in which it is worked out, after those it refers to. */
  readonly level: number;
  /** What it is made of, in columns of the step before. */
  readonly parts: readonly WorkedOut[];
  /** The column that says whether it is exempt, once another entry has asked. */
  exemptColumn?: string;
}

export interface SetOptions {
  readonly declared: DeclaredMode;
  readonly publishedOnly: boolean;
  readonly region?: string | undefined;
  readonly group?: string | undefined;
  readonly area?: string | undefined;
  readonly year?: number | undefined;
}
