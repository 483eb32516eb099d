import type { Outcome } from '../../src/core.js';
import type { BenchUnit, Ready } from './engines/engine.js';

/** How often an engine says what we say, by what we say. */
export interface Agreement {
  readonly compared: number;
  readonly differing: number;
  /** We say that it is not known; it says that it is. */
  readonly decided: { readonly met: number; readonly unmet: number };
  /** We know; it does not, or says the opposite. */
  readonly undecided: number;
  readonly opposite: number;
  /** The indicators that differ anywhere. */
  readonly indicators: readonly string[];
}

/** Compares the outcomes of an engine with ours, indicator by indicator. */
export async function agreement(
  ready: Ready,
  units: readonly BenchUnit[],
  ours: readonly (readonly Outcome[])[],
  rules: readonly { readonly id: string }[],
): Promise<Agreement> {
  const decided = { met: 0, unmet: 0 };
  let [compared, undecided, opposite] = [0, 0, 0];
  const indicators = new Set<string>();
  for (const [at, unit] of units.entries()) {
    const theirs = ready.outcomes(await ready.judge(unit));
    for (const [place, own] of (ours[at] as readonly Outcome[]).entries()) {
      const other = theirs[place] as Outcome;
      compared += 1;
      if (other === own) continue;
      indicators.add(rules[place]?.id as string);
      if (own === 'unknown') decided[other as 'met' | 'unmet'] += 1;
      else if (other === 'unknown') undecided += 1;
      else opposite += 1;
    }
  }
  const differing = decided.met + decided.unmet + undecided + opposite;
  return { compared, differing, decided, undecided, opposite, indicators: [...indicators] };
}
