import { type Localized, NtmError, type Problem } from '../../src/index.js';
import { type RefusedCell, readTable, type TableDefaults, type TableWarning } from '../../src/table/index.js';
import { type Draft, draftFrom } from './draft.js';

/** What a file holds: units, figures of a province, or why it cannot be read. */
export type OpenedFile =
  | {
      readonly kind: 'units';
      readonly drafts: readonly Draft[];
      readonly refused: readonly RefusedCell[];
      readonly warnings: readonly TableWarning[];
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
      refused,
      warnings,
    };
  } catch (error) {
    if (error instanceof NtmError) return { kind: 'refused', problems: error.errors };
    throw error;
  }
}
