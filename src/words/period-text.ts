import { format } from 'date-fns/format';
import { parseISO } from 'date-fns/parseISO';
import type { Period } from '../schema/plan.js';
import type { Locale } from '../schema/text.js';
import { formatDay } from './figures.js';

const ROMAN = ['I', 'II', 'III', 'IV'];

function monthText(month: string, locale: Locale): string {
  const first = parseISO(`${month}-01`);
  return locale === 'vi' ? `tháng ${format(first, 'M/yyyy')}` : format(first, 'MMMM yyyy');
}

/** A period as people read it: "6 tháng đầu năm 2024", "quý III/2024", "trước tháng 8/2024". */
export function periodText(period: Period, locale: Locale): string {
  const vi = locale === 'vi';
  if (typeof period !== 'string') {
    if ('by' in period) return `${vi ? 'đến hết ngày' : 'by'} ${formatDay(period.by, locale)}`;
    const { before } = period;
    if (before.length === 7) return `${vi ? 'trước' : 'before'} ${monthText(before, locale)}`;
    return `${vi ? 'trước ngày' : 'before'} ${formatDay(before, locale)}`;
  }
  const [year = '', part] = period.split('-');
  if (part === undefined) return vi ? `năm ${year}` : year;
  if (part === 'H1') return vi ? `6 tháng đầu năm ${year}` : `first half of ${year}`;
  if (part === 'H2') return vi ? `6 tháng cuối năm ${year}` : `second half of ${year}`;
  if (part.startsWith('Q')) {
    const quarter = Number(part[1]);
    return vi ? `quý ${ROMAN[quarter - 1] ?? quarter}/${year}` : `quarter ${quarter} of ${year}`;
  }
  return monthText(period, locale);
}
