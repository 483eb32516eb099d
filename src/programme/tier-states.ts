import { leaves } from '../law/walk.js';
import { allOf, anyOf } from '../rule/outcome.js';
import type { Outcome } from '../schema/evaluation.js';
import type { RecognisedTier } from '../schema/programme.js';
import type { Ruleset } from '../schema/ruleset.js';

/** What one tier's set came to, explained or not. */
export interface TierFound {
  readonly ruleset: Ruleset;
  readonly outcome: Outcome;
  /** The prerequisite that asks for the tier below, where the set has one. */
  readonly lower: { readonly id: string; readonly outcome: Outcome } | undefined;
  /** The outcome of the set if that prerequisite, which facts leave open, were met. */
  supposingLower(): Outcome;
}

/** How one tier stands: by evaluation, by decisions, by either. */
export interface TierStands {
  /** The tier below stands for the prerequisite that asks for it. */
  readonly lowerStands: boolean;
  /** The outcome of the set with the tier below standing for the prerequisite that asks for it. */
  readonly withLowerTier: Outcome;
  readonly reached: Outcome;
  readonly recognised: Outcome;
  readonly held: Outcome;
}

/** The sets that a prerequisite asks for by their ids. */
function setsAskedFor(ruleset: Ruleset, id: string): string[] {
  const condition = ruleset.prerequisites?.find((one) => one.id === id)?.condition;
  return condition
    ? [...leaves(condition)].flatMap(({ leaf }) => ('ruleset' in leaf ? [leaf.ruleset ?? []].flat() : []))
    : [];
}

interface Below {
  readonly found: TierFound | undefined;
  readonly stands: TierStands;
  readonly recognised: RecognisedTier;
}

/**
 * Whether the tier below stands for the prerequisite that asks for it, where facts leave that open. A prerequisite that
 * names a set is answered by that set alone: a decision under an older one is not carried over
 * (Quyết định 319/QĐ-TTg says so of communes recognised as advanced in 2018–2020).
 */
function standsFor(below: Below | undefined, { ruleset, lower }: TierFound): boolean {
  if (lower?.outcome !== 'unknown' || !below) return false;
  const { found, stands, recognised } = below;
  const sets = setsAskedFor(ruleset, lower.id);
  const evaluated = stands.withLowerTier === 'met';
  if (sets.length === 0) return recognised.outcome === 'met' || evaluated;
  const { state, recognition, alsoUnder = [] } = recognised;
  const decided = state === 'in-force' ? [recognition?.ruleset, ...alsoUnder] : [];
  return sets.every((set) => decided.includes(set) || (evaluated && set === found?.ruleset.id));
}

/**
 * How every tier of a ladder stands, lowest first. What is reached, recognised and held are prefixes of the ladder: a
 * tier is reached with every tier below it, and a decision on a higher tier includes the lower ones.
 */
export function tierStands(
  tiers: readonly (TierFound | undefined)[],
  recognised: readonly RecognisedTier[],
): TierStands[] {
  const found: TierStands[] = [];
  for (const [at, tier] of tiers.entries()) {
    const own = recognised[at] as RecognisedTier;
    const before = found.at(-1);
    const below = before && {
      found: tiers[at - 1],
      stands: before,
      recognised: recognised[at - 1] as RecognisedTier,
    };
    const outcome = tier?.outcome ?? 'unknown';
    const lowerStands = tier !== undefined && standsFor(below, tier);
    const withLowerTier = lowerStands && outcome === 'unknown' ? tier.supposingLower() : outcome;
    found.push({
      lowerStands,
      withLowerTier,
      reached: allOf([before?.reached ?? 'met', outcome]),
      recognised: own.outcome,
      held: anyOf([own.outcome, allOf([before?.held ?? 'met', withLowerTier])]),
    });
  }
  return found;
}

/** The highest tier that surely has this; what is below it has it too. */
export function highest(
  tiers: readonly string[],
  stands: readonly TierStands[],
  having: 'reached' | 'recognised' | 'held',
): string | null {
  return tiers.filter((_, at) => stands[at]?.[having] === 'met').at(-1) ?? null;
}
