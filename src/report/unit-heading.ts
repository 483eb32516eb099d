import type { Evaluation } from '../schema/evaluation.js';
import type { Unit } from '../schema/snapshot.js';
import { formatDay } from '../words/figures.js';
import { LEVEL_LABELS } from '../words/labels.js';
import { standsFirst } from '../words/scorecard-heading.js';
import { noteText } from '../words/scorecard-notes.js';
import { regionName, withDays } from '../words/scorecard-setting.js';
import { type Content, html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';

/** Where a unit lies, from near to far. */
export function placeText({ district, province, formerProvince }: Unit, setting: PageSetting): string {
  const former =
    formerProvince && formerProvince !== province
      ? say(setting, `tỉnh cũ: ${formerProvince}`, `formerly ${formerProvince}`)
      : undefined;
  return [district, province, former].filter((one) => one).join(' · ');
}

/** The level above the name, and the name, which may not turn the direction of the text around it. */
export function unitTitle(unit: Unit, title: string | undefined, setting: PageSetting): Markup {
  const place = placeText(unit, setting);
  const code = unit.code ? say(setting, `mã ${unit.code}`, `code ${unit.code}`) : '';
  const over = [LEVEL_LABELS[unit.level][setting.locale], place, code].filter((one) => one !== '');
  return html`
    <p class="over"><bdi>${over.join(' · ')}</bdi></p>
    <h1><bdi>${title ?? unit.name}</bdi></h1>
    ${title !== undefined && html`<p class="lead"><bdi>${unit.name}</bdi></p>`}`;
}

export function fact(term: Content, value: Content): Markup {
  return html`<div><dt>${term}</dt><dd>${value}</dd></div>`;
}

/** By which text, for which year, on which day, in which column. */
export function judgedBy(evaluation: Evaluation, setting: PageSetting): Markup {
  const { ruleset, context, year, assessedOn } = evaluation;
  const { locale } = setting;
  const regions = context.regions.map((id) => regionName(id, setting)).join(say(setting, ' hoặc ', ' or '));
  const amended = withDays(ruleset.amendedBy.join(', '), locale);
  return html`
    <dl class="facts">
    ${fact(say(setting, 'Bộ tiêu chí', 'Ruleset'), html`${ruleset.title[locale]} <code>${ruleset.id}@${ruleset.version}</code>`)}
    ${amended !== '' && fact(say(setting, 'Theo sửa đổi', 'Amended by'), amended)}
    ${fact(say(setting, 'Năm đánh giá', 'Year judged'), String(year))}
    ${fact(say(setting, 'Ngày đánh giá', 'Judged on'), formatDay(assessedOn, locale))}
    ${regions !== '' && fact(say(setting, 'Cột (vùng)', 'Column (region)'), regions)}
    ${context.groups.length > 0 && fact(say(setting, 'Nhóm', 'Group'), context.groups.join(', '))}
    </dl>`;
}

/** What has to be known before the result is read: a draft, a what-if, figures that were refused. */
export function warnings(evaluation: Evaluation, setting: PageSetting): Markup {
  const draft =
    evaluation.ruleset.status === 'draft' && !evaluation.notes.some(({ code }) => code === 'draft')
      ? [say(setting, 'Bộ tiêu chí là dự thảo.', 'This ruleset is a draft (dự thảo).')]
      : [];
  const texts = [
    ...draft,
    ...evaluation.notes.filter(standsFirst).map((note) => noteText(note, evaluation, setting)),
  ];
  return warningList(texts);
}

export function warningList(texts: readonly string[]): Markup {
  if (texts.length === 0) return html``;
  return html`<ul class="warnings">${texts.map((text) => html`<li><span aria-hidden="true">! </span>${text}</li>`)}</ul>`;
}
