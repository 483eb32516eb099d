import type { Column } from '../law/requirement-row.js';
import type { Basis, Because, Outcome, Reason } from '../schema/evaluation.js';
import type { RelativeValue } from '../schema/ruleset.js';
import type { Finding, Requirement } from './finding.js';
import type { FactReader, TakeNote } from './reading.js';

/** What another rule came to: a ruleset, a criterion or an indicator. */
export interface Reached {
  readonly outcome: Outcome;
  readonly certain: Outcome;
  readonly because: readonly Because[];
  readonly reasons: readonly Reason[];
  readonly missing: readonly string[];
  /** `exempt`: the law asks for nothing there, so a group that refers to it leaves it out. */
  readonly basis?: Basis | undefined;
}

/** Everything a compiled condition may ask while one snapshot is judged. */
export interface Run {
  readonly reader: FactReader;
  readonly note: TakeNote;
  /** Figures that are not published count as undetermined. */
  readonly publishedOnly: boolean;
  trait(id: string): { outcome: Outcome; assumed: boolean };
  indicator(id: string, column: Column): Reached;
  criterion(no: string, column: Column): Reached;
  related(reference: {
    ruleset: string;
    criterion?: string | undefined;
    indicator?: string | undefined;
  }): Reached;
  relatedRequirement(value: RelativeValue, column: Column): Requirement;
}

/** A condition compiled once; asked for every snapshot and column. */
export type CompiledCondition = (run: Run, column: Column) => Finding;
