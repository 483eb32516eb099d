import type { Vocabulary } from '../check/vocabulary.js';
import { leaves, placedConditions } from '../law/walk.js';
import { boundsOf } from '../rule/fact-range.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Territory } from '../schema/territory.js';
import { type Boundary, boundariesOf } from './boundaries.js';

/** A figure that this one is part of, or that grows to this one: a boundary there is a boundary here. */
export interface Target {
  readonly rate: string;
  readonly whole: string;
  /** How many of the rate make one: 100 for per cent. */
  readonly per: 1 | 100;
  /** 100 for growth, which counts from the earlier figure. */
  readonly from: 0 | 100;
  /** The part is never more than the whole. */
  readonly capped: boolean;
}

/** What has to be known of a fact to make figures of it that fit each other. */
export interface FactModel {
  readonly key: string;
  readonly definition: FactDefinition;
  readonly min: number;
  readonly max: number | undefined;
  readonly boundaries: readonly Boundary[];
  readonly targets: readonly Target[];
  /** Sums it is a term of. */
  readonly termOf: readonly { readonly sum: string; readonly terms: readonly string[] }[];
  /** Other figures have to fit it. */
  readonly tied: boolean;
  /** The rulesets use it; the others of the catalogue only tie figures to each other. */
  readonly used: boolean;
  /** Rules hold it itself against a figure, and not only what is worked out from it. */
  readonly asked: boolean;
}

/** What the snapshots for some rulesets are made of. */
export interface SnapshotModel {
  readonly ruleset: Ruleset;
  readonly rulesets: readonly Ruleset[];
  readonly facts: ReadonlyMap<string, FactModel>;
  readonly catalogue: FactCatalogue;
  readonly territory: Territory | undefined;
  readonly traits: readonly string[];
  readonly standards: readonly string[];
  readonly areas: readonly string[];
}

type Draft = {
  -readonly [K in keyof FactModel]: FactModel[K] extends readonly (infer T)[] ? T[] : FactModel[K];
};

/** Ties parts to wholes and terms to sums, as far as figures of both can be in one snapshot. */
function linkDerivations(facts: ReadonlyMap<string, Draft>): void {
  const tie = (key: string): Pick<Draft, 'termOf' | 'targets'> => {
    const fact = facts.get(key);
    if (!fact) return { termOf: [], targets: [] };
    fact.tied = true;
    return fact;
  };
  for (const { key, definition, max } of facts.values()) {
    for (const derivation of definition.derivations ?? []) {
      if ('sumOf' in derivation) {
        for (const term of derivation.sumOf) tie(term).termOf.push({ sum: key, terms: derivation.sumOf });
        tie(key);
        continue;
      }
      const isRatio = 'ratioOf' in derivation;
      const [part, whole] = isRatio ? derivation.ratioOf : derivation.growthOf;
      if (!facts.get(whole)?.used) continue;
      tie(whole);
      const percent = definition.type === 'percent';
      tie(part).targets.push({
        rate: key,
        whole,
        per: percent ? 100 : 1,
        from: isRatio ? 0 : 100,
        capped: isRatio && percent && max !== undefined && max <= 100,
      });
    }
  }
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function listed<T>(values: T | readonly T[] | undefined): readonly T[] {
  return values === undefined ? [] : Array.isArray(values) ? values : [values as T];
}

/**
 * Reads out of rulesets what snapshots for the first of them are made of. The vocabulary is what the snapshots will be
 * checked against: parts and wholes that no rule here speaks of have to fit each other all the same.
 */
export function snapshotModel(
  ruleset: Ruleset,
  others: readonly Ruleset[],
  vocabulary: Vocabulary,
): SnapshotModel {
  const rulesets = unique([ruleset, ...others]);
  const boundaries = boundariesOf(rulesets);
  const leavesUsed = rulesets
    .flatMap((one) => [...placedConditions(one)])
    .flatMap(({ condition }) => [...leaves(condition)].map(({ leaf }) => leaf));
  const asked = new Set(leavesUsed.flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : [])));
  const own: FactCatalogue = Object.assign({}, ...rulesets.map(({ facts }) => facts));
  const catalogue: FactCatalogue = { ...vocabulary.facts, ...own };
  const facts = new Map<string, Draft>();
  for (const [key, definition] of Object.entries(catalogue)) {
    const { min = 0, max } = boundsOf(definition);
    const isUsed = { used: Object.hasOwn(own, key), asked: asked.has(key) };
    facts.set(key, {
      key,
      definition,
      min,
      max,
      boundaries: [],
      targets: [],
      termOf: [],
      tied: false,
      ...isUsed,
    });
  }
  for (const boundary of boundaries) facts.get(boundary.fact)?.boundaries.push(boundary);
  linkDerivations(facts);
  const territory = ruleset.territory ?? vocabulary.territory;
  return {
    ruleset,
    rulesets,
    facts,
    catalogue,
    territory,
    traits: unique(leavesUsed.flatMap((leaf) => ('trait' in leaf ? [leaf.trait] : []))),
    standards: unique([
      ...leavesUsed.flatMap((leaf) => ('fact' in leaf && leaf.standard !== undefined ? [leaf.standard] : [])),
      ...Object.keys(vocabulary.standards ?? {}),
    ]),
    areas: unique(boundaries.flatMap(({ where }) => listed(where?.area))),
  };
}
