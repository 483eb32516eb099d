import type { Criterion, Indicator, Ruleset } from '../schema/ruleset.js';
import { formatDay } from '../words/figures.js';
import { EVIDENCE_LABELS } from '../words/labels.js';
import { conditionText, indicatorLines, type PageSetting } from './review-page-conditions.js';
import { bilingual, escaped, list, table } from './review-page-markdown.js';
import { citationText } from './review-page-sources.js';

const HEAD = [
  'Số · No.',
  'Chỉ tiêu · Indicator',
  'Mức đạt · Requirement',
  'Nơi áp dụng · Where',
  'Căn cứ · Evidence',
  'Nguồn',
];

function indicatorNotes(
  indicator: Indicator,
  content: string | undefined,
  ruleset: Pick<Ruleset, 'titleEvidence'>,
): string[] {
  const responsible = (indicator.responsible ?? []).map(({ body, from, to, citation }) => {
    const span = [
      ...(from === undefined ? [] : [`từ ${formatDay(from)}`]),
      ...(to === undefined ? [] : [`đến ${formatDay(to)}`]),
      ...(citation === undefined ? [] : [citationText(citation)]),
    ];
    return `${bilingual(body)}${span.length > 0 ? ` (${span.join(', ')})` : ''}`;
  });
  const { succeeds, titleEvidence } = indicator;
  const differs = titleEvidence !== undefined && titleEvidence !== ruleset.titleEvidence;
  return [
    ...(indicator.note ? [bilingual(indicator.note, '<br>')] : []),
    ...(content === undefined ? [] : [`Nội dung theo · *content by*: ${content}`]),
    ...(responsible.length > 0 ? [`Cơ quan phụ trách · *responsible*: ${responsible.join('; ')}`] : []),
    ...(succeeds
      ? [`Nối tiếp · *succeeds*: chỉ tiêu ${escaped(succeeds.indicator)} của \`${succeeds.ruleset}\``]
      : []),
    ...(differs ? [`Tên chỉ tiêu · *its name*: ${EVIDENCE_LABELS[titleEvidence].vi}`] : []),
    ...(indicator.changesUnlisted && !indicator.requirements
      ? ['Có thể đã được sửa · *perhaps amended*']
      : []),
  ];
}

/** A table of indicators, the figures by year that do not fit into it, and notes below. */
export function indicatorsTable(
  indicators: readonly Indicator[],
  ruleset: Pick<Ruleset, 'titleEvidence'>,
  setting: PageSetting,
  touched: ReadonlySet<string> = new Set(),
): string[] {
  const found = indicators.map((indicator) => ({ indicator, ...indicatorLines(indicator, setting) }));
  const rows = found.flatMap(({ indicator, lines }) =>
    lines.map(({ what, figure, where, evidence, sources }, index) => [
      index === 0
        ? `**${escaped(indicator.id)}**${touched.has(indicator.id) ? ' ✎' : ''}`
        : escaped(indicator.id),
      what,
      figure,
      where,
      evidence,
      sources,
    ]),
  );
  const byYear = found.flatMap(({ indicator, byYear: tables }) =>
    tables.flatMap(({ title, table: lines }) => ['', `**${escaped(indicator.id)}** ${title}`, '', ...lines]),
  );
  // The same note of several indicators stands once.
  const notes = new Map<string, string[]>();
  for (const { indicator, content } of found)
    for (const text of indicatorNotes(indicator, content, ruleset))
      notes.set(text, [...(notes.get(text) ?? []), escaped(indicator.id)]);
  return [
    ...table(HEAD, rows),
    ...byYear,
    ...(notes.size > 0
      ? [
          '',
          'Ghi chú · *Notes*',
          '',
          ...list([...notes].map(([text, ids]) => `**${ids.join(', ')}** — ${text}`)),
        ]
      : []),
  ];
}

export function criterionAnchor(no: string): string {
  return `tieu-chi-${no.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

/** One criterion: its heading, another way of passing where it has one, its indicators. */
export function criterionSection(
  criterion: Criterion,
  ruleset: Ruleset,
  setting: PageSetting,
  touched: ReadonlySet<string>,
): string[] {
  return [
    '',
    `<a id="${criterionAnchor(criterion.no)}"></a>`,
    '',
    `### ${escaped(criterion.no)} ${bilingual(criterion.title)}`,
    '',
    ...(criterion.note ? [bilingual(criterion.note, '<br>'), ''] : []),
    ...(criterion.pass
      ? [`Đạt tiêu chí khi · *passes when*: ${conditionText(criterion.pass, setting.names)}.`, '']
      : []),
    ...(criterion.indicators.length > 0
      ? indicatorsTable(criterion.indicators, ruleset, setting, touched)
      : ['**Chưa có chỉ tiêu nào** · *no indicators known*.']),
  ];
}
