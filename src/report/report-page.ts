import { pageSetting } from './page-setting.js';
import { portfolioPage } from './portfolio-page.js';
import type { ReportInput, ReportOptions } from './report-input.js';
import { tierPage } from './tier-page.js';
import { unitPage } from './unit-page.js';

/**
 * A result as one HTML page to show, print or send: no other file, nothing from a network, works from a folder. It
 * forbids itself everything but its own style and script, known by their hashes; every text in it is escaped. Outcomes
 * are told apart by sign and word, not by colour alone.
 *
 * Of one unit: the outcome, each criterion, gaps nearest first, thin margins, missing facts, sources with links, and the
 * unit's own report beside what was found. Of a unit's tiers: what it holds and what blocks the next. Of many units:
 * totals, the criteria that fail most, and a table of units to sort and search, of any size; without script the
 * first rows and all totals are there.
 *
 * Unknown shows as unknown (?), with what could still decide it. The same input gives the same bytes.
 *
 * @param input `{ evaluation }`, `{ tiers }`, or any of `{ units, summary, plan, progress }`
 * @throws NtmError `wrong-type` where the input is none of these
 * @example
 * reportPage({ evaluation: evaluate(snapshot, 'vn/commune-ntm/2021-2025') }, { locale: 'vi' })
 * reportPage({ tiers: evaluateTiers(snapshot) }, { names: shippedVocabulary() })
 * reportPage({ units: evaluations, summary: summarize(evaluations, { universe: 127 }) }, { title: 'Lào Cai 2024' })
 * @since 0.1.0
 */
export function reportPage(input: ReportInput, options: ReportOptions = {}): string {
  const setting = pageSetting(options);
  if ('evaluation' in input) return unitPage(input.evaluation, options.title, setting);
  if ('tiers' in input) return tierPage(input.tiers, options.title, setting);
  return portfolioPage(input, options.title, setting);
}
