import type { Evaluation, Tally } from '../../schema/evaluation.js';
import type { JudgedUnit, TierReport, TierResult, TierStanding, TierState } from '../../schema/programme.js';
import { unitKey } from '../unit-key.js';
import type { LawNames } from './law-names.js';
import type { Pairs } from './pair-count.js';
import type { ToldOfUnit } from './ruleset-count.js';

/** What one item says of one unit by one ruleset. */
export interface ToldByRuleset {
  readonly ruleset: string;
  readonly told: ToldOfUnit;
}

const pairs = ({ total, met, unmet, unknown }: Tally): Pairs => ({ of: total, met, open: unmet, unknown });

export function toldByEvaluation(evaluation: Evaluation, key = unitKey(evaluation.unit)): ToldByRuleset {
  const { ruleset, unit, year, outcome, provisional, totals, labels, reported } = evaluation;
  return {
    ruleset: ruleset.id,
    told: {
      unit,
      key,
      version: ruleset.version,
      year,
      basis: 'evaluated',
      outcome,
      provisional,
      criteria: pairs(totals.criteria),
      indicators: pairs(totals.indicators),
      detail: evaluation,
      labels,
      reported,
    },
  };
}

export function toldByJudged(
  { unit, assessedOn, ruleset: { id, version }, layout, outcomes }: JudgedUnit,
  names: LawNames,
): ToldByRuleset {
  const { outcome, provisional, year, totals, labels } = outcomes;
  return {
    ruleset: id,
    told: {
      unit,
      key: unitKey(unit),
      version,
      year,
      basis: 'evaluated',
      outcome,
      provisional,
      criteria: pairs(totals.criteria),
      indicators: pairs(totals.indicators),
      detail: { layout, outcomes, text: names.text(id, version), day: assessedOn },
      labels,
    },
  };
}

type Tier = TierState | TierResult;

/** What every tier of a standing says of the set that judged it; nothing where none did. */
export function toldByTiers(
  { unit, assessedOn, year, tiers }: TierStanding | TierReport,
  names: LawNames,
): ToldByRuleset[] {
  const key = unitKey(unit);
  return tiers.flatMap((tier: Tier): ToldByRuleset[] => {
    if ('evaluation' in tier && tier.evaluation) return [toldByEvaluation(tier.evaluation, key)];
    if (tier.ruleset === null) return [];
    const [id = '', version = ''] = tier.ruleset.split('@');
    const { outcome, provisional, totals } = tier;
    const judged = 'judged' in tier ? tier.judged : undefined;
    return [
      {
        ruleset: id,
        told: {
          unit,
          key,
          version,
          year,
          basis: 'evaluated',
          outcome,
          provisional,
          criteria: pairs(totals.criteria),
          indicators: pairs(totals.indicators),
          detail: judged && { ...judged, text: names.text(id, version), day: assessedOn },
          labels: judged?.outcomes.labels,
        },
      },
    ];
  });
}
