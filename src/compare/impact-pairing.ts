import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import type { OutcomeLayout } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Localized } from '../schema/text.js';
import { pairCriteria } from './criterion-changes.js';
import type { Judging } from './judging.js';
import { pairIndicators } from './pair-indicators.js';

/** Where an entry stands in the outcomes of either side; −1 where that text has no such entry. */
export interface PairedEntry {
  readonly before: number;
  readonly after: number;
  readonly beforeId: string | undefined;
  readonly afterId: string | undefined;
  readonly title: Localized;
}

export interface Pairing {
  readonly prerequisites: readonly PairedEntry[];
  readonly criteria: readonly PairedEntry[];
  readonly indicators: readonly PairedEntry[];
  /** Matched by likeness only. */
  readonly guessed: readonly string[];
}

/** Ids in the order of outcomes, prerequisites before indicators, so that an entry may go from the ones to the others. */
function idsOf({ prerequisites, indicators }: OutcomeLayout): string[] {
  return [...prerequisites, ...indicators];
}

function titlesOf(ruleset: Ruleset): ReadonlyMap<string, Localized> {
  const { indicators } = compileRuleset(ruleset);
  return new Map([...indicators].map(([id, { indicator }]) => [id, indicator.title]));
}

function paired(
  before: readonly string[],
  after: readonly string[],
  partner: ReadonlyMap<string, string>,
  titles: { before: ReadonlyMap<string, Localized>; after: ReadonlyMap<string, Localized> },
): PairedEntry[] {
  const at = new Map(before.map((id, index) => [id, index]));
  const taken = new Set<string>();
  const title = (was: string | undefined, is: string | undefined): Localized =>
    (is === undefined ? undefined : titles.after.get(is)) ??
    (was === undefined ? undefined : titles.before.get(was)) ?? { vi: is ?? was ?? '', en: is ?? was ?? '' };
  const entries = after.map((id, index): PairedEntry => {
    const was = partner.get(id);
    if (was !== undefined) taken.add(was);
    return {
      before: was === undefined ? -1 : (at.get(was) ?? -1),
      after: index,
      beforeId: was,
      afterId: id,
      title: title(was, id),
    };
  });
  const gone = before.flatMap((id, index): PairedEntry[] =>
    taken.has(id)
      ? []
      : [{ before: index, after: -1, beforeId: id, afterId: undefined, title: title(id, undefined) }],
  );
  return [...entries, ...gone];
}

/** How the entries of two texts stand to one another; placeholders of nobody's name by their number in one set. */
export function pairingOf(was: Judging, is: Judging, between: readonly Ruleset[]): Pairing {
  const [before, after] = [was.evaluator, is.evaluator];
  const sameSet = before.ruleset.id === after.ruleset.id;
  const matching = pairIndicators(before.ruleset, after.ruleset, between);
  const partner = new Map(matching.pairs.map((pair) => [pair.after.indicator.id, pair.before.indicator.id]));
  const [beforeIds, afterIds] = [idsOf(before.layout), idsOf(after.layout)];
  if (sameSet)
    for (const id of afterIds) if (id.startsWith('#') && beforeIds.includes(id)) partner.set(id, id);
  const titles = { before: titlesOf(before.ruleset), after: titlesOf(after.ruleset) };
  const all = paired(beforeIds, afterIds, partner, titles);
  const isPrerequisite = ({ beforeId, afterId }: PairedEntry): boolean =>
    afterId !== undefined
      ? after.layout.prerequisites.includes(afterId)
      : before.layout.prerequisites.includes(beforeId as string);
  const criteria = pairCriteria(before.ruleset, after.ruleset, matching.pairs);
  const criterionPartner = new Map(criteria.map((pair) => [pair.after.no, pair.before.no]));
  if (sameSet)
    for (const no of after.layout.criteria)
      if (no.startsWith('#') && before.layout.criteria.includes(no)) criterionPartner.set(no, no);
  const criterionTitles = ({ ruleset }: typeof before) =>
    new Map(compileRuleset(ruleset).criteria.map(({ criterion }) => [criterion.no, criterion.title]));
  return {
    prerequisites: all.filter(isPrerequisite),
    indicators: all.filter((entry) => !isPrerequisite(entry)),
    criteria: paired(before.layout.criteria, after.layout.criteria, criterionPartner, {
      before: criterionTitles(before),
      after: criterionTitles(after),
    }),
    guessed: matching.pairs
      .filter(({ matchedBy }) => matchedBy === 'guess')
      .map((pair) => `${pair.before.indicator.id} → ${pair.after.indicator.id}`),
  };
}
