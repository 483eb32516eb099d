import { BLANK, type Line, paragraph, span, widthOf } from '../words/scorecard-layout.js';
import { figureEvidence } from './figure-standing.js';
import { bullets, indicatorLines, sourceText } from './show-entries.js';
import { evidenceMark, type Reading, UNCONFIRMED_MARK } from './show-figures.js';
import { heading } from './show-heading.js';
import { standingLines } from './show-standing.js';

/** The whole ruleset as a reader of the law wants it. */
export function rulesetPage(reading: Reading, width: number): Line[] {
  const { ruleset, locale } = reading;
  const vi = locale === 'vi';
  const listed = [
    ...(ruleset.prerequisites ?? []),
    ...ruleset.criteria.flatMap(({ indicators }) => indicators),
  ];
  const indent = Math.max(8, ...listed.map(({ id }) => widthOf(id) + 4));
  const lines: Line[] = [...heading(reading, width)];
  if (ruleset.prerequisites?.length) {
    lines.push(BLANK, [
      span(vi ? 'Điều kiện trước (không tính vào tổng số)' : 'Prerequisites (in no total)', 'strong'),
    ]);
    for (const one of ruleset.prerequisites) lines.push(...indicatorLines(one, reading, width, indent));
  }
  for (const [at, criterion] of ruleset.criteria.entries()) {
    const empty = criterion.indicators.length === 0;
    const title = `${criterion.no} ${criterion.title[locale]}`;
    if (at === 0 || !empty) lines.push(BLANK);
    lines.push(
      ...paragraph(
        [
          span(title, 'strong'),
          ...(empty ? [span(vi ? ': chưa có chỉ tiêu' : ': no indicators known')] : []),
        ],
        width,
      ),
    );
    for (const indicator of criterion.indicators)
      lines.push(...indicatorLines(indicator, reading, width, indent));
  }
  const unnamed = (ruleset.totals.criteria ?? 0) - ruleset.criteria.length;
  if (unnamed > 0) {
    const first = ruleset.criteria.length + 1;
    lines.push([
      span(
        vi
          ? `và ${unnamed} tiêu chí chưa rõ tên: #${first}–#${ruleset.totals.criteria}`
          : `and ${unnamed} that no source names: #${first}–#${ruleset.totals.criteria}`,
      ),
    ]);
  }
  const marked = listed.some((one) => figureEvidence(one).includes('unconfirmed'));
  const legend = vi
    ? `${UNCONFIRMED_MARK} mức đạt chưa có nguồn xác nhận: kết quả là tạm tính`
    : `${UNCONFIRMED_MARK} no source at hand confirms it: outcomes are provisional (tạm tính)`;
  const rules = (ruleset.remarks ?? []).map(
    ({ text, evidence }) => `${text[locale]}${evidenceMark(evidence, locale)}`,
  );
  return [
    ...lines,
    ...(marked ? [BLANK, ...paragraph([span(legend, 'faint')], width)] : []),
    ...standingLines(reading, width),
    ...bullets(
      vi ? 'Cột riêng' : 'Special columns',
      (ruleset.specialColumns ?? []).map(({ title }) => title[locale]),
      width,
    ),
    ...bullets(vi ? 'Quy định và hướng dẫn kèm theo' : 'Rules and guidance beside the list', rules, width),
    ...bullets(
      vi ? 'Câu hỏi còn mở' : 'Open questions',
      (ruleset.openQuestions ?? []).map((text) => text[locale]),
      width,
    ),
    ...bullets(
      vi ? 'Nguồn' : 'Sources',
      Object.keys(ruleset.sources).map((id) => sourceText(id, reading)),
      width,
    ),
  ];
}
