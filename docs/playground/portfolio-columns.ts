import type { Locale, Outcome } from '../../src/index.js';
import { type Child, element } from './element.js';
import { outcomeBadge } from './outcome-badge.js';
import type { PortfolioCell, PortfolioRow, PortfolioTier } from './portfolio-row.js';
import { problemList } from './problem-list.js';

/** One column of the table of units. */
export interface PortfolioColumn {
  readonly id: string;
  readonly title: string;
  readonly order: (a: PortfolioRow, b: PortfolioRow) => number;
  readonly cell: (row: PortfolioRow) => Child[];
  readonly kind?: 'figure';
}

const RANK: Record<Outcome, number> = { met: 0, unmet: 1, unknown: 2 };

/** Met first, and of equal outcomes who meets more. */
function byCell(a: PortfolioCell | undefined, b: PortfolioCell | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  return (
    RANK[a.outcome] - RANK[b.outcome] ||
    Number(a.provisional) - Number(b.provisional) ||
    b.criteria.met - a.criteria.met ||
    b.indicators.met - a.indicators.met
  );
}

const tierOf = ({ tiers }: PortfolioRow, id: string): PortfolioTier | undefined =>
  tiers.find(({ tier }) => tier === id);

const names = new Intl.Collator('vi', { numeric: true }).compare;

/** What an unjudged unit shows in the place of its outcome. */
function notJudged({ problems }: PortfolioRow, locale: Locale): Child[] {
  return [
    element(
      'details',
      { class: 'finer' },
      element('summary', {}, locale === 'vi' ? 'Không xét được' : 'Not judged'),
      problemList(problems, locale),
    ),
  ];
}

function setColumns(locale: Locale): PortfolioColumn[] {
  const vi = locale === 'vi';
  const figure = (
    id: string,
    title: string,
    of: (set: PortfolioCell) => number,
    total?: (set: PortfolioCell) => number,
  ): PortfolioColumn => ({
    id,
    title,
    kind: 'figure',
    order: (a, b) => (b.set ? of(b.set) : -1) - (a.set ? of(a.set) : -1),
    cell: ({ set }) => [set && (total ? `${of(set)}/${total(set)}` : String(of(set)))],
  });
  return [
    {
      id: 'outcome',
      title: vi ? 'Kết quả' : 'Outcome',
      order: (a, b) => byCell(a.set, b.set),
      cell: (row) => (row.set ? [outcomeBadge(row.set, locale)] : notJudged(row, locale)),
    },
    figure(
      'criteria',
      vi ? 'Tiêu chí đạt' : 'Criteria met',
      ({ criteria }) => criteria.met,
      ({ criteria }) => criteria.total,
    ),
    figure(
      'indicators',
      vi ? 'Chỉ tiêu đạt' : 'Indicators met',
      ({ indicators }) => indicators.met,
      ({ indicators }) => indicators.total,
    ),
    figure('unmet', vi ? 'Chưa đạt' : 'Not met', ({ indicators }) => indicators.unmet),
    figure('unknown', vi ? 'Chưa đủ căn cứ' : 'Not enough evidence', ({ indicators }) => indicators.unknown),
  ];
}

/** Every tier that some unit is judged by, in the order in which the ladders have them. */
function tiersAmong(rows: readonly PortfolioRow[]): PortfolioTier[] {
  const found = new Map<string, PortfolioTier>();
  for (const { tiers } of rows) for (const one of tiers) if (!found.has(one.tier)) found.set(one.tier, one);
  return [...found.values()];
}

function tierColumns(rows: readonly PortfolioRow[], locale: Locale): PortfolioColumn[] {
  const vi = locale === 'vi';
  const tiers = tiersAmong(rows);
  const rank = new Map(tiers.map(({ title }, at) => [title[locale], tiers.length - at]));
  const height = ({ held }: PortfolioRow): number => (held ? (rank.get(held[locale]) ?? 0) : 0);
  return [
    {
      id: 'held',
      title: vi ? 'Mức độ hiện có' : 'Tier held',
      order: (a, b) => height(b) - height(a),
      cell: (row) => {
        if (row.problems.length > 0) return notJudged(row, locale);
        return [row.held?.[locale] ?? element('span', { class: 'told' }, vi ? 'chưa rõ' : 'none sure')];
      },
    },
    ...tiers.map(
      ({ tier, title }): PortfolioColumn => ({
        id: `tier ${tier}`,
        title: title[locale],
        order: (a, b) => byCell(tierOf(a, tier), tierOf(b, tier)),
        cell: (row) => {
          const one = tierOf(row, tier);
          if (!one) return [];
          const { criteria } = one;
          return [
            outcomeBadge(one, locale),
            criteria.total > 0 &&
              element(
                'small',
                { title: vi ? 'tiêu chí đạt' : 'criteria met' },
                ` ${criteria.met}/${criteria.total}`,
              ),
          ];
        },
      }),
    ),
  ];
}

/** The columns for units judged by one set, or by tiers. */
export function portfolioColumns(
  rows: readonly PortfolioRow[],
  locale: Locale,
  open: (at: number) => void,
): PortfolioColumn[] {
  const vi = locale === 'vi';
  const explained = rows.some(({ nearest }) => nearest !== '');
  return [
    {
      id: 'name',
      title: vi ? 'Đơn vị' : 'Unit',
      order: (a, b) => names(a.name, b.name),
      cell: ({ at, name, place }) => [
        element(
          'button',
          { type: 'button', class: 'link', on: { click: () => open(at) } },
          name === '' ? '?' : name,
        ),
        place !== '' && element('small', {}, ` ${place}`),
      ],
    },
    ...(rows.some(({ tiers }) => tiers.length > 0) ? tierColumns(rows, locale) : setColumns(locale)),
    ...(explained
      ? [
          {
            id: 'nearest',
            title: vi ? 'Gần đạt nhất' : 'Nearest gap',
            order: (a: PortfolioRow, b: PortfolioRow) =>
              Number(a.nearest === '') - Number(b.nearest === '') || names(a.nearest, b.nearest),
            cell: ({ nearest }: PortfolioRow) => [element('span', { class: 'told' }, nearest)],
          },
        ]
      : []),
  ];
}
