import type { ResultCell } from '../../schema/result-sheet.js';
import type { Declaration } from '../../schema/snapshot.js';
import { formatDay } from '../../words/figures.js';
import { DECLARED_BY } from '../../words/scorecard-declared.js';
import type { TableSetting } from '../results/table-setting.js';
import { appraiserOf, declaredWord, documentsText, isOwn, notesText } from './declared-cells.js';
import { type FilledEntry, requiredText } from './filled-entries.js';
import { entryKey } from './form-key.js';

/** One figure that a form asks for or tells. */
export interface FigureLine {
  readonly key: string;
  readonly title: string;
  readonly unit: string;
  /** The fact it is about, and the sex, to find what is required of it. */
  readonly fact?: string;
  readonly sex?: string | undefined;
  readonly figure: ResultCell;
  /** The words a drop-down offers. */
  readonly allowed: readonly string[];
}

/** One row of a form below its headings. */
export interface FormRow {
  readonly no: string;
  readonly criterion: string;
  readonly title: string;
  readonly required: string;
  readonly figure: ResultCell;
  readonly self: string | null;
  readonly appraisal: string | null;
  readonly documents: string | null;
  readonly responsible: string | null;
  readonly note: string;
  readonly found: string;
  readonly key: string;
  readonly differs: boolean;
  readonly allowed: readonly string[];
  /** The row takes results: self-assessment and appraisal. */
  readonly takesResults: boolean;
}

const BLANK = {
  no: '',
  criterion: '',
  required: '',
  figure: null,
  self: null,
  appraisal: null,
  documents: null,
  responsible: null,
  note: '',
  found: '',
  differs: false,
  allowed: [],
  takesResults: false,
} as const;

const named = ({ title, unit }: FigureLine): string => (unit === '' ? title : `${title} (${unit})`);

/** A figure by itself, which no entry is about. */
export const figureRow = (line: FigureLine): FormRow => ({
  ...BLANK,
  title: named(line),
  figure: line.figure,
  key: line.key,
  allowed: line.allowed,
});

/** The figure that an entry is about and nothing else: it needs no row and no name of its own. */
function standsInTheRow(parts: FilledEntry['parts'], lines: readonly FigureLine[]): FigureLine | undefined {
  const [first] = lines;
  if (!first || first.sex !== undefined || first.key.includes('?')) return undefined;
  if (lines.length === 1) return first;
  const alone = lines.every((line) => line === first || line.fact !== first.fact);
  return alone && parts.length > 0 && parts.every(({ fact }) => fact === first.fact) ? first : undefined;
}

/** The rows of one entry: the figure it is about stands in its own row, others each in a row below it. */
export function entryRows(
  entry: FilledEntry,
  ruleset: string,
  lines: readonly FigureLine[],
  setting: TableSetting,
  requiredOf: (parts: FilledEntry['parts'], at: FilledEntry) => string = (parts) =>
    requiredText(parts, setting),
): FormRow[] {
  const { no, criterion, title, parts, self, appraisal, documents, responsible, note, found, differs } =
    entry;
  const key = entryKey(ruleset, entry.entry, entry.appraisedBy, entry.details);
  const about = ({ fact, sex }: FigureLine) =>
    parts.filter((part) => part.fact === fact && (part.sex === undefined || part.sex === sex));
  const single = standsInTheRow(parts, lines);
  // What an entry above has told already is required here all the same.
  const told = parts.filter((part) => !lines.some((line) => line.fact === part.fact));
  const own = requiredOf(single ? parts : told, entry);
  return [
    {
      ...BLANK,
      no,
      criterion,
      title: single && single.unit !== '' ? `${title} (${single.unit})` : title,
      required: own === '' ? entry.withoutRequirement : own,
      figure: single?.figure ?? null,
      self,
      appraisal,
      documents,
      responsible,
      note,
      found,
      differs,
      key: single ? `${key} ${single.key}` : key,
      allowed: single?.allowed ?? [],
      takesResults: true,
    },
    ...lines
      .filter((line) => line !== single)
      .map((line) => ({
        ...figureRow(line),
        required: requiredOf(about(line), entry),
      })),
    ...entry.others.map((one) => declaredRow(one, { ruleset, entry: entry.entry, no, title }, setting)),
  ];
}

/** One result by itself, below the row of its entry or where no row is about it. */
export function declaredRow(
  one: Declaration,
  { ruleset, entry, no, title }: Record<'ruleset' | 'entry' | 'no' | 'title', string>,
  setting: TableSetting,
): FormRow {
  const cells = isOwn(one) ? { self: one, others: [] } : { appraisal: one, others: [] };
  const word = declaredWord(one, setting.locale);
  const body = DECLARED_BY[one.by ?? 'self'];
  const on = one.on === undefined ? '' : `, ${formatDay(one.on, setting.locale)}`;
  return {
    ...BLANK,
    no,
    title: `${title} - ${body[setting.locale]}${on}`,
    self: isOwn(one) ? word : null,
    appraisal: isOwn(one) ? null : word,
    documents: documentsText(cells) || null,
    note: notesText(cells),
    key: entryKey(ruleset, entry, appraiserOf(one), isOwn(one) ? { self: one } : { appraisal: one }),
    takesResults: true,
  };
}
