import { evaluate } from '../../index.js';
import type { Evaluation, IndicatorResult } from '../../schema/evaluation.js';
import type { Locale } from '../../schema/text.js';
import { formatDay, formatFigure } from '../../words/figures.js';
import { gapText, marginText } from '../../words/gap-text.js';
import {
  EVIDENCE_LABELS,
  OPERATOR_SIGNS,
  OUTCOME_LABELS,
  PROVISIONAL,
  REASON_LABELS,
} from '../../words/labels.js';
import { MARKS } from '../../words/scorecard-setting.js';
import { escapeHtml } from './escape-html.js';

/** What one indicator came to, with the figure it was held against. */
function indicatorRow(result: IndicatorResult, locale: Locale): string {
  const vi = locale === 'vi';
  const unit = result.unit && { unit: result.unit };
  const sign = OPERATOR_SIGNS[result.parts[0]?.operator ?? ''] ?? '';
  const required =
    result.required === undefined
      ? undefined
      : `${sign} ${formatFigure(result.required as never, { locale, ...unit })}`;
  const observed =
    result.observed === undefined
      ? '–'
      : formatFigure(result.observed, { locale, limit: result.required, ...unit });
  const told =
    result.outcome === 'unmet' && result.gap
      ? gapText(result.gap, locale)
      : result.outcome === 'met' && result.margin
        ? marginText(result.margin, locale)
        : result.evidence
          ? EVIDENCE_LABELS[result.evidence][locale]
          : '';
  const against =
    required === undefined
      ? `${observed}: ${REASON_LABELS[result.reasons[0] ?? 'requirement-undetermined'][locale]}`
      : `${observed}, ${vi ? 'mức' : 'required'} ${required}`;
  return `<li class="${result.outcome}"><span class="what"><b>${result.id}</b> ${escapeHtml(result.title[locale])}</span> <span class="outcome ${result.outcome}${result.provisional ? ' provisional' : ''}">${MARKS[result.outcome]} ${OUTCOME_LABELS[result.outcome][locale]}${result.provisional ? ` <small>${PROVISIONAL[locale]}</small>` : ''}</span>
      <span class="figures">${escapeHtml(against)}</span> <span class="told">${escapeHtml(told)}</span></li>`;
}

const chosen = (evaluation: Evaluation, ids: readonly string[]): IndicatorResult[] =>
  ids.flatMap(
    (id) => evaluation.criteria.flatMap(({ indicators }) => indicators).find((one) => one.id === id) ?? [],
  );

/** What the library finds of one real commune, judged while the page is built: nothing here is typed in. */
export function landingResult(
  snapshot: unknown,
  ruleset: string,
  indicators: readonly string[],
  locale: Locale,
): string {
  const vi = locale === 'vi';
  const evaluation = evaluate(snapshot, ruleset);
  const { reported, totals, unit } = evaluation;
  const counted = (count: number, of: number): string => `<b>${count}</b><span>/${of}</span>`;
  const of = (tally: { unmet: number; unknown: number; met: number }): string =>
    vi
      ? `${tally.met} chỉ tiêu đạt · ${tally.unmet} chưa đạt · ${tally.unknown} chưa đủ căn cứ`
      : `${tally.met} indicator met · ${tally.unmet} not met · ${tally.unknown} not enough evidence`;
  const report =
    reported === undefined
      ? ''
      : `<div class="beside">
    <p class="reported"><span class="label">${vi ? 'Xã báo cáo' : 'As reported'}</span>
      <span class="count">${counted(reported.criteria ?? 0, reported.ofCriteria ?? 0)}</span> ${vi ? 'tiêu chí' : 'criteria'}
      <span class="count">${counted(reported.indicators ?? 0, reported.ofIndicators ?? 0)}</span> ${vi ? 'chỉ tiêu' : 'indicators'}
      <span class="outcome ${reported.outcome}">${MARKS[reported.outcome]} ${OUTCOME_LABELS[reported.outcome][locale]}</span></p>
    <p class="found"><span class="label">${vi ? 'Số liệu đã công bố cho thấy' : 'What public figures decide'}</span> ${of(totals.indicators)}</p>
    <p class="told">${reported.followsText.map((text) => escapeHtml(text[locale])).join(' · ')}</p>
  </div>`;
  const day = formatDay(evaluation.assessedOn, locale);
  return `<article class="result" aria-label="${vi ? 'Kết quả thật' : 'A real result'}">
  <header>
    <h2>${escapeHtml(unit.name)}, ${escapeHtml(unit.province ?? '')}</h2>
    <p>${escapeHtml(evaluation.ruleset.title[locale])}<br>${vi ? `năm ${evaluation.year}, xét ngày ${day}` : `year ${evaluation.year}, judged on ${day}`}</p>
  </header>
  ${report}
  <ul class="indicators">
    ${chosen(evaluation, indicators)
      .map((one) => indicatorRow(one, locale))
      .join('\n    ')}
  </ul>
</article>`;
}
