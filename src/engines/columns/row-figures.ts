import { type FactNode, type FactNodes, SEXES } from '../../rule/fact-node.js';
import { type FigureSource, figureFrom, type PlainFigure } from '../../rule/plain-figure.js';
import type { FactColumn, UnitColumns } from '../../schema/columns.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { FactEntry, Scalar } from '../../schema/snapshot.js';

/** The name of a column: that of its fact, and of the sex whose figures it holds. */
const columnName = (key: string, sex: string | undefined): string =>
  sex === undefined ? key : `${key}:${sex}`;

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

  /** The row as the facts of a snapshot, for what is not plain. */
  facts(catalogue: Ruleset['facts']): Record<string, Exclude<FactEntry, null>> {
    const { table, row } = this;
    const facts: Record<string, Exclude<FactEntry, null>> = {};
    for (const [key, { type, grades = [] }] of Object.entries(catalogue)) {
      const figure = (sex?: string): Scalar | undefined => {
        const number = table.facts[columnName(key, sex)]?.[row];
        if (number === undefined || Number.isNaN(number)) return undefined;
        return type === 'boolean' ? number === 1 : type === 'level' ? grades[number]?.id : number;
      };
      const all = figure();
      const readings = SEXES.flatMap((sex) => {
        const value = figure(sex);
        return value === undefined ? [] : [{ value, sex }];
      });
      if (readings.length > 0) facts[key] = all === undefined ? readings : [all, ...readings];
      else if (all !== undefined) facts[key] = all;
    }
    return facts;
  }
}
