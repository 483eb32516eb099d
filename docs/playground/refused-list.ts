import type { Locale } from '../../src/index.js';
import type { CellPlace, RefusedCell, TableWarning } from '../../src/table/index.js';
import { element } from './element.js';

const MOST = 200;

/** `Sheet1!B5`, as spreadsheets write it. */
const addressOf = ({ sheet, row, column }: CellPlace): string => `${sheet}!${column}${row}`;

/** Cells that were not taken, and cells to look at, each with the address a spreadsheet shows. */
export function refusedList(
  refused: readonly RefusedCell[],
  warnings: readonly TableWarning[],
  locale: Locale,
): HTMLElement | undefined {
  if (refused.length === 0 && warnings.length === 0) return undefined;
  const vi = locale === 'vi';
  const more = (count: number): HTMLElement | false =>
    count > MOST && element('li', {}, vi ? `và ${count - MOST} ô khác` : `and ${count - MOST} more cells`);
  return element(
    'div',
    { class: 'refused' },
    refused.length > 0 &&
      element(
        'details',
        { open: true },
        element(
          'summary',
          {},
          vi
            ? `${refused.length} ô không nhận được (coi như chưa có số liệu)`
            : `${refused.length} ${refused.length === 1 ? 'cell was' : 'cells were'} refused (taken as not known)`,
        ),
        element(
          'ul',
          // What scrolls by itself can be reached by keyboard.
          { tabindex: '0' },
          ...refused
            .slice(0, MOST)
            .map((cell) =>
              element(
                'li',
                {},
                element('code', {}, addressOf(cell)),
                ` ${cell.found}: ${cell.message[locale]} `,
                element('em', {}, cell.hint[locale]),
              ),
            ),
          more(refused.length),
        ),
      ),
    warnings.length > 0 &&
      element(
        'details',
        {},
        element('summary', {}, vi ? `${warnings.length} điều cần xem lại` : `${warnings.length} to look at`),
        element(
          'ul',
          // What scrolls by itself can be reached by keyboard.
          { tabindex: '0' },
          ...warnings
            .slice(0, MOST)
            .map((one) =>
              element('li', {}, element('code', {}, addressOf(one)), ` ${one.found}: ${one.text[locale]}`),
            ),
          more(warnings.length),
        ),
      ),
  );
}
