import type { Locale, Outcome } from '../../src/index.js';
import { OUTCOME_LABELS } from '../../src/words/labels.js';
import { type Child, element, fill } from './element.js';
import type { PortfolioRow } from './judge-many.js';
import { outcomeBadge } from './outcome-badge.js';
import { problemList } from './problem-list.js';

interface Column {
  readonly title: string;
  readonly order: (a: PortfolioRow, b: PortfolioRow) => number;
  readonly cell: (row: PortfolioRow) => Child[];
  readonly kind?: 'figure';
}

/** Rows shown at once; a table of ten thousand would make the page stand still. */
const PAGE = 200;

const RANK: Record<Outcome, number> = { met: 0, unmet: 1, unknown: 2 };

function columnsFor(locale: Locale, open: (at: number) => void): Column[] {
  const vi = locale === 'vi';
  const names = new Intl.Collator('vi', { numeric: true }).compare;
  return [
    {
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
    {
      title: vi ? 'Kết quả' : 'Outcome',
      order: (a, b) => RANK[a.outcome] - RANK[b.outcome] || Number(a.provisional) - Number(b.provisional),
      cell: (row) =>
        row.problems.length > 0
          ? [
              element(
                'details',
                { class: 'finer' },
                element('summary', {}, vi ? 'Không xét được' : 'Not judged'),
                problemList(row.problems, locale),
              ),
            ]
          : [outcomeBadge(row, locale)],
    },
    {
      title: vi ? 'Tiêu chí đạt' : 'Criteria met',
      kind: 'figure',
      order: (a, b) => b.criteria.met - a.criteria.met,
      cell: ({ criteria }) => [`${criteria.met}/${criteria.total}`],
    },
    {
      title: vi ? 'Chỉ tiêu đạt' : 'Indicators met',
      kind: 'figure',
      order: (a, b) => b.indicators.met - a.indicators.met,
      cell: ({ indicators }) => [`${indicators.met}/${indicators.total}`],
    },
    {
      title: vi ? 'Chưa đạt' : 'Not met',
      kind: 'figure',
      order: (a, b) => b.indicators.unmet - a.indicators.unmet,
      cell: ({ indicators }) => [String(indicators.unmet)],
    },
    {
      title: vi ? 'Chưa đủ căn cứ' : 'Not enough evidence',
      kind: 'figure',
      order: (a, b) => b.indicators.unknown - a.indicators.unknown,
      cell: ({ indicators }) => [String(indicators.unknown)],
    },
    {
      title: vi ? 'Gần đạt nhất' : 'Nearest gap',
      order: (a, b) => names(a.nearest, b.nearest),
      cell: ({ nearest }) => [element('span', { class: 'told' }, nearest)],
    },
  ];
}

/** How many units came to what. */
function counts(rows: readonly PortfolioRow[], locale: Locale): HTMLElement {
  const count = (outcome: Outcome): number =>
    rows.filter((row) => row.outcome === outcome && row.problems.length === 0).length;
  const not = rows.filter(({ problems }) => problems.length > 0).length;
  const vi = locale === 'vi';
  return element(
    'p',
    { class: 'counts', role: 'status' },
    element('b', {}, `${rows.length} ${vi ? 'đơn vị' : rows.length === 1 ? 'unit' : 'units'}: `),
    (['met', 'unmet', 'unknown'] as const)
      .map((outcome) => `${count(outcome)} ${OUTCOME_LABELS[outcome][locale]}`)
      .join(', '),
    not > 0 && `, ${not} ${vi ? 'không xét được' : 'not judged'}`,
  );
}

/** A table of units that sorts by any column, by mouse and by keyboard. */
export function portfolioTable(
  rows: readonly PortfolioRow[],
  locale: Locale,
  open: (at: number) => void,
): HTMLElement {
  const vi = locale === 'vi';
  const columns = columnsFor(locale, open);
  let by: Column | undefined;
  let falling = false;
  let shown = PAGE;
  const head = element('tr');
  const body = element('tbody');
  const more = element('button', {
    type: 'button',
    class: 'quiet',
    on: {
      click: () => {
        shown += PAGE;
        draw();
      },
    },
  });

  const draw = (): void => {
    const order = by?.order;
    const sorted = order
      ? [...rows].sort((a, b) => (falling ? order(b, a) : order(a, b)) || a.at - b.at)
      : rows;
    fill(
      head,
      ...columns.map((column) => {
        const state = column === by ? (falling ? 'descending' : 'ascending') : 'none';
        const arrow = state === 'none' ? '' : falling ? ' ▼' : ' ▲';
        const sort = (): void => {
          falling = by === column && !falling;
          by = column;
          draw();
          (head.children[columns.indexOf(column)]?.firstElementChild as HTMLElement | null)?.focus();
        };
        return element(
          'th',
          { scope: 'col', 'aria-sort': state, class: column.kind },
          element(
            'button',
            { type: 'button', class: 'sort', on: { click: sort } },
            `${column.title}${arrow}`,
          ),
        );
      }),
    );
    fill(
      body,
      ...sorted
        .slice(0, shown)
        .map((row) =>
          element(
            'tr',
            {},
            ...columns.map(({ cell, kind }, at) =>
              element(
                at === 0 ? 'th' : 'td',
                { class: kind, ...(at === 0 && { scope: 'row' }) },
                ...cell(row),
              ),
            ),
          ),
        ),
    );
    more.hidden = rows.length <= shown;
    more.textContent = vi
      ? `Thêm ${Math.min(PAGE, rows.length - shown)} đơn vị`
      : `${Math.min(PAGE, rows.length - shown)} more units`;
  };
  draw();
  return element(
    'div',
    {},
    counts(rows, locale),
    element(
      'div',
      { class: 'table', tabindex: '0' },
      element(
        'table',
        { class: 'portfolio' },
        element(
          'caption',
          { class: 'hidden' },
          vi
            ? 'Kết quả từng đơn vị; bấm tiêu đề cột để sắp xếp'
            : 'What each unit came to; press a heading to sort',
        ),
        element('thead', {}, head),
        body,
      ),
    ),
    more,
  );
}
