import { GENERAL_COLUMN } from '../law/requirement-row.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { ColumnChange } from '../schema/ruleset-comparison.js';
import type { Localized } from '../schema/text.js';

interface Entry {
  readonly id: string;
  readonly title?: Localized | undefined;
  /** Everything that makes a difference to which units it holds for. */
  readonly defined: string;
}

function entriesOf(ruleset: Ruleset): Record<ColumnChange['kind'], Entry[]> {
  const { regions = [], specialColumns = [], groups = [], territory } = ruleset;
  return {
    region: regions
      .filter((id) => id !== GENERAL_COLUMN)
      .map((id) => ({ id, title: territory?.regions[id], defined: '' })),
    'special-column': specialColumns.map(({ id, title, when, column }) => ({
      id,
      title,
      defined: JSON.stringify([when, column]),
    })),
    group: groups.map(({ id, title, when }) => ({ id, title, defined: JSON.stringify(when ?? null) })),
  };
}

/** Columns, special columns and groups that only one of the texts has, or that are defined otherwise. */
export function columnChanges(before: Ruleset, after: Ruleset): ColumnChange[] {
  const [was, is] = [entriesOf(before), entriesOf(after)];
  return (['region', 'special-column', 'group'] as const).flatMap((kind) => {
    const change = ({ id, title }: Entry, what: ColumnChange['change']): ColumnChange => ({
      kind,
      id,
      change: what,
      ...(title && { title }),
    });
    return [
      ...is[kind].flatMap((entry) => {
        const older = was[kind].find(({ id }) => id === entry.id);
        if (!older) return [change(entry, 'added')];
        return older.defined === entry.defined ? [] : [change(entry, 'changed')];
      }),
      ...was[kind]
        .filter(({ id }) => !is[kind].some((entry) => entry.id === id))
        .map((entry) => change(entry, 'removed')),
    ];
  });
}
