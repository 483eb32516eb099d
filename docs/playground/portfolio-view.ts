import type { Locale } from '../../src/index.js';
import { plainSpelling } from '../../src/problem/nearest.js';
import { countText } from '../../src/words/bounds-text.js';
import { element, fill } from './element.js';
import { type PortfolioColumn, portfolioColumns } from './portfolio-columns.js';
import { portfolioCounts } from './portfolio-counts.js';
import type { PortfolioRow } from './portfolio-row.js';

/** Rows shown at once; a table of ten thousand would make the page stand still. */
const PAGE = 200;

/** A table of units that grows while they are judged; how it is sorted and searched stays as it is. */
export interface PortfolioTable {
  readonly root: HTMLElement;
  readonly show: (rows: readonly PortfolioRow[]) => void;
}

/** Sorts by any column and searches by name, by mouse and by keyboard. */
export function portfolioTable(locale: Locale, open: (at: number) => void): PortfolioTable {
  const vi = locale === 'vi';
  let rows: readonly PortfolioRow[] = [];
  let columns: readonly PortfolioColumn[] = [];
  let by = '';
  let falling = false;
  let shown = PAGE;
  let wanted = '';
  const counts = element('div');
  const head = element('tr');
  const body = element('tbody');
  const found = element('span', { class: 'told', role: 'status' });
  const more = element('button', {
    type: 'button',
    class: 'quiet',
    on: {
      click: () => {
        shown += PAGE;
        drawRows();
      },
    },
  });
  const search = element('input', {
    type: 'search',
    autocomplete: 'off',
    on: {
      input: () => {
        wanted = plainSpelling(search.value);
        shown = PAGE;
        drawRows();
      },
    },
  });

  const sorted = (): readonly PortfolioRow[] => {
    const fitting =
      wanted === ''
        ? rows
        : rows.filter(({ name, place }) => plainSpelling(`${name} ${place}`).includes(wanted));
    const order = columns.find(({ id }) => id === by)?.order;
    if (!order) return fitting;
    return [...fitting].sort((a, b) => (falling ? order(b, a) : order(a, b)) || a.at - b.at);
  };

  const drawHead = (): void => {
    fill(
      head,
      ...columns.map(({ id, title, kind }, at) => {
        const state = id !== by ? 'none' : falling ? 'descending' : 'ascending';
        const arrow = state === 'none' ? '' : falling ? ' ▼' : ' ▲';
        const sort = (): void => {
          falling = by === id && !falling;
          by = id;
          drawHead();
          drawRows();
          (head.children[at]?.firstElementChild as HTMLElement | null)?.focus();
        };
        return element(
          'th',
          { scope: 'col', 'aria-sort': state, class: kind },
          element('button', { type: 'button', class: 'sort', on: { click: sort } }, `${title}${arrow}`),
        );
      }),
    );
  };

  const drawRows = (): void => {
    const all = sorted();
    fill(
      body,
      ...all
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
    const left = all.length - shown;
    const next = countText(Math.min(PAGE, left), locale);
    more.hidden = left <= 0;
    more.textContent = vi ? `Thêm ${next} đơn vị` : `${next} more units`;
    const count = countText(all.length, locale);
    found.textContent = wanted === '' ? '' : vi ? `tìm thấy ${count}` : `${count} found`;
  };

  return {
    root: element(
      'div',
      {},
      counts,
      element(
        'p',
        { class: 'group wrap' },
        element('label', { class: 'inline' }, element('span', {}, vi ? 'Tìm đơn vị' : 'Find a unit'), search),
        found,
      ),
      element(
        'div',
        {
          class: 'table',
          tabindex: '0',
          role: 'region',
          'aria-label': vi ? 'Bảng đơn vị' : 'Table of units',
        },
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
    ),
    show: (next) => {
      rows = next;
      columns = portfolioColumns(rows, locale, open);
      fill(counts, portfolioCounts(rows, locale));
      const focused = [...head.children].findIndex((one) => one.contains(document.activeElement));
      drawHead();
      (head.children[focused]?.firstElementChild as HTMLElement | null | undefined)?.focus();
      drawRows();
    },
  };
}
