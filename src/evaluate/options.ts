import { nearestVersion } from '../law/version-in-force.js';
import type { Ruleset } from '../schema/ruleset.js';
import { compileRuleset } from './compiled-ruleset.js';
import type { JudgementOptions, Related } from './judgement.js';
import type { DeclaredMode } from './settled.js';

/** How to judge; every option has a default that follows the law as it stands. */
export interface EvaluateOptions {
  /**
   * `fill` (default): facts decide and declared results fill in where facts cannot; `prefer`: declared results come
   * first; `ignore`: they are left out. @since 0.1.0
   */
  declared?: DeclaredMode;
  /** `published`: figures without a published source count as undetermined. Default `any`. @since 0.1.0 */
  evidence?: 'any' | 'published';
  /**
   * Other rulesets this one refers to (a lower tier, a base figure), by id. The one in force on the day of judgement
   * is used. Without them what depends on another set is unknown. @since 0.1.0
   */
  rulesets?: readonly Ruleset[];
}

/** Finds related sets among those given: the one in force on the day of judgement, else the nearest. */
export function relatedAmong(given: readonly Ruleset[]): Related {
  const rulesets = [...given];
  return (id, snapshot, year) => {
    const found = nearestVersion(
      rulesets.filter((one) => one.id === id),
      snapshot.assessedOn,
      year,
    );
    return found && { compiled: compileRuleset(found.version), nearest: !found.exact };
  };
}

export function judgementOptions(options: EvaluateOptions, related: Related): JudgementOptions {
  return { declared: options.declared ?? 'fill', publishedOnly: options.evidence === 'published', related };
}
