import type { Locale, Outcome } from '../../src/index.js';
import { countText } from '../../src/words/bounds-text.js';
import { OUTCOME_LABELS } from '../../src/words/labels.js';
import { element } from './element.js';
import type { PortfolioCell, PortfolioRow } from './portfolio-row.js';

function counted(cells: readonly PortfolioCell[], locale: Locale): string {
  const count = (outcome: Outcome): number => cells.filter((cell) => cell.outcome === outcome).length;
  return (['met', 'unmet', 'unknown'] as const)
    .map((outcome) => `${countText(count(outcome), locale)} ${OUTCOME_LABELS[outcome][locale]}`)
    .join(', ');
}

/** How many units came to what: of the set, or of each tier by figures. */
export function portfolioCounts(rows: readonly PortfolioRow[], locale: Locale): HTMLElement {
  const vi = locale === 'vi';
  const sets = rows.flatMap(({ set }) => set ?? []);
  const tiers = new Map<string, PortfolioCell[]>();
  for (const { tiers: own } of rows) {
    for (const one of own) {
      const name = one.title[locale];
      const cells = tiers.get(name);
      if (cells) cells.push(one);
      else tiers.set(name, [one]);
    }
  }
  const not = rows.filter(({ problems }) => problems.length > 0).length;
  const units = `${countText(rows.length, locale)} ${vi ? 'đơn vị' : rows.length === 1 ? 'unit' : 'units'}`;
  return element(
    'div',
    { class: 'counts' },
    element(
      'p',
      {},
      element('b', {}, sets.length > 0 ? `${units}: ` : units),
      sets.length > 0 && counted(sets, locale),
      not > 0 && `, ${countText(not, locale)} ${vi ? 'không xét được' : 'not judged'}`,
    ),
    tiers.size > 0 &&
      element(
        'ul',
        {},
        ...[...tiers].map(([name, cells]) =>
          element('li', {}, element('b', {}, `${name}: `), counted(cells, locale)),
        ),
      ),
  );
}
