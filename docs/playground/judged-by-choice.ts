import { type Level, type Locale, ladders, listRulesets } from '../../src/index.js';
import { element } from './element.js';
import type { JudgedBy } from './judged-by.js';

const SET = 'set';
const OWN = 'own';

const optionOf = (by: JudgedBy): string => ('ruleset' in by ? SET : (by.ladder ?? OWN));

/** The title of a set, with its version where one is pinned. */
function titleOf(named: string, locale: Locale): string {
  const [id, version] = named.split('@');
  const title = listRulesets().find((one) => one.id === id)?.title[locale] ?? named;
  return version === undefined ? title : `${title} · ${version}`;
}

/** By what many units are judged: the set that the page shows, or every tier of a ladder. */
export function judgedByChoice(
  { by, level, ruleset, locale }: { by: JudgedBy; level: Level; ruleset: string; locale: Locale },
  choose: (by: 'set' | { ladder: string | undefined }) => void,
): HTMLElement {
  const vi = locale === 'vi';
  const own = ladders().filter((one) => one.level === level);
  const select = element(
    'select',
    {
      name: 'judged-by',
      on: {
        change: () => {
          const { value } = select;
          choose(value === SET ? 'set' : { ladder: value === OWN ? undefined : value });
        },
      },
    },
    own.length > 0 &&
      element(
        'optgroup',
        { label: vi ? 'Các mức độ' : 'Tiers' },
        element(
          'option',
          { value: OWN },
          vi ? 'Mọi mức độ, theo ngày xét của từng đơn vị' : 'Every tier, by the day of each unit',
        ),
        ...own.map(({ id, title }) => element('option', { value: id }, title[locale])),
      ),
    element(
      'optgroup',
      { label: vi ? 'Một bộ tiêu chí' : 'One set' },
      element('option', { value: SET }, titleOf(ruleset, locale)),
    ),
  );
  select.value = optionOf(by);
  return element('label', { class: 'inline' }, element('span', {}, vi ? 'Xét theo' : 'Judge by'), select);
}
