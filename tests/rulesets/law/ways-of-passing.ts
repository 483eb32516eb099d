import type { Check } from '../example-checks.js';
import { resultFor, resultsOf } from '../examples.js';
import { mismatch } from '../matching.js';
import { fault } from './fault.js';

/** Where another set has to be met first, failing that one fails the indicator. */
export const wrongAfter: Check = (file, _ruleset, judge, about) =>
  Object.entries(file.law?.after ?? {})
    .filter(([id]) => about === undefined || id === about)
    .flatMap(([id, sets]) =>
      sets.flatMap((set) => {
        const declared = { [set]: { 'criterion:1': { outcome: 'unmet', by: 'appraisal' } } };
        const result = resultsOf(judge({ declared })).find((one) => one.id === id);
        return fault(`${id}: ${set} unmet:`, mismatch(result?.outcome, 'unmet'));
      }),
    );

/** What units come to, by the ways of passing that the decision names. */
export const wrongPassing: Check = (file, _ruleset, judge) =>
  (file.law?.outcomes ?? []).flatMap(({ of, is, ...situation }) =>
    fault(JSON.stringify(situation), mismatch(resultFor(judge(situation), of), { outcome: is })),
  );

/** Units are judged by the column, and in the group, that is theirs. */
export const wrongColumns: Check = (file, _ruleset, judge) => {
  const { columns = [], groups = [] } = file.law ?? {};
  return [
    ...columns.flatMap(({ judgedBy, ...situation }) =>
      fault(`${JSON.stringify(situation)}: column`, mismatch(judge(situation).context.regions, [judgedBy])),
    ),
    ...groups.flatMap(({ in: group, ...situation }) => {
      const found = judge(situation).context.groups;
      return group === null
        ? fault(`${JSON.stringify(situation)}: group`, found.length > 1 ? undefined : ` ${found}`)
        : fault(`${JSON.stringify(situation)}: group`, mismatch(found, [group]));
    }),
  ];
};
