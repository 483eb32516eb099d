import { type CheckedSnapshot, checkSnapshot } from '../check/parse-snapshot.js';
import { checkSnapshotFor } from '../check/snapshot-for-ruleset.js';
import type { Vocabulary } from '../check/vocabulary.js';
import { NtmError, type Problem } from '../problem/problem.js';
import type { Evaluation } from '../schema/evaluation.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { compileRuleset } from './compiled-ruleset.js';
import { type EvaluateOptions, judge, judgementOptions, notesOnDate, relatedAmong } from './evaluator.js';
import type { Related } from './judgement.js';
import { type NoteBook, noteText } from './notes.js';

/** What to do with figures and entries that cannot be right. */
export interface CheckingOptions {
  /**
   * `throw` (default): one error carries every problem. `unknown`: a refused fact counts as missing, is listed in the
   * notes, and the rest is judged; what cannot be judged at all still throws. @since 0.1.0
   */
  onInvalid?: 'throw' | 'unknown';
}

/** A snapshot fit for judging by one ruleset, and what was refused on the way. */
export interface Admitted {
  readonly snapshot: Snapshot;
  readonly refused: readonly Problem[];
}

/** Lets a checked snapshot in, or throws every problem at once. */
export function admit(checked: CheckedSnapshot, mode: CheckingOptions['onInvalid']): Admitted {
  const { snapshot, problems } = checked;
  if (!snapshot || (problems.length > 0 && mode !== 'unknown')) throw new NtmError(problems);
  return { snapshot, refused: problems };
}

/** What a sound snapshot and a ruleset have against each other; with `unknown`, misplaced entries are left out. */
export function fitToRuleset(
  admitted: Admitted,
  ruleset: Ruleset,
  mode: CheckingOptions['onInvalid'],
): Admitted {
  const problems = checkSnapshotFor(ruleset, admitted.snapshot);
  if (problems.length === 0) return admitted;
  if (mode !== 'unknown' || problems.some(({ path }) => path === '/unit/level'))
    throw new NtmError([...admitted.refused, ...problems]);
  const { snapshot } = admitted;
  const gone = new Set(problems.map(({ path }) => path));
  const declared = Object.entries(snapshot.declared?.[ruleset.id] ?? {}).filter(
    ([key]) =>
      !gone.has(
        `/declared/${ruleset.id.replaceAll('/', '~1')}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      ),
  );
  const { [ruleset.id]: own, ...reported } = snapshot.reported ?? {};
  const keepReported = own !== undefined && ![...gone].some((path) => path.startsWith('/reported/'));
  return {
    snapshot: {
      ...snapshot,
      unit: gone.has('/unit/group') ? { ...snapshot.unit, group: null } : snapshot.unit,
      ...(snapshot.declared && {
        declared: { ...snapshot.declared, [ruleset.id]: Object.fromEntries(declared) },
      }),
      ...(snapshot.reported && { reported: keepReported ? snapshot.reported : reported }),
    },
    refused: [...admitted.refused, ...problems],
  };
}

/** Names in the notes what was refused, each with its problem. */
export function noteRefused(notes: NoteBook, refused: readonly Problem[]): void {
  for (const problem of refused) {
    const isFact = problem.path.startsWith('/facts/');
    const about = isFact
      ? (problem.path.split('/')[2] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
      : problem.path;
    const code = isFact ? 'fact-refused' : 'entry-refused';
    notes.add({ code, about, text: noteText(code, about), problem });
  }
}

/** Judges an admitted snapshot by a ruleset and names what was refused and what nobody asked for. */
export function evaluateAdmitted(
  admitted: Admitted,
  ruleset: Ruleset,
  options: EvaluateOptions & CheckingOptions,
  setting: { readonly related: Related; readonly notes: NoteBook },
): Evaluation {
  const { snapshot, refused } = fitToRuleset(admitted, ruleset, options.onInvalid);
  noteRefused(setting.notes, refused);
  return judge(compileRuleset(ruleset), snapshot, {
    options: judgementOptions(options, setting.related),
    notes: setting.notes,
  });
}

/** What names in a snapshot are checked against when only some rulesets are at hand. */
export function vocabularyOf(rulesets: readonly Ruleset[]): Vocabulary {
  return {
    facts: Object.assign({}, ...rulesets.map(({ facts }) => facts)),
    territory: rulesets.find(({ territory }) => territory)?.territory,
    closed: false,
  };
}

/**
 * Judges one snapshot by one ruleset: an outcome per indicator, criterion and set, totals, what is missing, gaps and
 * margins, each with its citation. Checks its input. A ruleset given as such may judge any day; a note says when it
 * was not in force then.
 *
 * Unknown means that the facts, the requirement or the context do not settle it; see `reasons` and `missing`.
 *
 * @throws NtmError with every problem of the snapshot, unless `onInvalid: 'unknown'`
 * @example
 * // exactly at the requirement of 90 %: met; just under it: unmet, with a gap of 0.01 points
 * evaluate({ unit, assessedOn: '2024-06-01', facts: { 'health.insuredRate': 90 } }, ruleset)
 * evaluate({ unit, assessedOn: '2024-06-01', facts: { 'health.insuredRate': 89.99 } }, ruleset)
 * @since 0.1.0
 */
export function evaluate(
  snapshot: unknown,
  ruleset: Ruleset,
  options: EvaluateOptions & CheckingOptions = {},
): Evaluation {
  const given = [ruleset, ...(options.rulesets ?? [])];
  const admitted = admit(checkSnapshot(snapshot, vocabularyOf(given)), options.onInvalid);
  const notes = notesOnDate(ruleset, admitted.snapshot);
  for (const key of Object.keys(admitted.snapshot.facts)) {
    if (!given.some(({ facts }) => Object.hasOwn(facts, key))) notes.take('fact-outside-ruleset', key);
  }
  return evaluateAdmitted(admitted, ruleset, options, { related: relatedAmong(given), notes });
}
