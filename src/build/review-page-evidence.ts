import { figureStanding, knownInPart, type Standing } from '../cli/figure-standing.js';
import type { Ruleset } from '../schema/ruleset.js';
import { ranges } from '../words/scorecard-ranges.js';

export const STANDINGS = [
  'published',
  'unconfirmed',
  'proposed',
  'undetermined',
  'delegated',
  'not-encoded',
] as const satisfies readonly Standing[];

/** How many indicators of the criteria stand on what; prerequisites are in no total. */
export interface EvidenceCounts extends Readonly<Record<Standing, number>> {
  readonly listed: number;
  /** Official entries that no source names; null where the official total is not known. */
  readonly unlisted: number | null;
  readonly prerequisites: number;
  readonly prerequisitesPublished: number;
  /** Undetermined ones that have a figure in some columns. */
  readonly inPart: number;
}

export function evidenceCounts(ruleset: Ruleset): EvidenceCounts {
  const indicators = ruleset.criteria.flatMap((criterion) => criterion.indicators);
  const found = indicators.map((one) => ({ one, standing: figureStanding(one, ruleset) }));
  const count = (standing: Standing): number => found.filter((one) => one.standing === standing).length;
  const { indicators: total } = ruleset.totals;
  const prerequisites = (ruleset.prerequisites ?? []).map((one) => figureStanding(one, ruleset));
  return {
    prerequisites: prerequisites.length,
    prerequisitesPublished: prerequisites.filter((standing) => standing === 'published').length,
    listed: indicators.length,
    unlisted: total === null ? null : Math.max(0, total - indicators.length),
    inPart: found.filter(({ one, standing }) => standing === 'undetermined' && knownInPart(one)).length,
    published: count('published'),
    unconfirmed: count('unconfirmed'),
    proposed: count('proposed'),
    undetermined: count('undetermined'),
    delegated: count('delegated'),
    'not-encoded': count('not-encoded'),
  };
}

/** Which indicators stand so: "1.1, 2.1–2.4". */
export function indicatorsStanding(ruleset: Ruleset, standing: Standing): string {
  return ruleset.criteria
    .flatMap(({ indicators }) =>
      ranges(
        indicators.filter((one) => figureStanding(one, ruleset) === standing).map(({ id }) => id),
        indicators.map(({ id }) => id),
      ),
    )
    .join(', ');
}

export function sumCounts(all: readonly EvidenceCounts[]): EvidenceCounts {
  const sum = (key: keyof EvidenceCounts): number => all.reduce((total, one) => total + (one[key] ?? 0), 0);
  return {
    prerequisites: sum('prerequisites'),
    prerequisitesPublished: sum('prerequisitesPublished'),
    listed: sum('listed'),
    unlisted: sum('unlisted'),
    inPart: sum('inPart'),
    published: sum('published'),
    unconfirmed: sum('unconfirmed'),
    proposed: sum('proposed'),
    undetermined: sum('undetermined'),
    delegated: sum('delegated'),
    'not-encoded': sum('not-encoded'),
  };
}
