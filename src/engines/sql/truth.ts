import { decimal } from '../../rule/amount.js';
import type { SqlNumber } from './number.js';

/** How a comparison can be held against another of the same figure. */
export interface Ordered {
  /** The figure and the operator. */
  readonly key: string;
  /** Whether a higher bound is the stricter one. */
  readonly above: boolean;
  readonly bound: string;
}

/**
 * A statement that is TRUE, FALSE or NULL: met, unmet, unknown. AND, OR and NOT of SQL are Kleene's own, as are ours,
 * so that a rule can be written down as it is.
 */
export type Truth =
  | { readonly kind: 'constant'; readonly value: boolean | null }
  | {
      readonly kind: 'test';
      readonly sql: string;
      /** The same test the other way round. */
      readonly opposite?: string;
      /** Never NULL. */
      readonly sure: boolean;
      readonly ordered?: { readonly as: Ordered; readonly opposite: Ordered };
      /** The parts of a COALESCE, for a layout on several lines. */
      readonly parts?: readonly string[];
      readonly oppositeParts?: readonly string[];
      /** The same comparison with another figure. */
      readonly against?: (bound: SqlNumber) => Truth;
    }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Truth[]; readonly sure: boolean }
  | { readonly kind: 'not'; readonly of: Truth; readonly sure: boolean }
  | { readonly kind: 'first'; readonly parts: readonly Truth[]; readonly sure: boolean }
  | {
      readonly kind: 'choice';
      readonly cases: readonly { readonly when: Truth; readonly gives: Truth }[];
      readonly otherwise: Truth;
      readonly sure: boolean;
    };

export const TRUE: Truth = { kind: 'constant', value: true };
export const FALSE: Truth = { kind: 'constant', value: false };
export const UNKNOWN: Truth = { kind: 'constant', value: null };

export const isTrue = (truth: Truth): boolean => truth.kind === 'constant' && truth.value === true;
export const isFalse = (truth: Truth): boolean => truth.kind === 'constant' && truth.value === false;
export const isUnknown = (truth: Truth): boolean => truth.kind === 'constant' && truth.value === null;
export const isSure = (truth: Truth): boolean =>
  truth.kind === 'constant' ? truth.value !== null : truth.sure;

const texts = new WeakMap<Truth, string>();

/** The same text for the same statement. */
export function textOf(truth: Truth): string {
  let text = texts.get(truth);
  if (text === undefined) {
    text = JSON.stringify(truth);
    texts.set(truth, text);
  }
  return text;
}

/** A test whose text is NULL-safe where `sure` says so. */
export function test(
  sql: string,
  options: Partial<Omit<Extract<Truth, { kind: 'test' }>, 'kind' | 'sql'>> = {},
): Truth {
  return { kind: 'test', sql, sure: false, ...options };
}

export function isNotNull(sql: string): Truth {
  return test(`${sql} IS NOT NULL`, { opposite: `${sql} IS NULL`, sure: true });
}

/** Of comparisons of one figure by one operator, those that the others don't follow from. */
function withoutImplied(parts: readonly Truth[], strictest: boolean): Truth[] {
  const kept: Truth[] = [];
  const places = new Map<string, number>();
  for (const part of parts) {
    const ordered = part.kind === 'test' ? part.ordered?.as : undefined;
    const at = ordered && places.get(ordered.key);
    const other = at === undefined ? undefined : kept[at];
    if (!ordered || at === undefined || other?.kind !== 'test' || !other.ordered) {
      if (ordered) places.set(ordered.key, kept.length);
      kept.push(part);
      continue;
    }
    const higher = decimal(ordered.bound).cmp(other.ordered.as.bound) > 0;
    if (higher === (ordered.above === strictest)) kept[at] = part;
  }
  return kept;
}

/** Whether two parts are sure never to hold together. */
function contradict(parts: readonly Truth[]): boolean {
  const held = parts.flatMap((part) => (part.kind === 'first' && isSure(part) ? part.parts.slice(0, 1) : []));
  const known = new Set(held.map(textOf));
  return held.some((part) => known.has(textOf(not(part))));
}

function group(kind: 'all' | 'any', given: readonly Truth[]): Truth {
  const [neutral, decisive] = kind === 'all' ? [TRUE, FALSE] : [FALSE, TRUE];
  const seen = new Set<string>();
  const parts: Truth[] = [];
  for (const part of given.flatMap((one) => (one.kind === kind ? one.parts : [one]))) {
    if (textOf(part) === textOf(neutral)) continue;
    if (textOf(part) === textOf(decisive)) return decisive;
    const text = textOf(part);
    if (!seen.has(text)) parts.push(part);
    seen.add(text);
  }
  if (kind === 'all' && contradict(parts)) return FALSE;
  const kept = withoutImplied(parts, kind === 'all');
  const [only] = kept;
  if (only === undefined) return neutral;
  return kept.length === 1 ? only : { kind, parts: kept, sure: kept.every(isSure) };
}

export const all = (...parts: readonly Truth[]): Truth => group('all', parts);
export const any = (...parts: readonly Truth[]): Truth => group('any', parts);

export function not(truth: Truth): Truth {
  switch (truth.kind) {
    case 'constant':
      return truth.value === null ? UNKNOWN : truth.value ? FALSE : TRUE;
    case 'not':
      return truth.of;
    case 'test': {
      if (truth.opposite === undefined) return { kind: 'not', of: truth, sure: truth.sure };
      const { sql, opposite, sure, ordered, against, parts, oppositeParts } = truth;
      return test(opposite, {
        opposite: sql,
        sure,
        ...(oppositeParts && { parts: oppositeParts }),
        ...(parts && { oppositeParts: parts }),
        ...(ordered && { ordered: { as: ordered.opposite, opposite: ordered.as } }),
        ...(against && { against: (bound) => not(against(bound)) }),
      });
    }
    case 'first':
      return first(...truth.parts.map(not));
    default:
      return { kind: 'not', of: truth, sure: truth.sure };
  }
}

/** The first part that is not NULL. */
export function first(...given: readonly Truth[]): Truth {
  const parts: Truth[] = [];
  for (const part of given) {
    if (isUnknown(part)) continue;
    parts.push(part);
    if (isSure(part)) break;
  }
  const [only] = parts;
  if (only === undefined) return UNKNOWN;
  return parts.length === 1 ? only : { kind: 'first', parts, sure: parts.some(isSure) };
}

/** Whether it is NULL; FALSE where it never is. */
export function isNull(truth: Truth): Truth {
  if (isSure(truth)) return FALSE;
  if (truth.kind === 'test') {
    const sql = /^[a-z0-9_]+$/.test(truth.sql) ? truth.sql : `(${truth.sql})`;
    return test(`${sql} IS NULL`, { opposite: `${sql} IS NOT NULL`, sure: true });
  }
  return not(any(holds(truth), holds(not(truth))));
}

/** Whether it is TRUE; never NULL. */
export const holds = (truth: Truth): Truth => first(truth, FALSE);

/** The first case that is TRUE. */
export function choice(
  given: readonly { readonly when: Truth; readonly gives: Truth }[],
  otherwise: Truth = UNKNOWN,
): Truth {
  const cases: { when: Truth; gives: Truth }[] = [];
  let rest = otherwise;
  for (const one of given) {
    if (isFalse(one.when) || isUnknown(one.when)) continue;
    if (isTrue(one.when)) {
      rest = one.gives;
      break;
    }
    cases.push(one);
  }
  while (cases.length > 0 && textOf((cases.at(-1) as { gives: Truth }).gives) === textOf(rest)) cases.pop();
  if (cases.length === 0) return rest;
  const sure = isSure(rest) && cases.every(({ gives }) => isSure(gives));
  return { kind: 'choice', cases, otherwise: rest, sure };
}

/** TRUE or FALSE by two tests of which one at most holds; unknown where neither does. */
export function decided(met: Truth, unmet: Truth): Truth {
  if (textOf(not(met)) === textOf(unmet)) return met;
  return choice([
    { when: met, gives: TRUE },
    { when: unmet, gives: FALSE },
  ]);
}

/**
 * Where only TRUE counts (a case, a filter), FALSE and NULL are the same, and what makes a statement sure can be left
 * out.
 */
export function asCondition(truth: Truth): Truth {
  if (truth.kind === 'first' && truth.parts.length === 2 && isFalse(truth.parts[1] as Truth))
    return asCondition(truth.parts[0] as Truth);
  if (truth.kind === 'all' || truth.kind === 'any')
    return { ...truth, parts: truth.parts.map(asCondition), sure: false };
  return truth;
}
