import type { CountBounds } from '../schema/programme.js';
import type { DecimalBounds } from '../schema/summary.js';
import type { Locale } from '../schema/text.js';
import { formatFigure } from './figures.js';

/** A count as people read it: 1.178 in Vietnamese, 1,178 in English. */
export function countText(count: number, locale: Locale): string {
  return formatFigure(count, { locale });
}

/** Two bounds as one figure where they are the same, else with a dash between them. */
export function boundsText({ least, most }: CountBounds | DecimalBounds, locale: Locale): string {
  const [from, to] = [formatFigure(least, { locale }), formatFigure(most, { locale })];
  return from === to ? from : `${from}–${to}`;
}

/** "6/19", "5–7/19". */
export function countOfText(count: CountBounds, of: number, locale: Locale): string {
  return `${boundsText(count, locale)}/${countText(of, locale)}`;
}

/** "48,03 %", or "48,03–61,2 %" where something is unknown. */
export function shareText(share: CountBounds | DecimalBounds, locale: Locale): string {
  return `${boundsText(share, locale)} %`;
}
