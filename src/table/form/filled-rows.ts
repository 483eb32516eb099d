import type { Evaluation, Observed } from '../../schema/evaluation.js';
import type { ResultCell } from '../../schema/result-sheet.js';
import type { Reading, Scalar, Snapshot } from '../../schema/snapshot.js';
import { formatFigure } from '../../words/figures.js';
import { SEX_LABELS } from '../../words/labels.js';
import type { Column } from '../column.js';
import { nameOfFact } from '../results/fact-name.js';
import { observedCell } from '../results/figure-cells.js';
import { said, type TableSetting } from '../results/table-setting.js';
import { takeFact } from '../template-fields.js';
import { filledEntries } from './filled-entries.js';
import { figureKey } from './form-key.js';
import { entryRows, type FigureLine, type FormRow, figureRow } from './form-row.js';

type FactColumn = Extract<Column, { kind: 'fact' }>;

const readingsOf = (entry: Snapshot['facts'][string]): readonly Reading[] =>
  ([entry].flat() as readonly (Reading | Scalar)[]).map((one) =>
    typeof one === 'object' ? one : { value: one },
  );

/** A figure so that it is read back as it is: long decimals with the comma that leaves no doubt. */
function figureCell(reading: Reading, fact: string, setting: TableSetting): ResultCell {
  const { value, atLeast, atMost, moreThan, lessThan } = reading;
  if (value === undefined || value === null) {
    const bounds = Object.fromEntries(
      Object.entries({ atLeast, atMost, moreThan, lessThan }).filter(([, bound]) => bound !== undefined),
    );
    return formatFigure(bounds as Observed, { locale: setting.locale, places: 15 });
  }
  const cell = observedCell(value, fact, setting);
  return typeof cell === 'string' && /^-?\d+\.\d+$/.test(cell) ? cell.replace('.', ',') : cell;
}

function lineOf(fact: string, reading: Reading, setting: TableSetting): FigureLine {
  const { value: _value, sex, standard, ...qualifiers } = reading;
  const column: FactColumn = { kind: 'fact', fact, sex, standard };
  const definition = setting.names.facts?.[fact];
  const more = [
    sex && SEX_LABELS[sex][setting.locale],
    standard,
    qualifiers.population,
    qualifiers.approximate ? said(setting, 'khoảng', 'approximate') : undefined,
  ].filter((one) => one !== undefined);
  return {
    key: figureKey(column, qualifiers),
    title: [nameOfFact(fact, setting), ...more].join(' - '),
    unit: definition?.type === 'percent' ? '%' : (definition?.unit?.[setting.locale] ?? ''),
    fact,
    sex,
    figure: Object.keys(reading).some((key) => /^(value|at|more|less)/.test(key))
      ? figureCell(reading, fact, setting)
      : null,
    allowed: [],
  };
}

/** The figures of a unit by the entries that ask for them first; the others below. Each reading stands once. */
export function filledRows(evaluation: Evaluation, snapshot: Snapshot, setting: TableSetting): FormRow[] {
  const catalogue = setting.names.facts ?? {};
  const told = new Set<string>();
  const blanks = new Set<string>();
  const tell = (fact: string): FigureLine[] => {
    const entry = Object.hasOwn(snapshot.facts, fact) ? snapshot.facts[fact] : undefined;
    if (told.has(fact) || entry === undefined) return [];
    told.add(fact);
    return readingsOf(entry).map((reading) => lineOf(fact, reading, setting));
  };
  const rows = filledEntries(evaluation, snapshot, setting).flatMap((entry) => {
    const lines: FigureLine[] = [];
    for (const { fact, sex, standard } of entry.parts) {
      if (fact === undefined || (setting.names.facts && !Object.hasOwn(catalogue, fact))) continue;
      const columns: Column[] = [];
      takeFact(fact, { standard, sexes: sex !== undefined }, catalogue, (column) => columns.push(column));
      const known = [fact, ...columns.flatMap((column) => (column.kind === 'fact' ? column.fact : []))];
      if (!Object.hasOwn(snapshot.facts, fact)) {
        const reading = { ...(sex !== undefined && { sex }), ...(standard !== undefined && { standard }) };
        const blank = lineOf(fact, reading, setting);
        if (!blanks.has(blank.key)) lines.push(blank);
        blanks.add(blank.key);
      }
      const own = [...new Set(known)].flatMap(tell);
      lines.push(...own);
    }
    return entryRows(entry, evaluation.ruleset.id, lines, setting);
  });
  return [...rows, ...Object.keys(snapshot.facts).flatMap(tell).map(figureRow)];
}
