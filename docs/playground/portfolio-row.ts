import { nearestFirst } from '../../src/gap/nearest-first.js';
import {
  type Evaluation,
  type Locale,
  type Localized,
  NtmError,
  type Outcome,
  type Problem,
  type Tally,
  type TierReport,
} from '../../src/index.js';
import { tierTitle } from '../../src/law/tier-names.js';
import type { TierStanding } from '../../src/schema/programme.js';
import { gapText } from '../../src/words/gap-text.js';
import { isProvisional } from '../../src/words/tier-table.js';
import type { Draft } from './draft.js';
import type { UnitJudge, UnitResult } from './unit-judge.js';

/** One set or tier of one unit, in as much as a cell shows. */
export interface PortfolioCell {
  readonly outcome: Outcome;
  readonly provisional: boolean;
  readonly criteria: Tally;
  readonly indicators: Tally;
}

/** One tier of one unit: by what its figures say, and whether it has the tier by either figures or decision. */
export interface PortfolioTier extends PortfolioCell {
  readonly tier: string;
  readonly title: Localized;
  readonly held: Outcome;
}

/** One unit of many: what it came to, in as much as a table shows. */
export interface PortfolioRow {
  readonly at: number;
  readonly name: string;
  readonly place: string;
  /** Of the set that judges, or undefined where tiers do. */
  readonly set?: PortfolioCell;
  readonly tiers: readonly PortfolioTier[];
  /** The highest tier that the unit surely has; undefined where none is sure. */
  readonly held?: Localized;
  /** What takes least, of the set or of the tier that comes next; empty where nothing is explained. */
  readonly nearest: string;
  readonly problems: readonly Problem[];
}

/** What of a result takes least to be met. */
function nearestGap(evaluation: Evaluation | undefined, locale: Locale): string {
  const indicators = evaluation?.criteria.flatMap((criterion) => criterion.indicators) ?? [];
  const [nearest] = nearestFirst(indicators.filter(({ outcome }) => outcome === 'unmet'));
  return nearest ? `${nearest.id}: ${gapText(nearest.gap, locale)}` : '';
}

function tierCells({ tiers }: TierReport | TierStanding): PortfolioTier[] {
  return tiers.map(({ tier, reached, totals, held }, at) => ({
    tier,
    title: tierTitle(tier),
    outcome: reached,
    provisional: isProvisional(tiers, at),
    held,
    ...totals,
  }));
}

/** The set of the tier that comes next, where it is explained. */
function nextSet(report: TierReport | TierStanding): Evaluation | undefined {
  if (!('next' in report)) return undefined;
  return report.tiers.find(({ tier }) => tier === report.next)?.evaluation;
}

function told(result: UnitResult, locale: Locale): Pick<PortfolioRow, 'set' | 'tiers' | 'held' | 'nearest'> {
  if ('tiers' in result) {
    const { held } = result;
    return {
      tiers: tierCells(result),
      ...(held !== null && { held: tierTitle(held) }),
      nearest: nearestGap(nextSet(result), locale),
    };
  }
  const { outcome, provisional, totals } = 'outcomes' in result ? result.outcomes : result;
  return {
    set: { outcome, provisional, ...totals },
    tiers: [],
    nearest: 'outcomes' in result ? '' : nearestGap(result, locale),
  };
}

/** Judges one unit of many; one that cannot be judged says why in its row and stops nobody else. */
export function portfolioRow(judge: UnitJudge, draft: Draft, at: number, locale: Locale): PortfolioRow {
  const place = [draft.unit.district, draft.unit.province]
    .filter((one) => typeof one === 'string')
    .join(', ');
  const named = { at, name: draft.unit.name, place };
  try {
    return { ...named, ...told(judge(draft), locale), problems: [] };
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    return { ...named, tiers: [], nearest: '', problems: error.errors };
  }
}
