import type { Evaluation } from '../schema/evaluation.js';
import { missingFacts, openGroups } from '../words/scorecard-missing.js';
import { nameOfKey, numbers } from '../words/scorecard-setting.js';
import { html, type Markup } from './markup.js';
import { type PageSetting, say } from './page-setting.js';
import { table } from './sections.js';

/** Facts nobody has entered yet, each with the indicators it could still decide; first those that complete something. */
export function missingTable(evaluation: Evaluation, setting: PageSetting): Markup {
  const facts = missingFacts(evaluation, setting);
  const first = facts.filter(({ completes, indicators }) => completes || indicators.length > 1);
  const ordered = [...first, ...facts.filter((one) => !first.includes(one))];
  return table({
    caption: say(
      setting,
      'Số liệu còn thiếu và chỉ tiêu cần đến',
      'Missing facts and the indicators they are for',
    ),
    captionHidden: true,
    kind: 'missing',
    columns: [{ title: say(setting, 'Số liệu', 'Fact') }, { title: say(setting, 'Chỉ tiêu', 'Indicators') }],
    rows: ordered.map(({ key, title, indicators, completes }) => [
      html`${title ?? nameOfKey(key, setting) ?? key}${completes && html` <span class="tag">${say(setting, 'cần trước', 'needed first')}</span>`} <code>${key}</code>`,
      numbers(evaluation, indicators),
    ]),
  });
}

/** Indicators that wait for a requirement, for their content or for the unit's region, not for a fact. */
export function openList(evaluation: Evaluation, setting: PageSetting): Markup {
  const groups = openGroups(evaluation, setting.locale);
  if (groups.length === 0) return html``;
  const items = groups.map(({ title, chosen }) => {
    const ids = numbers(
      evaluation,
      chosen.map(({ id }) => id),
    );
    return html`<li><strong>${title}</strong> (${chosen.length}): ${ids}</li>`;
  });
  return html`<ul>${items}</ul>`;
}
