import type { Derivation, Snapshot } from '../../src/core.js';
import { type Figure, gradeOf, type PlainRules } from './plain-rules.js';

/** Figures by name; what is not known is not there. */
export type PlainFigures = Readonly<Record<string, number | boolean>>;

/**
 * What a snapshot knows, as somebody would prepare it for an engine that only compares: rates worked out from their
 * counts, grades as places on their scale, men and women as figures of their own, one figure a name, nothing else.
 */
export function plainFigures({ ruleset, figures }: PlainRules, snapshot: Snapshot): PlainFigures {
  const entered = (fact: string, sex?: string): unknown => {
    const entry = snapshot.facts[fact];
    const list = (Array.isArray(entry) ? entry : [entry]).map((one) =>
      typeof one === 'object' && one !== null ? one : { value: one },
    ) as { value: unknown; sex?: string }[];
    const value = list.find((one) => one.sex === sex)?.value;
    return ruleset.facts[fact]?.type === 'level' && value !== undefined
      ? gradeOf(ruleset, fact, value)
      : value;
  };

  const derived = (fact: string, derivation: Derivation, sex: string | undefined): number | undefined => {
    if ('ratioOf' in derivation) {
      const [part, whole] = derivation.ratioOf.map((one) => figure(one, sex)) as [number?, number?];
      if (part === undefined || !whole) return undefined;
      return (part * (ruleset.facts[fact]?.type === 'percent' ? 100 : 1)) / whole;
    }
    if (!('sumOf' in derivation)) return undefined;
    const terms = derivation.sumOf.map((one) => figure(one, sex)) as (number | undefined)[];
    return terms.some((one) => one === undefined)
      ? undefined
      : terms.reduce<number>((a, b) => a + Number(b), 0);
  };

  const figure = (fact: string, sex?: string): unknown => {
    const definition = ruleset.facts[fact];
    const of = definition?.variesBy?.includes('sex') ? sex : undefined;
    for (const derivation of definition?.derivations ?? []) {
      const value = derived(fact, derivation, of);
      if (value !== undefined) return value;
    }
    const value = entered(fact, of);
    if (value !== undefined || of !== undefined || definition?.type !== 'count') return value;
    const sexes = [entered(fact, 'male'), entered(fact, 'female')];
    return sexes.some((one) => one === undefined) ? undefined : Number(sexes[0]) + Number(sexes[1]);
  };

  /** Without figures of either sex, the total stands for both. */
  const asked = ({ fact, sex }: Figure): unknown => {
    if (sex === undefined) return figure(fact);
    const isSplit = figure(fact, 'male') !== undefined || figure(fact, 'female') !== undefined;
    return isSplit ? figure(fact, sex) : figure(fact);
  };

  const known: Record<string, number | boolean> = {};
  for (const [name, one] of figures) {
    const value = asked(one);
    if (value !== undefined && value !== null) known[name] = value as number | boolean;
  }
  return known;
}
