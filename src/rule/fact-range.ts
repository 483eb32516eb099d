import type { FactDefinition } from '../schema/fact.js';

/** The least and most a fact can be; per cent is 0–100, counts and amounts are not below zero, unless said otherwise. */
export function boundsOf({ type, bounds }: FactDefinition): { min?: number; max?: number } {
  if (type === 'boolean' || type === 'level') return {};
  const max = bounds?.max ?? (type === 'percent' ? 100 : undefined);
  return { min: bounds?.min ?? 0, ...(max !== undefined && { max }) };
}

/** Whether it is the share of a part in its whole, which is never above 100 %. */
export function isPartOfWhole({ type, bounds }: FactDefinition): boolean {
  return type === 'percent' && (bounds?.max ?? 100) <= 100;
}

/** Whether terms that are not known can only add to a sum. */
export function isNeverNegative({
  definition,
}: {
  readonly definition: FactDefinition | undefined;
}): boolean {
  return (definition?.bounds?.min ?? 0) >= 0;
}
