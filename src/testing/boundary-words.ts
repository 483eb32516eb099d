import type { Literal, Operator } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Localized } from '../schema/text.js';
import { figureWords } from './words.js';

const WORDS: Readonly<Record<Operator, Localized>> = {
  greaterThanInclusive: { vi: 'ít nhất', en: 'at least' },
  greaterThan: { vi: 'trên', en: 'more than' },
  lessThanInclusive: { vi: 'nhiều nhất', en: 'at most' },
  lessThan: { vi: 'dưới', en: 'less than' },
  equal: { vi: 'đúng', en: 'exactly' },
  notEqual: { vi: 'khác', en: 'other than' },
  in: { vi: 'một trong', en: 'one of' },
};

/** `at least 90 %`, as a decision would say it. */
export function boundaryWords(
  operator: Operator,
  required: Literal | readonly Literal[],
  definition: FactDefinition | undefined,
): Localized {
  const list: readonly Literal[] = Array.isArray(required) ? required : [required as Literal];
  const say = (locale: 'vi' | 'en'): string => {
    const figures = list.map((one) => figureWords(one, definition, locale)).join(', ');
    return definition?.type === 'boolean' ? figures : `${WORDS[operator][locale]} ${figures}`;
  };
  return { vi: say('vi'), en: say('en') };
}
