import type { Evaluation, Tally } from '../schema/evaluation.js';
import { OUTCOME_LABELS, PROVISIONAL } from '../words/labels.js';
import { MARKS } from '../words/scorecard-setting.js';
import { outcomeWords } from '../words/scorecard-totals.js';
import { tallyBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { becauseText, outcomeMark } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';
import { reportedPanel } from './reported-panel.js';

/** "12/19 criteria met", with the rest in words under a bar. */
export function tallyPanel(name: string, tally: Tally, { locale }: PageSetting): Markup {
  if (tally.total === 0) return html``;
  const rest = (['unmet', 'unknown'] as const).map((outcome) =>
    tally[outcome] > 0
      ? html`<span class="${outcome}">${MARKS[outcome]} ${tally[outcome]} ${OUTCOME_LABELS[outcome][locale]}</span>`
      : '',
  );
  return html`
    <div class="tally"><p><span class="name">${name}</span> <span class="met">${MARKS.met} <b>${tally.met}</b>/${tally.total} ${OUTCOME_LABELS.met[locale]}</span> ${rest}</p>${tallyBar(tally)}</div>`;
}

/** Declared labels such as "cơ bản đạt", which count as unmet and are told apart. */
function labelList({ labels = [] }: Evaluation, setting: PageSetting): Markup {
  if (labels.length === 0) return html``;
  return html`
    <ul class="plain">${labels.map(
      ({ label, criteria, indicators }) =>
        html`<li>“${label}”: ${say(
          setting,
          `${criteria} tiêu chí, ${indicators} chỉ tiêu (tính là chưa đạt)`,
          `criteria: ${criteria}, indicators: ${indicators} (counted as not met)`,
        )}</li>`,
    )}</ul>`;
}

/** The outcome of the whole, how many criteria and indicators are met, and beside it what the unit reports of itself. */
export function verdictPanel(evaluation: Evaluation, setting: PageSetting): Markup {
  const { outcome, because, provisional, totals } = evaluation;
  const { locale } = setting;
  return html`
    <div class="verdict ${outcome}">
    <p class="result"><span class="disc" aria-hidden="true">${MARKS[outcome]}</span><span><strong>${outcomeWords(outcome, evaluation, setting)}</strong>
    ${provisional && html`<span class="because">${PROVISIONAL[locale]}${because.length > 0 && `: ${becauseText(because, locale)}`}</span>`}</span></p>
    <div class="tallies">
    ${tallyPanel(say(setting, 'Tiêu chí', 'Criteria'), totals.criteria, setting)}
    ${tallyPanel(say(setting, 'Chỉ tiêu', 'Indicators'), totals.indicators, setting)}
    </div>
    ${labelList(evaluation, setting)}
    </div>
    <div class="pair">${reportedPanel(evaluation, setting)}${prerequisiteList(evaluation, setting)}</div>`;
}

/** Conditions to be met first; they count in no total. */
function prerequisiteList({ prerequisites }: Evaluation, setting: PageSetting): Markup {
  if (prerequisites.length === 0) return html``;
  return html`
    <div class="box"><h3>${say(setting, 'Điều kiện trước (không tính vào tổng số)', 'Prerequisites (in no total)')}</h3>
    <ul class="plain">${prerequisites.map(
      (one) =>
        html`<li>${outcomeMark(one, setting.locale)} — ${one.id} ${one.title[setting.locale]}${one.parts
          .flatMap(({ refersTo }) => refersTo?.ruleset ?? [])
          .map((id) => html` <code>${id}</code>`)}</li>`,
    )}</ul></div>`;
}
