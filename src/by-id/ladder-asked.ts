import { parseLadder as parseLadderWith } from '../check/parse-ladder.js';
import { NtmError, type Parsed } from '../problem/problem.js';
import { ladderById } from '../programme/ladder-for.js';
import type { LawAtHand } from '../programme/law-at-hand.js';
import type { Ladder } from '../schema/ladder.js';
import type { Ruleset } from '../schema/ruleset.js';
import { getRuleset, ladders, shippedVocabulary, versionsOf } from '../shipped.js';

/** What a ladder of one's own may lead to besides what is inside the package. */
export interface LadderContext {
  /** Rulesets of one's own that steps may name. @since 0.1.0 */
  rulesets?: readonly Ruleset[];
  /** The file the input comes from; named in every problem. @since 0.1.0 */
  file?: string;
}

/**
 * Checks a ladder (thang mức độ) of one's own and returns it frozen, or every problem at once: steps that lead to no
 * set, or to one of another level or tier, prerequisites the set does not have, sources that do not exist.
 *
 * A step names a set by its id, so that the day of judgement picks the version, or a version (`id@version`), which then
 * judges any day, as a what-if.
 *
 * @example
 * parseLadder({ ...ladders()[0], id: 'vn/commune/2024-2024', steps: [] })
 * // { ok: false, errors: [{ code: 'empty-group', path: '/steps', … }] }
 * @since 0.1.0
 */
export function parseLadder(input: unknown, { rulesets = [], file }: LadderContext = {}): Parsed<Ladder> {
  const { sources, rulesets: known = [] } = shippedVocabulary();
  const texts = (id: string): readonly Ruleset[] => {
    const own = rulesets.filter((one) => one.id === id);
    return own.length > 0 ? own : versionsOf(id).map(({ version }) => getRuleset(id, { version }));
  };
  return parseLadderWith(input, {
    rulesets: [...new Set([...rulesets.map(({ id }) => id), ...known])],
    texts,
    ...(sources && { sources }),
    ...(file !== undefined && { file }),
  });
}

/** The ladder that was asked for: one inside the package by id, or one of the caller's own, checked. */
export function ladderAsked(
  law: LawAtHand,
  asked: string | Ladder | undefined,
  context: LadderContext,
): Ladder | undefined {
  if (asked === undefined) return undefined;
  if (typeof asked === 'string') return ladderById(law, asked);
  if (ladders().includes(asked)) return asked;
  const parsed = parseLadder(asked, context);
  if (!parsed.ok) throw new NtmError(parsed.errors);
  return parsed.value;
}
