import type { Evaluation, Note } from '../schema/evaluation.js';
import { formatDay } from './figures.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { noteText } from './scorecard-notes.js';
import { regionName, type Section, type Setting, withDays } from './scorecard-setting.js';

/** Notes without which the whole result would be misread; they stand under the title. */
const FIRST_OF_ALL = new Set<Note['code']>([
  'not-in-force',
  'draft',
  'period-ended',
  'fact-refused',
  'fact-unavailable',
  'entry-refused',
]);

export function standsFirst(note: Note): boolean {
  return FIRST_OF_ALL.has(note.code);
}

/** Who is judged, by what, for which year and column, and what has to be known before reading on. */
export function heading(evaluation: Evaluation, setting: Setting): Section {
  const { unit, ruleset, context } = evaluation;
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const place = [unit.name, unit.district, unit.province].filter((one) => one).join(' · ');
  const by = [
    `${ruleset.id}@${ruleset.version}`,
    ...(ruleset.amendedBy.length > 0
      ? [`${vi ? 'theo sửa đổi' : 'amended by'} ${withDays(ruleset.amendedBy.join(', '), locale)}`]
      : []),
  ];
  const columns = context.regions.map((id) => regionName(id, setting)).join(vi ? ' hoặc ' : ' or ');
  const when = [
    `${vi ? 'năm' : 'year'} ${evaluation.year}`,
    `${vi ? 'đánh giá ngày' : 'judged on'} ${formatDay(evaluation.assessedOn, locale)}`,
    ...(columns === '' ? [] : [`${vi ? 'cột' : 'column'} ${columns}`]),
    ...(context.groups.length > 0 ? [`${vi ? 'nhóm' : 'group'} ${context.groups.join(', ')}`] : []),
  ];
  const draft = ruleset.status === 'draft' ? (vi ? ' [dự thảo]' : ' [draft]') : '';
  const title: Line = [span(ruleset.title[locale]), span(draft, 'warning')];
  const lines: Line[] =
    setting.detail === 'brief'
      ? [
          ...paragraph([span(place, 'strong'), span(' — '), ...title], width),
          ...paragraph([span([...by, ...when].join(' · '), 'faint')], width),
        ]
      : [
          ...paragraph([span(place, 'strong')], width),
          ...paragraph(title, width),
          ...paragraph([span(by.join(' · '), 'faint')], width),
          ...paragraph([span(when.join(' · '), 'faint')], width),
        ];
  for (const note of evaluation.notes.filter(standsFirst)) {
    lines.push(
      ...hanging([span('! ', 'warning')], [span(noteText(note, evaluation, setting), 'warning')], width),
    );
  }
  return { lines };
}
