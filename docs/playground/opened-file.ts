import { getRuleset, type Localized, NtmError, type Problem } from '../../src/index.js';
import { withoutBlanks } from '../../src/scaffold/blanks.js';
import { type RefusedCell, readTable, type TableDefaults, type TableWarning } from '../../src/table/index.js';
import { isWorkbook } from '../../src/table/open-table.js';
import { readXlsx } from '../../src/table/read-xlsx.js';
import { basesNamed, readScaffoldSheets } from '../../src/table/scaffold-reader.js';
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
  vi: 'Không nhận ra nội dung tệp. Mở được: bảng hay biểu XLSX, CSV theo mẫu, tệp JSON hiện trạng hoặc danh sách hiện trạng, tệp JSON hay XLSX các mức của tỉnh.',
  en: 'What the file holds is not recognised. XLSX or CSV made from a template (one row or one sheet a unit), JSON of one or several snapshots, and JSON or XLSX of a province’s figures can be opened.',
};

/** Figures of a province, without the places that are not filled in yet. */
const amendmentIn = (json: unknown): OpenedFile => ({
  kind: 'amendment',
  amendment: withoutBlanks(json).amendment,
});

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
  if (typeof value === 'object' && value !== null && 'amends' in value) return amendmentIn(value);
  const several = Array.isArray(value) ? value : [value];
  const drafts = several.map((one) => draftFrom(one, today));
  const own = drafts.filter((draft) => draft !== undefined);
  if (own.length === 0 || own.length < drafts.length) return { kind: 'unknown', why: NOT_OURS };
  return { kind: 'units', drafts: own, refused: [], warnings: [] };
}

/** A sheet of a province's figures, which says for which set they are; undefined for any other workbook. */
function openScaffold(bytes: Uint8Array): OpenedFile | undefined {
  if (!isWorkbook(bytes)) return undefined;
  const sheets = readXlsx(bytes);
  const bases = basesNamed(sheets);
  const [first] = bases;
  if (first === undefined) return undefined;
  const { json, problems } = readScaffoldSheets(sheets, getRuleset(first), bases);
  return problems.length > 0 ? { kind: 'refused', problems } : amendmentIn(json);
}

function openTable(bytes: Uint8Array, name: string, defaults: TableDefaults, today: string): OpenedFile {
  const { snapshots, refused, warnings } = readTable(bytes, { ...defaults, name });
  return {
    kind: 'units',
    drafts: snapshots.flatMap((snapshot) => draftFrom(snapshot, today) ?? []),
    refused,
    warnings,
  };
}

/** Tries one way after another of understanding a file; the first way's complaint is the one that is told. */
function refusedBy(work: () => OpenedFile, otherwise: () => OpenedFile | undefined): OpenedFile {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof NtmError)) throw error;
    try {
      return otherwise() ?? { kind: 'refused', problems: error.errors };
    } catch (second) {
      return { kind: 'refused', problems: second instanceof NtmError ? second.errors : error.errors };
    }
  }
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
  return refusedBy(
    () => openTable(bytes, name, defaults, today),
    () => openScaffold(bytes),
  );
}
