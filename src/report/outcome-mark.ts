import type { Evaluation, Outcome } from '../schema/evaluation.js';
import type { Locale } from '../schema/text.js';
import { BECAUSE_LABELS, OUTCOME_LABELS, PROVISIONAL } from '../words/labels.js';
import type { Line } from '../words/scorecard-layout.js';
import { MARKS, PROVISIONAL_MARK } from '../words/scorecard-setting.js';
import { html, type Markup } from './markup.js';

/** The sign of an outcome alone, where its word stands beside it. */
export function sign(outcome: Outcome, provisional = false): Markup {
  return html`<span class="sign ${outcome}" aria-hidden="true">${MARKS[outcome]}${provisional && PROVISIONAL_MARK}</span>`;
}

/** The sign with its word: colour is never all that tells outcomes apart. */
export function outcomeMark(
  { outcome, provisional = false }: { outcome: Outcome; provisional?: boolean },
  locale: Locale,
  words = OUTCOME_LABELS[outcome][locale],
): Markup {
  return html`<span class="outcome ${outcome}">${sign(outcome, provisional)} ${words}${provisional && ` (${PROVISIONAL[locale]})`}</span>`;
}

/** Why an outcome is provisional; nothing where it is not. */
export function becauseText(because: Evaluation['because'], locale: Locale): string {
  return because.map((one) => BECAUSE_LABELS[one][locale]).join('; ');
}

/** A line made for a terminal, its styles as elements. */
export function lineMarkup(line: Line): Markup {
  return html`${line.map(({ text, style }) => {
    if (style === 'strong') return html`<strong>${text}</strong>`;
    return style === undefined ? text : html`<span class="${style}">${text}</span>`;
  })}`;
}
