import type { Ruleset } from '../../../src/index.js';
import type { Check } from '../example-checks.js';
import { wrongContents } from './contents.js';
import { wrongDirections, wrongReadings, wrongTogether } from './directions.js';
import { wrongFigures } from './printed-figures.js';
import { wrongRelative } from './relative-figures.js';
import { wrongAfter, wrongColumns, wrongPassing } from './ways-of-passing.js';

/** Every check of what the sources say; sets that figures follow from are found by `rulesetNamed`. */
export const lawChecks = (rulesetNamed: (id: string, assessedOn: string) => Ruleset): readonly Check[] => [
  wrongFigures,
  wrongContents,
  wrongDirections,
  wrongTogether,
  wrongReadings,
  wrongAfter,
  wrongPassing,
  wrongColumns,
  wrongRelative(rulesetNamed),
];
