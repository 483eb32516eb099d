import type { FactDefinition } from '../schema/fact.js';
import type { Level, Localized } from '../schema/text.js';

/** What a figure can be at most, by the level of the unit it is about. */
type Limits = Readonly<Record<Level, number>>;

const everywhere = (most: number): Limits => ({
  village: most,
  commune: most,
  district: most,
  town: most,
  province: most,
});

/**
 * No commune has a million people (the largest have about 200,000), no district or town five, no province fifty: of
 * anything that is counted in people or households there is no more.
 */
const PEOPLE: Limits = {
  village: 200_000,
  commune: 1_000_000,
  district: 5_000_000,
  town: 5_000_000,
  province: 50_000_000,
};

/** The largest commune has about 110,000 ha, the largest district about 280,000, the largest province 2.4 million. */
const HECTARES: Limits = {
  village: 100_000,
  commune: 300_000,
  district: 1_000_000,
  town: 1_000_000,
  province: 4_000_000,
};

const KILOMETRES: Limits = {
  village: 1_000,
  commune: 5_000,
  district: 50_000,
  town: 50_000,
  province: 500_000,
};

/** So many people with the income that the catalogue allows at most (2,000 million VND a year). */
const MILLION_VND: Limits = {
  village: 400_000_000,
  commune: 2_000_000_000,
  district: 10_000_000_000,
  town: 10_000_000_000,
  province: 100_000_000_000,
};

/**
 * By the unit in which the catalogue has a figure (in English). These are no figures of the law: nothing is judged by
 * them. They are wide enough that no unit of that level can reach them, and only what offices type is held against
 * them. A unit that is not here has no such limit that is certain: tonnes, kilograms, square metres, works.
 */
const MOST: ReadonlyMap<string, Limits> = new Map([
  ...[
    'people',
    'households',
    'children',
    'pupils',
    'workers',
    'members',
    'subscribers',
    'households and establishments',
    'houses',
  ].map((unit) => [unit, PEOPLE] as const),
  ['ha', HECTARES],
  ['km', KILOMETRES],
  ['million VND a year', MILLION_VND],
  // More than the State spends in ten years.
  ['billion VND', everywhere(20_000_000)],
  ['litres per person a day', everywhere(5_000)],
  ['times', everywhere(50)],
  // More than there ever were in the country.
  ['communes', everywhere(20_000)],
  ['villages', everywhere(200_000)],
  ['districts', everywhere(2_000)],
  ['townships', everywhere(2_000)],
  ['years', everywhere(200)],
]);

/** The units of figures that have such a limit. */
export const LIMITED_UNITS: readonly string[] = [...MOST.keys()];

/**
 * What a figure of this fact can be at most for a unit of the level; where the level is not known, for a province.
 * Undefined where no limit is certain.
 */
export function mostPlausible({ unit }: FactDefinition, level: Level | undefined): number | undefined {
  return unit && MOST.get(unit.en)?.[level ?? 'province'];
}

const OF_LEVEL: Readonly<Record<Level, Localized>> = {
  village: { vi: 'một thôn', en: 'a village' },
  commune: { vi: 'một xã', en: 'a commune' },
  district: { vi: 'một huyện', en: 'a district' },
  town: { vi: 'một thị xã, thành phố', en: 'a town' },
  province: { vi: 'một tỉnh', en: 'a province' },
};

/** "nhiều nhất 1000000 người của một xã" */
export function plausibleText(most: number, { unit }: FactDefinition, level: Level | undefined): Localized {
  const of = OF_LEVEL[level ?? 'province'];
  return {
    vi: `không quá ${most} ${unit?.vi ?? ''}, mức không ${of.vi} nào có thể vượt`,
    en: `at most ${most} ${unit?.en ?? ''}, which no ${of.en.replace(/^an? /, '')} can exceed`,
  };
}
