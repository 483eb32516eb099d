import type { ProgrammeTargets } from '../schema/programme-targets.js';
import { formatDay, formatFigure } from '../words/figures.js';
import type { ReadLaw } from './read-rulesets.js';
import { evidenceText } from './review-page-figures.js';
import { bilingual, escaped, list, page, section, stacked, table } from './review-page-markdown.js';
import { jurisdictionName } from './review-page-names.js';
import { Footnotes } from './review-page-sources.js';

type Target = ProgrammeTargets['programmes'][number]['targets'][number];

function targetText({ operator, value, unit }: Target): string {
  const figure = (one: number | boolean): string =>
    formatFigure(one, { locale: 'vi', ...(unit && typeof one === 'number' && { unit }) });
  if (Array.isArray(value)) return escaped(`${formatFigure(value[0])} – ${figure(value[1] as number)}`);
  const sign = { greaterThanInclusive: '≥ ', lessThan: '< ', equal: '', between: '' }[operator];
  return `**${typeof value === 'boolean' ? '' : escaped(sign).concat(sign === '' ? '' : ' ')}${escaped(figure(value))}**`;
}

/** Targets of programmes and plans: annotations that judge no unit. */
export function targetsPage({ targets, vocabulary }: ReadLaw, path: string): string {
  const sources = vocabulary.sources ?? {};
  const notes = new Footnotes(sources, new Set(Object.keys(sources)), path);
  const lines = targets.programmes.flatMap((programme) =>
    section(
      `${escaped(programme.number)} — ${bilingual(programme.title ?? jurisdictionName(programme.jurisdiction, vocabulary))}, ${programme.targetYear}`,
      [
        [
          `\`${programme.id}\``,
          bilingual(jurisdictionName(programme.jurisdiction, vocabulary)),
          ...(programme.date ? [formatDay(programme.date)] : []),
          ...(programme.effectiveFrom ? [`hiệu lực ${formatDay(programme.effectiveFrom)}`] : []),
        ].join(' · '),
        '',
        ...table(
          ['Mục tiêu · Target', 'Mức · Figure', 'Số liệu · Fact', 'Căn cứ', 'Nguồn', 'Ghi chú · Note'],
          programme.targets.map((target) => [
            stacked(target.title),
            targetText(target),
            target.fact ? `\`${target.fact}\`` : '',
            evidenceText(target.evidence),
            notes.cite(target.sources),
            target.note ? stacked(target.note) : '',
          ]),
        ),
        ...(programme.note ? ['', stacked(programme.note)] : []),
      ],
    ),
  );
  return page([
    '# Mục tiêu của các chương trình',
    '',
    '*Programme targets*',
    '',
    '[Tất cả các bộ · *all sets*](README.md). Chỉ để tham khảo: không mục tiêu nào là điều kiện công nhận hay dùng để xét một đơn vị · *for reference: none is a condition of recognition, none judges a unit*.',
    ...lines,
    ...section(
      'Văn bản · *Papers*',
      list(
        targets.papers.map(
          (paper) =>
            `**${escaped(paper.number)}**${paper.date ? ` ${formatDay(paper.date)}` : ''} — ${bilingual(paper.title)}; ${evidenceText(paper.evidence)} ${notes.cite(paper.sources)}${paper.note ? `<br>${stacked(paper.note)}` : ''}`,
        ),
      ),
    ),
    ...section('Nguồn · *Sources*', notes.definitions()),
  ]);
}
