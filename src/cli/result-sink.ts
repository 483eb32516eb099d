import type { Evaluation, TierReport } from '../index.js';
import type { JudgedUnit, TierStanding } from '../schema/programme.js';
import type { Unread } from '../table/results/refused-sheet.js';

/** Results that are explained, as cards and JSON show them. */
export type Explained = Evaluation | TierReport;

/** Results for tables, which do without explanation where there are very many units. */
export type Delivered = Explained | JudgedUnit | TierStanding;

/** Where results go, one at a time, so that none has to be kept. */
export interface ResultSink {
  /** `json` is the snapshot that was judged. */
  take(result: Delivered, json: unknown): void;
  /** All results are there; `unread` are refused cells, remarks, and problems of units that could not be judged. Answers with an exit code. */
  end(unread: readonly Unread[]): Promise<number>;
}

/** The evaluations that a result is or holds; none where it is not explained. */
export function evaluationsIn(result: Delivered): Evaluation[] {
  if ('criteria' in result) return [result];
  if (!('tiers' in result)) return [];
  return result.tiers.flatMap((tier) => ('evaluation' in tier ? (tier.evaluation ?? []) : []));
}
