import type { FactCatalogue, StandardCatalogue, TraitCatalogue } from '../schema/fact.js';
import type { Territory } from '../schema/territory.js';

/** What the names in a snapshot are checked against. */
export interface Vocabulary {
  /** The facts that exist. */
  readonly facts?: FactCatalogue;
  readonly traits?: TraitCatalogue;
  readonly standards?: StandardCatalogue;
  readonly territory?: Territory | undefined;
  /** Ids of the rulesets that are known. A snapshot may speak of others; a ruleset may not refer to them. */
  readonly rulesets?: readonly string[];
  /**
   * `true`: nothing else exists, a name that is not here is an error. `false`: other sets may know more; only near
   * misses in spelling are errors, and a fact nobody asks for is named in a note.
   */
  readonly closed?: boolean;
}
