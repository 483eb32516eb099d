import type { Ruleset } from '../../../src/index.js';
import type { Indicator } from '../../../src/schema/ruleset.js';

export const indicatorsOf = ({ prerequisites = [], criteria }: Ruleset): readonly Indicator[] => [
  ...prerequisites,
  ...criteria.flatMap(({ indicators }) => indicators),
];

/** Says where something is not as expected, if it is not. */
export const fault = (says: string, wrong: string | undefined): string[] =>
  wrong === undefined ? [] : [`${says}${wrong}`];
