import { decimal } from '../../rule/amount.js';
import { writtenInline } from './layout.js';
import { columnNumber, figureNumber, type SqlNumber } from './number.js';
import {
  asCondition,
  choice,
  FALSE,
  isFalse,
  isTrue,
  isUnknown,
  not,
  TRUE,
  type Truth,
  textOf,
} from './truth.js';
import { agreed, type Verdict } from './verdict.js';

/**
 * A verdict that differs by where and when a unit is judged: one column of the decision decides, or all that may
 * count have to agree.
 */
export type Spread =
  | { readonly kind: 'one'; readonly verdict: Verdict }
  | {
      readonly kind: 'switch';
      readonly cases: readonly { readonly when: Truth; readonly gives: Spread }[];
      readonly otherwise: Spread;
    }
  | {
      readonly kind: 'agree';
      readonly candidates: readonly { readonly possible: Truth; readonly spread: Spread }[];
    };

export const one = (verdict: Verdict): Spread => ({ kind: 'one', verdict });

/** The same text for the same verdicts. */
export const spreadText = (spread: Spread): string =>
  spread.kind === 'one'
    ? `${textOf(spread.verdict.truth)}|${textOf(spread.verdict.exempt)}`
    : JSON.stringify(spread);

/** A switch without cases that come to the same as what follows from none of them. */
export function switched(
  cases: readonly { readonly when: Truth; readonly gives: Spread }[],
  otherwise: Spread,
): Spread {
  const same = spreadText(otherwise);
  return cases.every(({ gives }) => spreadText(gives) === same)
    ? otherwise
    : { kind: 'switch', cases, otherwise };
}

/** All that may count have to agree; where they are all the same there is nothing to agree on. */
export function agreeing(
  candidates: readonly { readonly possible: Truth; readonly spread: Spread }[],
): Spread {
  const may = candidates.filter(({ possible }) => !isFalse(possible));
  const [first] = may;
  return first && may.every(({ spread }) => spreadText(spread) === spreadText(first.spread))
    ? first.spread
    : { kind: 'agree', candidates: may };
}

/** The verdict as one expression. */
export function settled(spread: Spread): Verdict {
  if (spread.kind === 'one') return spread.verdict;
  if (spread.kind === 'agree')
    return agreed(spread.candidates.map((each) => ({ ...settled(each.spread), possible: each.possible })));
  const cases = spread.cases.map(({ when, gives }) => ({ when, gives: settled(gives) }));
  const otherwise = settled(spread.otherwise);
  return {
    truth: choice(
      cases.map(({ when, gives }) => ({ when, gives: gives.truth })),
      otherwise.truth,
    ),
    exempt: choice(
      cases.map(({ when, gives }) => ({ when, gives: gives.exempt })),
      otherwise.exempt,
    ),
  };
}

type Comparison = Extract<Truth, { kind: 'test' }>;

function* verdicts(spread: Spread): Generator<Verdict> {
  if (spread.kind === 'one') yield spread.verdict;
  else if (spread.kind === 'agree') for (const { spread: inner } of spread.candidates) yield* verdicts(inner);
  else {
    for (const { gives } of spread.cases) yield* verdicts(gives);
    yield* verdicts(spread.otherwise);
  }
}

/** The comparison that all verdicts are, with different figures or none; undefined where they are anything else. */
function onlyComparison(spread: Spread): Comparison | undefined {
  let found: Comparison | undefined;
  for (const { truth, exempt } of verdicts(spread)) {
    if (!isFalse(exempt)) return undefined;
    if (isUnknown(truth)) continue;
    if (truth.kind !== 'test' || !truth.ordered || !truth.against) return undefined;
    if (found && found.ordered?.as.key !== truth.ordered.as.key) return undefined;
    found = truth;
  }
  return found;
}

type End = 'strictest' | 'loosest';

/** The figure that holds in a row, as text; NULL where none is known. */
function figure(spread: Spread, end: End, take: (bound: string) => void): string | undefined {
  if (spread.kind === 'one') {
    const { truth } = spread.verdict;
    const bound = truth.kind === 'test' ? truth.ordered?.as.bound : undefined;
    if (bound !== undefined) take(bound);
    return bound ?? 'NULL';
  }
  if (spread.kind === 'agree') {
    const known = spread.candidates.map(({ possible, spread: inner }) => {
      const truth = inner.kind === 'one' ? inner.verdict.truth : undefined;
      return isTrue(possible) && truth?.kind === 'test' ? truth.ordered?.as : undefined;
    });
    const isPlain = spread.candidates.every(
      ({ possible, spread: inner }) => inner.kind === 'one' && isTrue(possible),
    );
    if (!isPlain) return undefined;
    if (known.some((each) => each === undefined)) return 'NULL';
    const chosen = known.reduce((a, b) => {
      if (!a || !b) return a;
      const higher = decimal(b.bound).cmp(a.bound) > 0;
      return higher === (a.above === (end === 'strictest')) ? b : a;
    });
    take(chosen?.bound as string);
    return chosen?.bound;
  }
  const cases: string[] = [];
  for (const { when, gives } of spread.cases) {
    const value = figure(gives, end, take);
    if (value === undefined) return undefined;
    cases.push(`WHEN ${writtenInline(asCondition(when))} THEN ${value}`);
  }
  const otherwise = figure(spread.otherwise, end, take);
  if (otherwise === undefined) return undefined;
  if (otherwise !== 'NULL') cases.push(`ELSE ${otherwise}`);
  return `CASE\n      ${cases.join('\n      ')}\n    END`;
}

/**
 * One comparison with a figure that differs from row to row: the figure gets a column of its own. Where it isn't
 * settled which column counts, the strictest decides what is met and the loosest what is not.
 */
export function withRequired(
  spread: Spread,
  column: (sql: string, whole: number, scale: number, end: End) => string,
): Verdict | undefined {
  const comparison = spread.kind === 'one' ? undefined : onlyComparison(spread);
  if (!comparison?.against) return undefined;
  const bounds = new Set<string>();
  const [strictest, loosest] = (['strictest', 'loosest'] as const).map((end) =>
    figure(spread, end, (bound) => bounds.add(bound)),
  );
  if (strictest === undefined || loosest === undefined || bounds.size === 0) return undefined;
  const numbers = [...bounds].map(figureNumber);
  const whole = Math.max(...numbers.map((number) => number.whole));
  const scale = Math.max(...numbers.map((number) => number.scale));
  const against = (sql: string, end: End): Truth => {
    const number: SqlNumber = columnNumber(column(sql, whole, scale, end), whole, scale);
    return comparison.against?.(number) as Truth;
  };
  const met = against(strictest, 'strictest');
  if (strictest === loosest) return { truth: met, exempt: FALSE };
  return {
    truth: choice([
      { when: met, gives: TRUE },
      { when: not(against(loosest, 'loosest')), gives: FALSE },
    ]),
    exempt: FALSE,
  };
}
