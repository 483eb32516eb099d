import type { ProblemDetails } from '../problem/report.js';
import { amountOf, compareAmounts } from '../rule/amount.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type {
  Declaration,
  Reading,
  Recognition,
  ReportedTotals,
  Snapshot,
  Unit,
} from '../schema/snapshot.js';
import type { Level, Localized } from '../schema/text.js';
import { type Cell, isBlank, textOf } from './cell.js';
import type { Column, UnitField } from './column.js';
import { dayIn, notADay, notAYear, yearIn } from './day-cell.js';
import { type Doubt, figureIn, flagIn, type NumberStyle, saysNothing } from './figure-cell.js';
import { levelIn, notALevel } from './level-cell.js';
import { mostPlausible, plausibleText } from './plausible-figure.js';
import { declarationIn, recognitionIn, reportedIn } from './result-cell.js';
import type { CellRefusal } from './table-problem.js';
import { wrongUnitHint } from './wrong-unit.js';

/** What the cells of one row say, as the parts of a snapshot, before any check of meaning. */
export interface RowDraft {
  unit: Record<string, unknown> & {
    traits?: Record<string, boolean>;
    predecessors?: NonNullable<Unit['predecessors']>;
  };
  assessedOn?: string;
  year?: number;
  facts: Record<string, Reading[]>;
  declared: Record<string, Record<string, Declaration[]>>;
  reported: Record<string, ReportedTotals>;
  recognitions: Recognition[];
  /** Tiers of which a cell says that they are not recognised. */
  notRecognised: string[];
  remarks: NonNullable<Snapshot['remarks']>[number][];
}

/** Takes one cell into a draft; answers with why it cannot be taken, or with the doubt it leaves. */
export type Taken = { readonly refused: CellRefusal } | { readonly doubt: Doubt } | undefined;

export const emptyDraft = (): RowDraft => ({
  unit: {},
  facts: {},
  declared: {},
  reported: {},
  recognitions: [],
  notRecognised: [],
  remarks: [],
});

const refusal = (code: CellRefusal['code'], details: ProblemDetails): Taken => ({
  refused: { code, details },
});

const own = <T>(record: Record<string, T>, key: string, make: () => T): T => {
  if (!Object.hasOwn(record, key)) {
    Object.defineProperty(record, key, {
      value: make(),
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return record[key] as T;
};

const CHECK_THE_UNIT: Localized = {
  vi: 'Kiểm tra lại số và đơn vị tính.',
  en: 'Check the figure and its unit.',
};

/** A cell that says “over 99” has no value of its own. */
const BOUNDS = ['atLeast', 'atMost', 'moreThan', 'lessThan'] as const;

/** A figure that no unit of the level can have, though the catalogue sets no bound for it. */
function implausible(
  value: number | string | boolean,
  definition: FactDefinition,
  level: Level | undefined,
): Taken {
  const most = mostPlausible(definition, level);
  if (most === undefined || typeof value === 'boolean' || compareAmounts(amountOf(value), most) <= 0)
    return undefined;
  const hint = wrongUnitHint(value, definition, { min: 0, max: most });
  return refusal('out-of-bounds', {
    found: value,
    expected: plausibleText(most, definition, level),
    hint: hint ?? CHECK_THE_UNIT,
  });
}

function takeFact(
  cell: Cell,
  column: Extract<Column, { kind: 'fact' }>,
  draft: RowDraft,
  { facts, style, level }: RowSetting,
): Taken {
  const definition = facts[column.fact];
  if (!definition) return undefined;
  const { reading } = column;
  if (reading && BOUNDS.some((bound) => reading[bound] !== undefined)) {
    own(draft.facts, column.fact, () => []).push({
      ...reading,
      ...(column.sex !== undefined && { sex: column.sex }),
      ...(column.standard !== undefined && { standard: column.standard }),
    });
    return undefined;
  }
  const read = figureIn(cell, definition, style);
  if (read.kind === 'refused') return { refused: read };
  if (read.kind === 'figure') {
    const tooLarge = implausible(read.value, definition, level);
    if (tooLarge) return tooLarge;
    own(draft.facts, column.fact, () => []).push({
      value: read.value,
      ...column.reading,
      ...(column.sex !== undefined && { sex: column.sex }),
      ...(column.standard !== undefined && { standard: column.standard }),
    });
  }
  return read.doubt === undefined ? undefined : { doubt: read.doubt };
}

function takeYear(cell: Cell, draft: RowDraft): Taken {
  const year = yearIn(cell);
  if (year === undefined) return { refused: notAYear(cell) };
  draft.year = year;
  return undefined;
}

function takeDay(cell: Cell, draft: RowDraft): Taken {
  const day = dayIn(cell);
  if (day === undefined) return { refused: notADay(cell) };
  draft.assessedOn = day;
  return undefined;
}

function takeUnit(cell: Cell, field: UnitField, draft: RowDraft): Taken {
  if (field !== 'level') {
    draft.unit[field] = textOf(cell);
    return undefined;
  }
  const level = levelIn(textOf(cell));
  if (level === undefined) return { refused: notALevel(textOf(cell)) };
  draft.unit.level = level;
  return undefined;
}

function takeTrait(cell: Cell, trait: string, draft: RowDraft): Taken {
  const flag = typeof cell === 'boolean' ? cell : flagIn(textOf(cell));
  if (flag === undefined) {
    return refusal('wrong-type', {
      shown: textOf(cell),
      expected: { vi: 'có hoặc không', en: 'yes or no' },
      hint: { vi: 'Ghi “có” hoặc “không”.', en: 'Write “có” or “không”.' },
    });
  }
  draft.unit.traits ??= {};
  own(draft.unit.traits, trait, () => flag);
  return undefined;
}

export interface RowSetting {
  readonly facts: FactCatalogue;
  readonly style: NumberStyle;
  /** Of the unit, where the row or the table says it. */
  readonly level?: Level | undefined;
}

/** Takes what a cell says into the draft of its row. A blank says nothing and is not known. */
export function takeCell(cell: Cell, column: Column, draft: RowDraft, setting: RowSetting): Taken {
  if (column.kind === 'fact') return takeFact(cell, column, draft, setting);
  if (isBlank(cell) || (typeof cell === 'string' && column.kind !== 'remark' && saysNothing(textOf(cell))))
    return undefined;
  switch (column.kind) {
    case 'unit':
      return takeUnit(cell, column.field, draft);
    case 'trait':
      return takeTrait(cell, column.trait, draft);
    case 'year':
      return takeYear(cell, draft);
    case 'assessedOn':
      return takeDay(cell, draft);
    case 'remark':
      draft.remarks.push({
        text: textOf(cell),
        ...(column.about !== undefined && { about: column.about }),
        ...(column.source !== undefined && { source: column.source }),
      });
      return undefined;
    case 'declared': {
      const { exact } = column;
      const read = exact ? { declaration: exact } : declarationIn(cell, column.by);
      if ('refused' in read) return read;
      own(
        own(draft.declared, column.ruleset, () => ({})),
        column.entry,
        () => [] as Declaration[],
      ).push({
        ...read.declaration,
        ...(column.documents !== undefined && { documents: [...column.documents] }),
      });
      return undefined;
    }
    case 'reported': {
      const read = reportedIn(cell, column.field);
      if ('refused' in read) return read;
      Object.assign(
        own(draft.reported, column.ruleset, () => ({})),
        read.reported,
        column.more,
      );
      return undefined;
    }
    case 'recognised': {
      const { exact } = column;
      const read = exact ? { recognition: exact } : recognitionIn(cell, column.tier);
      if ('refused' in read) return read;
      if (read.recognition) draft.recognitions.push(read.recognition);
      else draft.notRecognised.push(column.tier);
      return undefined;
    }
    case 'predecessor': {
      const { code, whole } = column;
      draft.unit.predecessors ??= [];
      draft.unit.predecessors.push({
        name: textOf(cell),
        ...(code !== undefined && { code }),
        ...(whole !== undefined && { whole }),
      });
      return undefined;
    }
    default:
      return undefined;
  }
}
