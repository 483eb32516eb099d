import { tierTitle } from '../../law/tier-names.js';
import type { Tally } from '../../schema/evaluation.js';
import type { ResultSheet } from '../../schema/result-sheet.js';
import type {
  EntryTotals,
  LadderSummary,
  PairTotals,
  PlaceTotals,
  RulesetSummary,
  Summary,
  TierTotals,
} from '../../schema/summary.js';
import { boundColumns, figureColumn } from './bound-columns.js';
import { type SheetColumn, sheetOf } from './sheet-columns.js';
import { type TableSetting, titleOf } from './table-setting.js';

const OUTCOMES = [
  ['met', 'đạt', 'met'],
  ['unmet', 'chưa đạt', 'not met'],
  ['unknown', 'chưa đủ căn cứ', 'not enough evidence'],
] as const;

function outcomeColumns<Item>(of: (item: Item) => Tally): SheetColumn<Item>[] {
  return [
    figureColumn<Item>('units', { vi: 'Số đơn vị', en: 'Units' }, (item) => of(item).total, 10),
    ...OUTCOMES.map(([key, vi, en]) =>
      figureColumn<Item>(`units-${key}`, { vi: `Đơn vị ${vi}`, en: `Units ${en}` }, (item) => of(item)[key]),
    ),
  ];
}

/** Pairs of a unit and a criterion; sets of several sizes are never added up, so each size has its own row. */
interface OfSize<Of> {
  readonly of: Of;
  readonly pairs: Omit<PairTotals, 'distribution'> | undefined;
}

function bySize<Of extends { readonly criteria: readonly PairTotals[] }>(of: Of): OfSize<Of>[] {
  const sizes = of.criteria.length > 0 ? of.criteria : [undefined];
  return sizes.map((pairs) => ({ of, pairs }));
}

function pairColumns<Of>(): SheetColumn<OfSize<Of>>[] {
  return [
    figureColumn('size', { vi: 'Số tiêu chí của bộ', en: 'Criteria of the set' }, ({ pairs }) => pairs?.of),
    figureColumn('pairs', { vi: 'Lượt tiêu chí', en: 'Criteria of all units' }, ({ pairs }) => pairs?.total),
    figureColumn('pairs-met', { vi: 'Lượt tiêu chí đạt', en: 'Criteria met' }, ({ pairs }) => pairs?.met),
    figureColumn(
      'pairs-open',
      { vi: 'Lượt tiêu chí chưa đạt', en: 'Criteria open' },
      ({ pairs }) => pairs?.open,
    ),
    figureColumn(
      'pairs-unknown',
      { vi: 'Lượt tiêu chí chưa đủ căn cứ', en: 'Criteria without enough evidence' },
      ({ pairs }) => pairs?.unknown,
    ),
    ...boundColumns<OfSize<Of>>(
      'mean',
      { vi: 'Bình quân tiêu chí đạt', en: 'Mean of criteria met' },
      ({ pairs }) => pairs?.mean.met,
    ),
  ];
}

const SHARE = { vi: 'Tỷ lệ đạt (%)', en: 'Share met (%)' };

const setColumn = <Item>(of: (item: Item) => string): SheetColumn<Item> => ({
  key: 'ruleset',
  heading: { vi: 'Mã bộ tiêu chí', en: 'Ruleset id' },
  width: 30,
  of: (item) => of(item),
});

const SUMMARY_COLUMNS: readonly SheetColumn<OfSize<RulesetSummary>>[] = [
  {
    key: 'title',
    heading: { vi: 'Bộ tiêu chí', en: 'Ruleset' },
    width: 44,
    of: ({ of }, setting) => titleOf(of.ruleset, setting),
  },
  setColumn(({ of }) => of.ruleset),
  ...outcomeColumns<OfSize<RulesetSummary>>(({ of }) => of.outcomes),
  ...boundColumns<OfSize<RulesetSummary>>('share', SHARE, ({ of }) => of.share),
  figureColumn('provisional', { vi: 'Đơn vị tạm tính', en: 'Units provisional' }, ({ of }) => of.provisional),
  figureColumn(
    'missing',
    { vi: 'Đơn vị chưa có dữ liệu', en: 'Units without data' },
    ({ of }) => of.missing.count,
  ),
  ...pairColumns<RulesetSummary>(),
];

interface OfEntry extends EntryTotals {
  readonly ruleset: string;
  readonly kind: 'criterion' | 'indicator';
}

const ENTRY_COLUMNS: readonly SheetColumn<OfEntry>[] = [
  setColumn(({ ruleset }) => ruleset),
  {
    key: 'kind',
    heading: { vi: 'Loại', en: 'Kind' },
    width: 12,
    of: ({ kind }, { locale }) =>
      ({ criterion: { vi: 'tiêu chí', en: 'criterion' }, indicator: { vi: 'chỉ tiêu', en: 'indicator' } })[
        kind
      ][locale],
  },
  { key: 'id', heading: { vi: 'Số', en: 'Number' }, width: 9, of: ({ id }) => id },
  {
    key: 'title',
    heading: { vi: 'Tên', en: 'Title' },
    width: 60,
    of: ({ title }, { locale }) => title?.[locale] ?? null,
  },
  ...OUTCOMES.map(([key, vi, en]) =>
    figureColumn<OfEntry>(key, { vi: `Đơn vị ${vi}`, en: `Units ${en}` }, (entry) => entry[key]),
  ),
];

interface OfPlace extends PlaceTotals {
  readonly ruleset: string;
}

type Placed = Pick<PlaceTotals, 'province' | 'district' | 'group'>;

function placeColumns<Item>(of: (item: Item) => Placed): SheetColumn<Item>[] {
  const columns = [
    ['province', 'Tỉnh', 'Province'],
    ['district', 'Huyện', 'District'],
    ['group', 'Nhóm xã', 'Group'],
  ] as const;
  return columns.map(([key, vi, en]) => ({
    key,
    heading: { vi, en },
    width: 20,
    of: (item) => of(item)[key] ?? null,
  }));
}

const PLACE_COLUMNS: readonly SheetColumn<OfSize<OfPlace>>[] = [
  setColumn(({ of }) => of.ruleset),
  ...placeColumns<OfSize<OfPlace>>(({ of }) => of),
  ...outcomeColumns<OfSize<OfPlace>>(({ of }) => of.outcomes),
  ...pairColumns<OfPlace>(),
];

interface OfTier extends Placed {
  readonly ladder: string;
  readonly tier: TierTotals;
}

const TIER_COLUMNS: readonly SheetColumn<OfTier>[] = [
  {
    key: 'ladder',
    heading: { vi: 'Thang mức độ', en: 'Ladder' },
    width: 40,
    of: ({ ladder }, setting) => titleOf(ladder, setting),
  },
  ...placeColumns<OfTier>((item) => item),
  {
    key: 'tier',
    heading: { vi: 'Mức độ', en: 'Tier' },
    width: 20,
    of: ({ tier }, { locale }) => tierTitle(tier.tier)[locale],
  },
  figureColumn('units', { vi: 'Số đơn vị', en: 'Units' }, ({ tier }) => tier.held.total, 10),
  ...(
    [
      ['reached', 'Theo số liệu', 'By evaluation'],
      ['recognised', 'Theo quyết định', 'By decision'],
      ['held', 'Hiện có', 'Held'],
    ] as const
  ).flatMap(([key, vi, en]) => [
    ...OUTCOMES.map(([outcome, viOutcome, enOutcome]) =>
      figureColumn<OfTier>(
        `${key}-${outcome}`,
        { vi: `${vi}: ${viOutcome}`, en: `${en}: ${enOutcome}` },
        ({ tier }) => tier[key][outcome],
      ),
    ),
    ...boundColumns<OfTier>(
      `${key}-share`,
      { vi: `${vi} (%)`, en: `${en} (%)` },
      ({ tier }) => tier.share[key],
    ),
  ]),
];

/** The whole first, then its provinces, districts and groups. */
function tiersOf({ ladder, tiers, provinces, districts, unitGroups }: LadderSummary): OfTier[] {
  return [
    ...tiers.map((tier) => ({ ladder, tier })),
    ...[...provinces, ...districts, ...unitGroups].flatMap(({ tiers: own, units: _all, ...place }) =>
      own.map((tier) => ({ ladder, ...place, tier })),
    ),
  ];
}

/** A summary in tables: the whole, criteria and indicators failed most first, places, tiers. */
export function summarySheets({ rulesets, ladders }: Summary, setting: TableSetting): ResultSheet[] {
  const entries = rulesets.flatMap(({ ruleset, byCriterion, byIndicator }): OfEntry[] => [
    ...byCriterion.map((one) => ({ ...one, ruleset, kind: 'criterion' as const })),
    ...byIndicator.map((one) => ({ ...one, ruleset, kind: 'indicator' as const })),
  ]);
  const places = rulesets.flatMap(({ ruleset, provinces, districts, unitGroups }) =>
    [...provinces, ...districts, ...unitGroups].flatMap((place) => bySize<OfPlace>({ ...place, ruleset })),
  );
  const tiers = ladders.flatMap(tiersOf);
  const sheets = [
    sheetOf(
      { id: 'summary', title: { vi: 'Tổng hợp', en: 'Summary' } },
      SUMMARY_COLUMNS,
      rulesets.flatMap(bySize),
      setting,
    ),
    sheetOf({ id: 'tiers', title: { vi: 'Mức độ', en: 'Tiers' } }, TIER_COLUMNS, tiers, setting),
    sheetOf(
      { id: 'criteria', title: { vi: 'Tiêu chí, chỉ tiêu', en: 'Criteria, indicators' } },
      ENTRY_COLUMNS,
      entries,
      setting,
    ),
    sheetOf({ id: 'places', title: { vi: 'Địa bàn', en: 'Places' } }, PLACE_COLUMNS, places, setting),
  ];
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  return filled.length > 0 ? filled : sheets.slice(0, 1);
}
