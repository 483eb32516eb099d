import type { RecognitionRules, RevocationRule } from '../schema/recognition.js';
import type { RevocationNoteCode } from '../schema/revocation.js';
import type { Level, Localized } from '../schema/text.js';

type AnyCase = RevocationRule['anyOf'][number];
/** A case that asks for a share of failed criteria. */
export type CaseOfCriteria = Extract<AnyCase, { failedCriteria: unknown }>;
/** A case that asks for a share that is a fact of the unit. */
export type CaseOfFact = Extract<AnyCase, { fact: string }>;

export const isOfCriteria = (one: AnyCase): one is CaseOfCriteria => 'failedCriteria' in one;
export const isOfFact = (one: AnyCase): one is CaseOfFact => 'fact' in one;

/** Which rule of revocation holds, or why none is at hand. */
export interface RuleFound {
  readonly rule: RevocationRule | undefined;
  readonly authority: Localized | undefined;
  /** Why there is nothing to judge by: `about` is the day, or the level and tier. */
  readonly missing:
    | { readonly code: Extract<RevocationNoteCode, 'rule-not-known' | 'rule-not-in-force'>; about: string }
    | undefined;
}

/** Whether the decision that a rule is of had come into force by a day. */
function firstDayOf(rules: RecognitionRules, { legalBasis }: RevocationRule): string | undefined {
  const decision = rules.decisions.find(({ number }) => legalBasis.startsWith(number));
  return decision?.effectiveFrom ?? decision?.notBefore;
}

/**
 * The rule for a level and tier on a day; without a day the latest there is. A decision holds from its first day to the
 * end of the period it is limited to by its title; what follows it is not known and is not guessed.
 */
export function revocationRule(
  all: readonly RecognitionRules[],
  { level, tier, day }: { readonly level: Level; readonly tier: string; readonly day: string | undefined },
): RuleFound {
  const ofTier = (rules: RecognitionRules): RevocationRule | undefined =>
    rules.revocation.find((rule) => rule.level === level && rule.tier === tier);
  const onDay = all.filter(({ period }) => day === undefined || (period.from <= day && day <= period.to));
  const [rules] = onDay
    .filter((one) => ofTier(one) !== undefined)
    .sort((a, b) => b.period.to.localeCompare(a.period.to, 'en'));
  const rule = rules && ofTier(rules);
  const about = [level, tier, ...(day === undefined ? [] : [day])].join(' · ');
  if (!rules || !rule)
    return { rule: undefined, authority: undefined, missing: { code: 'rule-not-known', about } };
  const authority = rules.tiers.find((one) => one.level === level && one.tier === tier)?.authority.title;
  const firstDay = firstDayOf(rules, rule);
  const early = day !== undefined && firstDay !== undefined && day < firstDay;
  if (early) return { rule: undefined, authority, missing: { code: 'rule-not-in-force', about: firstDay } };
  const known = rule.anyOf.length > 0;
  return { rule, authority, missing: known ? undefined : { code: 'rule-not-known', about } };
}
