import type { Recognition, ReportedTotals, Snapshot, Unit } from '../../schema/snapshot.js';
import { type Column, columnKey, columnOfKey, type REPORTED_FIELDS } from '../column.js';
import { detailsIn, type Kept, withDetails } from './kept-details.js';

/** `predecessor?…`: a unit that was merged into this one; the value is its name. */
export const predecessorKey = ({ code, whole }: NonNullable<Unit['predecessors']>[number]): string =>
  withDetails('predecessor', {
    ...(code !== undefined && { code }),
    ...(whole !== undefined && { whole }),
  });

/** `recognised:ntm?…`: one decision of recognition, whole. */
export const recognitionKey = (recognition: Recognition): string =>
  withDetails(columnKey({ kind: 'recognised', tier: recognition.tier }), recognition);

/** `reported:…#criteria?…`: totals, and on the first of them when and by whom they were reported. */
export const reportedKey = (
  ruleset: string,
  field: (typeof REPORTED_FIELDS)[number],
  { on, source }: Pick<ReportedTotals, 'on' | 'source'>,
): string =>
  withDetails(columnKey({ kind: 'reported', ruleset, field }), {
    ...(on !== undefined && { on }),
    ...(source !== undefined && { source }),
  });

/** `remark?…`: a remark, what it is about and who made it. */
export const remarkKey = ({ about, source }: NonNullable<Snapshot['remarks']>[number]): string =>
  withDetails('remark', {
    ...(about !== undefined && { about }),
    ...(source !== undefined && { source }),
  });

/** What a key above the table stands for, and all that it keeps; undefined where it is none. */
export function headColumnOf(
  text: string,
): { readonly column: Column; readonly recognition?: Kept<'recognition'> } | undefined {
  const mark = text.indexOf('?');
  const name = mark < 0 ? text : text.slice(0, mark);
  const kept = mark < 0 ? undefined : text.slice(mark + 1);
  if (name === 'predecessor') {
    const details = kept === undefined ? {} : detailsIn(kept, 'predecessor');
    return details && { column: { kind: 'predecessor', ...details } };
  }
  const column = columnOfKey(name);
  if (!column || kept === undefined) return column && { column };
  switch (column.kind) {
    case 'recognised': {
      const recognition = detailsIn(kept, 'recognition');
      return recognition && { column, recognition };
    }
    case 'reported': {
      const more = detailsIn(kept, 'reported');
      return more && { column: { ...column, more } };
    }
    case 'remark': {
      const details = detailsIn(kept, 'remark');
      return details && { column: { ...column, ...details } };
    }
    default:
      return undefined;
  }
}
