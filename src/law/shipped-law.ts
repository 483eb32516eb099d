import type { Ruleset } from '../schema/ruleset.js';

/** What the index says of a version without reading its text. */
export interface RulesetEntry {
  readonly id: string;
  readonly version: string;
  readonly versionBasis: Ruleset['versionBasis'];
  readonly revision: number;
  readonly title: Ruleset['title'];
  readonly level: Ruleset['level'];
  readonly tier: string;
  readonly jurisdiction: string;
  readonly status: 'law' | 'draft';
  readonly purpose: 'standard' | 'classification';
  readonly period: Ruleset['period'];
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly successor?: NonNullable<Ruleset['successor']>;
  readonly totals: { readonly criteria: number | null; readonly indicators: number | null };
  readonly completeness: Ruleset['completeness'];
  readonly amendedBy: readonly string[];
  readonly loadable: true;
}

/** A set known by name, and mostly by number and date, only: listed so that nobody believes it does not exist. */
export interface KnownRuleset {
  readonly id: string;
  readonly title: Ruleset['title'];
  readonly level: Ruleset['level'];
  readonly tier: string;
  readonly jurisdiction: string;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly number: string | null;
  readonly date?: string | undefined;
  readonly note?: Ruleset['title'] | undefined;
  readonly loadable: false;
}

/** The law inside the package, as texts that are read when first asked for. */
export interface ShippedLaw {
  readonly entries: readonly RulesetEntry[];
  readonly known: readonly KnownRuleset[];
  /** By `id@version`: a ruleset file, or an amendment of another version. */
  readonly texts: Readonly<Record<string, { readonly kind: 'ruleset' | 'amendment'; readonly text: string }>>;
  readonly facts: string;
  readonly sources: string;
  readonly traits: string;
  readonly standards: string;
  readonly territory: string;
  /** Tiers of every level and period, lowest first. */
  readonly ladders: string;
  /** Recognition and revocation rules of every period, and programme targets. */
  readonly recognition: string;
  readonly targets: string;
}
