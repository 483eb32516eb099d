import { OUTCOME_LABELS } from '../words/labels.js';
import { html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';

const SIZES = [50, 200, 1000];

function select(
  id: string,
  name: string,
  label: string,
  options: readonly [string, string, boolean][],
): Markup {
  return html`
    <label for="${id}-${name}">${label}<select id="${id}-${name}" data-do="${name}">${options.map(
      ([value, text, chosen]) => html`<option value="${value}"${chosen && html` selected`}>${text}</option>`,
    )}</select></label>`;
}

function button(name: string, sign: string, label: string): Markup {
  return html`<button type="button" data-do="${name}" aria-label="${label}" title="${label}">${sign}</button>`;
}

/** What sorts, searches and leafs; hidden until the script is there to serve it. */
export function tableControls(id: string, hasOutcome: boolean, rows: number, setting: PageSetting): Markup {
  const { locale } = setting;
  const outcomes = select(id, 'outcome', say(setting, 'Kết quả', 'Outcome'), [
    ['', say(setting, 'tất cả', 'all'), true],
    ['m', OUTCOME_LABELS.met[locale], false],
    ['u', OUTCOME_LABELS.unmet[locale], false],
    ['k', OUTCOME_LABELS.unknown[locale], false],
  ]);
  const sizes = SIZES.map((size): [string, string, boolean] => [String(size), String(size), size === 200]);
  return html`
    <div class="controls" role="group" aria-label="${say(setting, 'Tìm, lọc và chuyển trang', 'Search, filter and page')}" hidden>
    <label for="${id}-search">${say(setting, 'Tìm tên đơn vị, địa bàn', 'Search name or place')}<input id="${id}-search" data-do="search" type="search" autocomplete="off"></label>
    ${hasOutcome && outcomes}
    ${select(id, 'size', say(setting, 'Số dòng', 'Rows'), sizes)}
    <span>${button('first', '«', say(setting, 'Trang đầu', 'First page'))} ${button('previous', '‹', say(setting, 'Trang trước', 'Previous page'))} ${button('next', '›', say(setting, 'Trang sau', 'Next page'))} ${button('last', '»', say(setting, 'Trang cuối', 'Last page'))}</span>
    <output data-do="status" aria-live="polite">${rows}</output>
    </div>
    <p class="note controls" hidden>${say(setting, 'Bấm tiêu đề cột để sắp xếp.', 'Press the head of a column to sort by it.')}</p>`;
}
