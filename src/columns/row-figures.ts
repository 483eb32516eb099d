import { type FactNode, type FactNodes, SEXES } from '../rule/fact-node.js';
import { type FigureSource, figureFrom, type PlainFigure } from '../rule/plain-figure.js';
import type { FactColumn, UnitColumns } from '../schema/columns.js';
import type { FactDefinition } from '../schema/fact.js';
import type { FactEntry, Reading, Scalar } from '../schema/snapshot.js';
import { columnName } from './column-name.js';

/** The columns of one fact: of everybody, and of men and women. */
interface FactColumns {
  readonly key: string;
  readonly definition: FactDefinition;
  readonly all: FactColumn | undefined;
  readonly sexes: readonly (FactColumn | undefined)[];
}

/** Figures of one row at a time, for what is not one column or a share of two. */
export class RowFigures implements FigureSource {
  /** Columns by the places of nodes; absent where nobody has entered any. */
  readonly columns: readonly (FactColumn | undefined)[];
  readonly #behind = new Map<FactNode, readonly FactColumns[]>();
  row = 0;

  constructor(
    nodes: FactNodes,
    readonly table: UnitColumns,
  ) {
    this.columns = nodes.all.map(({ key, of }) =>
      of.population === undefined ? table.facts[columnName(key, of.sex)] : undefined,
    );
  }

  entered({ at }: FactNode): PlainFigure {
    const figure = this.columns[at]?.[this.row];
    return figure === undefined || Number.isNaN(figure) ? undefined : figure;
  }

  read(node: FactNode): PlainFigure {
    return figureFrom(node, this);
  }

  /** What the row says of a fact and of what it is worked out from, as a snapshot does: for what is not plain. */
  factsBehind(node: FactNode): Readonly<Record<string, Exclude<FactEntry, null>>> {
    const { row } = this;
    const facts: Record<string, Exclude<FactEntry, null>> = {};
    for (const { key, definition, all, sexes } of this.#columnsBehind(node)) {
      const everybody = valueAt(all, row, definition);
      let readings: (Reading | Scalar)[] | undefined;
      for (let at = 0; at < sexes.length; at += 1) {
        const value = valueAt(sexes[at], row, definition);
        const sex = SEXES[at];
        if (value === undefined || !sex) continue;
        readings ??= everybody === undefined ? [] : [everybody];
        readings.push({ value, sex });
      }
      const entry = readings ?? everybody;
      if (entry !== undefined) facts[key] = entry;
    }
    return facts;
  }

  #columnsBehind(node: FactNode): readonly FactColumns[] {
    let columns = this.#behind.get(node);
    if (!columns) {
      const found = new Map<string, FactColumns>();
      this.#collect(node, found);
      columns = [...found.values()].filter(({ all, sexes }) => all || sexes.some(Boolean));
      this.#behind.set(node, columns);
    }
    return columns;
  }

  #collect({ key, definition, derivations }: FactNode, found: Map<string, FactColumns>): void {
    if (found.has(key) || !definition) return;
    const { facts } = this.table;
    const sexes = SEXES.map((sex) => facts[columnName(key, sex)]);
    found.set(key, { key, definition, all: facts[key], sexes });
    for (const { of } of derivations) for (const one of of) this.#collect(one, found);
  }
}

function valueAt(
  column: FactColumn | undefined,
  row: number,
  { type, grades = [] }: FactDefinition,
): Scalar | undefined {
  const number = column?.[row];
  if (number === undefined || Number.isNaN(number)) return undefined;
  return type === 'boolean' ? number === 1 : type === 'level' ? grades[number]?.id : number;
}
