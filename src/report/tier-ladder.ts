import type { TierReport, TierResult } from '../schema/programme.js';
import { OUTCOME_LABELS, PROVISIONAL } from '../words/labels.js';
import { tierSummary } from '../words/tier-heading.js';
import { leftSentence } from '../words/tier-left.js';
import { decisionWords, isProvisional } from '../words/tier-table.js';
import { html, type Markup } from './markup.js';
import { lineMarkup, outcomeMark } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';
import { fact } from './unit-heading.js';

function rung(tier: TierResult, at: number, report: TierReport, setting: PageSetting): Markup {
  const { locale } = setting;
  const held = {
    met: say(setting, 'có', 'yes'),
    unmet: say(setting, 'chưa có', 'no'),
    unknown: say(setting, 'chưa rõ', 'not known'),
  }[tier.held];
  const provisional = isProvisional(report.tiers, at);
  const reached = `${OUTCOME_LABELS[tier.reached][locale]}${provisional ? ` (${PROVISIONAL[locale]})` : ''}`;
  const next = tier.tier === report.next;
  return html`
    <li class="rung ${tier.held}${next && ' next'}"><h3>${tier.title[locale]}${next && html` <span class="tag">${say(setting, 'mức tiếp theo', 'the next tier')}</span>`}</h3>
    <dl>
    ${fact(say(setting, 'Hiện có', 'Held'), outcomeMark({ outcome: tier.held }, locale, held))}
    ${fact(say(setting, 'Xét theo số liệu', 'By evaluation'), outcomeMark({ outcome: tier.reached }, locale, reached))}
    ${fact(say(setting, 'Theo quyết định', 'By decision'), outcomeMark({ outcome: tier.recognised }, locale, decisionWords(tier.recognition, setting)))}
    </dl></li>`;
}

/** The tiers as steps, lowest first: by evaluation and by decision, which are never one, and whether each is held. */
export function tierLadder(report: TierReport, setting: PageSetting): Markup {
  const { locale } = setting;
  const [held] = tierSummary(report, setting).lines;
  const next = report.tiers.find(({ tier }) => tier === report.next);
  return html`
    <ol class="ladder">${report.tiers.map((tier, at) => rung(tier, at, report, setting))}</ol>
    <p>${held && lineMarkup(held)}</p>
    ${next && html`<p class="left">→ ${leftSentence(next, locale)}</p>`}`;
}
