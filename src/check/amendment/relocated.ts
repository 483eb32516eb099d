import type { Origins } from '../../law/apply-amendment.js';
import type { Path, Problem } from '../../problem/problem.js';
import { pointer } from '../../problem/report.js';
import type { Amendment, Change, Ruleset } from '../../schema/ruleset.js';
import { segmentsOf } from './segments.js';

/** Tells problems found in an amended set at their places in the amendment. */
export function relocating(
  amendment: Amendment,
  ruleset: Ruleset,
  origins: Origins,
): (problem: Problem) => Problem {
  const placeOf = (pointer: string): string | undefined => {
    const segments = segmentsOf(pointer);
    return placeOfOrigin(segments, ruleset, origins) ?? ownPlace(pointer, segments, amendment);
  };
  const inWords = (text: string): string =>
    text.replace(PLACE_IN_SET, (pointer) => placeOf(pointer) ?? pointer);
  return (problem) => ({
    ...problem,
    path: placeOf(problem.path) ?? placeOfCause(problem, amendment),
    hint: { vi: inWords(problem.hint.vi), en: inWords(problem.hint.en) },
  });
}

/** A pointer that a hint names. */
const PLACE_IN_SET = /\/(?:criteria|prerequisites)(?:\/[\w-]+)+/g;

/** Where the innermost part of the set on the way to the problem came from, and the rest of the way. */
function placeOfOrigin(segments: Path, ruleset: Ruleset, origins: Origins): string | undefined {
  let value: unknown = ruleset;
  let place: string | undefined;
  for (const [depth, segment] of segments.entries()) {
    value =
      typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[segment] : undefined;
    const origin = typeof value === 'object' && value !== null ? origins.get(value) : undefined;
    if (origin !== undefined) place = pointer(origin, ...segments.slice(depth + 1));
  }
  return place;
}

/** Totals, facts and sources stand in the amendment as they do in a set; its version is the day it begins. */
function ownPlace(pointer: string, [first]: Path, amendment: Amendment): string | undefined {
  if (first !== undefined && Object.hasOwn(amendment, first)) return pointer;
  return first === 'effectiveFrom' && amendment.version !== undefined ? '/version' : undefined;
}

/** What is wrong in the base now was brought about by the change that touches what the problem names. */
function placeOfCause({ found }: Problem, amendment: Amendment): string {
  const at = amendment.changes.findIndex((change) =>
    namesOf(change).some((name) => found.match(/[\p{L}\p{N}.#-]+/gu)?.includes(name)),
  );
  return at < 0 ? '/changes' : `/changes/${at}`;
}

function namesOf(change: Change): string[] {
  switch (change.change) {
    case 'add-prerequisite':
      return [change.prerequisite.id];
    case 'add-criterion':
      return [change.criterion.no, ...change.criterion.indicators.map(({ id }) => id)];
    case 'add-indicator':
      return [change.criterion, change.indicator.id];
    case 'repeal-criterion':
      return [change.criterion];
    case 'replace-indicator':
      return [change.indicator, change.with.id];
    default:
      return [change.indicator];
  }
}
