import type { RecognitionCondition, RecognitionRules } from '../schema/recognition.js';
import type { Criterion, Indicator, RulesetFile } from '../schema/ruleset.js';
import { completenessOf } from './completeness.js';

export type RecognitionTier = RecognitionRules['tiers'][number];

/** What the indicators of one condition have to show: each wording of it, the tier it asks for, or the condition itself. */
function indicatorsOf({ holds, wordings, ...condition }: RecognitionCondition): Indicator[] {
  if (wordings) {
    const { condition: _none, ...shared } = condition;
    return wordings.map(({ title, condition: wording, evidence, sources }, at) => ({
      ...shared,
      id: `${condition.id}/${at + 1}`,
      title,
      ...(wording && { condition: wording }),
      evidence,
      ...(sources && { sources }),
    }));
  }
  return [{ ...condition, ...(holds && { condition: { ruleset: holds.ruleset, outcome: 'met' as const } }) }];
}

/**
 * The conditions of recognition of one tier as a set of their own, one criterion a condition, so that the engine that
 * judges criteria judges them too: `vn/commune-recognition-advanced/2021-2025`. Results can be declared for it by the
 * ids of its conditions, and figures of one's own (a province's satisfaction rate) amend it like any other set.
 */
export function recognitionSet(rules: RecognitionRules, tier: RecognitionTier): RulesetFile {
  const [, , span = ''] = rules.id.split('/');
  const criteria = tier.conditions.map(
    (one): Criterion => ({ no: one.id, title: one.title, indicators: indicatorsOf(one) }),
  );
  const indicators = criteria.reduce((sum, criterion) => sum + criterion.indicators.length, 0);
  const file: RulesetFile = {
    format: 1,
    id: `${rules.jurisdiction}/${tier.level}-recognition-${tier.tier}/${span}`,
    version: rules.period.from,
    versionBasis: 'period',
    revision: rules.revision,
    title: {
      vi: `Điều kiện công nhận: ${rules.title.vi}`,
      en: `Conditions of recognition: ${rules.title.en}`,
    },
    level: tier.level,
    tier: tier.tier,
    jurisdiction: rules.jurisdiction,
    period: rules.period,
    effectiveFrom: rules.period.from,
    decision: { number: tier.legalBasis },
    totals: { criteria: criteria.length, indicators },
    completeness: 'complete',
    criteria,
  };
  return { ...file, completeness: completenessOf(file) };
}
