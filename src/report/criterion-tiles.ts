import type { CriterionResult, Evaluation, Tally } from '../schema/evaluation.js';
import { OUTCOME_LABELS, PROVISIONAL } from '../words/labels.js';
import { tallyBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { sign } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';

function tallyOf({ indicators }: CriterionResult): Tally {
  const tally = { total: indicators.length, met: 0, unmet: 0, unknown: 0 };
  for (const { outcome } of indicators) tally[outcome] += 1;
  return tally;
}

/** The anchor of a criterion in a page that may hold several sets. */
export function criterionAnchor(prefix: string, at: number): string {
  return `${prefix}c${at + 1}`;
}

/** All criteria at a glance: the outcome, how many of its indicators are met, and a link to what lies behind. */
export function criterionTiles(evaluation: Evaluation, prefix: string, setting: PageSetting): Markup {
  const { locale } = setting;
  if (evaluation.criteria.length === 0) return html``;
  const tiles = evaluation.criteria.map((criterion, at) => {
    const tally = tallyOf(criterion);
    const words = `${OUTCOME_LABELS[criterion.outcome][locale]}${criterion.provisional ? ` (${PROVISIONAL[locale]})` : ''}`;
    const share =
      tally.total > 0 &&
      say(setting, `${tally.met}/${tally.total} chỉ tiêu`, `${tally.met} of ${tally.total}`);
    return html`
      <li class="tile ${criterion.outcome}"><a href="#${criterionAnchor(prefix, at)}"><span class="head">${sign(criterion.outcome, criterion.provisional)} <b>${criterion.no}</b> ${criterion.title[locale]}</span>
      <span class="foot"><span>${words}</span> <span>${share}</span></span>${tallyBar(tally)}</a></li>`;
  });
  const { placeholders } = evaluation;
  const unnamed =
    placeholders.length > 0 &&
    html`<p class="note">${say(
      setting,
      `Thêm ${placeholders.length} chỉ tiêu chưa rõ tên (${placeholders[0]?.id} … ${placeholders.at(-1)?.id}).`,
      `And ${placeholders.length} indicators that no source names (${placeholders[0]?.id} … ${placeholders.at(-1)?.id}).`,
    )}</p>`;
  return html`<ol class="tiles">${tiles}</ol>${unnamed}`;
}
