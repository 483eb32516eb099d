import type { Path } from '../../problem/problem.js';
import { didYouMean, oneOf } from '../../problem/report.js';
import type { SqlColumn } from './column.js';
import type { Dialect } from './dialect.js';
import type { SqlTableOptions } from './options.js';
import { refusal } from './problems.js';
import { quotedName } from './quoting.js';

const DEFAULT_TABLE = 'snapshots';
const DEFAULT_KEYS = ['code'];

/** A table as its owner named it. Names of our own are lower case and never reserved: they need no quotes. */
export class Table {
  readonly name: string;
  /** The last part of its name, as databases compare names of steps with it. */
  readonly lastName: string;
  readonly keys: readonly string[];
  readonly #names: Readonly<Record<string, string | null>>;

  constructor(
    private readonly options: Pick<SqlTableOptions, 'table' | 'columns' | 'available' | 'keys'>,
    private readonly dialect: Dialect,
  ) {
    const parts = [options.table ?? DEFAULT_TABLE].flat();
    if (parts.length === 0) quotedName('', dialect, ['table']);
    this.name =
      options.table === undefined
        ? DEFAULT_TABLE
        : parts.map((part, at) => quotedName(part, dialect, ['table', at])).join('.');
    this.lastName = (parts.at(-1) ?? '').toLowerCase();
    this.keys = options.keys ?? DEFAULT_KEYS;
    this.#names = options.columns ?? {};
  }

  /** What the table calls a column; undefined where it has none. */
  nameOf(column: SqlColumn): string | undefined {
    const own = this.#own(column);
    const name = own === undefined ? column.name : own;
    return name === null || (this.options.available && !this.#isAvailable(name)) ? undefined : name;
  }

  /** A column of the table as it is written in the statement. */
  written(column: SqlColumn): string | undefined {
    const name = this.nameOf(column);
    const path: Path = ['columns', column.name];
    return name === undefined || name === column.name ? name : quotedName(name, this.dialect, path);
  }

  /** A column that says which unit a row is of. */
  writtenKey(key: string, at: number): string {
    return DEFAULT_KEYS.includes(key) ? key : quotedName(key, this.dialect, ['keys', at]);
  }

  /** What its owner calls a column: null for none, undefined for our own name. */
  #own({ name, fact, sex, standard, population }: SqlColumn): string | null | undefined {
    if (Object.hasOwn(this.#names, name)) return this.#names[name];
    const isPlain =
      fact !== undefined && sex === undefined && standard === undefined && population === undefined;
    return isPlain && Object.hasOwn(this.#names, fact) ? this.#names[fact] : undefined;
  }

  #isAvailable(name: string): boolean {
    const fold = (text: string): string => (this.dialect.foldsQuoted ? text.toLowerCase() : text);
    return (this.options.available ?? []).some((one) => fold(one) === fold(name));
  }

  /** Every name given is that of a column, and no two columns have the same name. */
  check(columns: readonly SqlColumn[]): void {
    const known = new Set(columns.flatMap(({ name, fact }) => (fact === undefined ? [name] : [name, fact])));
    for (const name of Object.keys(this.#names)) {
      if (known.has(name)) continue;
      throw refusal('unknown-key', ['columns', name], {
        found: name,
        expected: oneOf(known),
        hint: didYouMean(name, known, {
          vi: 'Xem danh mục cột: ntm sql --columns',
          en: 'See the list of columns: ntm sql --columns',
        }),
      });
    }
    const taken = new Map<string, string>();
    for (const column of columns) {
      const written = this.written(column);
      if (written === undefined) continue;
      const bare = written.startsWith(this.dialect.quote) ? written.slice(1, -1) : written;
      const folded = this.dialect.foldsQuoted ? bare.toLowerCase() : bare;
      const other = taken.get(folded);
      if (other !== undefined) {
        throw refusal('bad-name', ['columns', column.name], {
          found: bare,
          expected: { vi: `tên khác với cột ${other}`, en: `another name than that of ${other}` },
          hint: { vi: 'Mỗi cột một tên.', en: 'Give each column a name of its own.' },
        });
      }
      taken.set(folded, column.name);
    }
  }
}
