import type { Condition, FactCatalogue, FactLeaf } from '../../src/index.js';

/** The facts that a condition asks for, each once, in its order. */
export function factLeaves(condition: Condition | undefined): FactLeaf[] {
  const found = new Map<string, FactLeaf>();
  const walk = (one: Condition): void => {
    if ('all' in one) one.all.forEach(walk);
    else if ('any' in one) one.any.forEach(walk);
    else if ('not' in one) walk(one.not);
    else if ('of' in one) one.of.forEach(walk);
    else if ('fact' in one) {
      const before = found.get(one.fact);
      if (!before || one.bySex) found.set(one.fact, one);
    }
  };
  if (condition) walk(condition);
  return [...found.values()];
}

/** How deep a figure is taken apart: a rate into counts, a count into those it is the sum of. */
const DEEPEST = 3;

/** The facts that a fact can be worked out from, nearest first, without the fact itself. */
export function componentsOf(key: string, facts: FactCatalogue, depth = 0): string[] {
  if (depth >= DEEPEST) return [];
  const found = new Set<string>();
  for (const derivation of facts[key]?.derivations ?? []) {
    const parts = Object.values(derivation).flat() as string[];
    for (const part of parts) found.add(part);
  }
  for (const part of [...found]) for (const deeper of componentsOf(part, facts, depth + 1)) found.add(deeper);
  found.delete(key);
  return [...found].filter((part) => facts[part] !== undefined);
}
