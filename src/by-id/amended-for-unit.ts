import { amend as amendChecked, basesOf } from '../check/amend.js';
import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import { formerProvinceId, provinceId } from '../law/territory.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { shippedVocabulary } from '../shipped.js';
import { vocabularyWith } from './options.js';

/**
 * A ruleset with an amendment applied, checked against the shared catalogue and bibliography.
 * See the function of the same name in `ntm-rules/core`.
 *
 * @throws NtmError with every problem, each at its place in the amendment
 * @since 0.1.0
 */
export function amend(
  base: Ruleset,
  amendment: Amendment | unknown,
  vocabulary: RulesetVocabulary = {},
): Ruleset {
  const { rulesets: _any, ...shipped } = vocabularyWith(vocabulary);
  return amendChecked(base, amendment, shipped);
}

const amended = new WeakMap<Ruleset, WeakMap<Amendment, Ruleset>>();

/** Applies those amendments that are written for this version and, where they name a province, for this unit's. */
export function withAmendments(
  ruleset: Ruleset,
  amendments: readonly Amendment[],
  provinces: readonly string[],
): Ruleset {
  let result = ruleset;
  for (const amendment of amendments) {
    const { jurisdiction } = amendment;
    const forUnit = jurisdiction === undefined || jurisdiction === 'vn' || provinces.includes(jurisdiction);
    if (!forUnit || !basesOf(amendment).includes(`${result.id}@${result.version}`)) continue;
    let known = amended.get(result);
    if (!known) {
      known = new WeakMap();
      amended.set(result, known);
    }
    const next = known.get(amendment) ?? amend(result, amendment);
    known.set(amendment, next);
    result = next;
  }
  return result;
}

/** The province of a unit, and the one it was part of before 1 July 2025: the figures of either may be its own. */
export function provincesOf({ unit, assessedOn }: Pick<Snapshot, 'unit' | 'assessedOn'>): string[] {
  const { territory } = shippedVocabulary();
  if (!territory) return [];
  const now = unit.province ? provinceId(territory, unit.province, assessedOn) : undefined;
  const former = unit.formerProvince ? formerProvinceId(territory, unit.formerProvince) : undefined;
  return [now, former].filter((id) => id !== undefined);
}
