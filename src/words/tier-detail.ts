import type { Evaluation } from '../schema/evaluation.js';
import type { Blocker, TierReport, TierResult } from '../schema/programme.js';
import { formatFigure } from './figures.js';
import { OUTCOME_LABELS, REASON_LABELS } from './labels.js';
import { criteriaLine } from './scorecard-criteria.js';
import { shortfalls } from './scorecard-gaps.js';
import { hanging, type Line, paragraph, span } from './scorecard-layout.js';
import { type MetFigure, marginLines } from './scorecard-margins.js';
import { missing, openRequirements } from './scorecard-missing.js';
import { MARKS, type Section, type Setting } from './scorecard-setting.js';
import { reported } from './scorecard-totals.js';
import { leftSentence } from './tier-left.js';

/** "NTM nâng cao — Bộ tiêu chí …" and the text that judged. */
function tierTitleLines(tier: TierResult, setting: Setting): Line[] {
  const { locale, width } = setting;
  const { title, evaluation, ruleset } = tier;
  const set = evaluation ? ` — ${evaluation.ruleset.title[locale]}` : '';
  const by = ruleset === null ? [] : paragraph([span(byText(ruleset, evaluation, setting), 'faint')], width);
  return [...paragraph([span(title[locale], 'strong'), span(set)], width), ...by];
}

function byText(ruleset: string, evaluation: Evaluation | undefined, { locale }: Setting): string {
  const amended = evaluation?.ruleset.amendedBy ?? [];
  if (amended.length === 0) return ruleset;
  return `${ruleset} · ${locale === 'vi' ? 'theo sửa đổi' : 'amended by'} ${amended.join(', ')}`;
}

/** What blocks beside the criteria, which stand in a line of their own. */
function blockerLines(blockers: readonly Blocker[], setting: Setting): Line[] {
  const { locale, width } = setting;
  const others = blockers.filter(({ kind }) => kind !== 'criterion' && kind !== 'placeholder');
  return others.flatMap(({ kind, id, title, outcome, reasons }): Line[] => {
    const label = kind === 'prerequisite' ? `${id} ` : '';
    const why = reasons
      .filter((reason) => reason !== 'child-unknown')
      .map((reason) => REASON_LABELS[reason][locale])
      .join('; ');
    return hanging(
      [span(`${MARKS[outcome]} `, outcome)],
      [
        span(`${label}${title[locale]}: `),
        span(OUTCOME_LABELS[outcome][locale], outcome),
        span(why === '' ? '' : ` (${why})`),
      ],
      width,
    );
  });
}

function metFigures(
  evaluation: Evaluation,
  listed: TierResult['thinMargins'] | TierResult['rising'],
): MetFigure[] {
  const all = [...evaluation.prerequisites, ...evaluation.criteria.flatMap(({ indicators }) => indicators)];
  return listed.flatMap(({ indicator, margin }) => {
    const result = all.find(({ id }) => id === indicator);
    return result ? [{ result, margin }] : [];
  });
}

function thinLines({ thinMargins }: TierResult, evaluation: Evaluation, setting: Setting): Line[] {
  if (thinMargins.length === 0) return [];
  return [
    [span(setting.locale === 'vi' ? 'Đạt sát mức' : 'Met by a thin margin', 'strong')],
    ...marginLines(metFigures(evaluation, thinMargins), setting),
  ];
}

/** "10 Thu nhập …: năm 2023 cần 46 triệu đồng/người/năm, hiện 45: chưa đạt" */
function risingLines({ rising }: TierResult, setting: Setting): Line[] {
  const { locale, width } = setting;
  const vi = locale === 'vi';
  if (rising.length === 0) return [];
  const lines = rising.flatMap(({ indicator, title, margin, outcome }): Line[] => {
    const { nextYear, observed, unit } = margin;
    if (!nextYear) return [];
    const shown = { locale, ...(unit && margin.kind === 'margin' && { unit }) };
    const now =
      observed === undefined ? '' : `${vi ? 'hiện' : 'now'} ${formatFigure(observed, { locale })}: `;
    return hanging(
      [span(`  ${indicator}  `)],
      [
        span(`${title[locale]}: ${vi ? `năm ${nextYear.year} cần` : `${nextYear.year} asks for`} `),
        span(formatFigure(nextYear.required, shown), 'strong'),
        span(`; ${now}`),
        span(OUTCOME_LABELS[outcome][locale], outcome),
      ],
      width,
      Math.max(8, indicator.length + 4),
    );
  });
  return [[span(vi ? 'Mức tăng vào năm sau' : 'Requirements that rise next year', 'strong')], ...lines];
}

/** One tier in detail: what is left, the criteria in a line, the gaps that matter first, thin margins, rising figures. */
function tierDetail(tier: TierResult, setting: Setting, isNext: boolean): Section {
  const { locale, width, detail } = setting;
  const { evaluation } = tier;
  const head = [
    ...tierTitleLines(tier, setting),
    ...(isNext || tier.held === 'met'
      ? []
      : hanging([span('→ ')], [span(leftSentence(tier, locale))], width)),
    ...blockerLines(tier.blockers, setting),
  ];
  if (!evaluation) return { lines: head };
  const narrow: Setting = detail === 'all' ? setting : { ...setting, detail: 'brief' };
  const gaps = shortfalls(evaluation, detail === 'all' ? setting : { ...setting, detail: 'usual' });
  const sections: Section[] = [
    criteriaLine(evaluation, setting),
    { lines: reported(evaluation, setting) },
    gaps,
    missing(evaluation, narrow),
    openRequirements(evaluation, narrow),
    { lines: thinLines(tier, evaluation, setting) },
    { lines: risingLines(tier, setting) },
  ];
  return {
    lines: [...head, ...sections.flatMap(({ lines }) => lines)],
    cut: sections.some(({ cut }) => cut === true),
  };
}

/** The next tier in detail, with every detail each; of those beyond it the sentence alone. */
export function tierDetails(report: TierReport, setting: Setting): Section[] {
  if (setting.detail === 'brief') return [];
  const shown = report.tiers.filter(({ tier }) => setting.detail === 'all' || tier === report.next);
  const beyond = report.tiers.slice(report.tiers.findIndex(({ tier }) => tier === report.next) + 1);
  const rest = setting.detail === 'all' || report.next === null ? [] : beyond;
  return [
    ...shown.map((tier) => tierDetail(tier, setting, tier.tier === report.next)),
    {
      lines: rest.flatMap((tier) =>
        hanging([span('→ ')], [span(leftSentence(tier, setting.locale))], setting.width),
      ),
      cut: rest.length > 0,
    },
  ];
}
