import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import { amountOf, shownDecimal } from '../rule/amount.js';
import type { Literal } from '../schema/condition.js';
import type { Observed } from '../schema/evaluation.js';
import type { Locale, Localized } from '../schema/text.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Groups thousands and sets the decimal mark: 1.234,5 in Vietnamese, 1,234.5 in English. */
function marked(decimal: string, locale: Locale): string {
  const [whole = '', fraction] = decimal.split('.');
  const [group, point] = locale === 'vi' ? ['.', ','] : [',', '.'];
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

function withUnit(text: string, unit: Localized | undefined, locale: Locale): string {
  if (!unit) return text;
  return `${text} ${unit[locale]}`;
}

/** How to show a figure. */
export interface FigureOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  unit?: Localized;
  /** The figure it is held against; rounding never reaches or crosses it. @since 0.1.0 */
  limit?: Literal | readonly Literal[] | undefined;
  /** Most decimals shown; default 2. @since 0.1.0 */
  places?: number;
}

/**
 * A figure as people read it: `95,3 %`, `1.234 hộ`. Rounded to two decimals, but never across the requirement it is
 * held against: 94.999 beside 95 stays 94,999.
 *
 * @example
 * formatFigure(95.3, { locale: 'vi', unit: { vi: '%', en: '%' } }) // '95,3 %'
 * formatFigure(94.999, { locale: 'en', limit: 95 }) // '94.999'
 * @since 0.1.0
 */
export function formatFigure(value: Observed | readonly Literal[], options: FigureOptions = {}): string {
  const locale = options.locale ?? 'vi';
  if (Array.isArray(value)) return value.map((one) => formatFigure(one as Literal, options)).join(', ');
  if (typeof value === 'boolean') return locale === 'vi' ? (value ? 'có' : 'không') : value ? 'yes' : 'no';
  if (typeof value === 'number' || (typeof value === 'string' && DECIMAL.test(value))) {
    const { limit } = options;
    const against =
      typeof limit === 'number' || (typeof limit === 'string' && DECIMAL.test(limit))
        ? amountOf(limit)
        : undefined;
    const shown = shownDecimal(amountOf(value), options.places ?? 2, against);
    return withUnit(marked(shown, locale), options.unit, locale);
  }
  if (typeof value === 'string') return value;
  const words =
    locale === 'vi'
      ? { moreThan: 'trên', atLeast: 'ít nhất', lessThan: 'dưới', atMost: 'nhiều nhất' }
      : { moreThan: 'over', atLeast: 'at least', lessThan: 'under', atMost: 'at most' };
  const bounds = value as Readonly<Record<string, number | string | undefined>>;
  return (Object.keys(words) as (keyof typeof words)[])
    .flatMap((key) =>
      bounds[key] === undefined ? [] : [`${words[key]} ${formatFigure(bounds[key], options)}`],
    )
    .join(', ');
}

/**
 * A day as people read it: `24/01/2024` in Vietnamese, `24 January 2024` in English.
 *
 * @param day `yyyy-mm-dd`
 * @since 0.1.0
 */
export function formatDay(day: string, locale: Locale = 'vi'): string {
  return format(parseISO(day), locale === 'vi' ? 'dd/MM/yyyy' : 'd MMMM yyyy');
}
