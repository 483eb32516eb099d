import { tierTitle } from '../law/tier-names.js';
import type { RecognitionReview, ReviewRow, ReviewTally } from '../schema/revocation.js';
import type { Locale } from '../schema/text.js';
import { countOfText, shareText } from './bounds-text.js';
import { LEVEL_LABELS } from './labels.js';
import { VERDICT_LABELS, verdictSpan } from './revocation-labels.js';
import { hanging, type Line, paragraph, row, span, widthOf } from './scorecard-layout.js';
import type { Section, Setting } from './scorecard-setting.js';

/** "xã NTM: 62 — thuộc trường hợp thu hồi: 6; có nguy cơ bị thu hồi: 12". */
function tallyText({ level, tier, total, ...counts }: ReviewTally, locale: Locale): string {
  const vi = locale === 'vi';
  const parts = (
    [
      ['revoke', counts.revoke],
      ['at-risk', counts.atRisk],
      ['unknown', counts.unknown],
      ['keep', counts.keep],
    ] as const
  ).flatMap(([verdict, count]) => (count > 0 ? [`${VERDICT_LABELS[verdict][locale]}: ${count}`] : []));
  const head = vi
    ? `${LEVEL_LABELS[level].vi} ${tierTitle(tier).vi}: ${total}`
    : `${tierTitle(tier).en}, ${LEVEL_LABELS[level].en}: ${total}`;
  return `${head} — ${parts.join('; ')}`;
}

function keyCells({ keyFailed, keyPossible }: ReviewRow): string {
  return [...keyFailed, ...keyPossible.map((no) => `${no}?`)].join(' ');
}

function table(rows: readonly ReviewRow[], { locale, width }: Setting): Line[] {
  const vi = locale === 'vi';
  const heads = vi
    ? ['Đơn vị', 'Mức', 'Kết luận', 'Không đạt', 'Then chốt']
    : ['Unit', 'Tier', 'Verdict', 'Failed', 'Key'];
  const cells = rows.map((one): Line[] => [
    [span([one.unit.name, one.unit.district].filter((part) => part).join(', '))],
    [span(tierTitle(one.tier)[locale])],
    [verdictSpan(one, locale)],
    [
      span(one.failed && one.of !== null ? countOfText(one.failed, one.of, locale) : '–'),
      ...(one.share ? [span(` (${shareText(one.share, locale)})`, 'faint')] : []),
    ],
    [span(keyCells(one))],
  ]);
  const widest = (at: number, most: number): number =>
    Math.min(
      most,
      Math.max(
        ...[heads[at] ?? '', ...cells.map((line) => (line[at] ?? []).map(({ text }) => text).join(''))].map(
          widthOf,
        ),
      ),
    );
  const [tier, failed, key] = [widest(1, 14), widest(3, 17), widest(4, 11)];
  const rest = Math.max(20, width - tier - failed - key - 8);
  const verdict = Math.min(widest(2, 40), Math.ceil(rest / 2));
  const columns = [rest - verdict, tier, verdict, failed, key].map((one) => ({ width: one }));
  return [
    ...row(
      heads.map((head) => [span(head, 'strong')]),
      columns,
    ),
    ...cells.flatMap((line) => row(line, columns)),
  ];
}

/** The sections of a review: counts by verdict, then the units, those to look at first on top. */
export function reviewSections(review: RecognitionReview, setting: Setting): Section[] {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const { rows, tallies, units, notRecognised, notListed } = review;
  const title = vi ? `Rà soát ${units} đơn vị` : `${units} units reviewed`;
  const without = [
    ...(notRecognised > 0
      ? [
          vi
            ? `${notRecognised} đơn vị không có công nhận còn hiệu lực`
            : `${notRecognised} have no recognition in force`,
        ]
      : []),
    ...(notListed > 0
      ? [
          vi
            ? `${notListed} hiện trạng không ghi công nhận (recognitions)`
            : `${notListed} list no recognitions`,
        ]
      : []),
  ].join('; ');
  const head: Line[] = [
    ...paragraph([span(title, 'strong')], width),
    ...tallies.flatMap((tally) => hanging([span('  – ')], [span(tallyText(tally, locale))], width)),
    ...(without === '' ? [] : hanging([span('  – ')], [span(without, 'faint')], width)),
  ];
  const shown = detail === 'brief' ? rows.filter(({ verdict }) => verdict !== 'keep') : rows;
  return [
    { lines: head },
    {
      lines: shown.length > 0 ? table(shown, setting) : [],
      ...(shown.length < rows.length && { cut: true }),
    },
  ];
}
