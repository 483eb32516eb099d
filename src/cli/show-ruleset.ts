import { leaves } from '../law/walk.js';
import type { Indicator, RequirementRow, Ruleset } from '../schema/ruleset.js';
import { listRulesets } from '../shipped.js';
import { formatDay } from '../words/figures.js';
import { COMPLETENESS_LABELS, EVIDENCE_LABELS, LEVEL_LABELS } from '../words/labels.js';
import { BLANK, hanging, type Line, paragraph, span, widthOf } from '../words/scorecard-layout.js';
import { ranges } from '../words/scorecard-ranges.js';
import { withDays } from '../words/scorecard-setting.js';
import { figureEvidence, figureStanding, knownInPart, type Standing } from './figure-standing.js';
import { spanText } from './ruleset-span.js';
import { conditionLines, singleFigure } from './show-condition.js';
import { evidenceMark, type Reading, UNCONFIRMED_MARK } from './show-figures.js';
import { TIER_NAMES } from './tier-names.js';

/** One indicator in a list: number, title, and its figures or parts. */
function indicatorLines(indicator: Indicator, reading: Reading, width: number, indent: number): Line[] {
  const { locale } = reading;
  const vi = locale === 'vi';
  const label = [span(`  ${indicator.id}`, 'strong')];
  const figure = singleFigure(indicator, reading);
  const mark = evidenceMark(indicator.evidence, locale);
  const title = indicator.title[locale];
  if (!indicator.condition)
    return hanging(
      label,
      [span(`${title}: ${vi ? 'chưa có nội dung' : 'content not known'}`)],
      width,
      indent,
    );
  if (figure !== undefined)
    return hanging(label, [span(`${title}: `), span(`${figure}${mark}`, 'strong')], width, indent);
  return [
    ...hanging(label, [span(`${title}${mark}`)], width, indent),
    ...conditionLines(indicator.condition, indicator, reading, width, indent),
  ];
}

function heading({ ruleset, locale, place }: Reading, width: number): Line[] {
  const vi = locale === 'vi';
  const { decision, totals } = ruleset;
  const day = decision.date === undefined ? '' : ` ${vi ? 'ngày' : 'of'} ${formatDay(decision.date, locale)}`;
  const issuer = decision.issuer ? `, ${decision.issuer[locale]}` : '';
  const versionBasis = {
    'in-force': vi ? 'ngày có hiệu lực' : 'day in force',
    signed: vi ? 'ngày ký' : 'day of signing',
    period: vi ? 'ngày đầu giai đoạn' : 'first day of the period',
  }[ruleset.versionBasis];
  const counts = [
    ...(totals.criteria === null ? [] : [`${totals.criteria} ${vi ? 'tiêu chí' : 'criteria'}`]),
    ...(totals.indicators === null ? [] : [`${totals.indicators} ${vi ? 'chỉ tiêu' : 'indicators'}`]),
  ].join(', ');
  const facts = [
    `${LEVEL_LABELS[ruleset.level][locale]} · ${TIER_NAMES[ruleset.tier]?.[locale] ?? ruleset.tier}`,
    ...(decision.number === null
      ? []
      : [`${vi ? 'quyết định' : 'decision'} ${decision.number}${day}${issuer}`]),
    `${vi ? 'áp dụng' : 'judges'} ${spanText(ruleset, listRulesets(), locale)}`,
    ...(ruleset.amendedBy?.length
      ? [`${vi ? 'sửa đổi theo' : 'amended by'} ${withDays(ruleset.amendedBy.join(', '), locale)}`]
      : []),
  ];
  const known = [
    ...(counts === '' ? [] : [counts]),
    COMPLETENESS_LABELS[ruleset.completeness]?.[locale] ?? ruleset.completeness,
    `${vi ? 'phiên bản theo' : 'version by'} ${versionBasis}`,
    `${vi ? 'lần hiệu chỉnh' : 'revision'} ${ruleset.revision}`,
  ];
  const shown = [
    ...(place.region === undefined
      ? []
      : [`${vi ? 'vùng' : 'region'} ${ruleset.territory?.regions[place.region]?.[locale] ?? place.region}`]),
    ...(place.year === undefined ? [] : [`${vi ? 'năm' : 'year'} ${place.year}`]),
  ];
  return [
    ...paragraph(
      [
        span(ruleset.title[locale], 'strong'),
        ...(ruleset.status === 'draft' ? [span(vi ? ' [dự thảo]' : ' [draft]', 'warning')] : []),
      ],
      width,
    ),
    ...paragraph([span(`${ruleset.id}@${ruleset.version}`, 'faint')], width),
    ...paragraph([span(facts.join(' · '))], width),
    ...paragraph([span(known.join(' · '))], width),
    ...(shown.length > 0
      ? paragraph([span(`${vi ? 'chỉ' : 'only'}: ${shown.join(', ')}`, 'warning')], width)
      : []),
  ];
}

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
function standingLines({ ruleset, locale }: Reading, width: number): Line[] {
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

function bullets(title: string, texts: readonly string[], width: number): Line[] {
  if (texts.length === 0) return [];
  return [
    BLANK,
    [span(title, 'strong')],
    ...texts.flatMap((text) => hanging([span('  – ')], [span(text)], width)),
  ];
}

function sourceText(id: string, { ruleset, locale }: Reading): string {
  const source = ruleset.sources[id];
  if (!source) return id;
  const date = source.date ? `, ${formatDay(source.date, locale)}` : '';
  return `${source.title[locale]}${date}${source.url ? ` <${source.url}>` : ''}`;
}

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

function rowText(row: RequirementRow, reading: Reading): string {
  const { locale } = reading;
  const vi = locale === 'vi';
  const value =
    'value' in row
      ? JSON.stringify(row.value)
      : 'applies' in row
        ? vi
          ? 'không phải xét'
          : 'not required'
        : vi
          ? 'chưa rõ mức'
          : 'not known';
  const where = Object.entries(row.where)
    .map(([key, wanted]) => `${key} ${[wanted].flat().join(', ')}`)
    .join('; ');
  const sources = (row.sources ?? []).map((id) => sourceText(id, reading)).join('; ');
  return `${value}${where === '' ? '' : ` (${where})`}: ${EVIDENCE_LABELS[row.evidence][locale]}${sources === '' ? '' : ` — ${sources}`}`;
}

/** One indicator in every detail: its facts and how they are measured, each figure with its source, notes. */
export function indicatorPage(indicator: Indicator, reading: Reading, width: number): Line[] {
  const { ruleset, locale } = reading;
  const vi = locale === 'vi';
  const criterion = ruleset.criteria.find(({ indicators }) => indicators.includes(indicator));
  const keys = indicator.condition
    ? [...leaves(indicator.condition)].flatMap(({ leaf }) => ('fact' in leaf ? [leaf.fact] : []))
    : [];
  const facts = [...new Set(keys)].map((key) => {
    const fact = ruleset.facts[key];
    const measured = fact?.measured ? ` — ${fact.measured[locale]}` : '';
    const from = (fact?.derivations ?? []).map((one) =>
      'ratioOf' in one
        ? one.ratioOf.join(' / ')
        : 'sumOf' in one
          ? one.sumOf.join(' + ')
          : one.growthOf.join(' / '),
    );
    return `${key}: ${fact?.title[locale] ?? ''}${measured}${from.length > 0 ? ` (${vi ? 'tính từ' : 'from'} ${from.join(vi ? ' hoặc ' : ' or ')})` : ''}`;
  });
  const rows = Object.entries(indicator.requirements ?? {}).flatMap(([name, list]) =>
    list.length > 0
      ? list.map((row) => `${name}: ${rowText(row, reading)}`)
      : [
          `${name}: ${indicator.delegated?.includes(name) ? (vi ? 'do UBND cấp tỉnh quy định' : 'left to the province') : vi ? 'chưa rõ mức' : 'not known'}`,
        ],
  );
  const own = indicator.evidence
    ? [
        `${EVIDENCE_LABELS[indicator.evidence][locale]}${indicator.sources?.length ? ` — ${indicator.sources.map((id) => sourceText(id, reading)).join('; ')}` : ''}`,
      ]
    : [];
  return [
    ...heading(reading, width),
    BLANK,
    ...(criterion ? paragraph([span(`${criterion.no} ${criterion.title[locale]}`, 'strong')], width) : []),
    ...indicatorLines(indicator, reading, width, Math.max(8, widthOf(indicator.id) + 4)),
    ...bullets(vi ? 'Số liệu' : 'Facts', facts, width),
    ...bullets(vi ? 'Căn cứ của nội dung' : 'What the content rests on', own, width),
    ...bullets(vi ? 'Mức đạt, từng dòng' : 'Figures, row by row', rows, width),
    ...bullets(
      vi ? 'Cơ quan phụ trách' : 'Responsible',
      (indicator.responsible ?? []).map(({ body }) => body[locale]),
      width,
    ),
    ...bullets(vi ? 'Ghi chú' : 'Note', indicator.note ? [indicator.note[locale]] : [], width),
  ];
}
