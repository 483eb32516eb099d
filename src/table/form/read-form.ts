import type { Observed } from '../../schema/evaluation.js';
import type { Reading } from '../../schema/snapshot.js';
import type { Localized } from '../../schema/text.js';
import { formatFigure } from '../../words/figures.js';
import { type Cell, isBlank, type Sheet, textOf } from '../cell.js';
import { type Column, columnKey } from '../column.js';
import type { Headings } from '../heading.js';
import { headingsFor, type WideOptions } from '../read-wide.js';
import { type CellPlace, placeOf, type TableWarning } from '../table-problem.js';
import { type ReadRow, WideReader } from '../wide-reader.js';
import { type FormColumn, type FormHeadings, formHeadings } from './form-columns.js';
import { type Qualifiers, type RowKey, rowKeyOf } from './form-key.js';
import { headColumnOf } from './head-key.js';
import { isSameText, keptResults, LOCALES } from './kept-results.js';
import { recognitionWords } from './recognition-words.js';

/** A cell of a form that says something, and what. */
interface Said {
  readonly column: Column;
  readonly cell: Cell;
  readonly place: CellPlace;
}

const UNKNOWN_ROW: Localized = {
  vi: 'Không rõ dòng này là chỉ tiêu hay số liệu nào nên không đọc; giữ nguyên cột Mã, hoặc ghi đúng tên số liệu.',
  en: 'It is not known which entry or figure this row is about, so it was not read; keep the column of keys.',
};
const TWICE: Localized = {
  vi: 'Biểu có ô này hai lần.',
  en: 'The form has this cell twice.',
};

const RULESET = /\b[a-z][a-z0-9-]*\/[a-z][a-z0-9-]*\/\d{4}(-\d{4})?(?=@|\b)/;

/** Reads one form: its head, then its rows, as the cells of one unit. */
class FormReader {
  readonly said: Said[] = [];
  readonly warnings: TableWarning[] = [];
  readonly #seen = new Set<string>();
  #ruleset: string | undefined;

  constructor(
    private readonly sheet: Sheet,
    private readonly form: FormHeadings,
    private readonly headings: Headings,
  ) {}

  read(): void {
    const { rows } = this.sheet;
    for (const [at, row] of rows.slice(0, this.form.row).entries()) this.#head(at, row);
    const last = this.#lastRow();
    for (let at = this.form.row + 1; at <= last; at += 1) this.#row(at, rows[at] ?? []);
  }

  /** The table ends with its last row that has a key, or with the first blank row below that. */
  #lastRow(): number {
    const { rows } = this.sheet;
    const { key } = this.form.at;
    let last = this.form.row;
    for (let at = last + 1; key !== undefined && at < rows.length; at += 1)
      if (rowKeyOf(textOf(rows[at]?.[key]))) last = at;
    while (last + 1 < rows.length && !(rows[last + 1] ?? []).every(isBlank)) last += 1;
    return last;
  }

  #cell(row: readonly Cell[], name: FormColumn): Cell {
    const at = this.form.at[name];
    return at === undefined ? null : (row[at] ?? null);
  }

  #place(at: number, column: number, heading: string): CellPlace {
    return placeOf(this.sheet.name, at, column, heading);
  }

  /** A line above the table: by its key, or by what stands before the value. */
  #head(at: number, row: readonly Cell[]): void {
    const keyAt = this.form.at.key;
    const keyed = keyAt === undefined ? undefined : headColumnOf(textOf(row[keyAt]));
    const filled = row.flatMap((cell, place) => (isBlank(cell) || place === keyAt ? [] : [place]));
    this.#ruleset ??= filled
      .map((place) => RULESET.exec(textOf(row[place]))?.[0])
      .find((id) => id !== undefined);
    const [labelAt = 0, next] = filled;
    const label = textOf(row[labelAt]).replace(/\s*:$/, '');
    if (keyed) {
      const from = this.form.at.figure ?? labelAt + 1;
      const valueAt = filled.find((place) => place >= from) ?? from;
      const cell = row[valueAt] ?? null;
      this.#add(asWritten(keyed, cell), cell, this.#place(at, valueAt, label));
      return;
    }
    const named = label === '' ? undefined : this.headings.find(label);
    if (named && next !== undefined && named.kind !== 'serial')
      this.#add(named, row[next] ?? null, this.#place(at, next, label));
  }

  #row(at: number, row: readonly Cell[]): void {
    const key = this.#keyOf(row);
    const title = textOf(this.#cell(row, 'title'));
    const no = textOf(this.#cell(row, 'no'));
    const heading = [no, title].filter((one) => one !== '').join(' ');
    const place = (name: FormColumn) => this.#place(at, this.form.at[name] ?? 0, heading);
    const documents = textOf(this.#cell(row, 'documents'));
    const note = textOf(this.#cell(row, 'note'));
    const about = key?.entry?.entry ?? (no === '' ? undefined : no);
    const figure = this.#cell(row, 'figure');
    if (!isBlank(figure) && !key?.figure) this.#unknown(figure, place('figure'));
    // A blank says nothing, but a problem with what is missing has its place there.
    else if (key?.figure) this.#add(withReading(key.figure, key.qualifiers, figure), figure, place('figure'));
    const kept = keptResults(key?.entry?.details, {
      self: this.#cell(row, 'self'),
      appraisal: this.#cell(row, 'appraisal'),
      documents,
      note,
    });
    let rests = kept.documents;
    let declared = false;
    for (const name of ['self', 'appraisal'] as const) {
      const cell = this.#cell(row, name);
      if (isBlank(cell)) continue;
      if (!key?.entry) {
        this.#unknown(cell, place(name));
        continue;
      }
      const { ruleset, entry, by = 'appraisal' } = key.entry;
      const exact = kept[name];
      const column = { kind: 'declared', ruleset, entry, by: name === 'self' ? 'self' : by } as const;
      declared = true;
      // Documents are what the unit puts forward: they stand with its own result, else with the appraisal.
      const listed = rests.split(/\s*[;\n]\s*/).filter((one) => one !== '');
      rests = '';
      this.#add(
        { ...column, ...(listed.length > 0 && { documents: listed }), ...(exact && { exact }) },
        cell,
        place(name),
      );
    }
    const remark: Column = { kind: 'remark', ...(about !== undefined && { about }) };
    if (kept.documents !== '' && !declared) this.#add(remark, documents, place('documents'));
    for (const { text, source } of kept.remarks)
      this.#add({ ...remark, ...(source !== undefined && { source }) }, text, place('note'));
  }

  #unknown(cell: Cell, place: CellPlace): void {
    this.warnings.push({ code: 'unknown-row', ...place, found: textOf(cell), text: UNKNOWN_ROW });
  }

  /** By its key; without one a figure by its name, and a result by the number of its entry in the set named above. */
  #keyOf(row: readonly Cell[]): RowKey | undefined {
    const key = textOf(this.#cell(row, 'key'));
    if (key !== '') return rowKeyOf(key);
    const named = this.headings.find(textOf(this.#cell(row, 'title')));
    const entry = textOf(this.#cell(row, 'no'));
    return {
      ...((named?.kind === 'fact' || named?.kind === 'trait') && { figure: named }),
      ...(this.#ruleset !== undefined && entry !== '' && { entry: { ruleset: this.#ruleset, entry } }),
    };
  }

  #add(column: Column, cell: Cell, place: CellPlace): void {
    const key = `${columnKey(column)} ${JSON.stringify(moreOf(column) ?? null)}`;
    if (column.kind !== 'remark' && column.kind !== 'predecessor' && this.#seen.has(key) && !isBlank(cell))
      this.warnings.push({ code: 'column-twice', ...place, found: textOf(cell), text: TWICE });
    if (!isBlank(cell)) this.#seen.add(key);
    this.said.push({ column, cell, place });
  }
}

/** What tells two readings, results or decisions of one column apart. */
const moreOf = (column: Column): unknown =>
  column.kind === 'fact' ? column.reading : 'exact' in column ? column.exact : undefined;

/** A line above the table, with all that its key keeps where its cell still says it. */
function asWritten(
  { column, recognition }: NonNullable<ReturnType<typeof headColumnOf>>,
  cell: Cell,
): Column {
  if (column.kind !== 'recognised' || !recognition) return column;
  const unchanged = LOCALES.some((locale) => isSameText(recognitionWords(recognition, locale), cell));
  return unchanged ? { ...column, exact: recognition } : column;
}

/** A figure with what its key says of it; bounds only where the cell still says them. */
function withReading(column: Column, qualifiers: Qualifiers | undefined, cell: Cell): Column {
  if (column.kind !== 'fact' || qualifiers === undefined) return column;
  const { atLeast, atMost, moreThan, lessThan, ...rest } = qualifiers;
  const bounds = Object.fromEntries(
    Object.entries({ atLeast, atMost, moreThan, lessThan }).filter(([, bound]) => bound !== undefined),
  );
  const unchanged =
    Object.keys(bounds).length > 0 &&
    LOCALES.some((locale) => formatFigure(bounds as Observed, { locale, places: 15 }) === textOf(cell));
  const reading: Omit<Reading, 'value'> = { ...rest, ...(unchanged && bounds) };
  return Object.keys(reading).length === 0 ? column : { ...column, reading };
}

const TELLS = new Set<Column['kind']>(['fact', 'declared', 'trait', 'reported', 'recognised', 'remark']);

/** The unit of a form, or undefined where a sheet is no form. A form in which nothing is filled in says nothing. */
export function readForm(sheet: Sheet, options: WideOptions): { row: number; read: ReadRow } | undefined {
  const form = formHeadings(sheet.rows);
  if (!form) return undefined;
  const reader = new FormReader(sheet, form, headingsFor(options));
  reader.read();
  const { said } = reader;
  const name = said.find(({ column }) => column.kind === 'unit' && column.field === 'name');
  const row = name?.place.row ?? form.row + 1;
  const told = said.some(({ column, cell }) => TELLS.has(column.kind) && !isBlank(cell));
  if (!told && isBlank(name?.cell)) return { row, read: { refused: [], warnings: reader.warnings } };
  const nameColumn: Column = { kind: 'unit', field: 'name' };
  const cells: readonly Said[] = name
    ? said
    : [{ column: nameColumn, cell: null, place: placeOf(sheet.name, form.row, 0, '') }, ...said];
  const wide = new WideReader({
    sheet: sheet.name,
    header: {
      firstRow: 0,
      columns: cells.map(({ column }) => column),
      texts: cells.map(({ place }) => place.heading),
    },
    vocabulary: options.vocabulary,
    style: options.style ?? { locale: 'vi', declared: false },
    defaults: options.defaults ?? {},
    withoutContext: false,
    places: cells.map(({ place }) => place),
  });
  const read = wide.read(
    row - 1,
    cells.map(({ cell }) => cell),
  ) ?? { refused: [], warnings: [] };
  return { row, read: { ...read, warnings: [...reader.warnings, ...read.warnings] } };
}
