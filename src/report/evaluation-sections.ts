import type { Evaluation } from '../schema/evaluation.js';
import { provisional } from '../words/scorecard-grounds.js';
import { standsFirst } from '../words/scorecard-heading.js';
import { mergedNotes, noteText } from '../words/scorecard-notes.js';
import { criterionDetails } from './criterion-detail.js';
import { criterionTiles } from './criterion-tiles.js';
import { gapList } from './gap-list.js';
import { thinMarginList } from './margin-list.js';
import { html, type Markup } from './markup.js';
import { missingTable, openList } from './missing-list.js';
import { lineMarkup } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';
import { type PageSection, pageSection } from './sections.js';
import { sourcesOf } from './source-list.js';
import { verdictPanel } from './verdict-panel.js';

function provisionalList(evaluation: Evaluation, setting: PageSetting): Markup {
  const [, ...lines] = provisional(evaluation, setting).lines;
  if (lines.length === 0) return html``;
  // The first span of a line is its dash.
  return html`<ul>${lines.map(([, ...line]) => html`<li>${lineMarkup(line)}</li>`)}</ul>`;
}

function noteList(evaluation: Evaluation, setting: PageSetting): Markup {
  const left = mergedNotes(
    evaluation.notes.filter((note) => !standsFirst(note)),
    setting.locale,
  );
  if (left.length === 0) return html``;
  return html`<ul>${left.map(({ note, about }) => html`<li>${noteText(note, evaluation, setting, about)}</li>`)}</ul>`;
}

/** What a result can be checked by: the same hashes say that text, figures and library are the same. */
function auditList({ audit, ruleset }: Evaluation, setting: PageSetting): Markup {
  return html`
    <dl class="audit">
    <div><dt>ntm-rules</dt><dd><code>${audit.library}</code></dd></div>
    <div><dt>${say(setting, 'Bộ tiêu chí', 'Ruleset')}</dt><dd><code>${ruleset.id}@${ruleset.version}</code> · ${say(setting, 'bản hiệu đính', 'revision')} ${ruleset.revision} · <code>${audit.rulesetHash}</code></dd></div>
    <div><dt>${say(setting, 'Hiện trạng', 'Snapshot')}</dt><dd><code>${audit.snapshotHash}</code></dd></div>
    </dl>`;
}

/**
 * Everything about one unit by one set, in the order in which it is asked: the outcome, the criteria at a glance, what is
 * missing, what may be lost, what is not known, then every criterion, and what all of it rests on.
 */
export function evaluationSections(
  evaluation: Evaluation,
  prefix: string,
  setting: PageSetting,
  level: 3 | 4 = 3,
): PageSection[] {
  const sources = sourcesOf(evaluation, prefix, setting);
  const section = (id: string, title: string, body: Markup) => pageSection(`${prefix}${id}`, title, body);
  return [
    ...section('result', say(setting, 'Kết quả', 'Outcome'), verdictPanel(evaluation, setting)),
    ...section(
      'criteria',
      say(setting, 'Các tiêu chí', 'Criteria'),
      criterionTiles(evaluation, prefix, setting),
    ),
    ...section(
      'gaps',
      say(setting, 'Chưa đạt và phần còn thiếu', 'Not met, and what is missing'),
      gapList(evaluation, sources, setting),
    ),
    ...section(
      'thin',
      say(setting, 'Đạt sát mức', 'Met by a thin margin'),
      thinMarginList(evaluation, setting),
    ),
    ...section(
      'missing',
      say(setting, 'Số liệu còn thiếu', 'Missing facts'),
      missingTable(evaluation, setting),
    ),
    ...section(
      'open',
      say(setting, 'Chưa có mức đạt hoặc nội dung', 'Requirements and content not known'),
      openList(evaluation, setting),
    ),
    ...section(
      'details',
      say(setting, 'Từng tiêu chí', 'Criterion by criterion'),
      criterionDetails(evaluation, prefix, sources, setting, level),
    ),
    ...section(
      'provisional',
      say(setting, 'Kết quả tạm tính', 'Provisional outcomes'),
      provisionalList(evaluation, setting),
    ),
    ...section('notes', say(setting, 'Lưu ý', 'Notes'), noteList(evaluation, setting)),
    ...section(
      'sources',
      say(setting, 'Căn cứ của mức đạt chuẩn', 'What the requirements rest on'),
      sources.list(),
    ),
    ...section('audit', say(setting, 'Kiểm chứng', 'Audit'), auditList(evaluation, setting)),
  ];
}
