import type { Evaluation, IndicatorResult, Part } from '../schema/evaluation.js';
import type { TierReport } from '../schema/programme.js';
import type { RecognitionCheck } from '../schema/recognition-check.js';
import type { RevocationCheck } from '../schema/revocation.js';
import type { Locale, Localized } from '../schema/text.js';
import { formatDay, formatFigure } from './figures.js';
import { gapText } from './gap-text.js';
import {
  BECAUSE_LABELS,
  CLASSIFICATION_LABELS,
  EVIDENCE_LABELS,
  OPERATOR_SIGNS,
  OUTCOME_LABELS,
  PROVISIONAL,
  REASON_LABELS,
  SEX_LABELS,
} from './labels.js';
import { conditionLines } from './recognition-conditions.js';
import { recognitionHeading, recognitionVerdict } from './recognition-heading.js';
import { decidingLines } from './revocation-card.js';
import { type Line, plainLine } from './scorecard-layout.js';
import type { Setting } from './scorecard-setting.js';
import { tierHeading, tierSummary } from './tier-heading.js';
import { leftSentence } from './tier-left.js';

export interface ExplainOptions {
  /** Default `vi`. @since 0.1.0 */
  locale?: Locale;
}

/** One comparison: "Tỷ lệ …: 68,8 % (cần ≥ 90 %)". */
export function partText(part: Part, locale: Locale): string {
  const vi = locale === 'vi';
  if (part.refersTo) {
    const { ruleset, criterion, indicator } = part.refersTo;
    const named = [indicator, criterion, ruleset].filter((one) => one !== undefined).join(' · ');
    return `${named}: ${OUTCOME_LABELS[part.outcome][locale]}`;
  }
  const title = `${part.title?.[locale] ?? part.fact ?? part.id}${part.sex ? ` (${SEX_LABELS[part.sex][locale]})` : ''}`;
  const unit = part.unit && { unit: part.unit };
  const observed =
    part.observed === undefined
      ? vi
        ? 'chưa có số liệu'
        : 'not known'
      : `${part.approximate ? (vi ? 'khoảng ' : 'about ') : ''}${formatFigure(part.observed, { locale, limit: part.required, ...unit })}`;
  const counts = part.counts
    ? ` (${formatFigure(part.counts.count, { locale })}/${formatFigure(part.counts.of, { locale })})`
    : '';
  if (part.required === undefined) return `${title}: ${observed}${counts}`;
  const sign = OPERATOR_SIGNS[part.operator ?? ''] ?? '';
  const isWord = typeof part.required === 'boolean';
  const required = `${isWord ? '' : `${sign} `}${formatFigure(part.required as never, { locale, ...unit })}`;
  return `${title}: ${observed}${counts} (${vi ? 'cần' : 'required'} ${required})`;
}

function outcomeText(
  result: { outcome: Evaluation['outcome']; because: Evaluation['because'] },
  labels: typeof OUTCOME_LABELS,
  locale: Locale,
): string {
  const outcome = labels[result.outcome][locale];
  if (result.because.length === 0) return outcome;
  return `${outcome} (${PROVISIONAL[locale]}: ${result.because.map((one) => BECAUSE_LABELS[one][locale]).join('; ')})`;
}

/** The parts that decided: those that failed when unmet, those that hold when met, those that are open when unknown. */
function decidingParts(result: IndicatorResult): Part[] {
  if (result.basis === 'declared') return [];
  return result.parts.filter((part) => part.outcome === result.outcome);
}

function explainIndicator(
  result: IndicatorResult,
  citations: Evaluation['citations'] | undefined,
  locale: Locale,
): string {
  const vi = locale === 'vi';
  const lines = [`${result.id} ${result.title[locale]}: ${outcomeText(result, OUTCOME_LABELS, locale)}`];
  if (result.basis === 'exempt') lines.push(vi ? '  không phải xét' : '  the law asks for nothing here');
  for (const part of decidingParts(result)) lines.push(`  ${partText(part, locale)}`);
  if (result.declared && result.basis === 'declared') {
    const { by, on, label } = result.declared;
    lines.push(
      `  ${vi ? 'công bố bởi' : 'declared by'} ${by}${on ? `, ${formatDay(on, locale)}` : ''}${label ? ` (“${label}”)` : ''}`,
    );
  }
  if (result.gap && result.outcome !== 'met') lines.push(`  → ${gapText(result.gap, locale)}`);
  else if (result.outcome === 'unknown')
    lines.push(`  ${result.reasons.map((reason) => REASON_LABELS[reason][locale]).join('; ')}`);
  if (result.evidence && result.outcome !== 'unknown' && result.basis === 'facts') {
    const cited = result.sources.map((id) => citations?.[id]?.title[locale] ?? id);
    lines.push(
      `  ${vi ? 'căn cứ' : 'rests on'}: ${EVIDENCE_LABELS[result.evidence][locale]}${cited.length > 0 ? ` — ${cited.join('; ')}` : ''}`,
    );
  }
  return lines.join('\n');
}

/** Reported totals and what they force, in one line each. */
export function reportedLines(evaluation: Evaluation, locale: Locale): string[] {
  const { reported } = evaluation;
  if (!reported) return [];
  const vi = locale === 'vi';
  const pair = (met: number | undefined, of: number | undefined, word: Localized): string[] =>
    met === undefined ? [] : [`${met}${of === undefined ? '' : `/${of}`} ${word[locale]}`];
  const totals = [
    ...pair(reported.criteria, reported.ofCriteria, { vi: 'tiêu chí', en: 'criteria' }),
    ...pair(reported.indicators, reported.ofIndicators, { vi: 'chỉ tiêu', en: 'indicators' }),
  ].join(', ');
  const fits = reported.consistent
    ? ''
    : vi
      ? ' — không khớp với số liệu hoặc bộ tiêu chí'
      : ' — does not fit the facts or the ruleset';
  return [
    `${vi ? 'Theo báo cáo' : 'As reported'}: ${totals}: ${OUTCOME_LABELS[reported.outcome][locale]}${fits}`,
    ...(reported.followsText.length > 0
      ? [`  ${reported.followsText.map((text) => text[locale]).join('; ')}`]
      : []),
  ];
}

/** Lines of any length, as a text is made of. */
function unwrapped(lines: (setting: Setting) => readonly Line[], locale: Locale): string {
  return lines({ locale, width: 10_000, detail: 'brief', names: {} }).map(plainLine).join('\n');
}

/** What a unit has, by which of the two, and what is left until each tier it does not have. */
function explainTiers(report: TierReport, locale: Locale): string {
  const left = report.tiers.filter(({ tier, held }) => held !== 'met' && tier !== report.next);
  const summary = (setting: Setting): Line[] => [
    ...tierHeading(report, setting).lines,
    ...tierSummary(report, setting).lines,
  ];
  return [unwrapped(summary, locale), ...left.map((tier) => `→ ${leftSentence(tier, locale)}`)].join('\n');
}

/** The conditions that decided: those that fail, those that are open, or in a line that all hold. */
function explainRecognition(check: RecognitionCheck, locale: Locale): string {
  const deciding = check.conditions.filter(
    ({ outcome }) => check.outcome !== 'met' && outcome === check.outcome,
  );
  return unwrapped(
    (setting) => [
      ...recognitionHeading(check, setting).lines,
      ...recognitionVerdict(check, setting),
      ...deciding.flatMap((one) => conditionLines(one, setting)),
    ],
    locale,
  );
}

/** The verdict and what it is counted from; the cases that hold, or are open where nothing is decided. */
function explainRevocation(check: RevocationCheck, locale: Locale): string {
  return unwrapped((setting) => decidingLines(check, setting), locale);
}

/**
 * What decided a result, and nothing else, in Vietnamese or English: an unmet set by the indicators that failed, an
 * unknown one by what is open, a met one in a line.
 *
 * @param result an evaluation, one indicator's result out of it, the tiers of a unit (`evaluateTiers`), a check of
 * recognition (`checkRecognition`) or of revocation (`checkRevocation`)
 * @example
 * explain(evaluation, { locale: 'en' })
 * @since 0.1.0
 */
export function explain(
  result: Evaluation | IndicatorResult | TierReport | RecognitionCheck | RevocationCheck,
  options: ExplainOptions = {},
): string {
  const locale = options.locale ?? 'vi';
  if ('kind' in result) {
    if (result.kind === 'revocation') return explainRevocation(result, locale);
    return result.kind === 'tiers' ? explainTiers(result, locale) : explainRecognition(result, locale);
  }
  if (!('criteria' in result)) return explainIndicator(result, undefined, locale);
  const vi = locale === 'vi';
  const labels = result.ruleset.purpose === 'classification' ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  const draft = result.ruleset.status === 'draft' ? (vi ? ' [dự thảo]' : ' [draft]') : '';
  const { criteria, indicators } = result.totals;
  const lines = [
    `${result.unit.name} · ${result.ruleset.title[locale]}${draft} (${result.ruleset.id}@${result.ruleset.version}) · ${vi ? 'năm' : 'year'} ${result.year}`,
    `${outcomeText(result, labels, locale)}: ${vi ? `${criteria.met}/${criteria.total} tiêu chí, ${indicators.met}/${indicators.total} chỉ tiêu đạt theo căn cứ hiện có` : `${criteria.met}/${criteria.total} criteria and ${indicators.met}/${indicators.total} indicators met on the evidence at hand`}`,
    ...reportedLines(result, locale),
  ];
  const all = [
    ...result.prerequisites,
    ...result.criteria.flatMap((criterion) => criterion.indicators),
    ...result.placeholders,
  ];
  const deciding = result.outcome === 'met' ? [] : all.filter((one) => one.outcome === result.outcome);
  for (const one of deciding) lines.push(explainIndicator(one, result.citations, locale));
  for (const criterion of result.criteria) {
    const own = criterion.basis === 'declared' || criterion.indicators.length === 0;
    if (own && criterion.outcome === result.outcome && result.outcome !== 'met') {
      lines.push(
        `${vi ? 'Tiêu chí' : 'Criterion'} ${criterion.no} ${criterion.title[locale]}: ${outcomeText(criterion, OUTCOME_LABELS, locale)}`,
      );
    }
  }
  for (const note of result.notes) lines.push(`${vi ? 'Lưu ý' : 'Note'}: ${note.text[locale]}`);
  return lines.join('\n');
}
