import type { Path } from '../../problem/problem.js';
import type { SqlColumn } from './column.js';
import { type Dialect, decimalType } from './dialect.js';
import { fitting } from './names.js';
import { columnNumber, type SqlNumber } from './number.js';
import { quotedText } from './quoting.js';

/** A column of a later step, and the words above it. */
export interface WorkedOut {
  readonly name: string;
  readonly sql: string;
  readonly comment?: string;
}

/**
 * The columns a statement works with: those it reads from the table, and those it works out of them step by step.
 * Only what is asked for is read.
 */
export class Sheet {
  readonly #entries = new Map<string, SqlColumn>();
  readonly #layers: WorkedOut[][] = [];
  readonly #names = new Set<string>();

  constructor(
    readonly dialect: Dialect,
    /** Whether the table has a column. */
    private readonly has: (column: SqlColumn) => boolean,
  ) {}

  /** The name of a column that is read, or undefined where the table has none: then nothing is known of it. */
  read(column: SqlColumn): string | undefined {
    if (!this.has(column)) return undefined;
    if (!this.#entries.has(column.name)) this.#entries.set(column.name, column);
    return column.name;
  }

  /** A column of decimals that is read. */
  number(column: SqlColumn): SqlNumber | undefined {
    const name = this.read(column);
    return name === undefined ? undefined : columnNumber(name, column.whole ?? 0, column.scale ?? 0);
  }

  /** Works a column out after a step; gives it a name of its own. */
  workOut(layer: number, name: string, sql: string, comment?: string): string {
    let own = fitting(name);
    for (let more = 2; this.#names.has(own); more += 1) own = fitting(`${name}_${more}`);
    this.#names.add(own);
    this.#layers[layer] ??= [];
    this.#layers[layer]?.push({ name: own, sql, ...(comment !== undefined && { comment }) });
    return own;
  }

  text(value: string, path: Path): string {
    return quotedText(value, this.dialect, path);
  }

  decimal(whole: number, scale: number): string {
    return decimalType(this.dialect, whole, scale);
  }

  entries(): SqlColumn[] {
    return [...this.#entries.values()];
  }

  /** Steps in which something is worked out. */
  layers(): WorkedOut[][] {
    return this.#layers.filter((layer) => layer !== undefined && layer.length > 0);
  }
}
