import { nearestFirst } from '../../src/gap/nearest-first.js';
import {
  type Evaluation,
  evaluate,
  type Locale,
  NtmError,
  type Outcome,
  type Problem,
  type Tally,
} from '../../src/index.js';
import { gapText } from '../../src/words/gap-text.js';
import { type Draft, snapshotOf } from './draft.js';

/** One unit of many: what it came to, in as much as a table shows. */
export interface PortfolioRow {
  readonly at: number;
  readonly name: string;
  readonly place: string;
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly criteria: Tally;
  readonly indicators: Tally;
  readonly nearest: string;
  readonly problems: readonly Problem[];
}

const NOTHING: Tally = { total: 0, met: 0, unmet: 0, unknown: 0 };

/** What of it takes least to be met. */
function nearestGap({ criteria }: Evaluation, locale: Locale): string {
  const unmet = criteria.flatMap(({ indicators }) => indicators.filter(({ outcome }) => outcome === 'unmet'));
  const [nearest] = nearestFirst(unmet);
  return nearest ? `${nearest.id}: ${gapText(nearest.gap, locale)}` : '';
}

/** Judges one unit of many; one that cannot be judged says why in its row and stops nobody else. */
export function portfolioRow(
  draft: Draft,
  at: number,
  ruleset: string,
  amendments: readonly unknown[],
  locale: Locale,
): PortfolioRow {
  const place = [draft.unit.district, draft.unit.province]
    .filter((one) => typeof one === 'string')
    .join(', ');
  const named = { at, name: draft.unit.name, place };
  try {
    const result = evaluate(snapshotOf(draft, locale), ruleset, { onInvalid: 'unknown', amendments });
    return {
      ...named,
      outcome: result.outcome,
      provisional: result.provisional,
      criteria: result.totals.criteria,
      indicators: result.totals.indicators,
      nearest: nearestGap(result, locale),
      problems: [],
    };
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return {
      ...named,
      outcome: 'unknown',
      provisional: false,
      criteria: NOTHING,
      indicators: NOTHING,
      nearest: '',
      problems: error.errors,
    };
  }
}
