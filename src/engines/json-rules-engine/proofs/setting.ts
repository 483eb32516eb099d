import type { JudgementOptions } from '../../../evaluate/judgement.js';
import type { Snapshot } from '../../../schema/snapshot.js';

/** The unit, day and year that rules are written for, and how they are to be read. */
export interface Setting {
  /** The unit with what is declared of it; its facts come with each run. */
  readonly snapshot: Snapshot;
  readonly year: number;
  /** The region the unit lies in, where it is given outright and does not follow from the province. */
  readonly region?: string | undefined;
  readonly judging: JudgementOptions;
}
