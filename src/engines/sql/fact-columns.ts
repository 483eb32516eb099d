import type { Qualifiers } from '../../rule/reading.js';
import type { FactLeaf } from '../../schema/condition.js';
import type { Sex } from '../../schema/evaluation.js';
import type { FactCatalogue, FactDefinition } from '../../schema/fact.js';
import { factColumn, type SqlColumn } from './column.js';
import type { FactOfColumn } from './names.js';

export function definitionOf(catalogue: FactCatalogue, key: string): FactDefinition {
  const definition = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
  if (!definition) throw new TypeError(`ruleset was not checked: no fact ${key}`);
  return definition;
}

/** The qualifiers that tell readings of a fact apart. */
export function ownQualifiers(
  { variesBy }: FactDefinition,
  { sex, standard, population }: Qualifiers,
): Qualifiers {
  return {
    sex: variesBy?.includes('sex') ? sex : undefined,
    standard: variesBy?.includes('standard') ? standard : undefined,
    population,
  };
}

export function factOf(fact: string, { sex, standard, population }: Qualifiers): FactOfColumn {
  return {
    fact,
    ...(sex !== undefined && { sex }),
    ...(standard !== undefined && { standard }),
    ...(population !== undefined && { population }),
  };
}

/** The columns a reading may stand in: measured by the standard asked for, else by one that nobody named. */
export function readingColumns(key: string, definition: FactDefinition, own: Qualifiers): SqlColumn[] {
  const column = (qualifiers: Qualifiers): SqlColumn => factColumn(definition, factOf(key, qualifiers));
  return own.standard === undefined ? [column(own)] : [column(own), column({ ...own, standard: undefined })];
}

/** Whether a count given for men and for women is known for everybody. */
export function isSumOfSexes({ type, variesBy }: FactDefinition, own: Qualifiers): boolean {
  return type === 'count' && own.sex === undefined && variesBy?.includes('sex') === true;
}

const SEXES: readonly Sex[] = ['male', 'female'];

/** Every column that a comparison may read, those of what its fact is worked out from included. */
export function columnsOfLeaf(leaf: FactLeaf, catalogue: FactCatalogue): SqlColumn[] {
  const columns = new Map<string, SqlColumn>();
  const seen = new Set<string>();
  const visit = (key: string, qualifiers: Qualifiers): void => {
    const definition = definitionOf(catalogue, key);
    const own = ownQualifiers(definition, qualifiers);
    const passedOn = { ...qualifiers, sex: own.sex };
    const id = JSON.stringify([key, own, passedOn]);
    if (seen.has(id)) return;
    seen.add(id);
    for (const column of readingColumns(key, definition, own)) columns.set(column.name, column);
    if (isSumOfSexes(definition, own)) for (const sex of SEXES) visit(key, { ...own, sex });
    for (const derivation of definition.derivations ?? [])
      for (const input of Object.values(derivation).flat()) visit(input, passedOn);
  };
  const { standard, population } = leaf;
  visit(leaf.fact, { standard, population });
  if (leaf.bySex) for (const sex of SEXES) visit(leaf.fact, { standard, population, sex });
  return [...columns.values()];
}
