import type { Situation } from '../examples.js';

/**
 * What the sources say a set asks, beside what examples show of it: also what no example can show, because no figure
 * is known, or because the general column judges nobody.
 */
export interface LawInWords {
  /** The official numbers of criteria and indicators, where they are known. */
  readonly totals?: { readonly criteria?: number; readonly indicators?: number };
  /** Figures as printed: by indicator, by column (region, group, year, case); `general`: the general column. */
  readonly figures?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Indicators whose figures have to be reached, and those whose figures may not be exceeded. */
  readonly atLeast?: readonly string[];
  readonly atMost?: readonly string[];
  /** Contents (yes or no) each of which the indicator asks for. */
  readonly each?: Readonly<Record<string, string | readonly string[]>>;
  /** Contents one of which is enough. */
  readonly either?: Readonly<Record<string, readonly string[]>>;
  /** Indicators all figures of which count: one that falls short is enough to fail. */
  readonly together?: readonly string[];
  /** Indicators that men and women have to reach each, and those measured by one standard only. */
  readonly bySex?: readonly string[];
  readonly standard?: Readonly<Record<string, string>>;
  /** Other sets that have to be met first, by the indicator that says so. */
  readonly after?: Readonly<Record<string, readonly string[]>>;
  /** Ways of passing: what the set, a criterion (`criterion:2`) or an indicator comes to. */
  readonly outcomes?: readonly (Situation & { readonly of: string; readonly is: string })[];
  /** Units and the column that judges them. */
  readonly columns?: readonly (Situation & { readonly judgedBy: string })[];
  /** Units and the commune group that their own facts and traits put them in; `null` where they don't settle it. */
  readonly groups?: readonly (Situation & { readonly in: string | null })[];
  /** Figures that follow from another set's: with `supplied` there, `required` here. */
  readonly relative?: readonly {
    readonly indicator: string;
    readonly ruleset: string;
    readonly of: string;
    readonly supplied: number;
    readonly required: number;
  }[];
}
