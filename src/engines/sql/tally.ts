import type { Entry, JudgedSet } from './judged-set.js';
import type { WorkedOut } from './sheet.js';
import { isUnknown } from './truth.js';

/** How many terms are added in one pair of brackets, and how many stand on a line. */
const BRACKET = 50;
const LINE = 2;

function total(terms: readonly string[]): string {
  if (terms.length === 0) return '0';
  if (terms.length > BRACKET) {
    const groups: string[] = [];
    for (let at = 0; at < terms.length; at += BRACKET)
      groups.push(`(${total(terms.slice(at, at + BRACKET))})`);
    return total(groups);
  }
  const lines: string[] = [];
  for (let at = 0; at < terms.length; at += LINE) lines.push(terms.slice(at, at + LINE).join(' + '));
  return lines.join('\n      + ');
}

const counted = (entries: readonly Entry[], when: (column: string) => string): string =>
  total(
    entries
      .filter(({ verdict }) => !isUnknown(verdict.truth))
      .map(({ column }) => `CASE WHEN ${when(column)} THEN 1 ELSE 0 END`),
  );

/** How many entries are met and how many unmet; what is left is unknown. */
export function tallyColumns(set: JudgedSet): WorkedOut[] {
  const entries = {
    criteria: set.criteria.map((no) => set.criterion(no) as Entry),
    indicators: set.indicators.map((id) => set.indicator(id) as Entry),
  };
  return (['criteria', 'indicators'] as const).flatMap((kind) => [
    { name: `${kind}_met`, sql: counted(entries[kind], (column) => column) },
    { name: `${kind}_unmet`, sql: counted(entries[kind], (column) => `NOT ${column}`) },
  ]);
}
