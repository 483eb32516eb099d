import { NtmError } from '../problem/problem.js';
import { problem } from '../problem/report.js';
import { summarizeBy } from '../programme/summarize.js';
import type { LawNames } from '../programme/summary/law-names.js';
import type { Summary } from '../schema/summary.js';
import { countText } from '../words/bounds-text.js';
import { ladderPart } from './ladder-part.js';
import { html, type Markup } from './markup.js';
import { pageDocument } from './page-document.js';
import { type PageSetting, say } from './page-setting.js';
import { planPart } from './plan-part.js';
import type { Portfolio, PortfolioUnit } from './report-input.js';
import { rulesetPart } from './ruleset-part.js';
import { contents, type PageSection } from './sections.js';
import { warningList } from './unit-heading.js';
import { UnitRows } from './unit-rows.js';

/** Units carry the size of their sets and the order of their tiers themselves; a page looks nothing up. */
const NO_LAW: LawNames = { size: () => undefined, text: () => undefined, tiers: () => undefined };

/** Reads the units once: each is a row, and unless a summary was given is counted as it comes by. */
function readUnits({ units, summary }: Portfolio): { rows: UnitRows; summary: Summary | undefined } {
  const rows = new UnitRows();
  if (!units) return { rows, summary };
  function* passing(all: Iterable<PortfolioUnit>): Generator<PortfolioUnit> {
    for (const one of all) {
      rows.add(one);
      yield one;
    }
  }
  if (!summary) return { summary: summarizeBy(passing(units), {}, NO_LAW), rows };
  for (const _one of passing(units));
  return { rows, summary };
}

/** Names that units judged without explanation do not carry, where the summary has them. */
function withNames(rows: UnitRows, summary: Summary | undefined): void {
  for (const { ruleset, byCriterion } of summary?.rulesets ?? []) {
    const titles = rows.rulesets.get(ruleset)?.titles;
    if (titles) for (const { id, title } of byCriterion) if (title && !titles.has(id)) titles.set(id, title);
  }
}

/** In the order in which the units were judged by them, which for tiers is that of the ladder; others as they stand. */
function asJudged(rulesets: Summary['rulesets'], rows: UnitRows): readonly Summary['rulesets'][number][] {
  const order = [...rows.rulesets.keys()];
  const place = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...rulesets].sort((a, b) => place(a.ruleset) - place(b.ruleset));
}

/** Ladders, then sets; sets that only rows are known of come last. */
function partsOf(rows: UnitRows, summary: Summary | undefined, setting: PageSetting): PageSection[] {
  const ladders = [
    ...(summary?.ladders ?? []).map((one) => ({ one, rows: rows.ladders.get(one.ladder) })),
    ...[...rows.ladders.values()]
      .filter(({ id }) => !summary?.ladders.some(({ ladder }) => ladder === id))
      .map((own) => ({ one: undefined, rows: own })),
  ];
  const rulesets = [
    ...asJudged(summary?.rulesets ?? [], rows).map((one) => ({ one, rows: rows.rulesets.get(one.ruleset) })),
    ...[...rows.rulesets.values()]
      .filter(({ id }) => !summary?.rulesets.some(({ ruleset }) => ruleset === id))
      .map((own) => ({ one: undefined, rows: own })),
  ];
  return [
    ...ladders.map((part, at) => ladderPart(part.one, part.rows, at, setting)),
    ...rulesets.map((part, at) => rulesetPart(part.one, part.rows, at, setting)),
  ];
}

function unitCount(rows: UnitRows, summary: Summary | undefined): number {
  return Math.max(
    0,
    ...[...rows.ladders.values(), ...rows.rulesets.values()].map(({ rows: own }) => own.length),
    ...(summary?.rulesets ?? []).map(({ outcomes }) => outcomes.total),
    ...(summary?.ladders ?? []).map(({ units }) => units),
  );
}

function partMarkup({ id, title, body }: PageSection): Markup {
  return html`
    <div class="part" id="${id}"><h2>${title}</h2>
    ${body}
    </div>`;
}

function nothingGiven(input: unknown): NtmError {
  const expected = 'evaluation, tiers, units, summary, plan';
  return new NtmError([
    problem('wrong-type', '', {
      found: input,
      expected: { vi: `một trong: ${expected}`, en: `one of: ${expected}` },
      hint: {
        vi: 'Ví dụ: reportPage({ evaluation: evaluate(hiện trạng, bộ tiêu chí) }).',
        en: 'For example: reportPage({ evaluation: evaluate(snapshot, ruleset) }).',
      },
    }),
  ]);
}

/** The page of many units: by ladder, by set, and by plan. */
export function portfolioPage(input: Portfolio, title: string | undefined, setting: PageSetting): string {
  const { plan, progress } = input;
  if (!input.units && !input.summary && !plan) throw nothingGiven(input);
  const { rows, summary } = readUnits(input);
  withNames(rows, summary);
  const units = unitCount(rows, summary);
  const parts = [...partsOf(rows, summary, setting), ...(plan ? [planPart(plan, progress, setting)] : [])];
  const counted = countText(units, setting.locale);
  const name =
    title ??
    (units === 0 && plan
      ? (plan.title?.[setting.locale] ?? say(setting, 'Kế hoạch', 'Plan'))
      : say(
          setting,
          `Tổng hợp ${counted} đơn vị`,
          `Summary of ${counted} ${units === 1 ? 'unit' : 'units'}`,
        ));
  const notes = (summary?.notes ?? []).map(({ text }) => text[setting.locale]);
  const none =
    parts.length === 0 &&
    html`<section><p>${say(setting, 'Không có đơn vị nào.', 'There are no units.')}</p></section>`;
  const body = html`
    <header class="page">
    <p class="over"><bdi>${say(setting, 'Nông thôn mới · tổng hợp nhiều đơn vị', 'New rural development · many units')}</bdi></p>
    <h1><bdi>${name}</bdi></h1>
    ${warningList(notes)}
    </header>
    <main id="main">
    ${contents(parts, say(setting, 'Các mục của trang', 'Sections of this page'))}
    ${parts.map(partMarkup)}
    ${none}
    </main>`;
  return pageDocument(name, body, setting, 'many');
}
