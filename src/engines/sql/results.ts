import { declarableIds } from '../../law/declarable-ids.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Localized } from '../../schema/text.js';
import { OwnNames } from './names.js';
import type { SqlTableOptions } from './options.js';

/**
 * One column of the result of `toSql`: an outcome (TRUE met, FALSE unmet, NULL unknown) or a number.
 *
 * @since 0.1.0
 */
export interface SqlResultColumn {
  readonly name: string;
  readonly holds:
    | 'outcome'
    | 'prerequisite'
    | 'criterion'
    | 'indicator'
    | 'criteria-met'
    | 'criteria-unmet'
    | 'criteria-unknown'
    | 'indicators-met'
    | 'indicators-unmet'
    | 'indicators-unknown';
  /** The number of a criterion, the id of a prerequisite or indicator. */
  readonly id?: string;
  readonly title?: Localized;
}

/** Names of the columns that outcomes stand in, by `criterion <no>` and `indicator <id>`: the same for all options. */
export function outcomeNames(ruleset: Ruleset): ReadonlyMap<string, string> {
  const names = new OwnNames();
  const prerequisites = new Set((ruleset.prerequisites ?? []).map(({ id }) => id));
  const ids = declarableIds(ruleset);
  const found = new Map<string, string>();
  for (const no of ids.criteria) found.set(`criterion ${no}`, names.give('criterion_', no));
  for (const id of ids.indicators) {
    const kind = prerequisites.has(id) ? 'prerequisite_' : 'indicator_';
    found.set(`indicator ${id}`, names.give(kind, id));
  }
  return found;
}

/**
 * The columns of the result of `toSql` behind its keys, in their order: the outcome of the set, how many criteria and
 * indicators are met, unmet and unknown, then prerequisites, and criteria with their indicators. Entries that the
 * official totals count and nobody has named are in the numbers; columns of their own they have where declared
 * results are read.
 *
 * @example
 * sqlResultColumns(ruleset).find(({ id }) => id === '15.1') // { name: 'indicator_15_1', holds: 'indicator', id: '15.1', … }
 * @since 0.1.0
 */
export function sqlResultColumns(
  ruleset: Ruleset,
  { declared = 'ignore' }: Pick<SqlTableOptions, 'declared'> = {},
): SqlResultColumn[] {
  const names = outcomeNames(ruleset);
  const { criteria, prerequisites = [] } = ruleset;
  const column = (
    holds: 'prerequisite' | 'criterion' | 'indicator',
    id: string,
    title?: Localized,
  ): SqlResultColumn => {
    const name = names.get(`${holds === 'criterion' ? holds : 'indicator'} ${id}`) as string;
    return { name, holds, id, ...(title && { title }) };
  };
  const totals = (['criteria', 'indicators'] as const).flatMap((of) =>
    (['met', 'unmet', 'unknown'] as const).map(
      (what): SqlResultColumn => ({ name: `${of}_${what}`, holds: `${of}-${what}` }),
    ),
  );
  const ids = declarableIds(ruleset);
  const named = new Set(
    [...prerequisites, ...criteria.flatMap((each) => each.indicators)].map(({ id }) => id),
  );
  const unnamed = declared === 'ignore' ? [] : [...ids.indicators].filter((id) => !named.has(id));
  return [
    { name: 'outcome', holds: 'outcome', title: ruleset.title },
    ...totals,
    ...prerequisites.map(({ id, title }) => column('prerequisite', id, title)),
    ...[...ids.criteria].flatMap((no) => {
      const own = criteria.find((each) => each.no === no);
      return [
        column('criterion', no, own?.title),
        ...(own?.indicators ?? []).map(({ id, title }) => column('indicator', id, title)),
      ];
    }),
    ...unnamed.map((id) => column('indicator', id)),
  ];
}
