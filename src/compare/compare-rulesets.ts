import type { Ruleset } from '../schema/ruleset.js';
import type { ComparedRuleset, RulesetComparison, UnmatchedIndicator } from '../schema/ruleset-comparison.js';
import { columnChanges } from './column-changes.js';
import { comparisonNotes, isShort } from './comparison-notes.js';
import { criterionChanges, pairCriteria, samePass } from './criterion-changes.js';
import { comparedIndicator, indicatorChange } from './indicator-change.js';
import type { Rename } from './normal-condition.js';
import { type Matching, pairIndicators } from './pair-indicators.js';

/** How to compare two texts. */
export interface RulesetComparisonOptions {
  /**
   * Sets between the two in time: an indicator is matched with the predecessor of its predecessor through them. By
   * id they are found inside the package. @since 0.1.0
   */
  between?: readonly Ruleset[];
}

export function comparedRuleset(ruleset: Ruleset): ComparedRuleset {
  const { id, version, revision, title, completeness, period } = ruleset;
  return {
    id,
    version,
    revision,
    title,
    status: ruleset.status ?? 'law',
    completeness,
    period: { ...period },
    amendedBy: [...(ruleset.amendedBy ?? [])],
  };
}

/** One name for both members of every pair, so that references to them compare. */
function renaming({ pairs }: Matching): { before: Rename; after: Rename } {
  const [before, after] = [new Map<string, string>(), new Map<string, string>()];
  for (const [index, pair] of pairs.entries()) {
    before.set(pair.before.indicator.id, `pair ${index}`);
    after.set(pair.after.indicator.id, `pair ${index}`);
  }
  return {
    before: (id) => before.get(id) ?? `before ${id}`,
    after: (id) => after.get(id) ?? `after ${id}`,
  };
}

/**
 * Everything that differs between two rulesets (bộ tiêu chí): indicators added, removed, stricter, looser, changed
 * without a direction, moved to another number or criterion, reworded, given to another body; figures by region,
 * group, case and year; criteria, columns and totals.
 *
 * A figure is stricter by the operator that uses it: ≥ higher, ≤ lower, the other way round under `not`; another value
 * of an equality has no direction; levels count by grade. What a whole indicator comes to takes its groups into
 * account: a part more under “all” is stricter, an alternative more is looser.
 *
 * Unknown: a figure that one of the texts leaves undetermined or to the province has no direction (`open`). Where a
 * text is not listed completely, or a decision changed things that cannot be listed, `notes` and `perhapsUnlisted` say
 * that more may differ. Figures that hang on the year compare year by year where the periods coincide; else the last
 * one known of the earlier period stands against each year of the later one. The general column (chỉ tiêu chung)
 * judges no unit and is left out.
 *
 * Comparing a ruleset with itself finds nothing, and the other way round finds the opposite.
 *
 * @example
 * const { indicators } = compareRulesets(getRuleset(id, { version: '2022-03-08' }), getRuleset(id, { version: '2024-03-01' }));
 * indicators.map(({ after, changes }) => [after.id, changes]); // [['13.1', ['looser', 'reworded']], …]
 * @since 0.1.0
 */
export function compareRulesets(
  before: Ruleset,
  after: Ruleset,
  options: RulesetComparisonOptions = {},
): RulesetComparison {
  const matching = pairIndicators(before, after, options.between);
  const texts = { before, after, rename: renaming(matching) };
  const short = { before: isShort(before), after: isShort(after) };
  const indicators = matching.pairs.flatMap((match) => indicatorChange(match, texts) ?? []);
  const criterionPairs = pairCriteria(before, after, matching.pairs);
  const criteria = criterionChanges(criterionPairs, texts, short);
  const columns = columnChanges(before, after);
  const passes = samePass(before.pass, after.pass, texts.rename);
  const unmatched = (list: Matching['added'], unlisted: boolean): UnmatchedIndicator[] =>
    list.map((placed) => ({
      ...comparedIndicator(placed),
      ...(unlisted && { perhapsUnlisted: true as const }),
    }));
  const added = unmatched(matching.added, short.before);
  const removed = unmatched(matching.removed, short.after);
  const totals = {
    criteria: { before: before.totals.criteria, after: after.totals.criteria },
    indicators: { before: before.totals.indicators, after: after.totals.indicators },
  };
  const changed = new Set(indicators.map(({ after: { id } }) => id));
  const pairs = matching.pairs.map(({ before: was, after: is, matchedBy }) => ({
    before: was.indicator.id,
    after: is.indicator.id,
    matchedBy,
    guessed: matchedBy === 'guess',
  }));
  const lists = [indicators, added, removed, criteria, columns];
  const sameTotals = Object.values(totals).every((one) => one.before === one.after);
  return {
    before: comparedRuleset(before),
    after: comparedRuleset(after),
    identical: passes && sameTotals && lists.every((list) => list.length === 0),
    totals,
    indicators,
    added,
    removed,
    criteria,
    columns,
    ...(!passes && { pass: { before: before.pass ?? null, after: after.pass ?? null } }),
    // What the same decision may have changed in both texts is no difference between them.
    perhapsChanged: matching.pairs
      .filter(({ before: { indicator: was }, after: { indicator: is } }) => {
        return was.changesUnlisted !== is.changesUnlisted && !changed.has(is.id);
      })
      .map(({ after: { indicator } }) => indicator.id),
    pairs,
    criterionPairs: criterionPairs.map((pair) => ({ before: pair.before.no, after: pair.after.no })),
    notes: comparisonNotes({ before, after, indicators, pairs }),
  };
}
