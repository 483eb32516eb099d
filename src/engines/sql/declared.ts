import type { DeclaredMode } from '../../evaluate/settled.js';
import type { Ruleset } from '../../schema/ruleset.js';
import { declaredColumn } from './place-columns.js';
import type { Sheet } from './sheet.js';
import { all, FALSE, first, isNull, not, type Truth, test } from './truth.js';
import type { Verdict } from './verdict.js';

/** What a body has declared, as columns of a table hold it. */
export class DeclaredResults {
  constructor(
    private readonly ruleset: Pick<Ruleset, 'id'>,
    private readonly sheet: Sheet,
    private readonly mode: DeclaredMode,
  ) {}

  of(entry: { criterion: string } | { indicator: string }): Truth | undefined {
    if (this.mode === 'ignore') return undefined;
    const name = this.sheet.read(declaredColumn(this.ruleset, entry));
    return name === undefined ? undefined : test(name, { opposite: `NOT ${name}` });
  }

  /** Facts decide, declarations fill in where facts can't, unless they are preferred. */
  beside(found: Verdict, entry: { criterion: string } | { indicator: string }): Verdict {
    const declared = this.of(entry);
    if (!declared) return found;
    return this.mode === 'prefer'
      ? { truth: first(declared, found.truth), exempt: all(found.exempt, isNull(declared)) }
      : { truth: first(found.truth, declared), exempt: found.exempt };
  }

  /** Whether every one of these criteria has been declared as a whole. */
  all(criteria: readonly string[]): Truth {
    if (this.mode === 'ignore' || criteria.length === 0) return FALSE;
    return all(
      ...criteria.map((criterion) => {
        const declared = this.of({ criterion });
        return declared ? not(isNull(declared)) : FALSE;
      }),
    );
  }
}
