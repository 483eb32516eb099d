import { type Column, rowFor } from '../../src/law/requirement-row.js';
import { leaves, placedIndicators, requirementName } from '../../src/law/walk.js';
import type { Scaffold } from '../../src/scaffold/scaffold-amendment.js';
import type { Ruleset } from '../../src/schema/ruleset.js';

/** A scaffold with an invented figure in every blank, and an invented decision. */
export function filled(
  scaffold: Scaffold,
  figure: (indicator: string, requirement: string) => unknown = () => 60,
): unknown {
  return {
    ...scaffold,
    citation: { number: '00/QĐ-UBND (ví dụ)', date: '2022-06-01' },
    changes: scaffold.changes.map((change) => ({
      ...change,
      rows: change.rows.map((row) => ({ ...row, value: figure(change.indicator, change.requirement) })),
    })),
  };
}

/** Facts that reach every requirement of a set exactly, and every yes-or-no content. */
export function factsThatMeet(ruleset: Ruleset, column: Column): Record<string, unknown> {
  const facts: Record<string, unknown> = {};
  for (const { indicator } of placedIndicators(ruleset)) {
    for (const { leaf } of indicator.condition ? leaves(indicator.condition) : []) {
      if (!('fact' in leaf)) continue;
      const name = requirementName(leaf.value);
      if (name === undefined) {
        facts[leaf.fact] = leaf.value;
        continue;
      }
      const rows = (indicator.requirements?.[name] ?? []).map((row) => ({
        ...row,
        where: { ...row.where, case: undefined },
      }));
      const row = rowFor(rows as never, column);
      if (row && 'value' in row) facts[leaf.fact] = row.value;
    }
  }
  return facts;
}
