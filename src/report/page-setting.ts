import type { Locale, Localized } from '../schema/text.js';
import type { Setting } from '../words/scorecard-setting.js';
import type { ReportOptions } from './report-input.js';

/** In which language a page is written, and the names that results alone do not hold. */
export interface PageSetting extends Setting {
  readonly titles: Readonly<Record<string, Localized>>;
}

/** Lines of a page break in the browser, never here. */
const NEVER_WRAPPED = 1_000_000;

export function pageSetting({ locale = 'vi', names = {}, titles = {} }: ReportOptions): PageSetting {
  return { locale, names, titles, width: NEVER_WRAPPED, detail: 'all' };
}

/** Text in the language of the page. */
export function say({ locale }: { readonly locale: Locale }, vi: string, en: string): string {
  return locale === 'vi' ? vi : en;
}

/** The name of a ruleset or ladder; its id where no name is at hand. */
export function titleOf(id: string, { titles, locale }: PageSetting): string {
  return (Object.hasOwn(titles, id) && titles[id]?.[locale]) || id;
}
