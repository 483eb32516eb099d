import type { Entry, JudgedSet } from './judged-set.js';
import type { SqlOptions } from './options.js';
import type { WorkedOut } from './sheet.js';

/** Columns of the result, in the order of the ruleset: the whole, the totals, prerequisites, criteria and indicators. */
export function resultColumns(set: JudgedSet, { declared = 'ignore' }: SqlOptions): WorkedOut[] {
  const { ruleset } = set;
  const totals = (['criteria', 'indicators'] as const).flatMap((kind): WorkedOut[] => [
    { name: `${kind}_met`, sql: `${kind}_met` },
    { name: `${kind}_unmet`, sql: `${kind}_unmet` },
    { name: `${kind}_unknown`, sql: `${set[kind].length} - ${kind}_met - ${kind}_unmet` },
  ]);
  const column = ({ column: name }: Entry): WorkedOut => ({ name, sql: name });
  const criteria = set.criteria.flatMap((no) => {
    const own = ruleset.criteria.find((criterion) => criterion.no === no);
    const indicators = (own?.indicators ?? []).map(({ id }) => set.indicator(id) as Entry);
    return [set.criterion(no) as Entry, ...indicators];
  });
  const named = new Set(ruleset.criteria.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  // Entries that nobody has named are unknown unless they are declared; the totals count them either way.
  const unnamed = declared === 'ignore' ? [] : set.indicators.filter((id) => !named.has(id));
  return [
    { name: 'outcome', sql: 'outcome' },
    ...totals,
    ...(ruleset.prerequisites ?? []).map(({ id }) => column(set.indicator(id) as Entry)),
    ...criteria.map(column),
    ...unnamed.map((id) => column(set.indicator(id) as Entry)),
  ];
}
