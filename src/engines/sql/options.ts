import type { DeclaredMode } from '../../evaluate/settled.js';
import type { Ruleset } from '../../schema/ruleset.js';
import type { Locale } from '../../schema/text.js';
import type { SqlDialect } from './dialect.js';

/** Which columns a table has, and what it calls them. */
export interface SqlTableOptions {
  readonly dialect: SqlDialect;
  /** The table, or its name after that of its schema (`['public', 'communes']`). Default `snapshots`. @since 0.1.0 */
  readonly table?: string | readonly string[];
  /**
   * Names of your own, by the name a column has otherwise or, for a fact without qualifiers, by its key. `null` says
   * that the table has no such column: it counts as blank. Names are quoted as they stand. @since 0.1.0
   */
  readonly columns?: Readonly<Record<string, string | null>>;
  /** The columns the table has, by the names it calls them; all others count as blank. Default: it has all. @since 0.1.0 */
  readonly available?: readonly string[];
  /** Columns that say which unit a row is of; the result begins with them. Default `['code']`. @since 0.1.0 */
  readonly keys?: readonly string[];
  /** Other sets this one refers to, one version of each; without them what depends on them is unknown. @since 0.1.0 */
  readonly related?: readonly Ruleset[];
  /**
   * Declared results: `ignore` (default) leaves them out; `fill` and `prefer` read them from columns of their own and
   * count them as `evaluate` does. @since 0.1.0
   */
  readonly declared?: DeclaredMode;
  /** Language of the comments; default `vi`. @since 0.1.0 */
  readonly locale?: Locale;
}

/** What to fix for a whole table, and what to judge by. */
export interface SqlOptions extends SqlTableOptions {
  /** Judges every row by this region instead of the table's column `region`. @since 0.1.0 */
  readonly region?: string;
  /** Judges every row as of this group instead of the column `unit_group`. @since 0.1.0 */
  readonly group?: string;
  /** Judges every row as of this area instead of the column `area`. @since 0.1.0 */
  readonly area?: string;
  /** Judges every row for this year instead of the column `year`. @since 0.1.0 */
  readonly year?: number;
  /** `published`: figures without a published source count as undetermined. Default `any`. @since 0.1.0 */
  readonly evidence?: 'any' | 'published';
}
