import type { Evaluation, TierReport } from '../index.js';
import type { Problem } from '../problem/problem.js';
import type { JudgedUnit, TierStanding } from '../schema/programme.js';

/** Results that are explained, as cards and JSON show them. */
export type Explained = Evaluation | TierReport;

/** Results for tables, which do without explanation where there are very many units. */
export type Delivered = Explained | JudgedUnit | TierStanding;

/** Where results go, one at a time, so that none has to be kept. */
export interface ResultSink {
  take(result: Delivered): void;
  /** All results are there; `problems` are those of units that could not be judged. Answers with an exit code. */
  end(problems: readonly Problem[]): Promise<number>;
}
