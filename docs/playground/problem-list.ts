import type { Locale, Problem } from '../../src/index.js';
import { element } from './element.js';

/** Problems as people read them: what is wrong, where, and what to do. */
export function problemList(problems: readonly Problem[], locale: Locale): HTMLElement {
  const most = 30;
  const vi = locale === 'vi';
  return element(
    'ul',
    { class: 'problems' },
    ...problems
      .slice(0, most)
      .map(({ message, hint, path }) =>
        element(
          'li',
          {},
          message[locale],
          ' ',
          element('em', {}, hint[locale]),
          path !== '' && element('code', {}, ` ${path}`),
        ),
      ),
    problems.length > most &&
      element('li', {}, vi ? `và ${problems.length - most} lỗi khác` : `and ${problems.length - most} more`),
  );
}
