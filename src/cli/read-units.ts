import { checkSnapshotFor } from '../check/snapshot-for-ruleset.js';
import type { JudgingOf } from '../compare/judging.js';
import { parseSnapshot, type Snapshot } from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import { readSnapshots } from './read-snapshots.js';
import type { Run } from './run.js';
import type { TableFlags } from './table-options.js';

export interface Units {
  readonly snapshots: readonly Snapshot[];
  /** What is wrong with the others; they keep none of these from being judged. */
  readonly problems: readonly Problem[];
}

/** What keeps one snapshot from being judged by a text; what is wrong with the text itself is thrown. */
function unfit(snapshot: Snapshot, judgingOf: JudgingOf): Problem[] {
  try {
    return checkSnapshotFor(judgingOf(snapshot).evaluator.ruleset, snapshot);
  } catch (error) {
    if (error instanceof NtmError && error.errors.every(({ code }) => code === 'not-in-force'))
      return [...error.errors];
    throw error;
  }
}

/**
 * Snapshots that can be judged by every text asked about, and what is wrong with the rest.
 *
 * @throws NtmError where a text cannot be made, for example with the figures supposed
 */
export async function readUnits(
  paths: readonly string[],
  judges: readonly JudgingOf[],
  run: Run,
  flags: TableFlags = {},
): Promise<Units> {
  const snapshots: Snapshot[] = [];
  const problems: Problem[] = [];
  for (const read of await readSnapshots(paths, run, flags)) {
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const parsed = parseSnapshot(read.json);
    const found = parsed.ok ? judges.flatMap((judgingOf) => unfit(parsed.value, judgingOf)) : parsed.errors;
    problems.push(...found.map((one) => ({ ...one, file: read.file })));
    if (parsed.ok && found.length === 0) snapshots.push(parsed.value);
  }
  return { snapshots, problems };
}
