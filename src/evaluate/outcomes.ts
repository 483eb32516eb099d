import { type Code, isProvisional, outcomeOf } from '../rule/code.js';
import type { OutcomeLayout, Outcomes } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledRuleset } from './compiled-ruleset.js';
import { tally } from './evaluation.js';
import { Judgement, type JudgementOptions } from './judgement.js';
import { labelTally } from './labels.js';

/** What the entries of `Outcomes` stand for, in the order an evaluation lists them. */
export function layoutOf({ prerequisites, criteria, placeholders }: CompiledRuleset): OutcomeLayout {
  const named = criteria.flatMap(({ indicators }, at) =>
    indicators.map(({ indicator }) => ({ indicator, at })),
  );
  return {
    prerequisites: prerequisites.map(({ indicator }) => indicator.id),
    criteria: criteria.map(({ criterion }) => criterion.no),
    indicators: [...named, ...placeholders].map(({ indicator }) => indicator.id),
    criterionOf: [...named.map(({ at }) => at), ...placeholders.map(() => -1)],
  };
}

/** The outcomes of an evaluation, found without its explanation. */
export function outcomesOf(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  options: JudgementOptions,
): Outcomes {
  const judgement = new Judgement(compiled, snapshot, options);
  const { declared, year } = judgement;
  const { prerequisites, criteria, indicators: all } = compiled;
  const codes: Code[] = [];
  for (const one of all.values()) codes.push(judgement.indicatorCode(one));
  const outcomes = codes.map(outcomeOf);
  const ofCriteria = criteria.map((one) => outcomeOf(judgement.criterionCode(one)));
  const indicators = outcomes.slice(prerequisites.length);
  const whole = judgement.wholeCode();
  const labels = declared && labelTally(declared, compiled);
  return {
    outcome: outcomeOf(whole),
    provisional: isProvisional(whole),
    year,
    totals: { criteria: tally(ofCriteria), indicators: tally(indicators) },
    prerequisites: outcomes.slice(0, prerequisites.length),
    criteria: ofCriteria,
    indicators,
    ...(labels && { labels }),
  };
}
