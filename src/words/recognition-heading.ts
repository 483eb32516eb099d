import type { RecognitionCheck, RecognitionNoteCode } from '../schema/recognition-check.js';
import { formatDay } from './figures.js';
import { BECAUSE_LABELS, PROVISIONAL } from './labels.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { MARKS, type Section, type Setting, withDays } from './scorecard-setting.js';

/** Notes without which the result would be misread; they stand under the title. */
const FIRST_OF_ALL: ReadonlySet<RecognitionNoteCode> = new Set([
  'rules-not-known',
  'rules-not-in-force',
  'set-not-in-force',
  'level-abolished',
]);

export function standsFirst(code: RecognitionNoteCode): boolean {
  return FIRST_OF_ALL.has(code);
}

/** Who asks for which tier, by which rules. */
export function recognitionHeading(check: RecognitionCheck, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const { unit, rules, title } = check;
  const place = [unit.name, unit.district, unit.province].filter((one) => one).join(' · ');
  const asked = `${vi ? 'Công nhận' : 'Recognition as'} ${title[locale]}`;
  const when = [
    ...(rules ? [rules.id] : []),
    ...(rules && rules.amendedBy.length > 0
      ? [`${vi ? 'theo sửa đổi' : 'amended by'} ${rules.amendedBy.join(', ')}`]
      : []),
    `${vi ? 'năm' : 'year'} ${check.year}`,
    `${vi ? 'xét ngày' : 'judged on'} ${formatDay(check.assessedOn, locale)}`,
  ].join(' · ');
  const title1 =
    detail === 'brief'
      ? paragraph([span(place, 'strong'), span(` — ${asked}`)], width)
      : [...paragraph([span(place, 'strong')], width), ...paragraph([span(asked)], width)];
  const warned = check.notes.filter(({ code }) => standsFirst(code));
  return {
    lines: [
      ...title1,
      ...paragraph([span(withDays(when, locale), 'faint')], width),
      ...warned.flatMap(({ text }) =>
        hanging([span('! ', 'warning')], [span(withDays(text[locale], locale), 'warning')], width),
      ),
    ],
  };
}

/** The outcome in capitals, how many conditions are met, and why it is only provisional. */
const VERDICTS = {
  met: { vi: 'đủ điều kiện công nhận', en: 'the conditions of recognition are met' },
  unmet: { vi: 'chưa đủ điều kiện công nhận', en: 'the conditions of recognition are not met' },
  unknown: { vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
} as const;

export function recognitionVerdict(
  { outcome, provisional, because, conditions }: RecognitionCheck,
  { locale, width }: Setting,
): Line[] {
  const vi = locale === 'vi';
  const why = provisional
    ? ` — ${PROVISIONAL[locale]}: ${because.map((one) => BECAUSE_LABELS[one][locale]).join('; ')}`
    : '';
  const met = conditions.filter((one) => one.outcome === 'met').length;
  const share =
    conditions.length > 0
      ? vi
        ? ` (đạt ${met}/${conditions.length} điều kiện)`
        : ` (${met} of ${conditions.length} conditions met)`
      : '';
  return paragraph(
    [
      span(`${MARKS[outcome]} ${VERDICTS[outcome][locale].toLocaleUpperCase(locale)}`, outcome),
      span(`${share}${why}`),
    ],
    width,
  );
}
