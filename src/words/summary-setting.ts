import type { Locale, Localized } from '../schema/text.js';
import { BLANK, type Line, paragraph, type Span, span, wrap } from './scorecard-layout.js';

/** How a summary or a plan is written. */
export interface TableTextOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
  /** Columns that a line may take; default 100, never less than 60. @since 0.1.0 */
  width?: number;
  /** Names of rulesets and ladders by id; without them the ids alone show. @since 0.1.0 */
  titles?: Readonly<Record<string, Localized>>;
  /** Everything that is known; without it, lists begin with what matters most. @since 0.1.0 */
  all?: boolean;
}

export interface TableSetting {
  readonly locale: Locale;
  readonly width: number;
  readonly titles: Readonly<Record<string, Localized>>;
  readonly all: boolean;
}

export function tableSetting({
  locale = 'vi',
  width = 100,
  titles = {},
  all = false,
}: TableTextOptions): TableSetting {
  return { locale, width: Math.max(60, width), titles, all };
}

/** Text in the language of the setting. */
export function spoken({ locale }: Pick<TableSetting, 'locale'>, vi: string, en: string): string {
  return locale === 'vi' ? vi : en;
}

/** The name of a ruleset or ladder with its id; the id alone where no name is at hand. */
export function titleLines(id: string, { titles, locale }: TableSetting): Line[] {
  const title = Object.hasOwn(titles, id) ? titles[id] : undefined;
  return title ? [[span(title[locale], 'strong')], [span(id, 'faint')]] : [[span(id, 'strong')]];
}

/** Sections with a blank line between them; empty ones are left out. */
export function inSections(sections: readonly (readonly Line[])[]): Line[] {
  return sections
    .filter((lines) => lines.length > 0)
    .flatMap((lines, at) => (at > 0 ? [BLANK, ...lines] : [...lines]));
}

/** A heading over a section, where the section has something. */
export function headed(
  heading: string,
  lines: readonly Line[],
  { width }: Pick<TableSetting, 'width'>,
): Line[] {
  return lines.length > 0 ? [...paragraph([span(heading, 'strong')], width), ...lines] : [];
}

/** A label and its text as one paragraph, set in; later lines stand two columns further. */
export function labelled(
  label: Span,
  text: string,
  { width }: Pick<TableSetting, 'width'>,
  indent = 0,
): Line[] {
  const lines = wrap([label, span(text)], width - indent - 2);
  return lines.map((line, at) => [span(' '.repeat(at === 0 ? indent : indent + 2)), ...line]);
}
