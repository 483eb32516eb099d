import type { Ruleset } from '../../schema/ruleset.js';
import type { SetSize } from './group-figures.js';

/** What a summary looks up in the law at hand: sizes of sets and the order of tiers; it never judges. */
export interface LawNames {
  /** How many criteria and indicators a set has, where all its versions agree. */
  size(ruleset: string): SetSize | undefined;
  /** The text that judged, where it was given: names of criteria and responsible bodies stand in it. */
  text(ruleset: string, version: string): Ruleset | undefined;
  /** The tiers of a ladder, lowest first. */
  tiers(ladder: string): readonly string[] | undefined;
}
