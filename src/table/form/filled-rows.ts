import type { Evaluation, Observed } from '../../schema/evaluation.js';
import type { ResultCell } from '../../schema/result-sheet.js';
import type { Reading, Scalar, Snapshot } from '../../schema/snapshot.js';
import { formatFigure } from '../../words/figures.js';
import { SEX_LABELS } from '../../words/labels.js';
import type { Column } from '../column.js';
import { nameOfFact } from '../results/fact-name.js';
import { observedCell } from '../results/figure-cells.js';
import { said, type TableSetting, titleOf } from '../results/table-setting.js';
import { takeFact } from '../template-fields.js';
import { filledEntries } from './filled-entries.js';
import { figureKey } from './form-key.js';
import { declaredRow, entryRows, type FigureLine, type FormRow, figureRow } from './form-row.js';

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

/** What the rows above have told already, on a sheet of one or several sets. */
interface Told {
  readonly facts: Set<string>;
  readonly blanks: Set<string>;
  readonly entries: Set<string>;
  /** Entries by set, as `set#entry`. */
  readonly declared: Set<string>;
}

/** The figures of a unit by the entries of one set that ask for them. */
function setRows(evaluation: Evaluation, snapshot: Snapshot, told: Told, setting: TableSetting): FormRow[] {
  const catalogue = setting.names.facts ?? {};
  const ruleset = evaluation.ruleset.id;
  return filledEntries(evaluation, snapshot, setting, told.entries).flatMap((entry) => {
    told.declared.add(`${ruleset}#${entry.entry}`);
    const lines: FigureLine[] = [];
    for (const { fact, sex, standard } of entry.parts) {
      if (fact === undefined || (setting.names.facts && !Object.hasOwn(catalogue, fact))) continue;
      const columns: Column[] = [];
      takeFact(fact, { standard, sexes: sex !== undefined }, catalogue, (column) => columns.push(column));
      const known = [fact, ...columns.flatMap((column) => (column.kind === 'fact' ? column.fact : []))];
      if (!Object.hasOwn(snapshot.facts, fact)) {
        const reading = { ...(sex !== undefined && { sex }), ...(standard !== undefined && { standard }) };
        const blank = lineOf(fact, reading, setting);
        if (!told.blanks.has(blank.key)) lines.push(blank);
        told.blanks.add(blank.key);
      }
      lines.push(...[...new Set(known)].flatMap((one) => factLines(one, snapshot, told, setting)));
    }
    return entryRows(entry, ruleset, lines, setting);
  });
}

/** The readings of a fact, unless they have been told. */
function factLines(fact: string, { facts }: Snapshot, told: Told, setting: TableSetting): FigureLine[] {
  const entry = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  if (told.facts.has(fact) || entry === undefined) return [];
  told.facts.add(fact);
  return readingsOf(entry).map((reading) => lineOf(fact, reading, setting));
}

/** Results declared of entries that no row is about, such as those of another set. */
function otherResults({ declared = {} }: Snapshot, told: Told, setting: TableSetting): FormRow[] {
  return Object.entries(declared).flatMap(([ruleset, entries]) =>
    Object.entries(entries).flatMap(([entry, declarations]) => {
      if (told.declared.has(`${ruleset}#${entry}`)) return [];
      const about = { ruleset, entry, no: entry, title: titleOf(ruleset, setting) };
      return [declarations].flat().map((one) => declaredRow(one, about, setting));
    }),
  );
}

/** The rows of a form, and the entries they are about. */
export interface FilledRows {
  readonly rows: readonly (FormRow | string)[];
  readonly entries: ReadonlySet<string>;
}

/**
 * Everything that a snapshot tells, by the sets that ask for it: each set under its title where there are several, then
 * what none of them asks for. Each reading stands once.
 */
export function filledRows(
  evaluations: readonly Evaluation[],
  snapshot: Snapshot,
  setting: TableSetting,
): FilledRows {
  const told: Told = { facts: new Set(), blanks: new Set(), entries: new Set(), declared: new Set() };
  const rows = evaluations.flatMap((evaluation) => [
    ...(evaluations.length > 1 ? [evaluation.ruleset.title[setting.locale]] : []),
    ...setRows(evaluation, snapshot, told, setting),
  ]);
  return {
    rows: [
      ...rows,
      ...Object.keys(snapshot.facts).flatMap((fact) =>
        factLines(fact, snapshot, told, setting).map(figureRow),
      ),
      ...otherResults(snapshot, told, setting),
    ],
    entries: told.entries,
  };
}
