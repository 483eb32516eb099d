import { amountOf, type Exactly } from '../../../rule/amount.js';
import { observedOf } from '../../../rule/observed.js';
import { type FactFinding, type FactReader, gradeIndex } from '../../../rule/reading.js';
import type { Literal } from '../../../schema/condition.js';
import type { Observed } from '../../../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../../../schema/fact.js';

/** How the rule wants a figure read. */
export interface ReadingParams {
  readonly standard?: string;
  readonly population?: string;
  /** Men and women must each reach the level. */
  readonly bySex?: true;
  /** The law asks for nothing where there is nothing to take a share of. */
  readonly whenEmpty?: 'exempt';
}

/** What one run knows of a figure: the value of the facts `known:…`, which the operators compare. */
export class KnownFigure {
  constructor(
    readonly definition: FactDefinition,
    readonly total: FactFinding,
    /** Given for men and women apart. */
    readonly sexes: readonly [FactFinding, FactFinding] | undefined,
    readonly whenEmpty: 'exempt' | undefined,
  ) {}

  /** Figures of a rule as exact values; grades as their place on the scale. */
  figures(value: Literal | readonly Literal[]): Exactly[] {
    const { definition } = this;
    const list: readonly Literal[] = Array.isArray(value) ? value : [value as Literal];
    if (definition.type === 'boolean') return [];
    return list.map((one) =>
      definition.type === 'level' ? gradeIndex(definition, one) : amountOf(one as number | string),
    );
  }

  /** As results show it. */
  toJSON(): { status: FactFinding['status']; observed?: Observed } {
    const observed = observedOf(this.total, this.definition);
    return { status: this.total.status, ...(observed !== undefined && { observed }) };
  }
}

/** Reads a figure by name, as a rule wants it. */
export function knownFigure(
  reader: FactReader,
  catalogue: FactCatalogue,
  key: string,
  params: ReadingParams,
): KnownFigure {
  const definition = catalogue[key];
  if (!definition) throw new TypeError(`ruleset was not checked: no fact ${key}`);
  const { standard, population, bySex, whenEmpty } = params;
  const total = reader.find(key, { standard, population });
  const split = bySex && reader.split(key, { standard, population });
  const sexes = split?.given ? ([split.male, split.female] as const) : undefined;
  return new KnownFigure(definition, total, sexes, whenEmpty);
}
