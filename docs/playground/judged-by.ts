import type { Locale } from '../../src/index.js';

/** One set, or every tier of a ladder (thang mức độ); a ladder without a name is the own one of each unit. */
export type JudgedBy = { readonly ruleset: string } | { readonly ladder: string | undefined };

/** By what units are judged, with which figures of one's own, and in which language it is told. */
export interface Judging {
  readonly by: JudgedBy;
  readonly amendments: readonly unknown[];
  readonly locale: Locale;
}
