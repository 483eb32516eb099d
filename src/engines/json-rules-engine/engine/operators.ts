import type { Engine } from 'json-rules-engine';
import { decide } from '../../../rule/operator.js';
import type { FactFinding } from '../../../rule/reading.js';
import { type Literal, type Operator, operatorSchema } from '../../../schema/condition.js';
import { KnownFigure } from '../proofs/known-figure.js';
import type { Tally } from './tally.js';

/** How a figure stands to what is asked: `exempt` where nothing is. */
export type Standing = 'met' | 'unmet' | 'unknown' | 'exempt';

/** What each verb shows: `proves:lessThan` holds where the comparison is certain to hold. */
const VERBS = { proves: 'met', refutes: 'unmet', exempts: 'exempt' } as const satisfies Record<
  string,
  Standing
>;

/**
 * Adds to an engine the operators `proves:`, `refutes:` and `exempts:` of every comparison of ours. A figure that is
 * missing, only bounded or could not be had neither proves nor refutes what it cannot decide.
 */
export function addOperators(engine: Engine): void {
  for (const [verb, standing] of Object.entries(VERBS)) {
    for (const operator of operatorSchema.options)
      engine.addOperator(
        `${verb}:${operator}`,
        (figure: unknown, value: unknown) => standingOf(figure, operator, value) === standing,
      );
    engine.addOperator(
      `${verb}:atLeast`,
      (tally: unknown, wanted: unknown) => countStanding(tally, Number(wanted)) === standing,
    );
  }
}

/** Where the requirement is told in the run, it may turn out not to be known, or not to apply. */
function standingOf(figure: unknown, operator: Operator, value: unknown): Standing {
  if (!(figure instanceof KnownFigure)) return 'unknown';
  if (isTold(value)) {
    if (value.required === 'not-applicable') return 'exempt';
    return isNothing(figure.total, figure) ? 'exempt' : 'unknown';
  }
  if (value === null) return isNothing(figure.total, figure) ? 'exempt' : 'unknown';
  const literal = value as Literal | readonly Literal[];
  const one = (finding: FactFinding): Standing => standingOfFinding(finding, figure, operator, literal);
  const total = one(figure.total);
  return figure.sexes ? standingOfBoth(one(figure.sexes[0]), one(figure.sexes[1]), total) : total;
}

function isTold(value: unknown): value is { readonly required: string } {
  return typeof value === 'object' && value !== null && 'required' in value;
}

const isNothing = (finding: FactFinding, { whenEmpty }: KnownFigure): boolean =>
  finding.status === 'empty-base' && whenEmpty === 'exempt';

function standingOfFinding(
  finding: FactFinding,
  figure: KnownFigure,
  operator: Operator,
  literal: Literal | readonly Literal[],
): Standing {
  if (isNothing(finding, figure)) return 'exempt';
  if (finding.status !== 'known') return 'unknown';
  if (finding.flag !== undefined) {
    const isAmong = (Array.isArray(literal) ? literal : [literal]).includes(finding.flag);
    return isAmong === (operator !== 'notEqual') ? 'met' : 'unmet';
  }
  return finding.quantity ? decide(finding.quantity, operator, figure.figures(literal)) : 'unknown';
}

/**
 * Men and women must each reach the level. Figures by sex decide; where they cannot, a total below the level shows
 * that one of the two is below it, and a total at the level stands for both.
 */
function standingOfBoth(male: Standing, female: Standing, total: Standing): Standing {
  const sexes = [male, female];
  if (sexes.includes('unmet')) return 'unmet';
  if (!sexes.includes('unknown')) return joined(sexes);
  if (total === 'unmet' || total === 'unknown') return total;
  return joined([...sexes.filter((one) => one !== 'unknown'), total]);
}

const joined = (standings: readonly Standing[]): Standing =>
  standings.every((one) => one === 'exempt') ? 'exempt' : 'met';

/** k of n by bounds, of those that the law asks for: met once k are, unmet once k cannot be reached any more. */
function countStanding(value: unknown, wanted: number): Standing {
  const { met, unmet, unknown } = value as Tally;
  const asked = met + unmet + unknown;
  if (asked === 0) return 'exempt';
  const k = Math.min(wanted, asked);
  if (met >= k) return 'met';
  return met + unknown < k ? 'unmet' : 'unknown';
}
