import { type Localized, NtmError, type Problem } from '../../src/index.js';
import { readTable, type TableDefaults, type TableWarning } from '../../src/table/index.js';
import { type Draft, draftFrom } from './draft.js';

/** A cell that was not taken, with its address as spreadsheets write it. */
export interface RefusedEntry {
  readonly address: string;
  readonly found: string;
  readonly text: Localized;
  readonly hint: Localized;
}

/** Something that was taken, or passed over, and that the office should look at. */
export interface EntryWarning {
  readonly address: string;
  readonly found: string;
  readonly text: Localized;
}

/** What a file holds: units, figures of a province, or why it cannot be read. */
export type OpenedFile =
  | {
      readonly kind: 'units';
      readonly drafts: readonly Draft[];
      readonly refused: readonly RefusedEntry[];
      readonly warnings: readonly EntryWarning[];
    }
  | { readonly kind: 'amendment'; readonly amendment: unknown }
  | { readonly kind: 'refused'; readonly problems: readonly Problem[] }
  | { readonly kind: 'unknown'; readonly why: Localized };

const NOT_OURS: Localized = {
  vi: 'Không nhận ra nội dung tệp. Mở được: bảng XLSX hoặc CSV theo mẫu, tệp JSON hiện trạng hoặc danh sách hiện trạng, tệp JSON các mức của tỉnh.',
  en: 'What the file holds is not recognised. XLSX or CSV made from the template, JSON of one or several snapshots, and JSON of a province’s figures can be opened.',
};

function openJson(text: string, today: string): OpenedFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return {
      kind: 'unknown',
      why: { vi: 'Tệp không phải JSON đúng cú pháp.', en: 'The file is not valid JSON.' },
    };
  }
  if (typeof value === 'object' && value !== null && 'amends' in value)
    return { kind: 'amendment', amendment: value };
  const several = Array.isArray(value) ? value : [value];
  const drafts = several.map((one) => draftFrom(one, today));
  const own = drafts.filter((draft) => draft !== undefined);
  if (own.length === 0 || own.length < drafts.length) return { kind: 'unknown', why: NOT_OURS };
  return { kind: 'units', drafts: own, refused: [], warnings: [] };
}

/** `Sheet1!B5`, as spreadsheets write it. */
const placeText = ({ sheet, row, column }: TableWarning): string => `${sheet}!${column}${row}`;

/** Reads a file that someone opened. It is read here, in the page or its worker; nothing is sent anywhere. */
export function openFile(
  name: string,
  bytes: Uint8Array,
  today: string,
  defaults: TableDefaults,
): OpenedFile {
  if (/\.json$/i.test(name)) return openJson(new TextDecoder().decode(bytes).replace(/^\uFEFF/, ''), today);
  if (!/\.(xlsx|csv|txt|tsv)$/i.test(name)) return { kind: 'unknown', why: NOT_OURS };
  try {
    const { snapshots, refused, warnings } = readTable(bytes, { ...defaults, name });
    return {
      kind: 'units',
      drafts: snapshots.flatMap((snapshot) => draftFrom(snapshot, today) ?? []),
      refused: refused.map(({ path, found, message, hint }) => ({
        address: path,
        found,
        text: message,
        hint,
      })),
      warnings: warnings.map((one) => ({ address: placeText(one), found: one.found, text: one.text })),
    };
  } catch (error) {
    if (error instanceof NtmError) return { kind: 'refused', problems: error.errors };
    throw error;
  }
}
