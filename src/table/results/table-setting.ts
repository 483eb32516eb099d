import type { RulesetVocabulary } from '../../check/ruleset-vocabulary.js';
import type { Locale, Localized } from '../../schema/text.js';

/** In which language tables are written, and the names that results alone do not hold. */
export interface TableSetting {
  readonly locale: Locale;
  readonly names: RulesetVocabulary;
  /** Titles of rulesets and ladders by id. */
  readonly titles: Readonly<Record<string, Localized>>;
}

/** The setting that options come to. */
export function tableSetting({
  locale = 'vi',
  names = {},
  titles = {},
}: {
  readonly locale?: Locale;
  readonly names?: RulesetVocabulary;
  readonly titles?: Readonly<Record<string, Localized>>;
}): TableSetting {
  return { locale, names, titles };
}

/** The title of a ruleset or ladder where it is known, else its id. */
export function titleOf(id: string, { titles, locale }: TableSetting): string {
  return Object.hasOwn(titles, id) ? (titles[id]?.[locale] ?? id) : id;
}

export function said({ locale }: TableSetting, vi: string, en: string): string {
  return locale === 'vi' ? vi : en;
}
