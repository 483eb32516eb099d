import { addDays } from 'date-fns/addDays';
import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { Period } from '../../schema/plan.js';

/** From a day, up to another that is not part of it; days as yyyy-mm-dd. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Before every day, and after every day. */
export const ALWAYS: Span = { from: '', to: '9999-12-32' };

function dayAfter(day: string): string {
  return format(addDays(parseISO(day), 1), 'yyyy-MM-dd');
}

const pad = (month: number): string => String(month).padStart(2, '0');

/** The first day of a month, counted on from January of a year. */
function firstDay(year: number, months: number): string {
  return `${String(year + Math.floor(months / 12)).padStart(4, '0')}-${pad((months % 12) + 1)}-01`;
}

/** Where a period begins: undefined for one that only says when it ends. */
export function beginningOf(period: Period): string | undefined {
  return typeof period === 'string' ? calendarSpan(period).from : undefined;
}

/** The first day after a period: with the 31st of July by which something is done, the 1st of August. */
export function endOf(period: Period): string {
  if (typeof period === 'string') return calendarSpan(period).to;
  if ('by' in period) return dayAfter(period.by);
  return period.before.length === 7 ? `${period.before}-01` : period.before;
}

function calendarSpan(period: string): Span {
  const year = Number(period.slice(0, 4));
  const part = period.slice(5);
  const [first, months] =
    part === ''
      ? [0, 12]
      : part.startsWith('H')
        ? [(Number(part[1]) - 1) * 6, 6]
        : part.startsWith('Q')
          ? [(Number(part[1]) - 1) * 3, 3]
          : [Number(part) - 1, 1];
  return { from: firstDay(year, first), to: firstDay(year, first + months) };
}

/** A period of a plan that begins on a day. */
export function spanOf(period: Period, begins: string): Span {
  return { from: beginningOf(period) ?? begins, to: endOf(period) };
}

/** The same period whichever way it was written. */
export function periodKey(period: Period): string {
  return typeof period === 'string' ? period : `<${endOf(period)}`;
}
