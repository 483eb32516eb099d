import { tierTitle } from '../law/tier-names.js';
import type { Blocker, TierResult } from '../schema/programme.js';
import type { Locale, Localized } from '../schema/text.js';
import { OUTCOME_LABELS } from './labels.js';

const counted = (count: number, { one, many }: { one: string; many: string }): string =>
  `${count} ${count === 1 ? one : many}`;

const CRITERIA = { vi: { one: 'tiêu chí', many: 'tiêu chí' }, en: { one: 'criterion', many: 'criteria' } };
const INDICATORS = {
  vi: { one: 'chỉ tiêu', many: 'chỉ tiêu' },
  en: { one: 'indicator', many: 'indicators' },
};
const PREREQUISITES = {
  vi: { one: 'điều kiện trước', many: 'điều kiện trước' },
  en: { one: 'prerequisite', many: 'prerequisites' },
};

/** "3 tiêu chí, 5 chỉ tiêu"; what there is none of is left out. */
function counts(
  locale: Locale,
  {
    criteria = 0,
    indicators = 0,
    prerequisites = 0,
  }: { criteria?: number | undefined; indicators?: number | undefined; prerequisites?: number },
): string {
  const words = [
    ...(prerequisites > 0 ? [counted(prerequisites, PREREQUISITES[locale])] : []),
    ...(criteria > 0 ? [counted(criteria, CRITERIA[locale])] : []),
    ...(indicators > 0 ? [counted(indicators, INDICATORS[locale])] : []),
  ];
  return words.length === 2 && locale === 'en' ? words.join(' and ') : words.join(', ');
}

/** Inside a sentence: "đạt chuẩn …" from "Đạt chuẩn …"; abbreviations stay. */
const inSentence = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? `${text.charAt(0).toLowerCase()}${text.slice(1)}` : text;

/** The tier below, where it stands in the way, and what of it is asked where that says more than its name. */
function lowerTier(blockers: readonly Blocker[], locale: Locale): string[] {
  const below = blockers.find(({ kind }) => kind === 'tier');
  if (!below) return [];
  const name = tierTitle(below.id)[locale];
  const asked = below.title[locale] === name ? '' : `: ${inSentence(below.title[locale])}`;
  const outcome = OUTCOME_LABELS[below.outcome][locale];
  return [`${locale === 'vi' ? `mức ${name}` : `${name} first`}${asked} (${outcome})`];
}

/** The set itself, where none judges or more is asked than anybody has listed. */
function openSet({ blockers, distance }: TierResult, locale: Locale): string[] {
  if (!blockers.some(({ kind }) => kind === 'set')) return [];
  const none = distance === null;
  return [
    locale === 'vi'
      ? none
        ? 'chưa có bộ tiêu chí để xét'
        : 'phần nội dung của bộ tiêu chí chưa có nguồn'
      : none
        ? 'there is no set to judge by'
        : 'the part of the set that no source at hand lists',
  ];
}

/** Everything between a unit and a tier, in a few words each; empty where its set is met on a held lower tier. */
function pieces(tier: TierResult, locale: Locale): string[] {
  const { distance } = tier;
  const found = [...lowerTier(tier.blockers, locale)];
  if (distance) {
    const { criteria, indicators, prerequisites, unknown, unknownCriteria, unknownPrerequisites } = distance;
    const unmet = counts(locale, { criteria, indicators, prerequisites });
    if (unmet !== '') found.push(`${unmet} ${locale === 'vi' ? 'chưa đạt' : 'not met'}`);
    const open = counts(locale, {
      prerequisites: unknownPrerequisites,
      ...(unknown > 0 ? { indicators: unknown } : { criteria: unknownCriteria }),
    });
    if (open !== '') found.push(`${open} ${locale === 'vi' ? 'chưa đủ căn cứ' : 'not decided'}`);
  }
  return [...found, ...openSet(tier, locale)];
}

const reach = ({ tier, title }: { tier: string; title: Localized }, locale: Locale): string =>
  locale === 'vi'
    ? tier === 'completion'
      ? `Để ${title.vi} còn`
      : `Để đạt ${title.vi} còn`
    : `For ${title.en} what is left`;

/**
 * What is left until a unit has a tier, in one sentence: "Để đạt NTM nâng cao còn: 3 tiêu chí, 5 chỉ tiêu chưa đạt."
 * What the unit reports of itself is said beside it, never in its place.
 */
export function leftSentence(tier: TierResult, locale: Locale): string {
  const vi = locale === 'vi';
  const left = pieces(tier, locale);
  const { reported } = tier.distance ?? {};
  const own = reported && counts(locale, reported);
  const beside =
    own === undefined
      ? ''
      : own === ''
        ? vi
          ? ' Theo báo cáo của đơn vị: không còn gì.'
          : ' By its own report: nothing.'
        : vi
          ? ` Theo báo cáo của đơn vị: còn ${own}.`
          : ` By its own report: ${own}.`;
  if (left.length > 0) return `${reach(tier, locale)}: ${left.join('; ')}.${beside}`;
  return vi
    ? `${reach(tier, locale)}: không gì khác ngoài quyết định công nhận.${beside}`
    : `${reach(tier, locale)}: nothing but the decision of recognition.${beside}`;
}
