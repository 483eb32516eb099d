import { checkSnapshotFor } from '../check/snapshot-for-ruleset.js';
import type { JudgingOf } from '../compare/judging.js';
import { parseSnapshot, type Snapshot } from '../index.js';
import { NtmError, type Problem } from '../problem/problem.js';
import type { ReadJson } from './read-json.js';

/** What became of the units that were read. */
export interface UnitsTaken {
  /** The first unit that was judged; none where there was none. */
  readonly first: Snapshot | undefined;
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
 * Gives snapshots that can be judged by every text asked about to what counts them, one after the other; says what is
 * wrong with the rest.
 *
 * @throws NtmError where a text cannot be made, for example with the figures supposed
 */
export async function takeUnits(
  files: AsyncIterable<ReadJson>,
  judges: readonly JudgingOf[],
  take: (snapshot: Snapshot) => void,
): Promise<UnitsTaken> {
  let first: Snapshot | undefined;
  const problems: Problem[] = [];
  for await (const read of files) {
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const parsed = parseSnapshot(read.json);
    const found = parsed.ok ? judges.flatMap((judgingOf) => unfit(parsed.value, judgingOf)) : parsed.errors;
    problems.push(...found.map((one) => ({ ...one, file: read.file })));
    if (!parsed.ok || found.length > 0) continue;
    first ??= parsed.value;
    take(parsed.value);
  }
  return { first, problems };
}
