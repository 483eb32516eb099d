/**
 * One column of a table of numbers: NaN where nothing is known. Yes is 1 and no is 0; a grade is its place on its scale,
 * from 0. A number stands for the decimal it prints as.
 */
export type FactColumn = Float64Array;

/** A table of units: one row a unit, one column a fact. */
export interface UnitColumns {
  /** How many rows there are; columns are at least as long. */
  readonly length: number;
  /** Columns by fact, `health.insuredRate`; figures of men and women as `health.insuredRate:male` and `…:female`. */
  readonly facts: { readonly [key: string]: FactColumn };
  /**
   * The column of the law that judges each unit, as its place in the evaluator's `regions`: the region, or the one that
   * special communes are judged by. Any other number: not settled. Without it, that of the setting.
   */
  readonly region?: ArrayLike<number>;
  /** The group of each unit, as its place in the evaluator's `groups`. Any other number: not settled. */
  readonly group?: ArrayLike<number>;
  /** The year judged. Without it, that of the setting. */
  readonly year?: ArrayLike<number>;
  /** What each unit came to by other sets that this one refers to, by their ids: the codes of their `outcome`. */
  readonly related?: { readonly [rulesetId: string]: Uint8Array };
}

/** Whom a whole table is about, where no column says it. */
export interface ColumnsSetting {
  /** The year judged. @since 0.1.0 */
  year?: number;
  /** The column of the law that judges every unit. Without it, and without a column, it is not settled. @since 0.1.0 */
  region?: string;
  /** The group of every unit. Without it, and without a column, it is not settled. @since 0.1.0 */
  group?: string;
  /** Urban, rural …: where the law differs by it. @since 0.1.0 */
  area?: string;
  /** `published`: figures without a published source count as undetermined. Default `any`. @since 0.1.0 */
  evidence?: 'any' | 'published';
}

/**
 * Outcomes of a table, each a column of codes: 0 unmet (chưa đạt), 1 unmet provisionally, 2 unknown (chưa đủ căn cứ),
 * 3 met provisionally, 4 met (đạt). What is exempt is met.
 */
export interface OutcomeColumns {
  readonly length: number;
  readonly prerequisites: readonly Uint8Array[];
  readonly indicators: readonly Uint8Array[];
  readonly criteria: readonly Uint8Array[];
  readonly outcome: Uint8Array;
}

/** A table made of snapshots, row by row in their order. */
export interface SnapshotColumns {
  readonly table: UnitColumns;
  /**
   * Snapshots that say what a table of numbers cannot. Their rows are blank, so that nothing is decided by half of what
   * is known: judge them with `compile(…).outcomes`.
   */
  readonly unsaid: readonly UnsaidRow[];
}

export interface UnsaidRow {
  readonly row: number;
  /** JSON pointers to what stands in the way: `/facts/water.hygienicRate`, `/declared`, `/unit/traits/border`. */
  readonly about: readonly string[];
}
