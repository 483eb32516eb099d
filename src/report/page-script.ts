/**
 * The script of every report page: prints what is folded, and lets people sort, search and leaf through tables of units.
 * Without it the page shows all totals and the first rows. It reads the figures of the page and nothing else, and writes
 * text, never markup.
 */
export const PAGE_SCRIPT = `
(() => {
'use strict';
const folded = () => document.querySelectorAll('details:not([open])');
addEventListener('beforeprint', () => { for (const one of folded()) { one.open = true; one.dataset.folded = ''; } });
addEventListener('afterprint', () => { for (const one of document.querySelectorAll('details[data-folded]')) { one.open = false; delete one.dataset.folded; } });
const reachable = () => { for (const one of document.querySelectorAll('.scroll')) {
  const scrolls = one.scrollWidth > one.clientWidth;
  const caption = one.querySelector('caption');
  if (scrolls) { one.tabIndex = 0; one.setAttribute('role', 'region'); one.setAttribute('aria-label', caption ? caption.textContent : ''); }
  else { one.removeAttribute('tabindex'); one.removeAttribute('role'); one.removeAttribute('aria-label'); }
} };
addEventListener('resize', reachable);
document.addEventListener('toggle', reachable, true);
const unfoldTarget = () => {
  let one; try { one = document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { return; }
  if (!one) return;
  const fold = one.closest('details:not([open])');
  if (fold) { fold.open = true; one.scrollIntoView(); }
};
addEventListener('hashchange', unfoldTarget);
const plainText = (text) => String(text).normalize('NFD').replace(/[\\u0300-\\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();
const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
const RANK = { m: 3, k: 2, u: 1, x: 0 };
const rankOf = (code) => RANK[String(code)[0].toLowerCase()] || 0;
const number = new Intl.NumberFormat(document.documentElement.lang);
for (const holder of document.querySelectorAll('[data-units]')) {
  const data = JSON.parse(document.getElementById(holder.dataset.units).textContent);
  const { rows, places, words } = data;
  const kinds = [...data.kinds];
  const body = holder.querySelector('tbody');
  const find = (name) => holder.querySelector('[data-do=' + name + ']');
  const heads = [...holder.querySelectorAll('thead th')];
  const state = { text: '', outcome: '', size: data.size, from: 0, sort: -1, down: false };
  let chosen = rows;
  const columns = [];
  kinds.forEach((kind, at) => { if (kind === 'c') for (let i = 0; i < data.criteria; i += 1) columns.push([at, i]); else columns.push([at, -1]); });
  const shownText = (row) => kinds.map((kind, at) => kind === 't' ? row[at] : kind === 'p' ? places[row[at]] : '').join(' ');
  const searched = rows.map((row) => plainText(shownText(row)));
  const valueOf = (row, [at, i]) => { const kind = kinds[at]; const value = row[at]; return kind === 'p' ? places[value] : kind === 'o' ? rankOf(value) : kind === 'c' ? rankOf(value[i]) : value; };
  const choose = () => {
    const text = plainText(state.text.trim());
    const first = kinds.indexOf('o');
    chosen = rows.filter((row, at) => (text === '' || searched[at].includes(text)) && (state.outcome === '' || String(row[first])[0].toLowerCase() === state.outcome));
    if (state.sort >= 0) {
      const column = columns[state.sort];
      const way = state.down ? -1 : 1;
      const keyed = chosen.map((row, at) => [valueOf(row, column), at, row]);
      keyed.sort(([a, i], [b, j]) => way * (typeof a === 'string' || typeof b === 'string' ? collator.compare(a, b) : a - b) || i - j);
      chosen = keyed.map(([, , row]) => row);
    }
  };
  const outcomeCell = (code, whole) => {
    const cell = document.createElement('td');
    const letter = code.toLowerCase();
    cell.className = letter + (code !== letter ? ' p' : '');
    const word = document.createElement('b');
    word.textContent = words[letter] + (code !== letter ? ' ' + words.p : '');
    if (!whole) word.className = 'w';
    else { cell.className = 'o ' + cell.className; word.textContent = ' ' + word.textContent; }
    cell.append(word);
    return cell;
  };
  const rowOf = (row) => {
    const tr = document.createElement('tr');
    kinds.forEach((kind, at) => {
      if (kind === 'c') { for (const code of row[at]) tr.append(outcomeCell(code, false)); return; }
      if (kind === 'o') { tr.append(outcomeCell(row[at], true)); return; }
      const cell = document.createElement(at === 0 ? 'th' : 'td');
      if (at === 0) cell.scope = 'row';
      if (kind === 'n') cell.className = 'n';
      if (kind === 'p') cell.className = 'place';
      const text = document.createElement('bdi');
      text.textContent = kind === 'p' ? places[row[at]] : kind === 'n' ? number.format(row[at]) : row[at];
      cell.append(text);
      tr.append(cell);
    });
    return tr;
  };
  const show = () => {
    const last = Math.max(0, Math.ceil(chosen.length / state.size) - 1) * state.size;
    state.from = Math.min(Math.max(0, state.from), last);
    const to = Math.min(chosen.length, state.from + state.size);
    body.replaceChildren(...chosen.slice(state.from, to).map(rowOf));
    find('status').textContent = words.status.replace('{from}', number.format(chosen.length ? state.from + 1 : 0)).replace('{to}', number.format(to)).replace('{of}', number.format(chosen.length));
    for (const one of ['first', 'previous']) find(one).disabled = state.from === 0;
    for (const one of ['next', 'last']) find(one).disabled = to >= chosen.length;
    heads.forEach((head, at) => head.setAttribute('aria-sort', at === state.sort ? (state.down ? 'descending' : 'ascending') : 'none'));
    reachable();
  };
  const again = () => { state.from = 0; choose(); show(); };
  heads.forEach((head, at) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const wordy = 'tp'.includes(kinds[columns[at][0]]);
      if (state.sort === at) state.down = !state.down; else { state.sort = at; state.down = !wordy; }
      again();
    });
  });
  find('search').addEventListener('input', (event) => { state.text = event.target.value; again(); });
  const outcome = find('outcome');
  if (outcome) outcome.addEventListener('change', (event) => { state.outcome = event.target.value; again(); });
  find('size').addEventListener('change', (event) => { state.size = Number(event.target.value); show(); });
  find('first').addEventListener('click', () => { state.from = 0; show(); });
  find('previous').addEventListener('click', () => { state.from -= state.size; show(); });
  find('next').addEventListener('click', () => { state.from += state.size; show(); });
  find('last').addEventListener('click', () => { state.from = rows.length; show(); });
  for (const one of holder.querySelectorAll('.controls')) one.hidden = false;
  show();
}
reachable();
unfoldTarget();
})();
`;
