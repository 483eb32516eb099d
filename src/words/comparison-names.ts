import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { GENERAL_COLUMN } from '../law/requirement-row.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Locale, Localized } from '../schema/text.js';
import { type ComparisonNames, literalText } from './figure-texts.js';
import { OPERATOR_SIGNS } from './labels.js';

/** The cases of an indicator by their conditions, where those are one comparison; else by their ids. */
function casesOf(rulesets: readonly Ruleset[], indicator: string): Record<string, Localized> {
  const titles: Record<string, Localized> = {};
  for (const { criteria, prerequisites = [], facts } of rulesets) {
    const all = [...prerequisites, ...criteria.flatMap(({ indicators }) => indicators)];
    for (const [id, condition] of Object.entries(all.find((one) => one.id === indicator)?.cases ?? {})) {
      titles[id] = { vi: id, en: id };
      if (!('fact' in condition) || typeof condition.value === 'object') continue;
      const { fact: key, operator, value } = condition;
      const of = (locale: Locale): string =>
        `${facts[key]?.title[locale] ?? key} ${OPERATOR_SIGNS[operator] ?? ''} ${literalText(value, facts[key], locale)}`;
      titles[id] = { vi: of('vi'), en: of('en') };
    }
  }
  return titles;
}

/** The names that comparisons of these texts are written with: those of the texts, and what is known besides. */
export function comparisonNames(
  rulesets: readonly Ruleset[],
  vocabulary: RulesetVocabulary,
  locale: Locale,
): ComparisonNames {
  const regions = [...rulesets].reverse().find((one) => one.regions)?.regions;
  const groups = rulesets.flatMap((one) => one.groups ?? []).map(({ id, title }) => [id, title] as const);
  return {
    locale,
    facts: Object.assign({}, vocabulary.facts, ...rulesets.map(({ facts }) => facts)),
    standards: vocabulary.standards,
    regions: Object.assign(
      {},
      vocabulary.territory?.regions,
      ...rulesets.map((one) => one.territory?.regions),
    ),
    allRegions: regions?.filter((region) => region !== GENERAL_COLUMN),
    groups: Object.fromEntries(groups),
    cases: (indicator) => casesOf(rulesets, indicator),
  };
}
