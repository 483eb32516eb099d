import type { Indicator, Ruleset } from '../schema/ruleset.js';
import { BLANK, hanging, type Line, span } from '../words/scorecard-layout.js';
import { ranges } from '../words/scorecard-ranges.js';
import { figureStanding, knownInPart, type Standing } from './figure-standing.js';
import type { Reading } from './show-figures.js';

const STANDING_TITLES: Record<Standing, { vi: string; en: string }> = {
  published: { vi: 'Mức đạt đã công bố', en: 'Figures published' },
  unconfirmed: { vi: 'Mức đạt chưa có nguồn xác nhận (~)', en: 'Figures no source at hand confirms (~)' },
  proposed: { vi: 'Mức đạt mới là đề xuất', en: 'Figures only proposed' },
  undetermined: { vi: 'Chưa rõ mức đạt', en: 'Figures not known' },
  delegated: { vi: 'Do UBND cấp tỉnh quy định', en: 'Left to the province' },
  'not-encoded': { vi: 'Chưa có nội dung', en: 'Content not known' },
};

function idsOf(ruleset: Ruleset, wanted: (indicator: Indicator) => boolean): { count: number; text: string } {
  const chosen = ruleset.criteria.flatMap(({ indicators }) => {
    const order = indicators.map(({ id }) => id);
    const own = indicators.filter(wanted).map(({ id }) => id);
    return own.length > 0 ? [{ count: own.length, texts: ranges(own, order) }] : [];
  });
  return {
    count: chosen.reduce((sum, { count }) => sum + count, 0),
    text: chosen.flatMap(({ texts }) => texts).join(', '),
  };
}

/** How far the figures are known: how many indicators stand on what, and which are open. */
export function standingLines({ ruleset, locale }: Reading, width: number): Line[] {
  const vi = locale === 'vi';
  const lines = (Object.keys(STANDING_TITLES) as Standing[]).flatMap((standing): Line[] => {
    const { count, text } = idsOf(ruleset, (one) => figureStanding(one, ruleset) === standing);
    if (count === 0) return [];
    const label = span(`  ${STANDING_TITLES[standing][locale]}: ${count}`);
    const part =
      standing === 'undetermined'
        ? idsOf(ruleset, (one) => figureStanding(one, ruleset) === standing && knownInPart(one))
        : undefined;
    const inPart =
      part && part.count > 0 ? (vi ? `; biết một phần: ${part.text}` : `; known in part: ${part.text}`) : '';
    return hanging([span('  ')], [span(label.text.trim()), span(` — ${text}${inPart}`, 'faint')], width);
  });
  return lines.length > 0
    ? [
        BLANK,
        [
          span(
            vi ? 'Căn cứ của mức đạt, theo số chỉ tiêu' : 'What the figures rest on, by indicators',
            'strong',
          ),
        ],
        ...lines,
      ]
    : [];
}
