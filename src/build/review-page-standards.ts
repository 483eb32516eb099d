import type { RulesetVocabulary } from '../check/ruleset-vocabulary.js';
import type { Standard } from '../schema/fact.js';
import { formatDay, formatFigure } from '../words/figures.js';
import { evidenceText } from './review-page-figures.js';
import { bilingual, escaped, list, section, stacked, table } from './review-page-markdown.js';
import type { Footnotes } from './review-page-sources.js';

function standardLines(id: string, standard: Standard, notes: Footnotes): string[] {
  const { incomeThreshold: income, averageLiving: average, deprivations } = standard;
  const number = (value: number): string => formatFigure(value, { locale: 'vi' });
  const rows = [
    ...(income
      ? [
          [
            `Thu nhập, không quá · *income, at most* (${escaped(income.unit.vi)})`,
            number(income.rural),
            number(income.urban),
            evidenceText(income.evidence),
            notes.cite(income.sources),
          ],
        ]
      : []),
    ...(average
      ? [
          [
            `Mức sống trung bình, trên – đến · *average living, above – up to* (${escaped(average.unit.vi)})`,
            `${number(average.rural.above)} – ${number(average.rural.upTo)}`,
            `${number(average.urban.above)} – ${number(average.urban.upTo)}`,
            evidenceText(average.evidence),
            notes.cite(average.sources),
          ],
        ]
      : []),
    ...(deprivations
      ? [
          [
            'Số thiếu hụt để là hộ nghèo, từ · *deprivations that make poor, at least*',
            number(deprivations.poorAtLeast),
            number(deprivations.poorAtLeast),
            evidenceText(deprivations.evidence),
            notes.cite(deprivations.sources),
          ],
        ]
      : []),
  ];
  const dimensions = (deprivations?.dimensions ?? []).map(
    ({ title, indicators }) =>
      `${bilingual(title)}: ${indicators.map((one) => `${escaped(one.deprivedWhen.vi)} (${evidenceText(one.evidence)}) ${notes.cite(one.sources)}`.trim()).join('; ')}`,
  );
  const decided = [
    standard.number === null ? 'chưa rõ số' : escaped(standard.number),
    ...(standard.date ? [formatDay(standard.date)] : []),
    ...(standard.amendedBy ? [`sửa đổi theo ${standard.amendedBy.map(escaped).join(', ')}`] : []),
    ...(standard.period ? [`${formatDay(standard.period.from)} – ${formatDay(standard.period.to)}`] : []),
  ];
  return section(
    bilingual(standard.title),
    [
      `\`${id}\` · ${decided.join(' · ')}`,
      ...(standard.period?.note ? ['', stacked(standard.period.note)] : []),
      ...(rows.length > 0
        ? ['', ...table(['', 'Nông thôn · Rural', 'Thành thị · Urban', 'Căn cứ', 'Nguồn'], rows)]
        : []),
      ...(dimensions.length > 0 ? ['', ...list(dimensions)] : []),
      ...(standard.note ? ['', stacked(standard.note)] : []),
      ...(standard.openQuestions ? ['', ...list(standard.openQuestions.map(stacked))] : []),
    ],
    3,
  );
}

/** The standards that poverty readings refer to; two rates of one district on one day are told apart by them. */
export function standardsSection({ standards }: RulesetVocabulary, notes: Footnotes): string[] {
  const lines = Object.entries((standards ?? {}) as Readonly<Record<string, Standard>>).flatMap(
    ([id, standard]) => standardLines(id, standard, notes),
  );
  return section('Chuẩn nghèo · *Poverty standards*', lines.slice(1));
}
