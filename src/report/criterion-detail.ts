import type { CriterionResult, Evaluation, IndicatorResult, Part } from '../schema/evaluation.js';
import { gapText, marginText } from '../words/gap-text.js';
import { BASIS_LABELS, OUTCOME_LABELS, REASON_LABELS } from '../words/labels.js';
import { declaredText } from '../words/scorecard-declared.js';
import { factName } from '../words/scorecard-setting.js';
import { nameOf, observedText, requiredText } from '../words/scorecard-standing.js';
import { figureBar } from './bars.js';
import { criterionAnchor } from './criterion-tiles.js';
import { type Content, html, type Markup } from './markup.js';
import { becauseText, outcomeMark, sign } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';
import { heading } from './sections.js';
import type { Sources } from './source-list.js';

function referred({ refersTo }: Part, setting: PageSetting): string {
  return [
    refersTo?.indicator === undefined ? '' : `${say(setting, 'chỉ tiêu', 'indicator')} ${refersTo.indicator}`,
    refersTo?.criterion === undefined ? '' : `${say(setting, 'tiêu chí', 'criterion')} ${refersTo.criterion}`,
    refersTo?.ruleset ?? '',
  ]
    .filter((one) => one !== '')
    .join(say(setting, ' của ', ' of '));
}

const about = ({ approximate }: Part, setting: PageSetting): string =>
  approximate ? say(setting, 'khoảng ', 'about ') : '';

/** The figures and requirements of an indicator of one part, in two cells; of several, as a list over both. */
function figureCells(result: IndicatorResult, setting: PageSetting): Markup {
  const { locale } = setting;
  const [figures, requirements] = [
    say(setting, 'Số liệu', 'Figure'),
    say(setting, 'Mức đạt chuẩn', 'Requirement'),
  ];
  const [only] = result.parts;
  if (only === undefined || (result.parts.length === 1 && only.refersTo))
    return html`<td colspan="2" data-head="${figures}">${only ? referred(only, setting) : '–'}</td>`;
  if (result.parts.length === 1)
    return html`<td data-head="${figures}">${about(only, setting)}${observedText(only, setting)}${figureBar(only)}</td><td data-head="${requirements}">${requiredText(only, setting) ?? '–'}</td>`;
  const parts = result.parts.map((part) => {
    if (part.refersTo)
      return html`<li>${sign(part.outcome)} ${referred(part, setting)}: ${OUTCOME_LABELS[part.outcome][locale]}</li>`;
    const required = requiredText(part, setting);
    return html`<li>${sign(part.outcome)} ${nameOf(part, setting) || part.id}: ${about(part, setting)}${observedText(part, setting)}${required !== undefined && `, ${say(setting, 'cần', 'required')} ${required}`}${figureBar(part)}</li>`;
  });
  return html`<td colspan="2" data-head="${figures}, ${requirements}"><ul class="parts">${parts}</ul></td>`;
}

/** What keeps it open, what is short, or what is to spare; and on what else the outcome rests. */
function remarks(result: IndicatorResult, setting: PageSetting): Content[] {
  const { locale } = setting;
  const {
    outcome,
    parts,
    gap,
    margin,
    declared,
    basis,
    reasons,
    missing,
    because,
    responsible = [],
  } = result;
  const measured = outcome === 'unmet' && basis !== 'declared';
  // That a figure is not known stands beside its name; what completes a share that has been started does not.
  const started = missing.filter((key) => parts.every(({ fact }) => fact !== key));
  return [
    measured && gap && html`<li><strong>${gapText(gap, locale)}</strong></li>`,
    outcome === 'met' && margin !== undefined && html`<li>${marginText(margin, locale)}</li>`,
    basis === 'exempt' && html`<li>${BASIS_LABELS.exempt[locale]}</li>`,
    ...reasons.map((reason) => html`<li>${REASON_LABELS[reason][locale]}</li>`),
    outcome === 'unknown' &&
      started.length > 0 &&
      html`<li>${say(setting, 'cần', 'needed')}: ${started.map((key) => factName(key, undefined, setting)).join('; ')}</li>`,
    because.length > 0 && html`<li>${becauseText(because, locale)}</li>`,
    declared &&
      html`<li>${declaredText(declared, setting)}: ${OUTCOME_LABELS[declared.outcome][locale]}</li>`,
    ...(declared?.disagreeing ?? []).map(
      (other) =>
        html`<li>${say(setting, 'khác với', 'differs from')}: ${declaredText({ ...other, disagreeing: [] }, setting)}: ${OUTCOME_LABELS[other.outcome][locale]}</li>`,
    ),
    responsible.length > 0 &&
      html`<li>${say(setting, 'phụ trách', 'responsible')}: ${responsible.map((body) => body[locale]).join('; ')}</li>`,
  ];
}

function indicatorRow(result: IndicatorResult, sources: Sources, setting: PageSetting): Markup {
  const { locale } = setting;
  const notes = remarks(result, setting).filter((one) => one !== false && one !== undefined);
  return html`
    <tr class="${result.outcome}"><th scope="row"><b>${result.id}</b> ${result.title[locale]}${sources.refs(result)}</th>
    ${figureCells(result, setting)}
    <td data-head="${say(setting, 'Kết quả', 'Outcome')}">${outcomeMark(result, locale)}${notes.length > 0 && html`<ul class="remarks">${notes}</ul>`}</td></tr>`;
}

function indicatorTable(
  indicators: readonly IndicatorResult[],
  caption: string,
  sources: Sources,
  setting: PageSetting,
): Markup {
  return html`
    <table class="indicators"><caption class="hidden">${caption}</caption>
    <thead><tr><th scope="col">${say(setting, 'Chỉ tiêu', 'Indicator')}</th><th scope="col">${say(setting, 'Số liệu', 'Figure')}</th><th scope="col">${say(setting, 'Mức đạt chuẩn', 'Requirement')}</th><th scope="col">${say(setting, 'Kết quả', 'Outcome')}</th></tr></thead>
    <tbody>${indicators.map((one) => indicatorRow(one, sources, setting))}</tbody></table>`;
}

function ownOutcome(criterion: CriterionResult, setting: PageSetting): Content {
  const { declared, basis, reasons, indicators } = criterion;
  if (basis === 'declared' && declared) return html`<p>${declaredText(declared, setting)}</p>`;
  if (indicators.length > 0) return '';
  return html`<p>${reasons.map((reason) => REASON_LABELS[reason][setting.locale]).join('; ')}</p>`;
}

/** Every criterion with all its indicators: the figure, the requirement, the outcome, and what it rests on. */
export function criterionDetails(
  evaluation: Evaluation,
  prefix: string,
  sources: Sources,
  setting: PageSetting,
  level: 3 | 4 = 3,
): Markup {
  const { locale } = setting;
  const criteria = evaluation.criteria.map((criterion, at) => {
    const id = criterionAnchor(prefix, at);
    const caption = `${say(setting, 'Tiêu chí', 'Criterion')} ${criterion.no} ${criterion.title[locale]}`;
    return html`
      <div class="criterion ${criterion.outcome}" id="${id}">
      ${heading(level, html`<span>${criterion.no}. ${criterion.title[locale]}</span> ${outcomeMark(criterion, locale)}`)}
      ${ownOutcome(criterion, setting)}
      ${criterion.indicators.length > 0 && indicatorTable(criterion.indicators, caption, sources, setting)}
      </div>`;
  });
  const decided = evaluation.placeholders.filter(({ basis }) => basis !== 'none');
  const declared =
    decided.length > 0 &&
    html`<div class="criterion">${heading(level, say(setting, 'Chỉ tiêu chưa rõ tên', 'Indicators that no source names'))}${indicatorTable(decided, say(setting, 'Chỉ tiêu chưa rõ tên', 'Indicators that no source names'), sources, setting)}</div>`;
  return html`${criteria}${declared}`;
}
