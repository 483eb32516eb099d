import { shownNotAbove } from '../rule/amount.js';
import { EXEMPT, UNKNOWN } from '../rule/code.js';
import type { Finding, LeafFinding } from '../rule/finding.js';
import type { FactReader } from '../rule/reading.js';
import type { Margin } from '../schema/evaluation.js';
import { addAmount, addStanding, beyond, countingOf, countOf, difference, measure } from './distance.js';

/** What may be lost of met figures before the finding is no longer met; undefined where nothing is measured. */
export function marginOf(finding: Finding, reader: FactReader): Margin | undefined {
  if (finding.code <= UNKNOWN || finding.code >= EXEMPT) return undefined;
  if (finding.type === 'leaf') return leafMargin(finding, reader);
  if (!('children' in finding)) return undefined;
  const met = finding.children.filter(({ code }) => code > UNKNOWN && code < EXEMPT);
  // Of alternatives several of which are met, losing one loses nothing.
  if (finding.type === 'any' && met.length > 1) return undefined;
  if (finding.type === 'k-of-n' && met.length > finding.k) return undefined;
  const margins = met.flatMap((child) => marginOf(child, reader) ?? []);
  return margins.length > 1 ? { kind: 'all', parts: margins } : margins[0];
}

function leafMargin(finding: LeafFinding, reader: FactReader): Margin | undefined {
  if (finding.operator === 'equal') return undefined;
  const measured = measure(finding);
  if (!measured) return undefined;
  const { ordering, exact } = measured;
  const isAbove = ordering.side === 'above';
  const surplus = shownNotAbove(beyond(measured), 6);
  const margin = addAmount<Margin>(
    addStanding<Margin>({ kind: 'margin' }, finding),
    'surplus',
    surplus,
    finding,
    isAbove ? 'decrease' : 'increase',
  );
  if (ordering.strict) margin.exclusive = true;
  if (!exact) margin.estimated = true;
  const counting = countingOf(finding, measured, reader);
  if (counting) {
    const { count, limit, estimated } = counting;
    margin.atMost = countOf(isAbove ? difference(count, limit) : difference(limit, count), 'down', counting);
    if (estimated) margin.estimated = true;
    if (finding.rule.definition.type === 'count') {
      margin.surplus = String(margin.atMost.count);
      delete margin.exclusive;
    }
  }
  return margin;
}
