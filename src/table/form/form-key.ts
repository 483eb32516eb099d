import type { Reading } from '../../schema/snapshot.js';
import { type Column, columnKey, columnOfKey } from '../column.js';
import { detailsIn, type EntryDetails, escapedInKey, withDetails } from './kept-details.js';

/** What a reading says beside its value, sex and standard: a form keeps it in the key of the row. */
export type Qualifiers = Omit<Reading, 'value' | 'sex' | 'standard'>;

const TEXTS = [
  'atLeast',
  'atMost',
  'moreThan',
  'lessThan',
  'asOf',
  'population',
  'method',
  'source',
] as const;

/** What the cells of one row of a form say, as its key tells: a figure, a declared result, or both. */
export interface RowKey {
  /** What *Số liệu* holds. */
  readonly figure?: Column;
  readonly qualifiers?: Qualifiers;
  /** What *tự đánh giá* and *kết quả thẩm định* are about. */
  readonly entry?: EntryKey;
}

interface EntryKey {
  readonly ruleset: string;
  readonly entry: string;
  readonly by?: AppraisedBy;
  readonly details?: EntryDetails;
}

/** The bodies whose result stands in the column of the appraisal; *thẩm định* unless the key names another. */
export type AppraisedBy = 'department' | 'appraisal' | 'council';

/** `income.perCapita?asOf=2023-12-31&approximate=true`: the key of a column, and what else the reading says. */
export function figureKey(column: Column, qualifiers: Qualifiers = {}): string {
  const said = [
    ...TEXTS.flatMap((name) => {
      const value = qualifiers[name];
      return value === undefined ? [] : [`${name}=${escapedInKey(String(value))}`];
    }),
    ...(qualifiers.approximate === undefined ? [] : [`approximate=${qualifiers.approximate}`]),
  ];
  return said.length === 0 ? columnKey(column) : `${columnKey(column)}?${said.join('&')}`;
}

/** `declared:vn/commune-ntm/2021-2025#15.1`, with `@council` behind it where the council appraised. */
export function entryKey(
  ruleset: string,
  entry: string,
  by: AppraisedBy = 'appraisal',
  details: EntryDetails = {},
): string {
  return withDetails(`declared:${ruleset}#${entry}${by === 'appraisal' ? '' : `@${by}`}`, details);
}

function qualifiersIn(text: string): Qualifiers | undefined {
  const said: Record<string, string | boolean> = {};
  for (const one of text.split('&')) {
    const [, name = '', value = ''] = /^(\w+)=(.*)$/.exec(one) ?? [];
    if (name === 'approximate' && /^(true|false)$/.test(value)) said.approximate = value === 'true';
    else if ((TEXTS as readonly string[]).includes(name)) {
      try {
        said[name] = decodeURIComponent(value);
      } catch {
        return undefined;
      }
    } else return undefined;
  }
  return said;
}

const ENTRY = /^declared:([^#]+)#([^?]+?)(?:@(department|appraisal|council))?(?:\?(.+))?$/;

/** What a key says of an entry: undefined where it is none, or where its details are none. */
function entryIn(text: string): EntryKey | undefined {
  const [, ruleset, entry, by, kept] = ENTRY.exec(text) ?? [];
  if (ruleset === undefined || entry === undefined) return undefined;
  const details = kept === undefined ? undefined : detailsIn(kept, 'entry');
  if (kept !== undefined && !details) return undefined;
  return { ruleset, entry, ...(by !== undefined && { by: by as AppraisedBy }), ...(details && { details }) };
}

/** What a key stands for; undefined where any part of it is no key. */
export function rowKeyOf(text: string): RowKey | undefined {
  let key: RowKey = {};
  for (const one of text.split(/\s+/).filter((part) => part !== '')) {
    if (one.startsWith('declared:')) {
      const entry = entryIn(one);
      if (!entry) return undefined;
      key = { ...key, entry };
      continue;
    }
    const mark = one.indexOf('?');
    const figure = columnOfKey(mark < 0 ? one : one.slice(0, mark));
    const qualifiers = mark < 0 ? undefined : qualifiersIn(one.slice(mark + 1));
    if (!figure || (mark >= 0 && !qualifiers)) return undefined;
    key = { ...key, figure, ...(qualifiers && { qualifiers }) };
  }
  return key.figure || key.entry ? key : undefined;
}
