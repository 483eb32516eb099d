import { LIMITS } from '../schema/limits.js';
import type { Locale, Localized } from '../schema/text.js';
import { PROBLEM_MEANINGS, type ProblemCode } from './codes.js';
import { nearestSpelling } from './nearest.js';
import type { Path, Problem } from './problem.js';

/** A JSON pointer with more segments, escaped as RFC 6901 asks. Only keys that are refused for their length are cut. */
export function pointer(base: string, ...segments: Path): string {
  let path = base;
  for (const segment of segments) {
    const text = String(segment);
    const short = text.length > LIMITS.keyLength ? `${text.slice(0, LIMITS.keyLength)}…` : text;
    path += `/${short.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  }
  return path;
}

/** A short, safe quotation of an offending value. Never walks deep into it. */
export function excerpt(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (typeof value === 'string') {
    const cut = value.length > LIMITS.excerpt ? `${value.slice(0, LIMITS.excerpt)}…` : value;
    return JSON.stringify(cut);
  }
  // A big integer of a million digits takes seconds to write out.
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? `${value}n` : '[bigint]';
  if (typeof value === 'function' || typeof value === 'symbol') return `[${typeof value}]`;
  if (value === null || typeof value !== 'object') return String(value);
  return Array.isArray(value) ? `[array of ${value.length}]` : '[object]';
}

/** Text that is the same in both languages: keys, figures, ids. */
export function same(text: string): Localized {
  return { vi: text, en: text };
}

export interface ProblemDetails {
  /** The offending value, quoted in short. */
  found?: unknown;
  /** What was found in words, where it is not one value of the input. */
  shown?: string;
  expected: Localized | string;
  hint: Localized | string;
}

/** Builds one problem; its message is the meaning of its code. */
export function problem(code: ProblemCode, path: string, details: ProblemDetails): Problem {
  const text = (value: Localized | string): Localized => (typeof value === 'string' ? same(value) : value);
  return {
    code,
    path,
    found: details.shown?.slice(0, LIMITS.excerpt) ?? excerpt(details.found),
    expected: text(details.expected),
    hint: text(details.hint),
    message: PROBLEM_MEANINGS[code],
  };
}

/** "one of a, b, c …" for a list that may be long. */
export function oneOf(candidates: Iterable<string>, most = 12): Localized {
  const all = [...candidates];
  const shown = all.slice(0, most).join(', ');
  const more = all.length - most;
  return more > 0
    ? { vi: `một trong: ${shown} … (còn ${more} giá trị)`, en: `one of: ${shown} … (${more} more)` }
    : { vi: `một trong: ${shown}`, en: `one of: ${shown}` };
}

/** "did you mean …?" with the nearest spelling, or what else to do. */
export function didYouMean(text: string, candidates: Iterable<string>, otherwise: Localized): Localized {
  const nearest = nearestSpelling(text, candidates);
  return nearest === undefined
    ? otherwise
    : { vi: `Có phải ý bạn là “${nearest}”?`, en: `Did you mean “${nearest}”?` };
}

/**
 * Problems as people read them: one paragraph each, with file, place, what was found and what to do.
 *
 * @example
 * formatProblems(errors, { locale: 'vi' })
 * @since 0.1.0
 */
export function formatProblems(errors: readonly Problem[], options: { locale?: Locale } = {}): string {
  const locale = options.locale ?? 'en';
  const words =
    locale === 'vi'
      ? { found: 'gặp', expected: 'cần', hint: 'cách sửa', root: '(toàn bộ)' }
      : { found: 'found', expected: 'expected', hint: 'remedy', root: '(whole input)' };
  return errors
    .map((one) => {
      const place = `${one.file ? `${one.file} ` : ''}${one.path === '' ? words.root : one.path}`;
      return [
        `${place}: ${one.message[locale]} [${one.code}]`,
        `  ${words.found}: ${one.found}`,
        `  ${words.expected}: ${one.expected[locale]}`,
        `  ${words.hint}: ${one.hint[locale]}`,
      ].join('\n');
    })
    .join('\n');
}
