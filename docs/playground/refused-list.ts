import type { Locale } from '../../src/index.js';
import { element } from './element.js';
import type { EntryWarning, RefusedEntry } from './opened-file.js';

const MOST = 200;

/** Cells that were not taken, and cells to look at, each with the address a spreadsheet shows. */
export function refusedList(
  refused: readonly RefusedEntry[],
  warnings: readonly EntryWarning[],
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
          {},
          ...refused
            .slice(0, MOST)
            .map(({ address, found, text, hint }) =>
              element(
                'li',
                {},
                element('code', {}, address),
                ` “${found}”: ${text[locale]} `,
                element('em', {}, hint[locale]),
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
          {},
          ...warnings
            .slice(0, MOST)
            .map(({ address, found, text }) =>
              element('li', {}, element('code', {}, address), ` “${found}”: ${text[locale]}`),
            ),
          more(warnings.length),
        ),
      ),
  );
}
