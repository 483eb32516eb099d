import type { TierReport, TierResult } from '../schema/programme.js';
import { formatDay } from '../words/figures.js';
import { withDays } from '../words/scorecard-setting.js';
import { leftSentence } from '../words/tier-left.js';
import { evaluationSections } from './evaluation-sections.js';
import { html, type Markup } from './markup.js';
import { pageDocument } from './page-document.js';
import { type PageSetting, say } from './page-setting.js';
import { contents, type PageSection, pageSection, sectionsMarkup } from './sections.js';
import { tierBlockers } from './tier-blockers.js';
import { tierLadder } from './tier-ladder.js';
import { fact, judgedBy, unitTitle, warningList, warnings } from './unit-heading.js';

/** A note without which the whole page would be misread. */
const FIRST_OF_ALL = 'level-abolished';

function tierHeading({ title, ladder, year, assessedOn }: TierReport, setting: PageSetting): Markup {
  return html`
    <dl class="facts">
    ${fact(say(setting, 'Thang mức độ', 'Ladder'), html`${title[setting.locale]} <code>${ladder}</code>`)}
    ${fact(say(setting, 'Năm đánh giá', 'Year judged'), String(year))}
    ${fact(say(setting, 'Ngày đánh giá', 'Judged on'), formatDay(assessedOn, setting.locale))}
    </dl>`;
}

/** One tier: what is left until the unit has it, what blocks it, and everything its set says; folded unless it is next. */
function tierPart(tier: TierResult, at: number, isNext: boolean, setting: PageSetting): Markup {
  const { evaluation, title, problem } = tier;
  const { locale } = setting;
  const prefix = `t${at + 1}-`;
  const inner = evaluation ? sectionsMarkup(evaluationSections(evaluation, prefix, setting, 4), 3) : '';
  const summary = say(setting, 'Toàn bộ kết quả theo bộ tiêu chí này', 'Everything by this set');
  return html`
    <div class="part" id="t${at + 1}"><h2>${title[locale]}</h2>
    ${tier.held !== 'met' && html`<p class="left">→ ${leftSentence(tier, locale)}</p>`}
    ${problem && html`<p class="warning">${problem.message[locale]} ${problem.hint[locale]}</p>`}
    ${evaluation && judgedBy(evaluation, setting)}
    ${evaluation && warnings(evaluation, setting)}
    ${sectionsMarkup(pageSection(`${prefix}blockers`, say(setting, 'Điều còn vướng', 'What stands in the way'), tierBlockers(tier, setting)), 3)}
    ${evaluation && (isNext ? inner : html`<details><summary>${summary}: ${title[locale]}</summary>${inner}</details>`)}
    </div>`;
}

/** The page of one unit by every tier of its ladder. */
export function tierPage(report: TierReport, title: string | undefined, setting: PageSetting): string {
  const { locale } = setting;
  const first = report.notes.filter(({ code }) => code === FIRST_OF_ALL);
  const rest = report.notes.filter(({ code }) => code !== FIRST_OF_ALL);
  const texts = (notes: TierReport['notes']) => notes.map(({ text }) => withDays(text[locale], locale));
  const ladder = pageSection('tiers', say(setting, 'Các mức độ', 'Tiers'), tierLadder(report, setting));
  const notes = pageSection(
    'notes',
    say(setting, 'Lưu ý', 'Notes'),
    rest.length > 0 ? html`<ul>${texts(rest).map((text) => html`<li>${text}</li>`)}</ul>` : undefined,
  );
  // The next tier is what people look for: it comes first and unfolded.
  const parts = report.tiers.map((tier, at) => ({ tier, at, isNext: tier.tier === report.next }));
  const ordered = [...parts.filter(({ isNext }) => isNext), ...parts.filter(({ isNext }) => !isNext)];
  const links: PageSection[] = [
    ...ladder,
    ...ordered.map(({ tier, at }) => ({ id: `t${at + 1}`, title: tier.title[locale], body: html`` })),
    ...notes,
  ];
  const body = html`
    <header class="page">
    ${unitTitle(report.unit, title, setting)}
    ${tierHeading(report, setting)}
    ${warningList(texts(first))}
    </header>
    <main id="main">
    ${contents(links, say(setting, 'Các mục của trang', 'Sections of this page'))}
    ${sectionsMarkup(ladder)}
    ${ordered.map(({ tier, at, isNext }) => tierPart(tier, at, isNext, setting))}
    ${sectionsMarkup(notes)}
    </main>`;
  return pageDocument(title ?? `${report.unit.name} · ${report.title[locale]}`, body, setting);
}
