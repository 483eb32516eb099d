import { type Code, isProvisional, outcomeOf, UNKNOWN } from '../rule/code.js';
import type { Outcome, OutcomeLayout, Outcomes, Tally } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledRuleset } from './compiled-ruleset.js';
import { Judgement, type JudgementOptions } from './judgement.js';
import { labelTally } from './labels.js';
import { both } from './settled.js';

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

interface Codes {
  /** By the places of indicators; further codes mean nothing. */
  readonly indicators: readonly Code[];
  readonly criteria: readonly Code[];
  readonly whole: Code;
}

/** Where nothing is declared and nothing passes by a rule of its own, codes only have to be put together. */
function putTogether(
  { prerequisites, criteria, all, placeholders }: CompiledRuleset,
  indicators: Code[],
): Codes {
  let whole: Code | undefined;
  const over = (from: number, to: number): Code => {
    let code = indicators[from] as Code;
    for (let at = from + 1; at < to; at += 1) code = both(code, indicators[at] as Code);
    whole = whole === undefined ? code : both(whole, code);
    return code;
  };
  let at = prerequisites.length;
  if (at > 0) over(0, at);
  const ofCriteria = criteria.map((one) => {
    const from = at;
    at += one.indicators.length;
    return over(from, at);
  });
  if (placeholders.length > 0) over(at, all.length);
  return { indicators, criteria: ofCriteria, whole: whole as Code };
}

function codesOf(judgement: Judgement): Codes {
  const { compiled, declared, codes } = judgement;
  const indicators = judgement.codesInOneColumn();
  if (indicators && !declared && compiled.isPlain) return putTogether(compiled, indicators);
  if (!declared && indicators) codes.indicators = indicators;
  return {
    indicators: compiled.all.map((one) => codes.indicator(one)),
    criteria: compiled.criteria.map((one) => codes.criterion(one)),
    whole: codes.whole(),
  };
}

/** Outcomes of a part of the codes, and how many there are of each. */
function told(codes: readonly Code[], from: number, to: number): { outcomes: Outcome[]; tally: Tally } {
  const total = to - from;
  const outcomes = new Array<Outcome>(total);
  let met = 0;
  let unmet = 0;
  for (let at = 0; at < total; at += 1) {
    const code = codes[from + at] as Code;
    if (code > UNKNOWN) {
      met += 1;
      outcomes[at] = 'met';
    } else if (code < UNKNOWN) {
      unmet += 1;
      outcomes[at] = 'unmet';
    } else outcomes[at] = 'unknown';
  }
  return { outcomes, tally: { total, met, unmet, unknown: total - met - unmet } };
}

/** The outcomes of an evaluation, found without its explanation. */
export function outcomesOf(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  options: JudgementOptions,
): Outcomes {
  const judgement = new Judgement(compiled, snapshot, options);
  const { declared, year } = judgement;
  const { indicators: codes, criteria, whole } = codesOf(judgement);
  const first = compiled.prerequisites.length;
  const ofPrerequisites = told(codes, 0, first);
  const ofIndicators = told(codes, first, compiled.all.length);
  const ofCriteria = told(criteria, 0, criteria.length);
  const labels = declared && labelTally(declared, compiled);
  return {
    outcome: outcomeOf(whole),
    provisional: isProvisional(whole),
    year,
    totals: { criteria: ofCriteria.tally, indicators: ofIndicators.tally },
    prerequisites: ofPrerequisites.outcomes,
    criteria: ofCriteria.outcomes,
    indicators: ofIndicators.outcomes,
    ...(labels && { labels }),
  };
}
