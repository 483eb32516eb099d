import { tierTitle } from '../law/tier-names.js';
import type { TierReport } from '../schema/programme.js';
import { formatDay } from './figures.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import type { Section, Setting } from './scorecard-setting.js';
import { leftSentence } from './tier-left.js';

/** Who, by which ladder, for which year and day. */
export function tierHeading(
  { unit, title, ladder, year, assessedOn }: TierReport,
  setting: Setting,
): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const place = [unit.name, unit.district, unit.province].filter((one) => one).join(' · ');
  const when = [
    ladder,
    `${vi ? 'năm' : 'year'} ${year}`,
    `${vi ? 'xét ngày' : 'judged on'} ${formatDay(assessedOn, locale)}`,
  ].join(' · ');
  if (detail === 'brief')
    return { lines: paragraph([span(place, 'strong'), span(' — '), span(when, 'faint')], width) };
  return {
    lines: [
      ...paragraph([span(place, 'strong')], width),
      ...paragraph([span(title[locale])], width),
      ...paragraph([span(when, 'faint')], width),
    ],
  };
}

const NONE = {
  held: { unmet: { vi: 'chưa có mức nào', en: 'none' }, unknown: { vi: 'chưa rõ', en: 'not known' } },
  reached: {
    unmet: { vi: 'chưa đạt mức nào', en: 'none' },
    unknown: { vi: 'chưa đủ căn cứ', en: 'not enough evidence' },
  },
  recognised: { unmet: { vi: 'chưa có', en: 'none' }, unknown: { vi: 'chưa rõ', en: 'not known' } },
} as const;

/** The highest tier a unit has in one of the three ways, or why it has none. */
function highestWords(report: TierReport, having: keyof typeof NONE, locale: Setting['locale']): string {
  const tier = report[having];
  if (tier !== null) return tierTitle(tier)[locale];
  return NONE[having][report.tiers[0]?.[having] === 'unmet' ? 'unmet' : 'unknown'][locale];
}

/** What a unit has, by which of the two, and what is left until it has the next tier. */
export function tierSummary(report: TierReport, setting: Setting): Section {
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const by: Line = [
    span(vi ? 'theo số liệu: ' : 'by evaluation: '),
    span(highestWords(report, 'reached', locale)),
    span(vi ? '; theo quyết định công nhận: ' : '; by decisions of recognition: '),
    span(highestWords(report, 'recognised', locale)),
  ];
  const next = report.tiers.find(({ tier }) => tier === report.next);
  const has = span(highestWords(report, 'held', locale), report.held === null ? 'unknown' : 'met');
  return {
    lines: [
      ...hanging([span(vi ? 'Hiện có: ' : 'Held: ')], [has, span(' — '), ...by], width),
      ...(next ? hanging([span('→ ')], [span(leftSentence(next, locale), 'strong')], width) : []),
    ],
  };
}
