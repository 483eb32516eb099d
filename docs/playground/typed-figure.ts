import type { Reading } from '../../src/index.js';
import { type Locale, type Localized, parseNumber } from '../../src/index.js';

/** What a text in a field of figures says: nothing, a reading, or why it is no figure. */
export type TypedFigure =
  | { readonly kind: 'blank' }
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly why: Localized };

const BOUNDS = [
  { pattern: /^(>=|≥|ít nhất|at least)\s*/i, key: 'atLeast', sign: '≥' },
  { pattern: /^(<=|≤|nhiều nhất|at most)\s*/i, key: 'atMost', sign: '≤' },
  { pattern: /^(>|trên|hơn|over|more than)\s*/i, key: 'moreThan', sign: '>' },
  { pattern: /^(<|dưới|under|less than)\s*/i, key: 'lessThan', sign: '<' },
] as const;

const ABOUT = /^(~|≈|khoảng|about)\s*/i;

const BLANKS = new Set(['', '-', '–', '…', '...']);

/** A figure as the number it prints as where that loses nothing, else as a decimal string. */
export const asFigure = (decimal: string): number | string =>
  String(Number(decimal)) === decimal ? Number(decimal) : decimal;

/**
 * Reads what was typed: `95,3` and `95.3`, `1.234.567`, `> 99` or `trên 99` for a bound, `~40,2` or `khoảng 40,2` for a
 * figure that is approximate. A per cent sign behind the figure is taken as said.
 */
export function readTyped(text: string, locale: Locale): TypedFigure {
  const written = text.normalize('NFC').trim();
  if (BLANKS.has(written)) return { kind: 'blank' };
  const about = ABOUT.test(written);
  const rest = written.replace(ABOUT, '');
  const bound = BOUNDS.find(({ pattern }) => pattern.test(rest));
  const figure = (bound ? rest.replace(bound.pattern, '') : rest).replace(/\s*%$/, '');
  const parsed = parseNumber(figure, locale);
  if (!parsed.ok) {
    const [problem] = parsed.errors;
    return {
      kind: 'refused',
      why: problem
        ? { vi: `${problem.message.vi} ${problem.hint.vi}`, en: `${problem.message.en} ${problem.hint.en}` }
        : { vi: 'Không phải là số.', en: 'Not a number.' },
    };
  }
  const value = asFigure(parsed.value);
  return {
    kind: 'reading',
    reading: {
      ...(bound ? { [bound.key]: value } : { value }),
      ...(about && { approximate: true }),
    },
  };
}

/** A reading as it is typed: the inverse of `readTyped`. */
export function typedText(reading: Reading, locale: Locale): string {
  const number = (value: unknown): string => {
    const text = typeof value === 'number' ? plainNumber(value) : String(value);
    return locale === 'vi' ? text.replace('.', ',') : text;
  };
  const about = reading.approximate === true ? '~' : '';
  if (reading.value !== undefined && reading.value !== null) return `${about}${number(reading.value)}`;
  for (const { key, sign } of BOUNDS) {
    const bound = reading[key];
    if (bound !== undefined) return `${about}${sign} ${number(bound)}`;
  }
  return '';
}

/** Without an exponent, which nobody types. */
function plainNumber(value: number): string {
  const text = String(value);
  return /e/i.test(text)
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20 })
    : text;
}
