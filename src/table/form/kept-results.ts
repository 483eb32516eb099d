import type { Declaration, Snapshot } from '../../schema/snapshot.js';
import { type Cell, textOf } from '../cell.js';
import { declaredWord, documentsText, notesText } from './declared-cells.js';
import type { EntryDetails } from './kept-details.js';

export const LOCALES = ['vi', 'en'] as const;

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

/** Whether a cell still says what was written into it; spreadsheets change spaces and line ends. */
export const isSameText = (written: string, cell: Cell): boolean => plain(written) === plain(textOf(cell));

interface ResultCells {
  readonly self: Cell;
  readonly appraisal: Cell;
  readonly documents: string;
  readonly note: string;
}

/** Results that the key of a row keeps and its cells still say, and what of the other cells is news. */
export interface KeptResults {
  readonly self?: Declaration;
  readonly appraisal?: Declaration;
  /** Documents that no kept result lists; blank where there are none. */
  readonly documents: string;
  readonly remarks: readonly Pick<NonNullable<Snapshot['remarks']>[number], 'text' | 'source'>[];
}

const isUnchanged = (one: Declaration | undefined, cell: Cell): boolean =>
  one !== undefined && LOCALES.some((locale) => isSameText(declaredWord(one, locale), cell));

function without(one: Declaration, leaves: { documents: boolean; remark: boolean }): Declaration {
  const { documents, remark, ...rest } = one;
  return {
    ...rest,
    ...(leaves.documents && documents !== undefined && { documents }),
    ...(leaves.remark && remark !== undefined && { remark }),
  };
}

/**
 * What a row says of results: all that its key keeps, as long as its cells are what was written. Of a cell that was
 * changed the new text counts, and what only the old one said is gone.
 */
export function keptResults(details: EntryDetails | undefined, cells: ResultCells): KeptResults {
  const { note, documents } = cells;
  const asTyped = note === '' ? [] : [{ text: note }];
  if (!details) return { documents, remarks: asTyped };
  const kept = (['self', 'appraisal'] as const).filter((name) => isUnchanged(details[name], cells[name]));
  const whole = kept.length === Object.keys(details).filter((name) => name !== 'remarks').length;
  const documentsKept = whole && isSameText(documentsText(details), documents);
  const noteKept = whole && isSameText(notesText(details, details.remarks), note);
  const leaves = { documents: documentsKept, remark: noteKept };
  const results = Object.fromEntries(
    kept.flatMap((name) => {
      const one = details[name];
      return one ? [[name, without(one, leaves)]] : [];
    }),
  ) as Pick<KeptResults, 'self' | 'appraisal'>;
  return {
    ...results,
    documents: documentsKept ? '' : documents,
    remarks: noteKept ? (details.remarks ?? []) : asTyped,
  };
}
