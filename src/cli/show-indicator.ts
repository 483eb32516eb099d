import { leaves } from '../law/walk.js';
import type { Indicator, RequirementRow } from '../schema/ruleset.js';
import { EVIDENCE_LABELS } from '../words/labels.js';
import { BLANK, type Line, paragraph, span, widthOf } from '../words/scorecard-layout.js';
import { bullets, indicatorLines, sourceText } from './show-entries.js';
import type { Reading } from './show-figures.js';
import { heading } from './show-heading.js';

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
