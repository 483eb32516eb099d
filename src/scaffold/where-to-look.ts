import type { Ruleset } from '../schema/ruleset.js';
import type { Locale, Localized } from '../schema/text.js';
import { formatDay } from '../words/figures.js';
import { OPERATOR_SIGNS } from '../words/labels.js';
import { withDays } from '../words/scorecard-setting.js';
import type { OpenRequirement } from './open-requirements.js';

/** The decision a set stands in, as people cite it. */
function decisionText({ decision, amendedBy }: Ruleset, locale: Locale): string {
  const vi = locale === 'vi';
  const day =
    decision.date === undefined ? '' : `${vi ? ' ngày ' : ' of '}${formatDay(decision.date, locale)}`;
  const number = decision.number ?? (vi ? '(chưa rõ số)' : '(number not known)');
  const annex = decision.annex === undefined ? '' : `, ${decision.annex}`;
  const amended = amendedBy?.length
    ? `${vi ? ', sửa đổi theo ' : ', as amended by '}${withDays(amendedBy.join(', '), locale)}`
    : '';
  return `${vi ? 'Quyết định' : 'Decision'} ${number}${day}${annex}${amended}`;
}

/** The unit of a figure; for contents and grades what may be written instead. */
export function unitOf({ fact }: OpenRequirement, { facts }: Ruleset): Localized | undefined {
  const definition = facts[fact];
  if (definition?.type === 'percent') return { vi: '%', en: '%' };
  if (definition?.type === 'boolean')
    return { vi: 'có (true) / không (false)', en: 'yes (true) / no (false)' };
  if (definition?.type !== 'level') return definition?.unit;
  const names = (locale: Locale): string =>
    (definition.grades ?? [])
      .map(({ id, title }) => (title ? `${title[locale]} (${JSON.stringify(id)})` : JSON.stringify(id)))
      .join(' / ');
  return { vi: names('vi'), en: names('en') };
}

function text(one: OpenRequirement, ruleset: Ruleset, province: string | undefined, locale: Locale): string {
  const vi = locale === 'vi';
  const { indicator, criterion, requirement, operator, kind, fact } = one;
  const unit = unitOf(one, ruleset)?.[locale];
  const place = [
    ...(criterion
      ? [`${vi ? 'tiêu chí' : 'criterion'} ${criterion.no} “${criterion.title[locale]}”`]
      : [vi ? 'điều kiện tiên quyết' : 'prerequisites']),
    `${vi ? 'chỉ tiêu' : 'indicator'} ${indicator.id} “${indicator.title[locale]}”`,
  ].join(', ');
  const figure = `“${requirement}”: ${OPERATOR_SIGNS[operator] ?? operator} ?${unit === undefined ? '' : ` ${unit}`} (${ruleset.facts[fact]?.title[locale] ?? fact})`;
  const national = decisionText(ruleset, locale);
  const committee = vi
    ? `UBND cấp tỉnh${province === undefined ? '' : ` (${province})`}`
    : `the People’s Committee of ${province ?? 'the province'}`;
  const where =
    kind === 'delegated'
      ? vi
        ? `Tra quyết định của ${committee} quy định cụ thể, thực hiện ${national}`
        : `See the decision of ${committee} that sets it under ${national}`
      : vi
        ? `Tra ${national}; hoặc quyết định của ${committee} cụ thể hóa bộ tiêu chí`
        : `See ${national}; or the decision of ${committee} that puts the set into effect`;
  const note = indicator.note === undefined ? '' : ` ${vi ? 'Lưu ý' : 'Note'}: ${indicator.note[locale]}`;
  return `${where}: ${place}; ${figure}.${note}`;
}

/** Where an officer finds the figure of an open requirement, and what it is compared with. */
export function whereToLook(one: OpenRequirement, ruleset: Ruleset, province: string | undefined): Localized {
  return { vi: text(one, ruleset, province, 'vi'), en: text(one, ruleset, province, 'en') };
}
