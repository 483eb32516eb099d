import { tierTitle } from '../../law/tier-names.js';
import type { TierReport, TierStanding, TierState } from '../../schema/programme.js';
import { leftSentence } from '../../words/tier-left.js';
import { WHEN_COLUMNS } from './result-columns.js';
import type { SheetColumn } from './sheet-columns.js';
import { type TableSetting, titleOf } from './table-setting.js';
import { LEVEL_COLUMN, UNIT_COLUMNS } from './unit-columns.js';

type Standing = TierReport | TierStanding;

/** The tier after the highest one surely held; undefined when all are held. */
function nextTier({ tiers }: Standing): TierState | undefined {
  const held = tiers.map((one) => one.held).lastIndexOf('met');
  return tiers[held + 1];
}

const tierName = (tier: string | null | undefined, { locale }: TableSetting): string | null =>
  tier === null || tier === undefined ? null : tierTitle(tier)[locale];

const highest = (key: 'reached' | 'recognised' | 'held', vi: string, en: string): SheetColumn<Standing> => ({
  key,
  heading: { vi, en },
  width: 18,
  of: (standing, setting) => tierName(standing[key], setting),
});

const ofNext = (
  key: string,
  vi: string,
  en: string,
  of: (tier: TierState) => number,
): SheetColumn<Standing> => ({
  key,
  heading: { vi, en },
  width: 12,
  kind: 'number',
  of: (standing) => {
    const tier = nextTier(standing);
    return tier === undefined || tier.ruleset === null ? null : of(tier);
  },
});

/** A unit in one row: which tiers it has, and how far it is from the next. */
export const STANDING_COLUMNS: readonly SheetColumn<Standing>[] = [
  ...UNIT_COLUMNS,
  LEVEL_COLUMN,
  ...WHEN_COLUMNS,
  {
    key: 'ladder',
    heading: { vi: 'Thang mức độ', en: 'Ladder' },
    width: 30,
    of: ({ ladder }, setting) => (ladder === null ? null : titleOf(ladder, setting)),
  },
  highest('reached', 'Mức cao nhất theo số liệu', 'Highest tier by evaluation'),
  highest('recognised', 'Mức cao nhất được công nhận', 'Highest tier by decision'),
  highest('held', 'Mức cao nhất hiện có', 'Highest tier held'),
  {
    key: 'next',
    heading: { vi: 'Mức tiếp theo', en: 'Next tier' },
    width: 18,
    of: (standing, setting) => tierName(nextTier(standing)?.tier, setting),
  },
  ofNext(
    'nextCriteriaMet',
    'Tiêu chí đạt của mức tiếp theo',
    'Criteria met of the next tier',
    ({ totals }) => totals.criteria.met,
  ),
  ofNext(
    'nextCriteriaUnmet',
    'Tiêu chí chưa đạt của mức tiếp theo',
    'Criteria not met of the next tier',
    ({ totals }) => totals.criteria.unmet,
  ),
  ofNext(
    'nextCriteriaUnknown',
    'Tiêu chí chưa đủ căn cứ của mức tiếp theo',
    'Criteria of the next tier without enough evidence',
    ({ totals }) => totals.criteria.unknown,
  ),
  {
    key: 'left',
    heading: { vi: 'Còn lại đến mức tiếp theo', en: 'Left until the next tier' },
    width: 60,
    of: (standing, { locale }) => {
      const tier = nextTier(standing);
      return tier && 'blockers' in tier ? leftSentence(tier as TierReport['tiers'][number], locale) : null;
    },
  },
];
