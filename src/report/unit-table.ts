import { formatFigure } from '../words/figures.js';
import { OUTCOME_LABELS, PROVISIONAL } from '../words/labels.js';
import { type Content, html, jsonBlock, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import { tableControls } from './unit-table-controls.js';

/** What the cells of a column are: text, a place, a whole number, an outcome in words, outcomes side by side. */
export type CellKind = 't' | 'p' | 'n' | 'o' | 'c';

export interface UnitColumn {
  readonly kind: CellKind;
  readonly title: string;
}

export interface UnitTable {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly UnitColumn[];
  /** Heads of the outcomes side by side: what shows, and what it stands for. */
  readonly criteria: readonly { readonly no: string; readonly title: string }[];
  /** Names of places, which rows hold by number. */
  readonly places: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** Rows that show at once, and that are there without script: the communes of a province fit on one page. */
export const PAGE_SIZE = 200;

export function letterWords({ locale }: PageSetting): Record<string, string> {
  return {
    m: OUTCOME_LABELS.met[locale],
    u: OUTCOME_LABELS.unmet[locale],
    k: OUTCOME_LABELS.unknown[locale],
    x: say({ locale }, 'không có', 'not in this set'),
    p: `(${PROVISIONAL[locale]})`,
  };
}

/** The cell of an outcome. The script of the page builds the same. */
function outcomeCell(code: string, words: Record<string, string>, whole: boolean): Markup {
  const letter = code.toLowerCase();
  const provisional = code !== letter;
  const text = `${words[letter]}${provisional ? ` ${words.p}` : ''}`;
  const kind = `${letter}${provisional ? ' p' : ''}`;
  return whole
    ? html`<td class="o ${kind}"><b> ${text}</b></td>`
    : html`<td class="${kind}"><b class="w">${text}</b></td>`;
}

function cellOf(
  value: string | number,
  kind: CellKind,
  first: boolean,
  places: readonly string[],
  words: Record<string, string>,
  { locale }: PageSetting,
): Content {
  if (kind === 'c') return [...String(value)].map((code) => outcomeCell(code, words, false));
  if (kind === 'o') return outcomeCell(String(value), words, true);
  const text =
    kind === 'p' ? (places[Number(value)] ?? '') : kind === 'n' ? formatFigure(value, { locale }) : value;
  if (first) return html`<th scope="row"><bdi>${text}</bdi></th>`;
  if (kind === 'n') return html`<td class="n"><bdi>${text}</bdi></td>`;
  return kind === 'p' ? html`<td class="place"><bdi>${text}</bdi></td>` : html`<td><bdi>${text}</bdi></td>`;
}

function heads({ columns, criteria }: UnitTable): Content[] {
  return columns.flatMap(({ kind, title }): Content[] =>
    kind === 'c'
      ? criteria.map(
          (one) =>
            html`<th scope="col" class="c" title="${one.title}">${one.no}<b class="w"> ${one.title}</b></th>`,
        )
      : [html`<th scope="col"${kind === 'n' && html` class="n"`}>${title}</th>`],
  );
}

/**
 * Units, a row each, to sort, search and leaf through. The figures are in the page once, as data; the first rows are there
 * for readers without script as well. How many units there are bounds neither what is drawn nor what the browser keeps.
 */
export function unitTable(table: UnitTable, setting: PageSetting): Markup {
  const { id, caption, columns, criteria, places, rows } = table;
  if (rows.length === 0) return html``;
  const words = letterWords(setting);
  const first = rows.slice(0, PAGE_SIZE);
  const data = {
    kinds: columns.map(({ kind }) => kind).join(''),
    criteria: criteria.length,
    size: PAGE_SIZE,
    words: {
      ...words,
      status: say(setting, 'Dòng {from}–{to} trong {of}', 'Rows {from}–{to} of {of}'),
    },
    places,
    rows,
  };
  const cut =
    rows.length > first.length &&
    html`<noscript><p class="note">${say(
      setting,
      `Không có JavaScript: chỉ hiện ${first.length} dòng đầu trong ${formatFigure(rows.length, setting)}.`,
      `Without JavaScript only the first ${first.length} of ${formatFigure(rows.length, setting)} rows show.`,
    )}</p></noscript>`;
  return html`
    <div data-units="${id}-data">
    ${tableControls(
      id,
      columns.some(({ kind }) => kind === 'o'),
      rows.length,
      setting,
    )}
    <div class="scroll"><table class="units"><caption><span>${caption}</span></caption>
    <thead><tr>${heads(table)}</tr></thead>
    <tbody>${first.map(
      (row) =>
        html`<tr>${row.map((value, at) => cellOf(value, columns[at]?.kind ?? 't', at === 0, places, words, setting))}</tr>
`,
    )}</tbody></table></div>
    ${cut}
    </div>
    ${jsonBlock(`${id}-data`, data)}`;
}
