import { checkSnapshot } from '../check/parse-snapshot.js';
import type { Vocabulary } from '../check/vocabulary.js';
import type { Problem } from '../problem/problem.js';
import { boundsOf } from '../rule/fact-range.js';
import type { Reading, Snapshot } from '../schema/snapshot.js';
import type { Level, Localized } from '../schema/text.js';
import { type Cell, isBlank, textOf } from './cell.js';
import type { Column } from './column.js';
import { DOUBT_TEXTS, figureIn, type NumberStyle } from './figure-cell.js';
import type { TableDefaults } from './general-sheet.js';
import type { Header } from './header.js';
import { levelIn } from './level-cell.js';
import {
  address,
  atCell,
  type CellPlace,
  placeOf,
  type RefusedCell,
  refuse,
  type TableWarning,
} from './table-problem.js';
import { emptyDraft, type RowDraft, takeCell } from './wide-row.js';
import { wrongUnitHint } from './wrong-unit.js';

export interface WideSetting {
  readonly sheet: string;
  readonly header: Header;
  readonly vocabulary: Vocabulary;
  readonly style: NumberStyle;
  readonly defaults: TableDefaults;
  /** The table lacks what every unit needs, which has been told. */
  readonly withoutContext: boolean;
  /** Where the cells stand, if not in a row below their headings; by the place of the column, from 0. */
  readonly places?: readonly CellPlace[];
}

/** What one row came to. A row without a unit, or whose unit cannot be judged, has no snapshot. */
export interface ReadRow {
  readonly snapshot?: Snapshot;
  /** The row names a unit. */
  readonly named?: true;
  readonly refused: readonly RefusedCell[];
  readonly warnings: readonly TableWarning[];
}

const TOTAL =
  /^(tổng( cộng| số)?|cộng|bình quân( chung)?|trung bình|toàn (xã|huyện|tỉnh|vùng)|total|average)\b/i;

const TOTAL_TEXT: Localized = {
  vi: 'Dòng tổng hợp, không phải một đơn vị: bỏ qua.',
  en: 'A row of totals, not a unit: passed over.',
};
const NO_UNIT_TEXT: Localized = {
  vi: 'Dòng không có tên đơn vị: bỏ qua.',
  en: 'The row names no unit: passed over.',
};

/** Reads the rows of a table of units one by one. */
export class WideReader {
  readonly #setting: WideSetting;
  readonly #nameAt: number;

  constructor(setting: WideSetting) {
    this.#setting = setting;
    this.#nameAt = setting.header.columns.findIndex(
      (column) => column?.kind === 'unit' && column.field === 'name',
    );
  }

  #place(row: number, column: number): CellPlace {
    const { sheet, header, places } = this.#setting;
    return places?.[column] ?? placeOf(sheet, row, column, header.texts[column] ?? '');
  }

  #warning(
    code: TableWarning['code'],
    row: number,
    column: number,
    found: Cell | undefined,
    text: Localized,
  ): TableWarning {
    return { code, ...this.#place(row, column), found: textOf(found), text };
  }

  /** What is above the table and the rows between its units say nothing; undefined for them. */
  read(at: number, cells: readonly Cell[]): ReadRow | undefined {
    const { header, vocabulary, style, withoutContext } = this.#setting;
    if (at < header.firstRow) return undefined;
    const filled = header.columns.some(
      (column, place) => column !== undefined && column.kind !== 'serial' && !isBlank(cells[place]),
    );
    if (!filled) return undefined;
    const name = textOf(cells[this.#nameAt]);
    if (name === '') {
      return {
        refused: [],
        warnings: [this.#warning('row-without-unit', at, this.#nameAt, null, NO_UNIT_TEXT)],
      };
    }
    if (TOTAL.test(name)) {
      return { refused: [], warnings: [this.#warning('total-row', at, this.#nameAt, name, TOTAL_TEXT)] };
    }
    const draft = emptyDraft();
    const origins = new Map<string, number[]>();
    const refused: RefusedCell[] = [];
    const warnings: TableWarning[] = [];
    const setting = { facts: vocabulary.facts ?? {}, style, level: this.#levelOf(cells) };
    for (const [place, column] of header.columns.entries()) {
      if (column === undefined) continue;
      const cell = cells[place] ?? null;
      const before = sizeOf(draft, column);
      const taken = takeCell(cell, column, draft, setting);
      if (taken && 'refused' in taken)
        refused.push(refuse(this.#place(at, place), taken.refused.code, taken.refused.details));
      else if (taken) warnings.push(this.#warning(taken.doubt, at, place, cell, DOUBT_TEXTS[taken.doubt]));
      if (sizeOf(draft, column) > before || column.kind !== 'fact') {
        const origin = originOf(column);
        origins.set(origin, [...(origins.get(origin) ?? []), place]);
      }
    }
    noteUnstated(draft, header.columns);
    const checked = checkSnapshot(this.#snapshotOf(draft), vocabulary);
    const told = new Set(refused.map(address));
    for (const one of checked.problems) {
      const place = columnOf(one.path, origins) ?? this.#nameAt;
      // A cell that was refused leaves a hole, which is no second fault.
      if (one.code === 'missing-key' && (withoutContext || told.has(address(this.#place(at, place)))))
        continue;
      refused.push(atCell(this.#place(at, place), this.#withFactor(one, cells[place], place)));
    }
    return { ...(checked.snapshot && { snapshot: checked.snapshot }), named: true, refused, warnings };
  }

  #withFactor(one: Problem, cell: Cell | undefined, place: number): Problem {
    const { header, vocabulary, style } = this.#setting;
    const column = header.columns[place];
    const definition = column?.kind === 'fact' ? vocabulary.facts?.[column.fact] : undefined;
    if (one.code !== 'out-of-bounds' || !definition) return one;
    const read = figureIn(cell, definition, style);
    if (read.kind !== 'figure' || typeof read.value === 'boolean') return one;
    const hint = wrongUnitHint(read.value, definition, boundsOf(definition));
    return hint ? { ...one, hint } : one;
  }

  /** The level of the unit of a row, which says what its figures can be at most. */
  #levelOf(cells: readonly Cell[]): Level | undefined {
    const { header, defaults } = this.#setting;
    const at = header.columns.findIndex((column) => column?.kind === 'unit' && column.field === 'level');
    return (at < 0 ? undefined : levelIn(textOf(cells[at]))) ?? defaults.level;
  }

  #snapshotOf({
    unit,
    facts,
    declared,
    reported,
    recognitions,
    notRecognised,
    remarks,
    ...days
  }: RowDraft): unknown {
    const { level, province, formerProvince, district, assessedOn, year } = this.#setting.defaults;
    const plain = Object.fromEntries(
      Object.entries(facts).map(([key, readings]) => [key, entryOf(readings)]),
    );
    return {
      unit: {
        ...(level !== undefined && { level }),
        ...(province !== undefined && { province }),
        ...(formerProvince !== undefined && { formerProvince }),
        ...(district !== undefined && { district }),
        ...unit,
      },
      ...(assessedOn !== undefined && { assessedOn }),
      ...(year !== undefined && { year }),
      ...days,
      facts: plain,
      ...(Object.keys(declared).length > 0 && { declared }),
      ...(Object.keys(reported).length > 0 && { reported }),
      ...(recognitions.length + notRecognised.length > 0 && { recognitions }),
      ...(remarks.length > 0 && { remarks }),
    };
  }
}

function entryOf(readings: readonly Reading[]): unknown {
  const [only, other] = readings;
  if (only === undefined || other !== undefined) return readings;
  const plain = Object.keys(only).every((key) => key === 'value');
  return plain ? only.value : readings;
}

function sizeOf(draft: RowDraft, column: Column): number {
  return column.kind === 'fact' && Object.hasOwn(draft.facts, column.fact)
    ? (draft.facts[column.fact]?.length ?? 0)
    : 0;
}

/**
 * A list of recognitions says that there are no others. Where a table has a column for a tier and its cell is blank,
 * nothing is known of that tier: a record that says so keeps it unknown.
 */
function noteUnstated(draft: RowDraft, columns: readonly (Column | undefined)[]): void {
  if (draft.recognitions.length === 0 && draft.notRecognised.length === 0) return;
  for (const column of columns) {
    if (column?.kind !== 'recognised') continue;
    if (
      !draft.recognitions.some(({ tier }) => tier === column.tier) &&
      !draft.notRecognised.includes(column.tier)
    )
      draft.recognitions.push({ tier: column.tier, status: 'not-stated' });
  }
}

/** Where in the snapshot a column's cell goes. */
function originOf(column: Column): string {
  switch (column.kind) {
    case 'unit':
      return `/unit/${column.field}`;
    case 'trait':
      return `/unit/traits/${column.trait}`;
    case 'fact':
      return `/facts/${column.fact}`;
    case 'declared':
      return `/declared/${column.ruleset.replaceAll('/', '~1')}/${column.entry}`;
    case 'reported':
      return `/reported/${column.ruleset.replaceAll('/', '~1')}`;
    case 'recognised':
      return '/recognitions';
    case 'predecessor':
      return '/unit/predecessors';
    default:
      return `/${column.kind}`;
  }
}

/** The column that a problem's place in the snapshot came from; of several readings of a fact, the one meant. */
function columnOf(path: string, origins: ReadonlyMap<string, readonly number[]>): number | undefined {
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, prefix.lastIndexOf('/'))) {
    const places = origins.get(prefix);
    if (!places) continue;
    const reading = /^\/(\d+)/.exec(path.slice(prefix.length))?.[1];
    return places[Number(reading ?? 0)] ?? places[0];
  }
  return undefined;
}
