import type { Blocker, TierResult } from '../schema/programme.js';
import { OUTCOME_LABELS, REASON_LABELS } from '../words/labels.js';
import { html, type Markup } from './markup.js';
import { outcomeMark } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';

function named({ kind, id, title }: Blocker, setting: PageSetting): string {
  const own = title[setting.locale];
  if (kind === 'criterion') return `${say(setting, 'Tiêu chí', 'Criterion')} ${id} ${own}`;
  return kind === 'prerequisite' || kind === 'placeholder' ? `${id} ${own}` : own;
}

/** What stands between a unit and a tier, one thing a line, with its open indicators or why it is not decided. */
export function tierBlockers({ blockers }: TierResult, setting: PageSetting): Markup {
  const { locale } = setting;
  if (blockers.length === 0) return html``;
  const items = blockers.map((blocker) => {
    const { outcome, indicators, reasons } = blocker;
    const why = reasons
      .filter((reason) => reason !== 'child-unknown')
      .map((reason) => REASON_LABELS[reason][locale])
      .join('; ');
    const which =
      indicators.length > 0 ? `${say(setting, 'chỉ tiêu', 'indicators')} ${indicators.join(', ')}` : '';
    const rest = [which, why].filter((one) => one !== '').join(' — ');
    return html`<li>${outcomeMark({ outcome }, locale, OUTCOME_LABELS[outcome][locale])} — ${named(blocker, setting)}${rest !== '' && html`<span class="note">: ${rest}</span>`}</li>`;
  });
  return html`<ul class="plain blockers">${items}</ul>`;
}
