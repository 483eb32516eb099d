import { type Column, rowFor } from '../../../law/requirement-row.js';
import { requirementName } from '../../../law/walk.js';
import { decimal, plain } from '../../../rule/amount.js';
import type { Condition, FactLeaf, Literal } from '../../../schema/condition.js';
import type { Indicator, RelativeValue } from '../../../schema/ruleset.js';

/** What a comparison holds a fact against in one column. */
export type Required =
  | { readonly kind: 'figure'; readonly value: Literal | readonly Literal[] }
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'open'; readonly because: string };

export const UNDETERMINED: Required = { kind: 'open', because: 'requirement-undetermined' };

/** What the law of one indicator says, as far as comparisons in it need it. */
export type Stated = Pick<Indicator, 'id' | 'requirements' | 'delegated' | 'cases' | 'evidence'>;

/** The requirement of a comparison in a column: its own literal, or the row of its requirement that holds there. */
export function requiredOf<T>(
  leaf: FactLeaf,
  column: Column,
  stated: Stated,
  publishedOnly: boolean,
  relative: (value: RelativeValue) => T,
): Required | T {
  const name = requirementName(leaf.value);
  if (name === undefined) {
    return publishedOnly && stated.evidence !== 'published'
      ? UNDETERMINED
      : { kind: 'figure', value: leaf.value as Literal | Literal[] };
  }
  const row = rowFor(stated.requirements?.[name] ?? [], column);
  if (!row)
    return stated.delegated?.includes(name) ? { kind: 'open', because: 'left-to-province' } : UNDETERMINED;
  if ('undetermined' in row || (publishedOnly && row.evidence !== 'published')) return UNDETERMINED;
  if ('applies' in row) return { kind: 'not-applicable' };
  const { value } = row;
  if (typeof value === 'object' && !Array.isArray(value)) return relative(value);
  return { kind: 'figure', value };
}

/** Whether rows of the requirement are bound to cases of its indicator. */
export function isBoundToCases({ value }: FactLeaf, { requirements }: Stated): boolean {
  const name = requirementName(value);
  return name !== undefined && (requirements?.[name] ?? []).some(({ where }) => where.case !== undefined);
}

/** The first comparison of a condition, or the first that uses the requirement named. */
export function firstComparison(condition: Condition, name: string | undefined): FactLeaf | undefined {
  if ('fact' in condition)
    return name === undefined || requirementName(condition.value) === name ? condition : undefined;
  const parts =
    'all' in condition
      ? condition.all
      : 'any' in condition
        ? condition.any
        : 'not' in condition
          ? [condition.not]
          : 'of' in condition
            ? condition.of
            : [];
  for (const part of parts) {
    const found = firstComparison(part, name);
    if (found) return found;
  }
  return undefined;
}

/** So many per cent of a figure; of a grade, of yes or of a list there is none. */
export function percentOf(required: Required, percent: number): Required {
  if (required.kind !== 'figure') return required;
  if (typeof required.value === 'boolean' || !(Number(required.value) >= 0 || Number(required.value) < 0))
    return UNDETERMINED;
  const text = plain(
    decimal(required.value as number | string)
      .times(percent)
      .div(100),
  );
  return { kind: 'figure', value: text.replace(/[-.]/g, '').length <= 15 ? Number(text) : text };
}
