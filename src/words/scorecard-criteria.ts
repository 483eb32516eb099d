import type { CriterionResult, Evaluation, IndicatorResult, Outcome, Reason } from '../schema/evaluation.js';
import { OUTCOME_LABELS, PROVISIONAL, REASON_LABELS } from './labels.js';
import { declaredText } from './scorecard-declared.js';
import { hanging, type Line, paragraph, row, type Span, span, widthOf } from './scorecard-layout.js';
import { ranges } from './scorecard-ranges.js';
import {
  counted,
  MARKS,
  mark,
  NOTHING,
  ownIndicators,
  PROVISIONAL_MARK,
  type Section,
  type Setting,
} from './scorecard-setting.js';

/** What keeps an indicator open, from what a commune can least do something about to what it can. */
const CAUSES: readonly { readonly reasons: readonly Reason[]; readonly vi: string; readonly en: string }[] = [
  { reasons: ['not-encoded'], vi: 'chưa có nội dung', en: 'content not known' },
  { reasons: ['left-to-province'], vi: 'mức do tỉnh quy định', en: 'left to the province' },
  { reasons: ['requirement-undetermined'], vi: 'chưa rõ mức đạt', en: 'requirement not known' },
  { reasons: ['context-missing'], vi: 'chưa rõ vùng, nhóm', en: 'region or group not settled' },
  { reasons: ['missing-fact', 'fact-unavailable'], vi: 'thiếu số liệu', en: 'facts missing' },
  { reasons: ['empty-base'], vi: 'mẫu số bằng không', en: 'share of nothing' },
  { reasons: ['imprecise'], vi: 'số liệu chưa đủ rõ', en: 'figure not precise enough' },
  { reasons: ['child-unknown'], vi: 'phụ thuộc kết quả khác', en: 'depends on another outcome' },
];

function openText(criterion: CriterionResult, setting: Setting): Line {
  const { locale } = setting;
  const order = criterion.indicators.map(({ id }) => id);
  const listed = (chosen: readonly IndicatorResult[]): string =>
    ranges(
      chosen.map(({ id }) => id),
      order,
    ).join(', ');
  const pieces: Span[] = [];
  const unmet = criterion.indicators.filter(({ outcome }) => outcome === 'unmet');
  if (unmet.length > 0) pieces.push(span(`${OUTCOME_LABELS.unmet[locale]} ${listed(unmet)}`, 'unmet'));
  const open = criterion.indicators.filter(({ outcome }) => outcome === 'unknown');
  const told = new Set<IndicatorResult>();
  for (const cause of CAUSES) {
    const chosen = open.filter(
      (one) => !told.has(one) && one.reasons.some((reason) => cause.reasons.includes(reason)),
    );
    if (chosen.length === 0) continue;
    for (const one of chosen) told.add(one);
    pieces.push(span(`${cause[locale]} ${listed(chosen)}`));
  }
  const provisional = criterion.indicators.filter((one) => one.outcome !== 'unknown' && one.provisional);
  if (provisional.length > 0) pieces.push(span(`${PROVISIONAL[locale]} ${listed(provisional)}`, 'faint'));
  if (criterion.declared && criterion.basis === 'declared')
    pieces.push(span(declaredText(criterion.declared, setting)));
  if (criterion.indicators.length === 0 && criterion.outcome === 'unknown') {
    pieces.push(span(criterion.reasons.map((reason) => REASON_LABELS[reason][locale]).join('; ')));
  }
  return pieces.flatMap((piece, at): Line => (at > 0 ? [span('; '), piece] : [piece]));
}

/** One row a criterion: its mark, number and name, how many of its indicators are met, and what is open and why. */
export function criteriaTable(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const { criteria, placeholders } = evaluation;
  if (criteria.length === 0) return NOTHING;
  const longest = Math.max(...criteria.map(({ title }) => widthOf(title[locale])), 9);
  const numberWidth = Math.max(...criteria.map(({ no }) => widthOf(no)), 2);
  const columns = [
    { width: 2 },
    { width: numberWidth, align: 'right' as const },
    { width: Math.min(longest, Math.max(18, Math.floor(width * 0.34))) },
    { width: 5, align: 'right' as const },
  ];
  const taken = columns.reduce((sum, column) => sum + column.width + 2, 0);
  const table = [...columns, { width: Math.max(20, width - taken) }];
  const head = row(
    [
      [span('')],
      [span('')],
      [span(vi ? 'Tiêu chí' : 'Criterion', 'faint')],
      [span(vi ? 'đạt' : 'met', 'faint')],
      [span(vi ? 'còn lại' : 'open', 'faint')],
    ],
    table,
  );
  const lines = criteria.flatMap((criterion) => {
    const { indicators } = criterion;
    const met = indicators.filter(({ outcome }) => outcome === 'met').length;
    const share = indicators.length > 0 ? `${met}/${indicators.length}` : '–';
    return row(
      [
        [mark(criterion)],
        [span(criterion.no)],
        [span(criterion.title[locale])],
        [span(share)],
        openText(criterion, setting),
      ],
      table,
    );
  });
  const unnamed =
    placeholders.length > 0
      ? hanging(
          [span('? ', 'unknown')],
          [
            span(
              vi
                ? `thêm ${placeholders.length} chỉ tiêu chưa rõ tên (${placeholders[0]?.id} … ${placeholders.at(-1)?.id})`
                : `and ${counted(placeholders.length, 'indicator', 'indicators')} that no source names (${placeholders[0]?.id} … ${placeholders.at(-1)?.id})`,
            ),
          ],
          width,
        )
      : [];
  return { lines: [...head, ...lines, ...unnamed] };
}

/** All criteria in a line or two: "✗ 15   ? 1–14, 16–19". */
export function criteriaLine(evaluation: Evaluation, setting: Setting): Section {
  const order = evaluation.criteria.map(({ no }) => no);
  const group = (outcome: Outcome): Line => {
    const chosen = evaluation.criteria.filter((one) => one.outcome === outcome).map(({ no }) => no);
    if (chosen.length === 0) return [];
    const listed = ranges(chosen, order).join(', ').replaceAll(' ', '\u00a0');
    return [span(`${MARKS[outcome]}\u00a0${listed}`, outcome), span(' ')];
  };
  const label = span(setting.locale === 'vi' ? 'Tiêu chí: ' : 'Criteria: ');
  const lines = hanging([label], (['unmet', 'unknown', 'met'] as const).flatMap(group), setting.width);
  return {
    lines: lines.map((line) =>
      line.map(({ text, ...rest }) => ({ text: text.replaceAll('\u00a0', ' '), ...rest })),
    ),
  };
}

/** So few that they can be named beside criteria of which none is met yet. */
const FEW = 8;

/** Indicators that are met already, where they are few. */
export function fewMet(evaluation: Evaluation, setting: Setting): Section {
  const met = ownIndicators(evaluation).filter(({ outcome }) => outcome === 'met');
  if (met.length === 0 || met.length > FEW) return NOTHING;
  const listed = met.map(({ id, provisional }) => `${id}${provisional ? PROVISIONAL_MARK : ''}`).join(', ');
  const label = setting.locale === 'vi' ? 'Chỉ tiêu đã đạt: ' : 'Indicators met: ';
  return { lines: hanging([span(label)], [span(listed, 'met')], setting.width) };
}

/** What the marks mean; only those that occur are explained. */
export function legend(evaluation: Evaluation, { locale, width }: Setting): Section {
  const all = [...evaluation.criteria, ...evaluation.prerequisites];
  const used = (['met', 'unmet', 'unknown'] as const).filter((outcome) =>
    all.some((one) => one.outcome === outcome),
  );
  const parts = used.map((outcome) => `${MARKS[outcome]} ${OUTCOME_LABELS[outcome][locale]}`);
  if (all.some(({ provisional }) => provisional)) parts.push(`${PROVISIONAL_MARK} ${PROVISIONAL[locale]}`);
  return { lines: paragraph([span(parts.join(' · '), 'faint')], width) };
}
