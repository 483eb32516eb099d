import { compileRuleset } from '../evaluate/compiled-ruleset.js';
import { yearOf } from '../evaluate/context.js';
import { notesOnDate } from '../evaluate/evaluator.js';
import type { Related } from '../evaluate/judgement.js';
import { NoteBook } from '../evaluate/notes.js';
import { type Dated, nearestVersion, versionInForce } from '../law/version-in-force.js';
import { NtmError } from '../problem/problem.js';
import type { Amendment, Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { getRuleset, notInForce, versionsOf } from '../shipped.js';
import { provincesOf, withAmendments } from './amended-for-unit.js';
import { checkedForms, type Options } from './options.js';

/** The versions of a set: those given first, else those inside the package. */
function candidates(
  id: string,
  options: Options,
): { versions: readonly Dated[]; read: (version: Dated) => Ruleset } {
  const own = (options.rulesets ?? []).filter((ruleset) => ruleset.id === id);
  return {
    versions: own.length > 0 ? own : versionsOf(id),
    read: (version) =>
      own.find((ruleset) => ruleset === version) ?? getRuleset(id, { version: version.version }),
  };
}

/** Sets that a set leads to, by the day of judgement, with the same amendments. */
export function relatedFor(options: Options, given?: readonly Amendment[]): Related {
  let amendments = given;
  return (id, snapshot, year) => {
    amendments ??= checkedForms(options.amendments);
    const { versions, read } = candidates(id, options);
    const found = nearestVersion(versions, snapshot.assessedOn, year);
    if (!found) return undefined;
    const ruleset = withAmendments(read(found.version), amendments, provincesOf(snapshot));
    return { compiled: compileRuleset(ruleset), nearest: !found.exact };
  };
}

/** The ruleset a name stands for on the day of judgement, and what a reader should know about the choice. */
export function choose(
  named: string | Ruleset,
  snapshot: Snapshot,
  options: Options,
): { ruleset: Ruleset; notes: NoteBook } {
  if (typeof named !== 'string') return { ruleset: named, notes: notesOnDate(named, snapshot) };
  if (named.includes('@')) {
    const ruleset = getRuleset(named);
    return { ruleset, notes: notesOnDate(ruleset, snapshot) };
  }
  const { versions, read } = candidates(named, options);
  if (versions.length === 0) getRuleset(named); // throws, naming the nearest id
  const notes = new NoteBook();
  const year = yearOf(snapshot, notes.take);
  const choice = versionInForce(versions, snapshot.assessedOn, year);
  if (choice.kind === 'none')
    throw new NtmError([notInForce(named, snapshot.assessedOn, year, choice.nearest)]);
  if (choice.kind === 'period-ended')
    notes.take('period-ended', `${named}@${choice.version.version}`, { year: String(year) });
  return { ruleset: read(choice.version), notes };
}
