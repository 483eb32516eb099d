import { type Ladder, ladders, listRulesets } from '../index.js';
import type { Localized } from '../schema/text.js';
import type { Chosen } from './load-rulesets.js';

/** Names of rulesets and ladders by id: those inside the package, then those given. */
export function setTitles(
  chosen: readonly Chosen[],
  ladder?: string | Ladder | undefined,
): Record<string, Localized> {
  const own = [...chosen, ladder].flatMap((one) =>
    one === undefined || typeof one === 'string' ? [] : [[one.id, one.title] as const],
  );
  return Object.fromEntries([
    ...listRulesets().map(({ id, title }) => [id, title] as const),
    ...ladders().map(({ id, title }) => [id, title] as const),
    ...own,
  ]);
}
