import type { Plan, PlanProgress, PlanReading, PlanTotals, ReadingProgress } from '../schema/plan.js';
import type { CountBounds } from '../schema/programme.js';
import { boundsText, countText, shareText } from '../words/bounds-text.js';
import { formatDay } from '../words/figures.js';
import { OUTCOME_LABELS } from '../words/labels.js';
import { periodText } from '../words/period-text.js';
import { measureText, planHeading, scopeText } from '../words/plan-names.js';
import { scopeName } from '../words/plan-text.js';
import { tableSetting } from '../words/summary-setting.js';
import { countBar, tallyBar } from './bars.js';
import { type Content, html, type Markup } from './markup.js';
import { lineMarkup } from './outcome-mark.js';
import { type PageSetting, say } from './page-setting.js';
import { type PageSection, pageSection, sectionsMarkup, table } from './sections.js';

const words = ({ locale, width, titles }: PageSetting) => tableSetting({ locale, width, titles, all: true });

/** What every period is to bring, and where progress is known what it brought: open pairs by period. */
function periodTable(
  totals: PlanTotals,
  progress: ReadingProgress | undefined,
  setting: PageSetting,
): Markup {
  const { locale } = setting;
  const found = progress?.totals.find(
    ({ kind, ruleset, tier, level }) =>
      kind === totals.kind && ruleset === totals.ruleset && tier === totals.tier && level === totals.level,
  );
  const all = say(setting, 'tất cả các kỳ', 'all periods');
  const name = (period: PlanTotals['periods'][number]['period'] | null) =>
    period === null ? html`<strong>${all}</strong>` : periodText(period, locale);
  const caption = say(setting, 'Theo kỳ', 'By period');
  const picture = { title: html`<span class="hidden">${say(setting, 'Hình', 'Picture')}</span>` };
  const planned = { title: say(setting, 'kế hoạch', 'planned'), numeric: true };
  if (found)
    return table({
      caption,
      kind: 'bars',
      columns: [
        { title: say(setting, 'Kỳ', 'Period') },
        picture,
        planned,
        { title: say(setting, 'đã đạt', 'done'), numeric: true },
        { title: OUTCOME_LABELS.unmet[locale], numeric: true },
        { title: OUTCOME_LABELS.unknown[locale], numeric: true },
        { title: say(setting, 'quá hạn', 'overdue'), numeric: true },
      ],
      rows: found.periods.map((one) => [
        name(one.period),
        tallyBar({ total: one.planned.most, met: one.done, unmet: one.open, unknown: one.unknown }),
        boundsText(one.planned, locale),
        ...[one.done, one.open, one.unknown].map((count) => countText(count, locale)),
        one.overdue > 0
          ? html`<strong class="unmet">${countText(one.overdue, locale)}</strong>`
          : countText(0, locale),
      ]),
    });
  const bar = ({ least, most }: CountBounds) =>
    countBar(least, most, Math.max(totals.planned.most, totals.open?.most ?? 0));
  return table({
    caption,
    kind: 'bars',
    columns: [{ title: say(setting, 'Kỳ', 'Period') }, picture, planned],
    rows: [...totals.periods, { period: null, planned: totals.planned }].map((one) => [
      name(one.period),
      bar(one.planned),
      boundsText(one.planned, locale),
    ]),
  });
}

/** What each unit or group has open and is to close, or holds and is to reach. */
function scopeTable(totals: PlanTotals, plan: Plan, setting: PageSetting): Markup {
  const { locale } = setting;
  const pairs = totals.kind === 'pairs';
  const bounds = (count: CountBounds | undefined): string => (count ? boundsText(count, locale) : '–');
  return table({
    caption: say(setting, 'Theo đơn vị, nhóm', 'By unit or group'),
    columns: [
      { title: say(setting, 'Đơn vị, nhóm', 'Unit or group') },
      { title: say(setting, 'đơn vị', 'units'), numeric: true },
      { title: pairs ? say(setting, 'chưa đạt', 'open') : say(setting, 'đầu kỳ', 'before'), numeric: true },
      { title: say(setting, 'kế hoạch', 'planned'), numeric: true },
      ...(pairs
        ? []
        : [
            { title: say(setting, 'cuối kỳ', 'after'), numeric: true },
            { title: say(setting, 'tỷ lệ', 'share'), numeric: true },
          ]),
    ],
    rows: totals.scopes.map((scope): Content[] => [
      html`<bdi>${scopeName(scope, totals, plan, words(setting))}</bdi>`,
      scope.units === undefined ? '–' : countText(scope.units, locale),
      bounds(pairs ? scope.open : scope.held?.before),
      boundsText(scope.planned, locale),
      ...(pairs ? [] : [bounds(scope.held?.after), scope.held ? shareText(scope.held.share, locale) : '–']),
    ]),
  });
}

/** What was met before and is not any more. */
function lostList(progress: ReadingProgress | undefined, plan: Plan, setting: PageSetting): Markup {
  if (!progress || progress.lost.length === 0) return html``;
  const items = progress.lost.map(({ count, criteria, ...one }) => {
    const what = criteria
      ? say(setting, `tiêu chí ${criteria.join(', ')}`, `criteria ${criteria.join(', ')}`)
      : one.kind === 'pairs'
        ? say(setting, `${count} lượt tiêu chí`, `${count} criteria`)
        : measureText(one, words(setting));
    return html`<li><bdi>${scopeText(one, plan.groups, words(setting))}</bdi>: <span class="unmet">${what}</span></li>`;
  });
  return html`<p><strong>${say(setting, 'Mới mất (trước đạt, nay chưa đạt)', 'Newly lost (met before, not met now)')}</strong></p><ul>${items}</ul>`;
}

function readingSection(
  reading: PlanReading,
  at: number,
  plan: Plan,
  progress: PlanProgress | undefined,
  setting: PageSetting,
): PageSection[] {
  const found = progress?.readings.find((one) => one.reading === reading.reading);
  const name =
    reading.reading === null
      ? say(setting, 'Mục tiêu theo kỳ', 'Targets by period')
      : `${say(setting, 'Cách hiểu', 'Reading')}: ${reading.title?.[setting.locale] ?? reading.reading}`;
  const body = html`
    ${reading.totals.map(
      (totals) => html`
        <h4>${measureText(totals, words(setting))}</h4>
        ${totals.open && html`<p>${say(setting, 'Chưa đạt khi bắt đầu', 'Open at the beginning')}: <strong>${boundsText(totals.open, setting.locale)}</strong>; ${say(setting, 'kế hoạch', 'planned')}: <strong>${boundsText(totals.planned, setting.locale)}</strong></p>`}
        ${periodTable(totals, found, setting)}
        ${scopeTable(totals, plan, setting)}`,
    )}
    ${lostList(found, plan, setting)}`;
  return pageSection(`p-reading${at + 1}`, name, body);
}

/** A plan by period, and how it stands, in each of its readings. */
export function planPart(plan: Plan, progress: PlanProgress | undefined, setting: PageSetting): PageSection {
  const [title, ...lines] = planHeading(plan, words(setting));
  const day =
    progress?.on &&
    html`<p><strong>${say(setting, 'Tính đến ngày', 'As of')} ${formatDay(progress.on, setting.locale)}</strong></p>`;
  const notes = (progress?.notes ?? []).map(({ text }) => html`<li>${text[setting.locale]}</li>`);
  return {
    id: 'plan',
    title: (title ?? []).map(({ text }) => text).join(''),
    body: html`
      ${lines.map((line) => html`<p>${lineMarkup(line)}</p>`)}
      ${day || ''}
      ${sectionsMarkup(
        plan.follows.flatMap((one, at) => readingSection(one, at, plan, progress, setting)),
        3,
      )}
      ${notes.length > 0 && html`<ul>${notes}</ul>`}`,
  };
}
