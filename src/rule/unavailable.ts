import { derivationInputs } from '../schema/derivation-inputs.js';
import type { FactCatalogue } from '../schema/fact.js';

/**
 * Which of the facts that could not be had a figure depends on: itself, or what it is worked out from. A rate that was
 * entered does not stand in for counts that could not be had: they would come before it.
 */
export function unavailableBehind(
  key: string,
  catalogue: FactCatalogue,
  unavailable: ReadonlySet<string>,
): string[] {
  if (unavailable.size === 0) return [];
  const found = new Set<string>();
  const seen = new Set<string>();
  const visit = (fact: string): void => {
    if (seen.has(fact)) return;
    seen.add(fact);
    if (unavailable.has(fact)) found.add(fact);
    for (const derivation of catalogue[fact]?.derivations ?? []) {
      for (const input of derivationInputs(derivation)) visit(input);
    }
  };
  visit(key);
  return [...found];
}
