import type { LawNames } from '../programme/summary/law-names.js';
import type { Ruleset } from '../schema/ruleset.js';
import { ladders, versionsOf } from '../shipped.js';

/** Sizes of sets and the order of tiers, as the package has them; texts only where they are given. */
export function lawNames(rulesets: readonly Ruleset[] = []): LawNames {
  const texts = new Map(rulesets.map((one) => [`${one.id}@${one.version}`, one]));
  return {
    size(id) {
      const own = rulesets.filter((one) => one.id === id);
      const sizes = [...own, ...(own.length > 0 ? [] : versionsOf(id))].map(({ totals }) => totals);
      const [first] = sizes;
      if (!first) return undefined;
      const agreed = (key: 'criteria' | 'indicators'): number | null =>
        sizes.every((one) => one[key] === first[key]) ? first[key] : null;
      return { criteria: agreed('criteria'), indicators: agreed('indicators') };
    },
    text: (id, version) => texts.get(`${id}@${version}`),
    tiers: (id) =>
      ladders()
        .find((one) => one.id === id)
        ?.steps.map(({ tier }) => tier),
  };
}
