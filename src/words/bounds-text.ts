import type { CountBounds } from '../schema/programme.js';
import type { ShareBounds } from '../schema/revocation.js';
import type { Locale } from '../schema/text.js';
import { formatFigure } from './figures.js';

function between({ least, most }: CountBounds, locale: Locale): string {
  const [from, to] = [formatFigure(least, { locale }), formatFigure(most, { locale })];
  return from === to ? from : `${from}–${to}`;
}

/** "6/19", "5–7/19". */
export function countText(count: CountBounds, of: number, locale: Locale): string {
  return `${between(count, locale)}/${formatFigure(of, { locale })}`;
}

/** "31,58 %", "26,32–36,84 %". */
export function shareText(share: ShareBounds, locale: Locale): string {
  return `${between(share, locale)} %`;
}
