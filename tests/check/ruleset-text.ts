import { type Condition, type Parsed, parseRuleset, type Ruleset } from '../../src/core.js';
import { indicator, REGIONS, rulesetText, VOCABULARY } from '../sample.js';
import { both, vien } from './told.js';

export const KNOWN = {
  ...VOCABULARY,
  traits: { 'especially-difficult': { title: both('especially difficult') } },
  standards: { 'vn/2022-2025': { title: both('2022–2025') } },
  rulesets: ['vn/commune-ntm/2021-2025', 'vn/commune-advanced/2021-2025'],
};

export const parse = (text: unknown): Parsed<Ruleset> => parseRuleset(text, KNOWN);

/** At least 90 % clean water. */
export const rate = (rest: object = {}) => ({
  fact: 'water.cleanRate',
  operator: 'greaterThanInclusive',
  value: 90,
  ...rest,
});

/** At least as much clean water as the requirement `rate` says. */
export const named = (rest: object = {}) => rate({ value: { fact: 'required.rate' }, ...rest });

export const flag = (fact: string) => ({ fact, operator: 'equal', value: true }) as const;

/** A set whose one indicator has this condition. */
export const withCondition = (
  condition: unknown,
  rest: object = {},
  set: object = {},
): Record<string, unknown> => rulesetText([indicator({ condition: condition as Condition, ...rest })], set);

/** A set whose one requirement has these rows. */
export const withRows = (...rows: unknown[]): Record<string, unknown> =>
  withCondition(named(), { requirements: { rate: rows } }, { regions: REGIONS });

/** Where the one indicator stands, and the rows of its requirement. */
export const AT = '/criteria/0/indicators/0';
export const ROWS = `${AT}/requirements/rate`;

export const didYouMean = (name: string) => vien(`Có phải ý bạn là “${name}”?`, `Did you mean “${name}”?`);
