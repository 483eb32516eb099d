import { anyOf } from '../rule/outcome.js';
import type { CriterionResult, IndicatorResult } from '../schema/evaluation.js';
import type { RecognisedTier } from '../schema/programme.js';
import type { RecognitionCondition } from '../schema/recognition.js';
import type { RecognitionConditionResult } from '../schema/recognition-check.js';
import { type StandingWording, wordingsOn } from './wordings.js';

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];

/** What is declared for a condition as a whole fills in where its facts cannot decide, as for any criterion. */
function withDeclared(result: IndicatorResult, { declared, basis }: CriterionResult): IndicatorResult {
  if (!declared || (basis !== 'declared' && result.outcome !== 'unknown')) return result;
  const { gap, ...rest } = result;
  const { outcome } = declared;
  return {
    ...rest,
    outcome,
    provisional: true,
    because: ['declared'],
    basis: 'declared',
    reasons: [],
    missing: [],
    declared,
    ...(outcome === 'unmet' && gap && { gap }),
  };
}

/** One result out of those of several wordings that may hold: theirs where all agree, else unknown. */
function agreed(
  results: readonly IndicatorResult[],
  shown: Pick<IndicatorResult, 'id' | 'title'>,
): IndicatorResult {
  const [first, ...others] = results as readonly [IndicatorResult, ...IndicatorResult[]];
  if (others.length === 0) return { ...first, ...shown };
  const same = results.every(({ outcome }) => outcome === first.outcome);
  const outcome = same ? first.outcome : 'unknown';
  const gaps = outcome === 'met' ? [] : results.flatMap(({ gap }) => gap ?? []);
  const contradict = unique(results.map((one) => one.outcome)).filter((one) => one !== 'unknown').length > 1;
  return {
    ...shown,
    outcome,
    provisional: outcome !== 'unknown' && results.some(({ provisional }) => provisional),
    because: outcome === 'unknown' ? [] : unique(results.flatMap(({ because }) => because)),
    basis: outcome === 'unknown' ? 'none' : first.basis,
    reasons:
      outcome === 'unknown'
        ? unique([
            ...(contradict ? (['wording-unsettled'] as const) : []),
            ...results.flatMap(({ reasons }) => reasons),
          ])
        : [],
    parts: results.flatMap(({ parts }) => parts),
    ...(first.evidence && { evidence: first.evidence }),
    sources: unique(results.flatMap(({ sources }) => sources)),
    missing: outcome === 'unknown' ? unique(results.flatMap(({ missing }) => missing)) : [],
    ...(gaps.length > 0 && {
      gap: gaps.length === 1 && gaps[0] ? gaps[0] : { indicator: shown.id, kind: 'all', parts: gaps },
    }),
  };
}

/** A condition whose wording of that day nobody has at hand. */
function withoutWording({ id, title, sources = [] }: RecognitionCondition): IndicatorResult {
  return {
    id,
    title,
    outcome: 'unknown',
    provisional: false,
    because: [],
    basis: 'none',
    reasons: ['not-encoded'],
    parts: [],
    sources: [...sources],
    missing: [],
    gap: { indicator: id, kind: 'requirement', reason: 'not-encoded' },
  };
}

function byWordings(
  condition: RecognitionCondition,
  found: CriterionResult,
  standing: readonly StandingWording[],
): RecognitionConditionResult {
  const shown = { id: condition.id, title: condition.title };
  const own = standing.map(({ at }) => found.indicators[at] as IndicatorResult);
  const result = own.length > 0 ? agreed(own, shown) : withoutWording(condition);
  return {
    ...result,
    wordings: standing.map(({ wording, holds }, at) => ({
      title: wording.title,
      holds,
      outcome: (own[at] as IndicatorResult).outcome,
      ...(wording.from !== undefined && { from: wording.from }),
      ...(wording.notBefore !== undefined && { notBefore: wording.notBefore }),
    })),
  };
}

/**
 * A tier that has to be held: by evaluation, or by a decision in force, under whichever set. That nothing older is
 * carried over where the tier's own set says so is for that set to ask.
 */
function heldTier(result: IndicatorResult, recognised: RecognisedTier): RecognitionConditionResult {
  const outcome = anyOf([result.outcome, recognised.outcome]);
  if (outcome === result.outcome) return result;
  const { gap, margin: _margin, ...rest } = result;
  const open = { ...rest, outcome, provisional: false, because: [] };
  if (outcome === 'unknown')
    return { ...open, basis: 'none', reasons: ['child-unknown'], ...(gap && { gap }) };
  return {
    ...open,
    basis: 'declared',
    reasons: [],
    missing: [],
    ...(recognised.recognition && { recognition: recognised.recognition }),
  };
}

/** One condition as it stands on the day of judgement. */
export function conditionResult(
  found: CriterionResult,
  condition: RecognitionCondition | undefined,
  setting: { readonly assessedOn: string; recognised(tier: string): RecognisedTier },
): RecognitionConditionResult {
  // An amendment may bring conditions of its own.
  const [only] = found.indicators;
  if (!condition) return { ...(only as IndicatorResult), id: found.no };
  const result = condition.wordings
    ? byWordings(condition, found, wordingsOn(condition.wordings, setting.assessedOn))
    : { ...(only as IndicatorResult) };
  const settled = withDeclared(result, found);
  const held = condition.holds ? heldTier(settled, setting.recognised(condition.holds.tier)) : settled;
  return { ...held, ...(condition.note && { note: condition.note }) };
}
