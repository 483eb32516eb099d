import { both } from '../evaluate/settled.js';
import { type Code, EXEMPT } from '../rule/code.js';

/** How two codes join, by `first * 8 + second`. */
type Joining = Uint8Array;

const joining = (join: (a: Code, b: Code) => Code): Joining =>
  Uint8Array.from({ length: 64 }, (_, pair) => join(pair >> 3, pair & 7));

/** All of a group: what is exempt is left out, and stays where nothing else is. */
export const ALL_OF: Joining = joining((a, b) => Math.min(a, b, EXEMPT));

/** Any of a group: what is exempt is left out. */
export const ANY_OF: Joining = joining((a, b) =>
  a >= EXEMPT ? (b >= EXEMPT ? EXEMPT : b) : b >= EXEMPT ? a : Math.max(a, b),
);

/** Entries of a criterion, criteria of a set: what is exempt counts as met. */
export const BOTH: Joining = joining(both);

/** Joins lists of codes row by row. */
export function joinedCodes(lists: readonly Uint8Array[], by: Joining): Uint8Array | undefined {
  // A list alone joins with itself: what is exempt in a group is exempt for certain.
  const [first, second = first, ...others] = lists;
  if (!first || !second) return undefined;
  const result = new Uint8Array(first.length);
  for (let index = 0; index < result.length; index += 1)
    result[index] = by[((first[index] as Code) << 3) | (second[index] as Code)] as Code;
  for (const list of others)
    for (let index = 0; index < result.length; index += 1)
      result[index] = by[((result[index] as Code) << 3) | (list[index] as Code)] as Code;
  return result;
}
