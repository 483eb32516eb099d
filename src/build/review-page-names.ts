import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { TIER_NAMES } from '../cli/tier-names.js';
import type { FactCatalogue, TraitCatalogue } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Level, Localized } from '../schema/text.js';
import { LEVEL_LABELS } from '../words/labels.js';
import { bilingual, escaped } from './review-page-markdown.js';

/** What a page needs to put keys into words, and the columns its figures are printed in. */
export interface PageNames {
  readonly facts: FactCatalogue;
  readonly traits: TraitCatalogue;
  readonly standards: Readonly<Record<string, { title: Localized }>>;
  readonly regionNames: Readonly<Record<string, Localized>>;
  readonly regions?: readonly string[] | undefined;
  readonly groups?: readonly { id: string; title: Localized }[] | undefined;
  readonly years: readonly number[];
}

export function yearsOf({ from, to }: { from: string; to: string }): number[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export function namesFor(
  vocabulary: RulesetVocabulary,
  ruleset: Pick<Ruleset, 'period'> & Partial<Pick<Ruleset, 'facts' | 'regions' | 'groups'>>,
): PageNames {
  return {
    facts: { ...vocabulary.facts, ...ruleset.facts },
    traits: vocabulary.traits ?? {},
    standards: vocabulary.standards ?? {},
    regionNames: vocabulary.territory?.regions ?? {},
    regions: ruleset.regions,
    groups: ruleset.groups,
    years: yearsOf(ruleset.period),
  };
}

/** Classes and kinds of villages and districts beside the tiers; others show as they are written. */
const OTHER_TIERS: Readonly<Record<string, Localized>> = {
  'especially-difficult': { vi: 'đặc biệt khó khăn', en: 'especially difficult' },
  'programme-135': { vi: 'Chương trình 135', en: 'Programme 135' },
  'residential-model': { vi: 'khu dân cư kiểu mẫu', en: 'model residential area' },
  special: { vi: 'đặc thù', en: 'special' },
};

export function levelAndTier(level: Level, tier: string): string {
  const tierName = TIER_NAMES[tier] ?? OTHER_TIERS[tier] ?? { vi: tier, en: tier };
  return bilingual({
    vi: `${LEVEL_LABELS[level].vi}, ${tierName.vi}`,
    en: `${LEVEL_LABELS[level].en}, ${tierName.en}`,
  });
}

/** The province a jurisdiction lies in, or the country; a district's begins with its province's. */
export function jurisdictionName(id: string, { territory }: RulesetVocabulary): Localized {
  if (id === 'vn') return { vi: 'Cả nước', en: 'National' };
  const provinces = { ...territory?.after, ...territory?.before };
  const found = Object.keys(provinces)
    .filter((one) => id === one || id.startsWith(`${one}-`))
    .sort((a, b) => b.length - a.length)[0];
  const name = (found === undefined ? undefined : provinces[found]?.name) ?? id;
  return { vi: name, en: name };
}

/** The long title of a group, cut at its colon: “Xã nhóm 1”. The definition stands in a section of its own. */
export function shortGroup(id: string, { groups }: PageNames): string {
  const title = groups?.find((one) => one.id === id)?.title.vi ?? id;
  return escaped(title.split(':')[0] ?? title);
}
