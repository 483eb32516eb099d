import { checkSnapshotFor } from '../check/snapshot-for-ruleset.js';
import { parseSnapshot } from '../index.js';
import type { Problem } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { Snapshot } from '../schema/snapshot.js';
import { readSnapshots } from './read-snapshots.js';
import type { Run } from './run.js';

/** Units that two texts are tried on, or what is wrong with those given. */
export type UnitsToTry =
  | { readonly snapshots: readonly Snapshot[] }
  | { readonly problems: readonly Problem[] };

/** Reads the snapshots given; each has to fit both texts. */
export async function givenUnits(path: string, texts: readonly Ruleset[], run: Run): Promise<UnitsToTry> {
  const facts = Object.assign({}, ...texts.map((one) => one.facts));
  const snapshots: Snapshot[] = [];
  const problems: Problem[] = [];
  for (const read of await readSnapshots([path], run)) {
    if (!read.ok) {
      problems.push(...read.problems);
      continue;
    }
    const parsed = parseSnapshot(read.json, { file: read.file, facts });
    const wrong = parsed.ok ? texts.flatMap((one) => checkSnapshotFor(one, parsed.value)) : parsed.errors;
    problems.push(...wrong.map((one) => ({ ...one, file: one.file ?? read.file })));
    if (parsed.ok && wrong.length === 0) snapshots.push(parsed.value);
  }
  return problems.length > 0 ? { problems } : { snapshots };
}

function kitMissing(): Problem {
  return problem('bad-option', '--snapshots', {
    found: '',
    expected: {
      vi: 'tệp hoặc thư mục hiện trạng, hoặc gói fast-check để tạo hiện trạng thử',
      en: 'a file or folder of snapshots, or the package fast-check to make some up',
    },
    hint: {
      vi: 'Chạy npm install --save-dev fast-check, hoặc thêm --snapshots <tệp|thư mục>.',
      en: 'Run npm install --save-dev fast-check, or add --snapshots <file|folder>.',
    },
  });
}

const isMissingModule = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND';

/** Only this needs fast-check, an optional peer of the package. */
const importKit = () => Promise.all([import('fast-check'), import('../testing/snapshots.js')]);

/** How many times as many units are made up as are wanted: those that one of the texts cannot judge are left out. */
const ROUNDS = 10;

/**
 * Makes up units at and beside the boundaries of both texts, of which most is known: the same for the same seed. Texts
 * that have few units in common get fewer than were asked for; texts that have none, of two levels for example, are
 * told as that.
 */
export async function madeUpUnits(
  [before, after]: readonly [Ruleset, Ruleset],
  { cases, seed }: { readonly cases: number; readonly seed: number },
  load: typeof importKit = importKit,
): Promise<UnitsToTry> {
  const kit = await load().catch((error) => {
    if (isMissingModule(error)) return undefined;
    throw error;
  });
  if (!kit) return { problems: [kitMissing()] };
  const [{ default: fc }, { snapshotsFor }] = kit;
  const made = snapshotsFor(after, { rulesets: [before], completeness: 0.95 });
  const snapshots: Snapshot[] = [];
  let problems: readonly Problem[] = [];
  for (let round = 0; round < ROUNDS && snapshots.length < cases; round += 1) {
    for (const one of fc.sample(made, { numRuns: cases, seed: seed + round })) {
      const wrong = checkSnapshotFor(before, one);
      if (wrong.length > 0) problems = wrong;
      else if (snapshots.length < cases) snapshots.push(one);
    }
  }
  return snapshots.length > 0 || cases === 0 ? { snapshots } : { problems };
}
