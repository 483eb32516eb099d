import type { FactDefinition } from '../schema/fact.js';

/** The least and most a fact can be; per cent is 0–100, counts and amounts are not below zero, unless said otherwise. */
export function boundsOf({ type, bounds }: FactDefinition): { min?: number; max?: number } {
  if (type === 'boolean' || type === 'level') return {};
  const max = bounds?.max ?? (type === 'percent' ? 100 : undefined);
  return { min: bounds?.min ?? 0, ...(max !== undefined && { max }) };
}
