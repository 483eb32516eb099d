import { measuredMargins } from '../gap/thin-margin.js';
import type { Evaluation, Margin } from '../schema/evaluation.js';
import { formatFigure } from '../words/figures.js';
import { marginText } from '../words/gap-text.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { isTight } from '../words/scorecard-margins.js';
import { ownIndicators } from '../words/scorecard-setting.js';
import { nameOf, sameThing, standingText } from '../words/scorecard-standing.js';
import { distanceBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { sign } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';

/** "năm 2024 cần 48: chưa đạt", where the next year asks for more than today's figure gives. */
function nextYearText({ nextYear, unit, kind }: Margin, setting: PageSetting): string | undefined {
  if (!nextYear || nextYear.outcome === 'met') return undefined;
  const { locale } = setting;
  const shown = { locale, ...(unit && kind === 'margin' && { unit }) };
  const required = formatFigure(nextYear.required, shown);
  const outcome = OUTCOME_LABELS[nextYear.outcome][locale];
  return say(
    setting,
    `năm ${nextYear.year} cần ${required}: số hiện nay ${outcome}`,
    `${nextYear.year} asks for ${required}: today’s figure is ${outcome}`,
  );
}

/** Met figures of which little may be lost, or of which the next year asks for more. */
export function thinMarginList(evaluation: Evaluation, setting: PageSetting): Markup {
  const tight = ownIndicators(evaluation).flatMap((result) =>
    result.margin
      ? measuredMargins(result.margin)
          .filter(isTight)
          .map((margin) => ({ result, margin }))
      : [],
  );
  if (tight.length === 0) return html``;
  const items = tight.map(({ result, margin }) => {
    const part = result.parts.find((one) => sameThing(one, margin));
    const next = nextYearText(margin, setting);
    return html`
      <li><p class="head">${sign('met', result.provisional)} <b>${result.id}</b> ${nameOf(margin, setting)}</p>
      <p>${part && `${standingText(part, setting)} → `}<strong>${marginText({ ...margin, ...(next !== undefined && { nextYear: undefined }) } as Margin, setting.locale)}</strong>${next !== undefined && html`; <strong class="unmet">${next}</strong>`}</p>${distanceBar(margin, result.parts)}</li>`;
  });
  return html`<ol class="distances">${items}</ol>`;
}
