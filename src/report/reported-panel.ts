import type { Evaluation } from '../schema/evaluation.js';
import { outcomeWords } from '../words/scorecard-totals.js';
import { countBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { outcomeMark } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';

function reportedTally(name: string, met: number | undefined, of: number | undefined): Markup {
  if (met === undefined) return html``;
  return html`
    <div class="tally"><p><span class="name">${name}</span> <span><b>${met}</b>${of !== undefined && `/${of}`}</span></p>${of !== undefined && countBar(met, met, of)}</div>`;
}

/** What the unit reports of itself, beside what was found and never in its place; what it forces, and whether it fits. */
export function reportedPanel(evaluation: Evaluation, setting: PageSetting): Markup {
  const found = evaluation.reported;
  if (!found) return html``;
  const { locale } = setting;
  return html`
    <div class="box reported"><h3>${say(setting, 'Theo báo cáo của đơn vị', 'As the unit reports')}</h3>
    <p>${outcomeMark({ outcome: found.outcome }, locale, outcomeWords(found.outcome, evaluation, setting))}</p>
    <div class="tallies">
    ${reportedTally(say(setting, 'Tiêu chí', 'Criteria'), found.criteria, found.ofCriteria)}
    ${reportedTally(say(setting, 'Chỉ tiêu', 'Indicators'), found.indicators, found.ofIndicators)}
    </div>
    ${
      !found.consistent &&
      html`<p class="warning">${say(setting, 'Không khớp với số liệu hoặc bộ tiêu chí.', 'This does not fit the facts or the ruleset.')}</p>`
    }
    ${
      found.followsText.length > 0 &&
      html`<ul class="plain">${found.followsText.map((text) => html`<li>→ ${text[locale]}</li>`)}</ul>`
    }
    </div>`;
}
