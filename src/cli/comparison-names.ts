import { shippedVocabulary } from '../index.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import type { ComparisonNames } from '../words/figure-texts.js';
import { OPERATOR_SIGNS } from '../words/labels.js';
import type { Run } from './run.js';
import { literalText } from './show-figures.js';

/** The cases of an indicator by their conditions, where those are one comparison. */
function casesOf(rulesets: readonly Ruleset[], indicator: string): Record<string, Localized> {
  const titles: Record<string, Localized> = {};
  for (const { criteria, prerequisites = [], facts } of rulesets) {
    const all = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)];
    for (const [id, condition] of Object.entries(all.find((one) => one.id === indicator)?.cases ?? {})) {
      titles[id] = { vi: id, en: id };
      if (!('fact' in condition) || typeof condition.value === 'object') continue;
      const { fact: key, operator, value } = condition;
      const of = (locale: 'vi' | 'en') =>
        `${facts[key]?.title[locale] ?? key} ${OPERATOR_SIGNS[operator] ?? ''} ${literalText(value, facts[key], locale)}`;
      titles[id] = { vi: of('vi'), en: of('en') };
    }
  }
  return titles;
}

/** The names that comparisons of these texts are written with. */
export function namesOf(rulesets: readonly Ruleset[], { locale }: Pick<Run, 'locale'>): ComparisonNames {
  const shipped = shippedVocabulary();
  const regions = rulesets.at(-1)?.regions ?? rulesets[0]?.regions;
  const groups = rulesets.flatMap((one) => one.groups ?? []).map(({ id, title }) => [id, title] as const);
  return {
    locale,
    facts: Object.assign({}, shipped.facts, ...rulesets.map(({ facts }) => facts)),
    standards: shipped.standards,
    regions: Object.assign({}, shipped.territory?.regions, ...rulesets.map((one) => one.territory?.regions)),
    allRegions: regions?.filter((region) => region !== 'general'),
    groups: Object.fromEntries(groups),
    cases: (indicator) => casesOf(rulesets, indicator),
  };
}
