import { derivationInputs } from '../schema/derivation-inputs.js';
import type { Source } from '../schema/evidence.js';
import type { FactCatalogue } from '../schema/fact.js';
import type { Ruleset, RulesetFile } from '../schema/ruleset.js';
import type { Territory } from '../schema/territory.js';
import { leaves, placedConditions, placedIndicators } from './walk.js';

/** The shared law a ruleset file may draw on. */
export interface SharedLaw {
  readonly facts: FactCatalogue;
  readonly sources: Readonly<Record<string, Source>>;
  readonly territory?: Territory | undefined;
}

/** Keys of every fact a ruleset uses, derivations included. */
export function usedFacts(ruleset: RulesetFile, catalogue: FactCatalogue): string[] {
  const used = new Set<string>();
  const use = (key: string): void => {
    if (used.has(key)) return;
    used.add(key);
    for (const derivation of catalogue[key]?.derivations ?? []) {
      for (const input of derivationInputs(derivation)) use(input);
    }
  };
  for (const { condition } of placedConditions(ruleset)) {
    for (const { leaf } of leaves(condition)) if ('fact' in leaf) use(leaf.fact);
  }
  return [...used].sort();
}

/** Ids of every source a ruleset cites. */
export function usedSources(ruleset: RulesetFile): string[] {
  const used = new Set<string>();
  const use = (ids: readonly string[] | undefined): void => {
    for (const id of ids ?? []) used.add(id);
  };
  use(ruleset.decision.sources);
  use(ruleset.totals.sources);
  for (const remark of ruleset.remarks ?? []) use(remark.sources);
  for (const column of ruleset.specialColumns ?? []) use(column.sources);
  for (const group of ruleset.groups ?? []) use(group.sources);
  for (const { indicator } of placedIndicators(ruleset)) {
    use(indicator.sources);
    for (const rows of Object.values(indicator.requirements ?? {})) for (const row of rows) use(row.sources);
  }
  return [...used].sort();
}

/** Adds to a ruleset file the catalogue entries, sources and territory it uses, so that it stands on its own. */
export function completeRuleset(file: RulesetFile, shared: SharedLaw): Ruleset {
  const catalogue: FactCatalogue = { ...shared.facts, ...file.facts };
  const facts: Ruleset['facts'] = {};
  for (const key of usedFacts(file, catalogue)) {
    const definition = catalogue[key];
    if (definition) facts[key] = definition;
  }
  const sources: Ruleset['sources'] = {};
  for (const id of usedSources(file)) {
    const source = file.sources?.[id] ?? shared.sources[id];
    if (source) sources[id] = source;
  }
  const { $schema: _schema, ...rest } = file;
  return {
    ...rest,
    facts: { ...file.facts, ...facts },
    sources: { ...file.sources, ...sources },
    ...(file.regions && shared.territory && !file.territory && { territory: shared.territory }),
  };
}
