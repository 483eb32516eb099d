import type { Recognition } from '../../schema/snapshot.js';
import type { Locale } from '../../schema/text.js';
import { formatDay } from '../../words/figures.js';

const RECOGNISED = new Set([undefined, 'recognised']);

/** One decision of recognition in a line: "đã công nhận, quyết định 12/QĐ-UBND ngày 24/01/2024, kết quả năm 2023". */
export function recognitionWords(
  { ruleset, resultYear, status, decision, validUntil }: Recognition,
  locale: Locale,
): string {
  const vi = locale === 'vi';
  const number = decision?.number ?? '';
  const day = decision?.date === undefined ? '' : formatDay(decision.date, locale);
  const numbered = number === '' ? '' : `${vi ? 'quyết định' : 'decision'} ${number}`;
  const dated = day === '' ? '' : `${vi ? 'ngày' : 'of'} ${day}`;
  return [
    RECOGNISED.has(status) ? (vi ? 'đã công nhận' : 'recognised') : (status ?? ''),
    [numbered, dated].filter((one) => one !== '').join(' '),
    resultYear === undefined ? '' : vi ? `kết quả năm ${resultYear}` : `results of ${resultYear}`,
    validUntil ? `${vi ? 'có giá trị đến' : 'valid until'} ${formatDay(validUntil, locale)}` : '',
    ruleset ?? '',
  ]
    .filter((one) => one !== '')
    .join(', ');
}
