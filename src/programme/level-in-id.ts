import { type Level, levelSchema } from '../schema/text.js';

/** The level a ruleset or ladder is for, as its id says: `vn/commune-ntm/2021-2025`, `vn/commune/2021-2025`. */
export function levelInId(id: string): Level | undefined {
  const word = (id.split('/')[1] ?? '').split('-')[0] ?? '';
  return levelSchema.options.find((level) => level === word);
}
