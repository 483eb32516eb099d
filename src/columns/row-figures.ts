import { type FactNode, type FactNodes, SEXES } from '../rule/fact-node.js';
import { type FigureSource, figureFrom, type PlainFigure } from '../rule/plain-figure.js';
import type { FactColumn, UnitColumns } from '../schema/columns.js';
import type { Sex } from '../schema/evaluation.js';
import type { FactDefinition } from '../schema/fact.js';
import type { FactEntry, Scalar } from '../schema/snapshot.js';
import { columnName } from './column-name.js';

/** Figures of one row at a time, for what is not one column or a share of two. */
export class RowFigures implements FigureSource {
  /** Columns by the places of nodes; absent where nobody has entered any. */
  readonly columns: readonly (FactColumn | undefined)[];
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
  factsBehind(node: FactNode, facts: Record<string, Exclude<FactEntry, null>> = {}): typeof facts {
    const { key, definition, derivations } = node;
    if (key in facts || !definition) return facts;
    const all = this.#value(key, undefined, definition);
    const readings = SEXES.flatMap((sex) => {
      const value = this.#value(key, sex, definition);
      return value === undefined ? [] : [{ value, sex }];
    });
    if (readings.length > 0) facts[key] = all === undefined ? readings : [all, ...readings];
    else if (all !== undefined) facts[key] = all;
    for (const { of } of derivations) for (const one of of) this.factsBehind(one, facts);
    return facts;
  }

  #value(key: string, sex: Sex | undefined, { type, grades = [] }: FactDefinition): Scalar | undefined {
    const number = this.table.facts[columnName(key, sex)]?.[this.row];
    if (number === undefined || Number.isNaN(number)) return undefined;
    return type === 'boolean' ? number === 1 : type === 'level' ? grades[number]?.id : number;
  }
}
