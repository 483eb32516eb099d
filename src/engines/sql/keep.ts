import type { Branch, Figure, Fraction } from './figure.js';
import { writtenInline } from './layout.js';
import { type Arithmetic, columnNumber, type SqlNumber } from './number.js';
import type { Sheet } from './sheet.js';
import { all, any, asCondition, isNotNull, isTrue, type Truth, test, textOf } from './truth.js';

/** A branch before it is kept in columns: `unless` is what keeps it from being there. */
export interface LooseBranch extends Branch {
  readonly unless?: Truth;
}

export interface KeptAs {
  readonly sheet: Sheet;
  readonly math: Arithmetic;
  /** The name of the fact's column, to which the kind of a branch is added. */
  readonly name: string;
  readonly layer: number;
  readonly comment?: string;
}

/** Without what follows from the number's own columns, or from the columns that other parts compare. */
function withoutImplied(on: Truth, needs: readonly string[]): Truth {
  const parts = on.kind === 'all' ? on.parts : [on];
  const compared = parts.flatMap((part) =>
    part.kind === 'test' && !part.sure ? part.sql.split(/[^a-z0-9_]+/) : [],
  );
  const implied = new Set([...needs, ...compared].map((name) => textOf(isNotNull(name))));
  return all(...parts.filter((part) => !implied.has(textOf(part))));
}

function guarded({ num }: Fraction, branch: LooseBranch, math: Arithmetic): string {
  const sql = math.stored(num);
  const on = withoutImplied(branch.on, num.needs);
  const kept = isTrue(on) ? sql : `CASE WHEN ${writtenInline(asCondition(on))} THEN ${sql} END`;
  if (!branch.unless) return kept;
  const unless = writtenInline(asCondition(branch.unless));
  return isTrue(on)
    ? `CASE WHEN ${unless} THEN NULL ELSE ${sql} END`
    : `CASE WHEN ${unless} THEN NULL WHEN ${writtenInline(asCondition(on))} THEN ${sql} END`;
}

/** Keeps the branches of a figure in columns of their own, so that what builds on them stays short. */
export function kept(
  branches: readonly { readonly kind: string; readonly branch: LooseBranch }[],
  empty: Truth,
  as: KeptAs,
): Figure {
  let { comment } = as;
  const column = (suffix: string, sql: string): string => {
    const name = as.sheet.workOut(as.layer, `${as.name}___${suffix}`, sql, comment);
    comment = undefined;
    return name;
  };
  const keep = (value: Fraction, branch: LooseBranch, suffix: string): Fraction => {
    const number = (of: SqlNumber, sql: string, name: string): SqlNumber =>
      columnNumber(column(name, sql), of.whole, of.scale);
    const num = number(value.num, guarded(value, branch, as.math), suffix);
    if (!value.den) return { num };
    const den =
      value.den.form === 'atom' ? value.den : number(value.den, as.math.stored(value.den), `${suffix}_of`);
    return { num, den };
  };
  const found = branches.map(({ kind, branch }): Branch => {
    const { exact, complete } = branch;
    if (exact && branch.low) {
      const value = keep(branch.low, branch, kind);
      return { low: value, high: value, exact, complete, on: isNotNull(value.num.sql) };
    }
    const low = branch.low && keep(branch.low, branch, `${kind}_least`);
    const high = branch.high && keep(branch.high, branch, `${kind}_most`);
    const ends = [low, high].filter((end) => end !== undefined);
    return {
      ...(low && { low }),
      ...(high && { high }),
      exact,
      complete,
      on: any(...ends.map(({ num }) => isNotNull(num.sql))),
    };
  });
  return { branches: found, empty, layer: as.layer };
}

/** Whether a value is nothing or less; never NULL. */
export function isNothing({ num }: Fraction): Truth {
  return test(`${num.sql} <= 0`, { opposite: `${num.sql} > 0` });
}
