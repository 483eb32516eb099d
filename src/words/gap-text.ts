import type { Gap, Margin } from '../schema/evaluation.js';
import type { Locale } from '../schema/text.js';
import { formatFigure } from './figures.js';
import { REASON_LABELS, SEX_LABELS } from './labels.js';

function titleOf(
  item: {
    title?: { vi: string; en: string } | undefined;
    fact?: string | undefined;
    sex?: 'male' | 'female' | undefined;
  },
  locale: Locale,
): string {
  const title = item.title?.[locale] ?? item.fact ?? '';
  return item.sex ? `${title} (${SEX_LABELS[item.sex][locale]})` : title;
}

function countText(count: { count: number; of?: number }, locale: Locale): string {
  const number = formatFigure(count.count, { locale });
  if (count.of === undefined) return number;
  const of = formatFigure(count.of, { locale });
  return locale === 'vi' ? `${number} trên tổng số ${of}` : `${number} of ${of}`;
}

/** What is missing, in one phrase: "còn thiếu 21,2 điểm phần trăm (ít nhất 212 trên tổng số 1.000)". */
export function gapText(gap: Gap, locale: Locale): string {
  const vi = locale === 'vi';
  const parts = (separator: string): string =>
    (gap.parts ?? []).map((part) => partText(part, locale)).join(separator);
  switch (gap.kind) {
    case 'shortfall': {
      if (gap.shortfall === undefined)
        return vi ? `cần ${formatRequired(gap, locale)}` : `needs ${formatRequired(gap, locale)}`;
      const amount = formatFigure(gap.shortfall, { locale, places: 6, ...(gap.unit && { unit: gap.unit }) });
      const more = gap.exclusive ? (vi ? 'hơn ' : 'more than ') : '';
      const direction =
        gap.direction === 'decrease' ? (vi ? 'phải giảm' : 'has to fall by') : vi ? 'còn thiếu' : 'short by';
      const count = gap.atLeast && gap.atLeast.of !== undefined ? countText(gap.atLeast, locale) : undefined;
      const about = gap.estimated ? (vi ? 'khoảng ' : 'about ') : '';
      const whole =
        count === undefined ? '' : vi ? ` (ít nhất ${about}${count})` : ` (at least ${about}${count})`;
      return `${direction} ${more}${count === undefined ? about : ''}${amount}${whole}`;
    }
    case 'missing':
      if (gap.reason !== undefined && gap.reason !== 'missing-fact') {
        const reason = REASON_LABELS[gap.reason][locale];
        return gap.fact === undefined ? reason : `${reason}: ${titleOf(gap, locale)}`;
      }
      return vi ? `thiếu số liệu: ${titleOf(gap, locale)}` : `missing: ${titleOf(gap, locale)}`;
    case 'requirement': {
      const reason = REASON_LABELS[gap.reason ?? 'requirement-undetermined'][locale];
      return gap.parts?.length ? `${reason}; ${parts('; ')}` : reason;
    }
    case 'all':
      if (gap.refersTo) return referenceText(gap.refersTo, locale);
      return vi ? `cần tất cả: ${parts('; ')}` : `all of: ${parts('; ')}`;
    case 'any':
      return vi ? `cần một trong: ${parts('; ')}` : `one of: ${parts('; ')}`;
    case 'k-of-n':
      return vi ? `cần thêm ${gap.needed} trong: ${parts('; ')}` : `${gap.needed} more of: ${parts('; ')}`;
  }
}

function partText(gap: Gap, locale: Locale): string {
  const text = gapText(gap, locale);
  const named = gap.kind === 'shortfall' || gap.kind === 'requirement';
  return named && (gap.title || gap.fact) ? `${titleOf(gap, locale)}: ${text}` : text;
}

function formatRequired(gap: Gap, locale: Locale): string {
  if (gap.required === undefined) return '';
  return formatFigure(gap.required as never, { locale, ...(gap.unit && { unit: gap.unit }) });
}

function referenceText(refersTo: NonNullable<Gap['refersTo']>, locale: Locale): string {
  const vi = locale === 'vi';
  const what = [
    refersTo.indicator !== undefined ? `${vi ? 'chỉ tiêu' : 'indicator'} ${refersTo.indicator}` : undefined,
    refersTo.criterion !== undefined ? `${vi ? 'tiêu chí' : 'criterion'} ${refersTo.criterion}` : undefined,
    refersTo.ruleset,
  ].filter((one) => one !== undefined);
  return `${vi ? 'cần đạt' : 'needs'} ${what.join(vi ? ' của ' : ' of ')}${vi ? '' : ' met'}`;
}

/** What may be lost, in one phrase. */
export function marginText(margin: Margin, locale: Locale): string {
  const vi = locale === 'vi';
  if (margin.kind === 'all')
    return (margin.parts ?? [])
      .map((part) => `${titleOf(part, locale)}: ${marginText(part, locale)}`)
      .join('; ');
  const amount = formatFigure(margin.surplus ?? '0', {
    locale,
    places: 6,
    ...(margin.unit && { unit: margin.unit }),
  });
  const count =
    margin.atMost && margin.atMost.of !== undefined ? ` (${countText(margin.atMost, locale)})` : '';
  const next = margin.nextYear
    ? vi
      ? `; năm ${margin.nextYear.year} cần ${formatFigure(margin.nextYear.required, { locale })}`
      : `; ${margin.nextYear.year} asks for ${formatFigure(margin.nextYear.required, { locale })}`
    : '';
  return `${vi ? 'còn dư' : 'to spare'} ${amount}${count}${next}`;
}
