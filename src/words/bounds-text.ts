import type { CountBounds } from '../schema/programme.js';
import type { ShareBounds } from '../schema/revocation.js';
import type { Locale } from '../schema/text.js';
import { formatFigure } from './figures.js';

function between(least: string, most: string, locale: Locale): string {
  if (least === most) return least;
  return locale === 'vi' ? `${least} đến ${most}` : `${least} to ${most}`;
}

/** "6", "5 đến 7". */
export function countText({ least, most }: CountBounds, locale: Locale): string {
  return between(formatFigure(least, { locale }), formatFigure(most, { locale }), locale);
}

/** "31,58 %", "26,32 % đến 36,84 %". */
export function shareText({ least, most }: ShareBounds, locale: Locale): string {
  const unit = { vi: '%', en: '%' };
  return between(formatFigure(least, { locale, unit }), formatFigure(most, { locale, unit }), locale);
}
