import { fitting } from '../check/snapshot-for-ruleset.js';
import { judges, lastDay } from '../law/version-in-force.js';
import type { Evaluation, OutcomeLayout, Outcomes } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { compileRuleset } from './compiled-ruleset.js';
import { judge } from './judge.js';
import type { Related } from './judgement.js';
import { NoteBook } from './notes.js';
import { type EvaluateOptions, judgementOptions, relatedAmong } from './options.js';
import { layoutOf, outcomesOf } from './outcomes.js';

export { judge } from './judge.js';
export { type EvaluateOptions, judgementOptions, relatedAmong } from './options.js';

/** A ruleset compiled once, for any number of parsed snapshots. */
export interface Evaluator {
  readonly ruleset: Ruleset;
  /** What the entries of `outcomes` stand for. @since 0.1.0 */
  readonly layout: OutcomeLayout;
  /** Judges a parsed snapshot (see `parseSnapshot`) and explains itself. */
  evaluate(snapshot: Snapshot): Evaluation;
  /** The same outcomes as `evaluate`, without any explanation: for bulk work. @since 0.1.0 */
  outcomes(snapshot: Snapshot): Outcomes;
  /** Evaluates parsed snapshots one by one as they are asked for, and keeps none. @since 0.1.0 */
  evaluateAll(snapshots: Iterable<Snapshot>): IterableIterator<Evaluation>;
}

/** A set given as such may judge any day; the result says when it was not in force then. */
export function notesOnDate(ruleset: Ruleset, { assessedOn }: Snapshot): NoteBook {
  const notes = new NoteBook();
  if (!judges(ruleset, assessedOn)) {
    notes.take('not-in-force', `${ruleset.id}@${ruleset.version}`, {
      day: assessedOn,
      from: ruleset.effectiveFrom,
      to: lastDay(ruleset),
    });
  }
  return notes;
}

/**
 * Compiles a complete ruleset into an evaluator. Takes parsed snapshots only: use `evaluate` or `parseSnapshot`
 * where the input is not trusted. Loads no schema library.
 *
 * @example
 * const judge = compile(getRuleset('vn/commune-ntm/2021-2025'));
 * const parsed = parseSnapshot(input);
 * if (parsed.ok) judge.evaluate(parsed.value).outcome; // 'met' | 'unmet' | 'unknown'
 * @throws NtmError `wrong-level` when a snapshot is of another level than the ruleset
 * @since 0.1.0
 */
export function compile(ruleset: Ruleset, options: EvaluateOptions & { related?: Related } = {}): Evaluator {
  const compiled = compileRuleset(ruleset);
  const judging = judgementOptions(options, options.related ?? relatedAmong(options.rulesets ?? []));
  const evaluate = (snapshot: Snapshot): Evaluation =>
    judge(compiled, fitting(ruleset, snapshot), { options: judging, notes: notesOnDate(ruleset, snapshot) });
  return {
    ruleset,
    layout: layoutOf(compiled),
    evaluate,
    outcomes: (snapshot) => outcomesOf(compiled, fitting(ruleset, snapshot), judging),
    *evaluateAll(snapshots) {
      for (const snapshot of snapshots) yield evaluate(snapshot);
    },
  };
}
