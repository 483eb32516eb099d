import { leaves, placedIndicators, requirementName } from '../law/walk.js';
import type { ProblemCode } from '../problem/codes.js';
import { plainSpelling } from '../problem/nearest.js';
import type { Problem } from '../problem/problem.js';
import { didYouMean, oneOf, type ProblemDetails, problem } from '../problem/report.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, Ruleset } from '../schema/ruleset.js';
import { type Cell, columnLetters, isBlank, type Sheet, textOf } from './cell.js';
import { dayIn } from './day-cell.js';
import { figureIn } from './figure-cell.js';
import { ABOUT_KEYS, COLUMN_ORDER, SCAFFOLD_COLUMNS, type ScaffoldColumn } from './scaffold-columns.js';
import { namesIn } from './scaffold-sheet.js';

/** A filled sheet as the amendment it stands for, blanks still in it, with the cell each part came from. */
export interface ReadScaffold {
  readonly json: unknown;
  readonly problems: readonly Problem[];
  /** The cell of a place in the amendment, or of the nearest place around it. */
  readonly cellOf: (pointer: string) => string | undefined;
}

/** What the second sheet says of the whole file. */
export function aboutIn(sheets: readonly Sheet[]): ReadonlyMap<string, string> {
  const about = new Map<string, string>();
  for (const { rows } of sheets) {
    for (const [key, value] of rows) {
      const name = textOf(key);
      if (Object.hasOwn(ABOUT_KEYS, name) && !isBlank(value)) about.set(name, textOf(value));
    }
  }
  return about;
}

/** The rulesets a workbook says it is for. */
export function basesNamed(sheets: readonly Sheet[]): string[] {
  return (aboutIn(sheets).get('amends') ?? '').split(/[,;\s]+/).filter((name) => name !== '');
}

interface Headings {
  readonly sheet: Sheet;
  readonly at: number;
  readonly columns: ReadonlyMap<ScaffoldColumn, number>;
}

const NEEDED: readonly ScaffoldColumn[] = ['indicator', 'requirement', 'figure'];

function headingsIn(sheets: readonly Sheet[]): Headings | undefined {
  for (const sheet of sheets) {
    for (const [at, row] of sheet.rows.slice(0, 20).entries()) {
      const columns = new Map<ScaffoldColumn, number>();
      for (const [column, cell] of row.entries()) {
        const written = plainSpelling(textOf(cell));
        const known = COLUMN_ORDER.find((name) =>
          Object.values(SCAFFOLD_COLUMNS[name]).some((title) => plainSpelling(title) === written),
        );
        if (known && !columns.has(known)) columns.set(known, column);
      }
      if (NEEDED.every((name) => columns.has(name))) return { sheet, at, columns };
    }
  }
  return undefined;
}

const ANY_NUMBER: FactDefinition = { type: 'amount', title: { vi: 'số', en: 'number' } };

/** A problem without its place. */
interface Refusal extends ProblemDetails {
  readonly code: ProblemCode;
}

/** A figure as its fact wants it, or why it is none; a figure of the law is never read from a doubtful cell. */
function figureOf(cell: Cell, fact: FactDefinition | undefined): { value: unknown } | Refusal {
  const read = figureIn(cell, fact ?? ANY_NUMBER, { locale: 'vi', declared: false });
  if (read.kind === 'refused') return { code: read.code, ...read.details };
  if (read.kind === 'blank') return { value: null };
  if (read.doubt !== 'share-for-percent' || typeof cell !== 'number') return { value: read.value };
  return {
    code: 'ambiguous-number',
    found: cell,
    expected: { vi: 'số phần trăm từ 0 đến 100', en: 'per cent from 0 to 100' },
    hint: {
      vi: `Bảng tính lưu ${Math.round(cell * 1e6) / 1e4}% thành ${cell}: định dạng ô là văn bản rồi ghi 92 hoặc 0,92.`,
      en: `A spreadsheet keeps ${Math.round(cell * 1e6) / 1e4}% as ${cell}: make the cell text, then write 92 or 0,92.`,
    },
  };
}

function factOf(
  indicator: Indicator | undefined,
  requirement: string,
  ruleset: Ruleset,
): FactDefinition | undefined {
  for (const { leaf } of indicator?.condition ? leaves(indicator.condition) : [])
    if ('fact' in leaf && requirementName(leaf.value) === requirement) return ruleset.facts[leaf.fact];
  return undefined;
}

interface Change {
  change: 'set-requirement';
  indicator: string;
  requirement: string;
  note?: { vi: string; en: string };
  rows: Record<string, unknown>[];
}

/** Reads the rows of a filled sheet one by one; what is refused is told with its sheet, row and column. */
class SheetReader {
  readonly problems: Problem[] = [];
  readonly changes: Change[] = [];
  readonly cells = new Map<string, string>();
  readonly #indicators: ReadonlyMap<string, Indicator>;

  constructor(
    private readonly headings: Headings,
    private readonly ruleset: Ruleset,
    private readonly common: { readonly number: string; readonly date?: string } | undefined,
  ) {
    this.#indicators = new Map(
      [...placedIndicators(ruleset)].map(({ indicator }) => [indicator.id, indicator]),
    );
  }

  address(row: number, column: ScaffoldColumn | undefined): string {
    const { sheet, columns } = this.headings;
    const at = column === undefined ? 0 : (columns.get(column) ?? columns.get('figure') ?? 0);
    return `${sheet.name}!${columnLetters(at)}${row + 1}`;
  }

  #cell(row: readonly Cell[], column: ScaffoldColumn): Cell | undefined {
    const at = this.headings.columns.get(column);
    return at === undefined ? undefined : row[at];
  }

  #refuse(at: number, column: ScaffoldColumn, { code, ...details }: Refusal): void {
    this.problems.push(problem(code, this.address(at, column), details));
  }

  read(): void {
    for (const [at, row] of this.headings.sheet.rows.entries()) {
      if (at <= this.headings.at || row.every(isBlank)) continue;
      this.#row(at, row);
    }
  }

  #row(at: number, row: readonly Cell[]): void {
    const before = this.problems.length;
    const id = this.#indicator(at, row);
    const requirement = textOf(this.#cell(row, 'requirement'));
    if (id === undefined) return;
    const indicator = this.#indicators.get(id);
    const named = Object.keys(indicator?.requirements ?? {});
    if (indicator && !named.includes(requirement) && !indicator.delegated?.includes(requirement)) {
      this.#refuse(at, 'requirement', {
        code: 'unknown-requirement',
        found: requirement,
        expected: oneOf(named),
        hint: didYouMean(requirement, named, {
          vi: 'Giữ nguyên cột này.',
          en: 'Leave this column as it was.',
        }),
      });
    }
    const where = {
      ...this.#named(at, row, 'region', 'unknown-region'),
      ...this.#named(at, row, 'group', 'unknown-group'),
      ...this.#year(at, row),
    };
    const value = this.#figure(at, row, factOf(indicator, requirement, this.ruleset));
    const citation = this.#citation(at, row, value !== null);
    if (this.problems.length > before) return;
    this.#add(at, row, { id, requirement, entry: { where, value, evidence: 'published', ...citation } });
  }

  #add(
    at: number,
    row: readonly Cell[],
    { id, requirement, entry }: { id: string; requirement: string; entry: Record<string, unknown> },
  ): void {
    let index = this.changes.findIndex((one) => one.indicator === id && one.requirement === requirement);
    if (index < 0) {
      const note = textOf(this.#cell(row, 'note'));
      index = this.changes.length;
      this.changes.push({
        change: 'set-requirement',
        indicator: id,
        requirement,
        ...(note !== '' && { note: { vi: note, en: note } }),
        rows: [],
      });
      this.cells.set(`/changes/${index}`, this.address(at, 'indicator'));
      this.cells.set(`/changes/${index}/requirement`, this.address(at, 'requirement'));
      this.cells.set(`/changes/${index}/note`, this.address(at, 'note'));
    }
    const rows = this.changes[index]?.rows ?? [];
    const place = `/changes/${index}/rows/${rows.length}`;
    rows.push(entry);
    this.cells.set(place, this.address(at, 'figure'));
    for (const key of ['region', 'group', 'year'] as const)
      this.cells.set(`${place}/where/${key}`, this.address(at, key));
    for (const key of ['number', 'date', 'article'] as const)
      this.cells.set(`${place}/citation/${key}`, this.address(at, key));
  }

  #indicator(at: number, row: readonly Cell[]): string | undefined {
    const cell = this.#cell(row, 'indicator');
    const id = textOf(cell);
    const known = [...this.#indicators.keys()];
    if (this.#indicators.has(id)) {
      // A spreadsheet turns 17.10 into 17.1.
      if (typeof cell !== 'number' || Number.isInteger(cell) || !this.#indicators.has(`${id}0`)) return id;
      this.#refuse(at, 'indicator', {
        code: 'ambiguous-number',
        found: cell,
        expected: oneOf([id, `${id}0`]),
        hint: { vi: 'Định dạng ô là văn bản rồi ghi lại.', en: 'Make the cell text, then write it again.' },
      });
    } else if (id === '' && isBlank(this.#cell(row, 'figure'))) {
      return undefined; // a line of remarks between the rows
    } else {
      this.#refuse(at, 'indicator', {
        code: 'unknown-reference',
        found: id,
        expected: oneOf(known, 20),
        hint: didYouMean(id, known, { vi: 'Giữ nguyên cột này.', en: 'Leave this column as it was.' }),
      });
    }
    return undefined;
  }

  #named(
    at: number,
    row: readonly Cell[],
    column: 'region' | 'group',
    code: 'unknown-region' | 'unknown-group',
  ): Record<string, string> {
    const text = textOf(this.#cell(row, column));
    if (text === '') return {};
    const names = namesIn(this.ruleset, column);
    for (const [name, id] of names) if (plainSpelling(name) === plainSpelling(text)) return { [column]: id };
    this.#refuse(at, column, {
      code,
      found: text,
      expected: oneOf(names.keys(), 30),
      hint: didYouMean(text, names.keys(), { vi: 'Giữ nguyên cột này.', en: 'Leave this column as it was.' }),
    });
    return {};
  }

  #year(at: number, row: readonly Cell[]): { year?: number } {
    const text = textOf(this.#cell(row, 'year'));
    if (text === '') return {};
    const from = Number(this.ruleset.period.from.slice(0, 4));
    const to = Number(this.ruleset.period.to.slice(0, 4));
    const year = Number(text);
    if (/^\d{4}$/.test(text) && year >= from && year <= to) return { year };
    const expected = { vi: `một năm từ ${from} đến ${to}`, en: `a year from ${from} to ${to}` };
    this.#refuse(at, 'year', { code: 'out-of-range', found: text, expected, hint: expected });
    return {};
  }

  #figure(at: number, row: readonly Cell[], fact: FactDefinition | undefined): unknown {
    const cell = this.#cell(row, 'figure');
    if (cell === undefined || isBlank(cell)) return null;
    const figure = figureOf(cell, fact);
    if ('value' in figure) return figure.value;
    this.#refuse(at, 'figure', figure);
    return undefined;
  }

  #citation(at: number, row: readonly Cell[], filled: boolean): { citation?: Record<string, string> } {
    const number = textOf(this.#cell(row, 'number'));
    const dateCell = this.#cell(row, 'date');
    const date = isBlank(dateCell) ? undefined : dayIn(dateCell);
    if (!isBlank(dateCell) && date === undefined) {
      this.#refuse(at, 'date', {
        code: 'not-a-day',
        found: textOf(dateCell),
        expected: { vi: 'một ngày có thật', en: 'a real day' },
        hint: {
          vi: 'Ghi ngày/tháng/năm, ví dụ 04/05/2022.',
          en: 'Write day/month/year, for example 04/05/2022.',
        },
      });
    }
    const article = textOf(this.#cell(row, 'article'));
    if (number === '') {
      if (filled && !this.common) {
        this.#refuse(at, 'number', {
          code: 'missing-key',
          found: '',
          expected: {
            vi: 'số của quyết định quy định mức này',
            en: 'the number of the decision that sets it',
          },
          hint: {
            vi: 'Ghi số quyết định ở dòng này, hoặc ở dòng citation.number của trang thông tin.',
            en: 'Write it in this row, or at citation.number in the second sheet.',
          },
        });
      }
      if (!this.common || (article === '' && date === undefined)) return {};
      return { citation: { ...this.common, ...(date !== undefined && { date }), article } };
    }
    return {
      citation: { number, ...(date !== undefined && { date }), ...(article !== '' && { article }) },
    };
  }
}

function aboutProblem(key: string, found: string): Problem {
  return problem('not-a-day', key, {
    found,
    expected: { vi: 'một ngày có thật', en: 'a real day' },
    hint: {
      vi: 'Ghi ngày/tháng/năm, ví dụ 04/05/2022.',
      en: 'Write day/month/year, for example 04/05/2022.',
    },
  });
}

/** The amendment that a filled workbook stands for, and every cell that was refused. */
export function readScaffoldSheets(
  sheets: readonly Sheet[],
  ruleset: Ruleset,
  bases: readonly string[] = basesNamed(sheets),
): ReadScaffold {
  const headings = headingsIn(sheets);
  if (!headings) return { json: undefined, problems: [noHeadings(sheets)], cellOf: () => undefined };
  const about = aboutIn(sheets);
  const number = about.get('citation.number');
  const day = about.get('citation.date');
  const date = day === undefined ? undefined : dayIn(day);
  const reader = new SheetReader(
    headings,
    ruleset,
    number === undefined ? undefined : { number, ...(date !== undefined && { date }) },
  );
  reader.read();
  const jurisdiction = about.get('jurisdiction');
  const title = about.get('title.vi') ?? about.get('title.en') ?? ruleset.title.vi;
  const json = {
    format: 1,
    amends: bases.length === 1 ? bases[0] : bases,
    title: { vi: title, en: about.get('title.en') ?? title },
    ...(jurisdiction !== undefined && { jurisdiction }),
    citation: { number: number ?? null, ...(date !== undefined && { date }) },
    changes: reader.changes,
  };
  const cellOf = (pointer: string): string | undefined => {
    for (let path = pointer; path !== ''; path = path.slice(0, path.lastIndexOf('/'))) {
      const cell = reader.cells.get(path);
      if (cell !== undefined) return cell;
    }
    return undefined;
  };
  const late = day !== undefined && date === undefined ? [aboutProblem('citation.date', day)] : [];
  return { json, problems: [...reader.problems, ...late], cellOf };
}

function noHeadings(sheets: readonly Sheet[]): Problem {
  const titles = NEEDED.map((name) => SCAFFOLD_COLUMNS[name]);
  return problem('missing-key', '', {
    found: sheets.map(({ name }) => name).join(', '),
    expected: {
      vi: `một trang có các cột: ${titles.map(({ vi }) => vi).join(', ')}`,
      en: `a sheet with the columns: ${titles.map(({ en }) => en).join(', ')}`,
    },
    hint: {
      vi: 'Dùng tệp do “ntm scaffold … --xlsx” tạo ra, giữ nguyên dòng tiêu đề.',
      en: 'Use the file that “ntm scaffold … --xlsx” writes, and leave its headings.',
    },
  });
}
