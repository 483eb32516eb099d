import { regionsOf } from '../law/territory.js';
import { readingsOf } from '../rule/reading.js';
import type { Observed } from '../schema/evaluation.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Ruleset } from '../schema/ruleset.js';
import type { FactEntry, Reading, Snapshot } from '../schema/snapshot.js';
import type { Locale, Localized } from '../schema/text.js';
import { formatFigure } from '../words/figures.js';
import { LEVEL_LABELS, SEX_LABELS } from '../words/labels.js';

/** Facts named in a counterexample; more would hide what matters. */
const MOST_FACTS = 6;

const uncapitalised = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const PERCENT: Localized = { vi: '%', en: '%' };

/** A figure of a fact with its unit, or a grade by its title. */
export function figureWords(value: unknown, definition: FactDefinition | undefined, locale: Locale): string {
  const grade = definition?.grades?.find(({ id }) => String(id) === String(value));
  if (grade) return grade.title?.[locale] ?? String(grade.id);
  const unit = definition?.type === 'percent' ? PERCENT : definition?.unit;
  return formatFigure(value as Observed, { locale, places: 6, ...(unit && { unit }) });
}

function readingWords(reading: Reading, definition: FactDefinition | undefined, locale: Locale): string {
  const { value, sex, standard, population, approximate, asOf, source: _s, method: _m, ...bounds } = reading;
  const figure = figureWords(value ?? bounds, definition, locale);
  const told = [sex && SEX_LABELS[sex][locale], standard, population, asOf].filter(
    (one) => one !== undefined,
  );
  const about = approximate ? (locale === 'vi' ? 'khoảng ' : 'about ') : '';
  return `${about}${figure}${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** `health-insurance coverage 94.9 %` */
export function factWords(
  key: string,
  entry: FactEntry | undefined,
  definition: FactDefinition | undefined,
  locale: Locale,
): string {
  const readings = readingsOf(entry).map((reading) => readingWords(reading, definition, locale));
  return `${uncapitalised(definition?.title[locale] ?? key)} ${readings.join(' / ')}`;
}

function regionTitles(snapshot: Snapshot, ruleset: Ruleset, locale: Locale): string[] {
  const { territory } = ruleset;
  if (!territory || !ruleset.regions) return [];
  const regions = regionsOf(territory, snapshot.unit, snapshot.assessedOn) ?? [];
  return regions.map((region) => territory.regions[region]?.[locale] ?? region);
}

function unitWords(snapshot: Snapshot, ruleset: Ruleset, locale: Locale): string {
  const { level, province, group, traits } = snapshot.unit;
  const [region, other] = regionTitles(snapshot, ruleset, locale);
  const where = region !== undefined && other === undefined ? region : (province ?? undefined);
  const groupTitle = ruleset.groups?.find(({ id }) => id === group)?.title[locale];
  const held = Object.entries(traits ?? {}).flatMap(([trait, has]) => (has ? [trait] : []));
  const more = [groupTitle, ...held].filter((one) => one !== undefined);
  const told = more.length > 0 ? ` (${more.join('; ')})` : '';
  if (locale === 'vi') return `Một ${LEVEL_LABELS[level].vi}${where ? ` thuộc ${where}` : ''}${told}`;
  return `A ${LEVEL_LABELS[level].en}${where ? ` of ${region === where ? `the ${where}` : where}` : ''}${told}`;
}

/**
 * A unit and what is known of it: "A commune of the Red River Delta, judged for 2024, with health-insurance coverage
 * 94.9 %". Of many facts, those named are told first.
 */
export function snapshotWords(
  snapshot: Snapshot,
  ruleset: Ruleset,
  first: readonly string[] = [],
): Localized {
  const given = Object.keys(snapshot.facts);
  const keys = [
    ...given.filter((key) => first.includes(key)),
    ...given.filter((key) => !first.includes(key)),
  ];
  const say = (locale: Locale): string => {
    const vi = locale === 'vi';
    const year = snapshot.year ?? snapshot.assessedOn.slice(0, 4);
    const facts = keys
      .slice(0, MOST_FACTS)
      .map((key) => factWords(key, snapshot.facts[key], ruleset.facts[key], locale));
    const rest = keys.length - facts.length;
    const more = rest > 0 ? [vi ? `và ${rest} số liệu khác` : `and ${rest} other facts`] : [];
    const known =
      keys.length === 0
        ? vi
          ? 'chưa có số liệu nào'
          : 'of which nothing is known'
        : `${vi ? 'có' : 'with'} ${[...facts, ...more].join('; ')}`;
    return capitalised(
      `${unitWords(snapshot, ruleset, locale)}, ${vi ? `đánh giá năm ${year}` : `judged for ${year}`}, ${known}`,
    );
  };
  return { vi: say('vi'), en: say('en') };
}

/** A unit, and what is wrong with its answer. */
export function story(
  snapshot: Snapshot,
  ruleset: Ruleset,
  wrong: Localized,
  first: readonly string[] = [],
): Localized {
  const unit = snapshotWords(snapshot, ruleset, first);
  return { vi: `${unit.vi}: ${wrong.vi}.`, en: `${unit.en}: ${wrong.en}.` };
}
