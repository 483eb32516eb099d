import type { RelativeValue } from '../schema/ruleset.js';
import type { Code } from './code.js';
import type { Grounds } from './finding.js';
import type { Place } from './place.js';
import type { PlainFigure } from './plain-figure.js';
import type { FactReader, TakeNote } from './reading.js';
import type { Requirement } from './requirement.js';
import type { Reference } from './rule.js';

/** Everything a compiled condition may ask while one snapshot is judged. */
export interface Run {
  readonly reader: FactReader;
  /** What the facts say plainly, by the places of their nodes. */
  readonly figures: readonly PlainFigure[];
  readonly note: TakeNote;
  /** Whether the unit has a trait; one not spoken of is assumed not to be there. */
  hasTrait(id: string): boolean;
  /** What another ruleset, criterion or indicator came to; exempt where the law asks for nothing there. */
  reached(reference: Reference): Grounds;
  reachedCode(reference: Reference): Code;
  relatedRequirement(value: RelativeValue, place: Place): Requirement;
}
