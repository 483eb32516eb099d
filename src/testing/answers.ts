import fc from 'fast-check';
import { compile } from '../by-id/evaluate.js';
import type { Outcome, Outcomes } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { revisionOf } from './law.js';
import { type SnapshotsOptions, snapshotsFor } from './snapshots.js';

/** What one snapshot came to, in letters: `m` met, `u` unmet, `?` unknown, in the order of the file. */
export interface RecordedAnswer {
  readonly snapshot: Snapshot;
  readonly set: string;
  readonly prerequisites: string;
  readonly criteria: string;
  readonly indicators: string;
}

/** Answers of one revision of a ruleset, kept to be compared with. */
export interface RecordedAnswers {
  readonly format: 1;
  /** `id@version#revision` */
  readonly of: string;
  readonly answers: readonly RecordedAnswer[];
}

const LETTERS: Readonly<Record<Outcome, string>> = { met: 'm', unmet: 'u', unknown: '?' };

const spelt = (outcomes: readonly Outcome[]): string => outcomes.map((outcome) => LETTERS[outcome]).join('');

/** An answer in letters. */
export function answerOf(snapshot: Snapshot, outcomes: Outcomes): RecordedAnswer {
  return {
    snapshot,
    set: LETTERS[outcomes.outcome],
    prerequisites: spelt(outcomes.prerequisites),
    criteria: spelt(outcomes.criteria),
    indicators: spelt(outcomes.indicators),
  };
}

/** What to record. */
export interface RecordingOptions extends SnapshotsOptions {
  /** Snapshots to make up; default 20. @since 0.1.0 */
  cases?: number;
  /** Default 1: the same snapshots again. @since 0.1.0 */
  seed?: number;
  /** Snapshots of one's own, instead of made-up ones. @since 0.1.0 */
  snapshots?: readonly Snapshot[];
}

/**
 * The answers a ruleset gives now, to be committed beside it. `version-stable` holds it to them: a figure that changes
 * without a new revision, or an engine that answers otherwise than before, shows as a broken law.
 *
 * @example
 * const answers = recordAnswers(ruleset);            // write it to a file as JSON, once
 * versionStable.check(ruleset, { answers });         // from then on
 * @since 0.1.0
 */
export function recordAnswers(ruleset: Ruleset, options: RecordingOptions = {}): RecordedAnswers {
  const { cases = 20, seed = 1, snapshots, ...making } = options;
  const { rulesets } = making;
  const evaluator = compile(ruleset, rulesets ? { rulesets } : {});
  const units = snapshots ?? fc.sample(snapshotsFor(ruleset, making), { numRuns: cases, seed });
  return {
    format: 1,
    of: revisionOf(ruleset),
    answers: units.map((snapshot) => answerOf(snapshot, evaluator.outcomes(snapshot))),
  };
}
