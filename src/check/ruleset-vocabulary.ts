import type { Source } from '../schema/evidence.js';
import type { Vocabulary } from './vocabulary.js';

/** What the names in a ruleset are checked against. What is left out is not checked. */
export interface RulesetVocabulary extends Vocabulary {
  readonly sources?: Readonly<Record<string, Source>>;
  /** The file the input comes from; named in every problem. */
  readonly file?: string;
}
