import type { Check } from '../example-checks.js';
import { mismatch } from '../matching.js';
import { fault } from './fault.js';
import { resultWhenSupplied } from './supplied-figures.js';

/** Without any one of the contents it asks for, an indicator is not met; with all of them, they are no obstacle. */
export const wrongContents: Check = (file, ruleset, _judge, about) => {
  const { each = {}, either = {} } = file.law ?? {};
  const lines = [
    ...Object.entries(each).map(([id, named]) => ({ id, contents: [named].flat(), enough: false })),
    ...Object.entries(either).map(([id, contents]) => ({ id, contents, enough: true })),
  ];
  return lines
    .filter(({ id }) => about === undefined || id === about)
    .flatMap(({ id, contents, enough }) => {
      const { resultFor } = resultWhenSupplied(file, ruleset, id);
      const outcome = (holds: (fact: string) => boolean): string | undefined =>
        resultFor(Object.fromEntries(contents.map((fact) => [fact, holds(fact)])))?.outcome;
      if (outcome(() => true) === 'unmet') return [`${id}: unmet with everything it asks for`];
      if (enough)
        return [
          ...fault(
            `${id}: without anything`,
            mismatch(
              outcome(() => false),
              'unmet',
            ),
          ),
          ...contents.flatMap((fact) =>
            fault(
              `${id}: with ${fact}`,
              mismatch(
                outcome((one) => one === fact),
                'met',
              ),
            ),
          ),
        ];
      return contents.flatMap((fact) =>
        fault(
          `${id}: without ${fact}`,
          mismatch(
            outcome((one) => one !== fact),
            'unmet',
          ),
        ),
      );
    });
};
