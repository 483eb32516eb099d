import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { Locale } from '../schema/text.js';
import { formatDay } from '../words/figures.js';

function dayBefore(day: string): string {
  return format(addDays(parseISO(day), -1), 'yyyy-MM-dd');
}

interface Version {
  readonly id: string;
  readonly effectiveFrom: string;
  readonly effectiveTo?: string | undefined;
  readonly period: { readonly to: string };
}

/** The last day a version judges: its own end, the day before its next version, or the end of its period. */
export function lastDayAmong(version: Version, all: readonly Version[]): string {
  const next = all
    .filter((other) => other.id === version.id && other.effectiveFrom > version.effectiveFrom)
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()[0];
  const last = version.effectiveTo ?? version.period.to;
  return next !== undefined && next <= last ? dayBefore(next) : last;
}

/** "08/03/2022 – 29/02/2024" */
export function spanText(version: Version, all: readonly Version[], locale: Locale): string {
  return `${formatDay(version.effectiveFrom, locale)} – ${formatDay(lastDayAmong(version, all), locale)}`;
}
