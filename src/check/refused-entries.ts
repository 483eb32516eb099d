import type { Path } from '../problem/problem.js';

/** What has to be there for anything to be judged. */
const REQUIRED: ReadonlySet<string> = new Set(['assessedOn', 'unit', 'unit/level', 'unit/name']);

/** How many keys lead to one entry of a section: one fact, one declaration, one recognition. */
const ENTRY_DEPTH: ReadonlyMap<unknown, number> = new Map([
  ['facts', 2],
  ['reported', 2],
  ['recognitions', 2],
  ['remarks', 2],
  ['declared', 3],
  ['unit', 2],
]);

/** The entry that goes when something is wrong at a place: as little as leaves the rest its meaning. */
function entryAt(path: Path): Path {
  const isTrait = path[0] === 'unit' && path[1] === 'traits';
  return path.slice(0, isTrait ? 3 : (ENTRY_DEPTH.get(path[0]) ?? 1));
}

type Container = Record<string | number, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/**
 * Takes out of a draft (our own copy) every entry with something wrong in it. Returns whether what is left can be
 * judged: it has a unit with level and name, and a day.
 */
export function leaveOut(draft: Record<string, unknown>, places: readonly Path[]): boolean {
  let canBeJudged = true;
  for (const place of places) {
    const entry = entryAt(place);
    if (entry.length === 0 || REQUIRED.has(entry.join('/'))) canBeJudged = false;
    remove(draft, entry);
  }
  // Lists keep their places until all have been taken out.
  for (const key of ['recognitions', 'remarks']) {
    const list = draft[key];
    if (Array.isArray(list)) draft[key] = list.filter((item) => item !== undefined);
  }
  return canBeJudged;
}

function remove(draft: Container, entry: Path): void {
  let container: unknown = draft;
  for (const key of entry.slice(0, -1)) {
    container = isContainer(container) && Object.hasOwn(container, key) ? container[key] : undefined;
  }
  const last = entry.at(-1);
  if (!isContainer(container) || last === undefined) return;
  if (Array.isArray(container)) container[Number(last)] = undefined;
  else delete container[last];
}
