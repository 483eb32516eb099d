import type { Almanac } from 'json-rules-engine';
import type { Snapshot } from '../../../schema/snapshot.js';
import { needsOf } from './formula.js';
import type { Proofs } from './proofs.js';
import type { Verdict } from './verdict.js';

/** A fact worked out in each run. */
export type ComputedFact = (params: Readonly<Record<string, unknown>>, almanac: Almanac) => unknown;

/** The figures of one run, checked; and those that could not be had. */
export interface RunFacts {
  readonly facts: Snapshot['facts'];
  readonly unavailable: ReadonlySet<string>;
}

/** All verdicts, computed facts and constant facts of one engine, of every set that has a say. */
export class Rulebook {
  readonly verdicts = new Map<string, Verdict>();
  readonly computed = new Map<string, ComputedFact>();
  readonly constants = new Map<string, unknown>();
  /** What each run has brought. */
  readonly runs = new WeakMap<Almanac, RunFacts>();
  readonly #steps = new Map<string, Verdict>();

  add(verdict: Verdict): Verdict {
    this.verdicts.set(verdict.fact, verdict);
    return verdict;
  }

  /** A verdict on the way to another; the same proofs within a set share one. */
  step(prefix: string, name: string, proofs: Proofs): Verdict {
    const key = `${prefix}${JSON.stringify(proofs)}`;
    const known = this.#steps.get(key);
    if (known) return known;
    const plain = `${prefix}step:${name}`;
    let fact = plain;
    for (let twin = 2; this.verdicts.has(fact); twin += 1) fact = `${plain} (${twin})`;
    const step = this.add({ fact, proofs, event: { type: 'step', params: { step: fact } } });
    this.#steps.set(key, step);
    return step;
  }

  /**
   * How far each verdict stands above those it needs: rules on which others wait get the higher priority, and
   * json-rules-engine runs a priority only when those above it have finished.
   */
  priorities(): Map<string, number> {
    const depths = new Map<string, number>();
    const depthOf = (fact: string, path: readonly string[]): number => {
      const known = depths.get(fact);
      if (known !== undefined) return known;
      if (path.includes(fact)) throw new TypeError(`ruleset was not checked: ${fact} leads back to itself`);
      const { proofs } = this.verdicts.get(fact) as Verdict;
      const needs = [proofs.met, proofs.unmet, proofs.exempt].flatMap((formula) => [...needsOf(formula)]);
      const depth = 1 + Math.max(0, ...[...new Set(needs)].map((need) => depthOf(need, [...path, fact])));
      depths.set(fact, depth);
      return depth;
    };
    for (const fact of this.verdicts.keys()) depthOf(fact, []);
    const deepest = Math.max(0, ...depths.values());
    return new Map([...depths].map(([fact, depth]) => [fact, deepest - depth + 1]));
  }
}
