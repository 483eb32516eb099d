import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { Evaluation, IndicatorResult, Outcome } from '../schema/evaluation.js';
import type { Locale } from '../schema/text.js';
import { formatDay } from './figures.js';
import { type Line, type Span, span } from './scorecard-layout.js';
import { ranges } from './scorecard-ranges.js';

export type Detail = 'brief' | 'usual' | 'all';

/** How and for whom a scorecard is written, and the names that an evaluation alone does not hold. */
export interface Setting {
  readonly locale: Locale;
  readonly width: number;
  readonly detail: Detail;
  readonly names: RulesetVocabulary;
}

/** A section, and whether more is known than it shows. */
export interface Section {
  readonly lines: readonly Line[];
  readonly cut?: boolean;
}

export const NOTHING: Section = { lines: [] };

/** Distinguishable without colour. */
export const MARKS: Record<Outcome, string> = { met: '✓', unmet: '✗', unknown: '?' };
export const PROVISIONAL_MARK = '~';

/** The mark of an outcome, two columns wide; a tilde says that it is provisional. */
export function mark({ outcome, provisional }: { outcome: Outcome; provisional: boolean }): Span {
  return span(`${MARKS[outcome]}${provisional ? PROVISIONAL_MARK : ' '}`, outcome);
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** The name of a region, where names are at hand; else its id. */
export function regionName(id: string, { names, locale }: Setting): string {
  return names.territory?.regions[id]?.[locale] ?? id;
}

/** The name of a fact, trait or standard, where names are at hand. */
export function nameOfKey(key: string, { names, locale }: Setting): string | undefined {
  return (names.facts?.[key] ?? names.traits?.[key] ?? names.standards?.[key])?.title[locale];
}

/** The name of a fact with its key behind it, as people look it up and programs write it. */
export function factName(key: string, title: string | undefined, setting: Setting): string {
  const named = title ?? nameOfKey(key, setting);
  return named === undefined ? key : `${named} (${key})`;
}

/** The name of a grade such as `hoan-thanh-tot`, where names are at hand. */
export function gradeName(
  fact: string | undefined,
  grade: unknown,
  { names, locale }: Setting,
): string | undefined {
  const definition = fact === undefined ? undefined : names.facts?.[fact];
  return definition?.grades?.find(({ id }) => id === grade)?.title?.[locale];
}

const ISO_DAY = /(?<![@\d-])\d{4}-\d{2}-\d{2}(?![\d-])/g;

/** A text with its days as people read them; the day inside `id@version` stays. */
export function withDays(text: string, locale: Locale): string {
  return text.replace(ISO_DAY, (day) => formatDay(day, locale));
}

/** Indicators that belong to a criterion, in their order; prerequisites and placeholders stand apart. */
export function ownIndicators(evaluation: Evaluation): IndicatorResult[] {
  return evaluation.criteria.flatMap(({ indicators }) => indicators);
}

/** Indicator numbers, with ranges inside a criterion. */
export function numbers(evaluation: Evaluation, chosen: readonly string[]): string {
  const wanted = new Set(chosen);
  const listed = evaluation.criteria.flatMap(({ indicators }) => {
    const order = indicators.map(({ id }) => id);
    return ranges(
      order.filter((id) => wanted.has(id)),
      order,
    );
  });
  const own = new Set(ownIndicators(evaluation).map(({ id }) => id));
  const others = chosen.filter((id) => !own.has(id));
  return [...listed, ...ranges(others, others)].join(', ');
}
