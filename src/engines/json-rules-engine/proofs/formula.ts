import type { TopLevelCondition } from 'json-rules-engine';

/** One comparison of a rule. `needs` names the outcomes that have to be settled before it is looked at. */
export interface Test {
  readonly kind: 'test';
  readonly fact: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly operator: string;
  readonly value: unknown;
  readonly needs?: readonly string[];
}

/**
 * What has to hold for a rule to fire, without any `not`: in json-rules-engine the negation of something that is not
 * known is true. `always` and `never` say why: the law asks for nothing here, or no figure is known.
 */
export type Formula =
  | { readonly kind: 'always' | 'never'; readonly because: string }
  | { readonly kind: 'all' | 'any'; readonly of: readonly Formula[] }
  | Test;

export const always = (because: string): Formula => ({ kind: 'always', because });
export const never = (because: string): Formula => ({ kind: 'never', because });

/** All of them. Of nothing at all there is no formula: json-rules-engine takes an empty group for true. */
export function all(parts: readonly Formula[]): Formula {
  return join('all', parts, 'never', 'always');
}

/** At least one of them. */
export function any(parts: readonly Formula[]): Formula {
  return join('any', parts, 'always', 'never');
}

function join(
  kind: 'all' | 'any',
  parts: readonly Formula[],
  decisive: 'always' | 'never',
  neutral: 'always' | 'never',
): Formula {
  const [first] = parts;
  if (!first) throw new TypeError('a group of a rule has nothing in it');
  const settled = parts.find((part) => part.kind === decisive);
  if (settled) return settled;
  const open = parts.filter((part) => part.kind !== neutral);
  const nested = open.flatMap((part) => (part.kind === kind ? part.of : [part]));
  const [only] = nested;
  if (!only) return first;
  return nested.length === 1 ? only : { kind, of: nested };
}

type Written = Record<string, unknown>;

/** The fact `always` is true in every run. */
export const ALWAYS = 'always';

function written(formula: Formula): Written {
  switch (formula.kind) {
    case 'always':
    case 'never':
      return {
        fact: ALWAYS,
        params: { because: formula.because },
        operator: 'equal',
        value: formula.kind === 'always',
      };
    case 'all':
    case 'any':
      return { [formula.kind]: formula.of.map(written) };
    case 'test': {
      const { fact, params, operator, value } = formula;
      return { fact, ...(params && { params }), operator, value };
    }
  }
}

/** A formula as the conditions of a rule; a rule's root has to be a group. */
export function conditionsOf(formula: Formula): TopLevelCondition {
  const conditions = written(formula);
  return (formula.kind === 'all' || formula.kind === 'any'
    ? conditions
    : { all: [conditions] }) as unknown as TopLevelCondition;
}

/** Every outcome that a formula looks at. */
export function* needsOf(formula: Formula): Generator<string> {
  if (formula.kind === 'test') yield* formula.needs ?? [];
  else if (formula.kind === 'all' || formula.kind === 'any')
    for (const part of formula.of) yield* needsOf(part);
}
