import { compile, type Ruleset } from '../../../src/index.js';
import type { RequirementRow } from '../../../src/schema/ruleset.js';
import type { Check } from '../example-checks.js';
import { judgeOf, resultsOf } from '../examples.js';
import { mismatch } from '../matching.js';
import { fault } from './fault.js';
import { columnOf } from './supplied-figures.js';

/** Another set, as if its figures of one indicator were this one everywhere. */
function withFigure(ruleset: Ruleset, id: string, value: number): Ruleset {
  const row: RequirementRow = { where: {}, value, evidence: 'proposed' };
  return {
    ...ruleset,
    criteria: ruleset.criteria.map((one) => ({
      ...one,
      indicators: one.indicators.map((indicator) =>
        indicator.id === id
          ? {
              ...indicator,
              requirements: Object.fromEntries(
                Object.keys(indicator.requirements ?? {}).map((name) => [name, [row]]),
              ),
            }
          : indicator,
      ),
    })),
  };
}

/** A figure that follows from another set's is known as soon as that is, and is what the decision says of it. */
export const wrongRelative =
  (rulesetNamed: (id: string, assessedOn: string) => Ruleset): Check =>
  (file, ruleset, _judge, about) =>
    (file.law?.relative ?? [])
      .filter(({ indicator }) => about === undefined || indicator === about)
      .flatMap(({ indicator, ruleset: other, of, supplied: value, required }) => {
        const base = withFigure(rulesetNamed(other, file.assessedOn), of, value);
        const { evaluate } = compile(ruleset, { rulesets: [base] });
        const outcomes = [required - 0.1, required].map((figure) => {
          const facts = { 'income.perCapita': figure };
          const result = resultsOf(judgeOf(file, ruleset, evaluate)({ ...columnOf(ruleset), facts })).find(
            ({ id }) => id === indicator,
          );
          return result?.parts.find((part) => part.fact === 'income.perCapita')?.outcome;
        });
        return fault(`${indicator}: relative`, mismatch(outcomes, ['unmet', 'met']));
      });
