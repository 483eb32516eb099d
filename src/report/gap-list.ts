import { nearestFirst } from '../gap/nearest-first.js';
import type { Evaluation } from '../schema/evaluation.js';
import { declaredText } from '../words/scorecard-declared.js';
import { gapLine, needed } from '../words/scorecard-gaps.js';
import { ownIndicators } from '../words/scorecard-setting.js';
import { distanceBar } from './bars.js';
import { html, type Markup } from './markup.js';
import { lineMarkup, sign } from './outcome-mark.js';
import type { PageSetting } from './page-setting.js';
import type { Sources } from './source-list.js';

/** What is known to be missed, nearest first: the figure beside its requirement, how much is missing, where it is written. */
export function gapList(evaluation: Evaluation, sources: Sources, setting: PageSetting): Markup {
  const { locale } = setting;
  const missed = nearestFirst(
    [...ownIndicators(evaluation), ...evaluation.placeholders].filter(({ outcome }) => outcome === 'unmet'),
  );
  if (missed.length === 0) return html``;
  const items = missed.map((one) => {
    const gaps = needed(one.gap);
    const body =
      one.basis === 'declared' && one.declared
        ? html`<p>${declaredText(one.declared, setting)}</p>`
        : gaps.map(
            (gap) =>
              html`<p>${lineMarkup(gapLine(gap, one, gaps.length, setting))}</p>${distanceBar(gap, one.parts)}`,
          );
    return html`
      <li><p class="head">${sign('unmet', one.provisional)} <b>${one.id}</b> ${one.title[locale]}${sources.refs(one)}</p>
      ${body}</li>`;
  });
  return html`<ol class="distances">${items}</ol>`;
}
