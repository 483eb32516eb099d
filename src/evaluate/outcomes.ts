import { type Code, counted, EXEMPT, isProvisional, MET, outcomeOf, UNKNOWN } from '../rule/code.js';
import type { Outcome, OutcomeLayout, Outcomes, Tally } from '../schema/evaluation.js';
import type { Snapshot } from '../schema/snapshot.js';
import type { CompiledRuleset } from './compiled-ruleset.js';
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

interface Told {
  readonly outcomes: Outcome[];
  readonly tally: Tally;
}

/** Outcomes of a part of the codes, and how many there are of each. */
function told(codes: ArrayLike<Code>, from: number, to: number): Told {
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

interface AllTold {
  readonly prerequisites: Told;
  readonly criteria: Told;
  readonly indicators: Told;
  readonly whole: Code;
}

/**
 * Where nothing is declared and nothing passes by a rule of its own, codes only have to be put together: the least one
 * counts, and what is exempt counts as met.
 */
function putTogether({ criterionEnds, prerequisites, all }: CompiledRuleset, codes: Uint8Array): AllTold {
  const first = prerequisites.length;
  const count = criterionEnds.length;
  const outcomes = new Array<Outcome>(count);
  let met = 0;
  let unmet = 0;
  let whole = MET;
  let at = 0;
  const leastUntil = (end: number): Code => {
    let least = MET;
    for (; at < end; at += 1) {
      const code = codes[at] as Code;
      if (code < least) least = code;
      else if (code > EXEMPT) least = Math.min(least, counted(code));
    }
    if (least < whole) whole = least;
    return least;
  };
  leastUntil(first);
  for (let criterion = 0; criterion < count; criterion += 1) {
    const code = leastUntil(criterionEnds[criterion] as number);
    met += Number(code > UNKNOWN);
    unmet += Number(code < UNKNOWN);
    outcomes[criterion] = outcomeOf(code);
  }
  leastUntil(all.length);
  return {
    prerequisites: told(codes, 0, first),
    criteria: { outcomes, tally: { total: count, met, unmet, unknown: count - met - unmet } },
    indicators: told(codes, first, all.length),
    whole,
  };
}

function allTold(judgement: Judgement): AllTold {
  const { compiled, declared, codes } = judgement;
  const inOneColumn = judgement.codesInOneColumn();
  if (inOneColumn && !declared && compiled.isPlain) return putTogether(compiled, inOneColumn);
  if (!declared && inOneColumn) codes.indicators = Array.from(inOneColumn);
  const indicators = compiled.all.map((one) => codes.indicator(one));
  const criteria = compiled.criteria.map((one) => codes.criterion(one));
  const first = compiled.prerequisites.length;
  return {
    prerequisites: told(indicators, 0, first),
    criteria: told(criteria, 0, criteria.length),
    indicators: told(indicators, first, indicators.length),
    whole: codes.whole(),
  };
}

/** The outcomes of an evaluation, found without its explanation. */
export function outcomesOf(
  compiled: CompiledRuleset,
  snapshot: Snapshot,
  options: JudgementOptions,
): Outcomes {
  return outcomesIn(new Judgement(compiled, snapshot, options));
}

export function outcomesIn(judgement: Judgement): Outcomes {
  const { compiled, declared, year } = judgement;
  const { prerequisites, criteria, indicators, whole } = allTold(judgement);
  const labels = declared && labelTally(declared, compiled);
  return {
    outcome: outcomeOf(whole),
    provisional: isProvisional(whole),
    year,
    totals: { criteria: criteria.tally, indicators: indicators.tally },
    prerequisites: prerequisites.outcomes,
    criteria: criteria.outcomes,
    indicators: indicators.outcomes,
    ...(labels && { labels }),
  };
}
