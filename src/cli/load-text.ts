import { basesOf } from '../check/amend.js';
import { amend, getRuleset, parseAmendment, parseRuleset } from '../index.js';
import type { Problem } from '../problem/problem.js';
import type { Ruleset } from '../schema/ruleset.js';
import { Bases, unknownBase } from './load-rulesets.js';
import { readAmendment } from './read-amendment.js';
import { isFileName } from './read-json.js';
import { problemsOf } from './report-problems.js';
import type { Surroundings } from './surroundings.js';

/** One text of the law to compare with another, or everything that is wrong with it. */
export type LoadedText = { readonly ruleset: Ruleset } | { readonly problems: readonly Problem[] };

/**
 * A text by id (its latest version), `id@version` or file. The file of an amendment stands for what it makes of its
 * base, of several bases of the last one; blanks in it are left out.
 */
export async function loadText(named: string, surroundings: Surroundings): Promise<LoadedText> {
  if (!isFileName(named) && !named.endsWith('.xlsx')) {
    const found = problemsOf(() => getRuleset(named), named);
    return 'problems' in found ? found : { ruleset: found.value };
  }
  const bases = new Bases([]);
  const find = (pinned: string | undefined) => (pinned === undefined ? undefined : bases.find(pinned));
  const read = await readAmendment(named, find, surroundings);
  if ('problems' in read) return read;
  const { file, json, amendment, atPlace } = read;
  const isAmendment = typeof json === 'object' && json !== null && 'amends' in json;
  if (!isAmendment) {
    const parsed = parseRuleset(json, { file });
    return parsed.ok ? { ruleset: parsed.value } : { problems: parsed.errors };
  }
  const parsed = parseAmendment(amendment, { file });
  if (!parsed.ok) return { problems: parsed.errors.map(atPlace) };
  const pinned = basesOf(parsed.value).at(-1) ?? '';
  const base = bases.find(pinned);
  if (!base) return { problems: [unknownBase(file, pinned, bases)] };
  const amended = problemsOf(() => amend(base, parsed.value, { file }), file);
  return 'problems' in amended ? { problems: amended.problems.map(atPlace) } : { ruleset: amended.value };
}
