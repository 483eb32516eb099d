import type { ProblemCode } from '../problem/codes.js';
import type { Parsed } from '../problem/problem.js';
import { oneOf, problem } from '../problem/report.js';
import { LIMITS } from '../schema/limits.js';
import type { Locale, Localized } from '../schema/text.js';

interface Style {
  readonly plain: RegExp;
  readonly grouped: RegExp;
  readonly group: string;
  readonly point: string;
}

/** A thousands mark stands after one to three digits, of which the first is not 0: 0.123 is no grouped number. */
const STYLES: Record<Locale, Style> = {
  vi: { plain: /^-?\d+(,\d+)?$/, grouped: /^-?[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/, group: '.', point: ',' },
  en: { plain: /^-?\d+(\.\d+)?$/, grouped: /^-?[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/, group: ',', point: '.' },
};

/** Thousands grouped by a space, a fixed space or a thin one; any mark left is a decimal one. */
const SPACED = /^-?[1-9]\d{0,2}([ \u00a0\u2007\u2009\u202f]\d{3})+([.,]\d+)?$/;

/** Twice the digits hold every grouping and sign; longer texts are not looked at. */
const LONGEST = 2 * LIMITS.digits;

function refused(code: ProblemCode, text: unknown, hint: Localized): Parsed<string> {
  return {
    ok: false,
    errors: [problem(code, '', { found: text, expected: { vi: 'một số', en: 'a number' }, hint })],
  };
}

function unknownLocale(locale: unknown): Parsed<string> {
  const details = {
    found: locale,
    expected: oneOf(Object.keys(STYLES)),
    hint: { vi: 'Chọn vi hoặc en.', en: 'Choose vi or en.' },
  };
  return { ok: false, errors: [problem('bad-option', '', details)] };
}

/**
 * Reads a number as people write it. Vietnamese: `9,5`, `1.234.567`, `1 234,5`; a decimal point is taken where it
 * cannot be a thousands dot (`9.5`). Text that can be read in two ways, such as `1.234`, is refused unless the style
 * is declared.
 *
 * @param text the number as written
 * @param locale the style of the text: `vi` (decimal comma) or `en` (decimal point)
 * @param options `declared: true` when the whole file is known to use this style, so that `1.234` is 1234 in `vi`
 * @returns a decimal string without grouping, or a problem `ambiguous-number`, `text-for-number` or `text-too-long`;
 * a blank is no number
 * @example
 * parseNumber('9,5', 'vi')   // { ok: true, value: '9.5' }
 * parseNumber('1.234', 'vi') // { ok: false, errors: [{ code: 'ambiguous-number', … }] }
 * parseNumber('1.234', 'vi', { declared: true }) // { ok: true, value: '1234' }
 * @since 0.1.0
 */
export function parseNumber(
  text: string,
  locale: Locale = 'vi',
  options: { declared?: boolean } = {},
): Parsed<string> {
  if (!Object.hasOwn(STYLES, locale)) return unknownLocale(locale);
  const sample = locale === 'vi' ? '9,5' : '9.5';
  const notANumber = { vi: `Viết ví dụ ${sample}.`, en: `Write for example ${sample}.` };
  if (typeof text !== 'string') return refused('wrong-type', text, notANumber);
  const tooLong = {
    vi: `Ghi nhiều nhất ${LIMITS.digits} chữ số.`,
    en: `Give at most ${LIMITS.digits} digits.`,
  };
  if (text.length > LONGEST) return refused('text-too-long', text, tooLong);
  const readings = readingsOf(text.trim().replace(/^\u2212/, '-'), locale, options.declared === true);
  const [value, other] = readings;
  if (value === undefined) return refused('text-for-number', text, notANumber);
  if (other !== undefined) {
    return refused('ambiguous-number', text, {
      vi: `Có thể là ${value} hoặc ${other}; ghi rõ kiểu số của tệp.`,
      en: `It may be ${value} or ${other}; declare the number style of the file.`,
    });
  }
  return value.replace(/\D/g, '').length > LIMITS.digits
    ? refused('text-too-long', text, tooLong)
    : { ok: true, value };
}

/** Every number a text may stand for in one style, the most likely first. */
function readingsOf(written: string, locale: Locale, declared: boolean): string[] {
  const own = STYLES[locale];
  const other = STYLES[locale === 'vi' ? 'en' : 'vi'];
  if (SPACED.test(written)) {
    const closed = written.replace(/[^\d.,-]/g, '');
    return declared && !own.plain.test(closed) ? [] : [inPlain(closed.replace(',', '.'))];
  }
  const read = (style: Style): string =>
    inPlain(written.replaceAll(style.group, '').replace(style.point, '.'));
  if (own.grouped.test(written))
    return declared || !other.plain.test(written) ? [read(own)] : [read(own), read(other)];
  if (own.plain.test(written)) return [read(own)];
  // A mark of the other style that cannot be a thousands mark of this one: 9.5 in a Vietnamese sheet.
  return !declared && (other.plain.test(written) || other.grouped.test(written)) ? [read(other)] : [];
}

/** Without zeros before the number, which some registers pad it with. */
function inPlain(decimal: string): string {
  return decimal.replace(/^(-?)0+(?=\d)/, '$1');
}
