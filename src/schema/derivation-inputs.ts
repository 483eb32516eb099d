import type { Derivation } from './fact.js';

/** The facts that another is worked out from, in the order it names them: part and whole, later and earlier. */
export function derivationInputs(derivation: Derivation): readonly string[] {
  return 'ratioOf' in derivation
    ? derivation.ratioOf
    : 'sumOf' in derivation
      ? derivation.sumOf
      : derivation.growthOf;
}
