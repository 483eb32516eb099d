import type { Evaluation, Outcome, Tally } from '../schema/evaluation.js';
import { BECAUSE_LABELS, CLASSIFICATION_LABELS, OUTCOME_LABELS, PROVISIONAL } from './labels.js';
import { hanging, type Line, paragraph, row, span, widthOf, wrap } from './scorecard-layout.js';
import { counted, MARKS, mark, type Section, type Setting } from './scorecard-setting.js';

export function outcomeWords(outcome: Outcome, evaluation: Evaluation, setting: Setting): string {
  const labels = evaluation.ruleset.purpose === 'classification' ? CLASSIFICATION_LABELS : OUTCOME_LABELS;
  return labels[outcome][setting.locale];
}

/** Why the outcome of the whole is only provisional, in the words of the labels. */
export function verdict(evaluation: Evaluation, setting: Setting): Line {
  const { locale } = setting;
  const words = outcomeWords(evaluation.outcome, evaluation, setting);
  const why =
    evaluation.because.length > 0
      ? ` — ${PROVISIONAL[locale]}: ${evaluation.because.map((one) => BECAUSE_LABELS[one][locale]).join('; ')}`
      : '';
  return [
    span(`${MARKS[evaluation.outcome]} ${words.toLocaleUpperCase(locale)}`, evaluation.outcome),
    span(why),
  ];
}

function tallyCells(tally: Tally): Line[] {
  return [
    [span(`${tally.met}/${tally.total}`)],
    [span(String(tally.unmet), tally.unmet > 0 ? 'unmet' : 'faint')],
    [span(String(tally.unknown), tally.unknown > 0 ? 'unknown' : 'faint')],
  ];
}

/** What was found, as a table, and beside it what was reported and what that forces. */
export function totals(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const { criteria, indicators } = evaluation.totals;
  const heads = (['met', 'unmet', 'unknown'] as const).map((one) => OUTCOME_LABELS[one][locale]);
  const names = [vi ? 'Tiêu chí' : 'Criteria', vi ? 'Chỉ tiêu' : 'Indicators'];
  const columns = [
    { width: Math.max(...names.map(widthOf)) },
    ...heads.map((head) => ({ width: Math.max(widthOf(head), 5), align: 'right' as const })),
  ];
  const [criteriaName = '', indicatorsName = ''] = names;
  const lines: Line[] = [
    ...row([[span('')], ...heads.map((head): Line => [span(head, 'faint')])], columns, 3),
    ...row([[span(criteriaName)], ...tallyCells(criteria)], columns, 3),
    ...(indicators.total > 0 ? row([[span(indicatorsName)], ...tallyCells(indicators)], columns, 3) : []),
  ];
  return {
    lines: [...paragraph(verdict(evaluation, setting), width), ...lines, ...reported(evaluation, setting)],
  };
}

/** "As reported: 16/19 criteria, 70/75 indicators: not met" and what follows from it. */
export function reported(evaluation: Evaluation, setting: Setting): Line[] {
  const found = evaluation.reported;
  if (!found) return [];
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const pair = (met: number | undefined, of: number | undefined, word: string): string[] =>
    met === undefined ? [] : [`${met}${of === undefined ? '' : `/${of}`} ${word}`];
  const figures = [
    ...pair(found.criteria, found.ofCriteria, vi ? 'tiêu chí' : 'criteria'),
    ...pair(found.indicators, found.ofIndicators, vi ? 'chỉ tiêu' : 'indicators'),
  ].join(', ');
  const label = span(vi ? 'Theo báo cáo: ' : 'As reported: ');
  const outcome = [
    span(`${figures} — `),
    span(`${MARKS[found.outcome]} ${outcomeWords(found.outcome, evaluation, setting)}`, found.outcome),
  ];
  const clash = found.consistent
    ? []
    : [
        span(
          vi ? '; không khớp với số liệu hoặc bộ tiêu chí' : '; this does not fit the facts or the ruleset',
          'warning',
        ),
      ];
  const follows = found.followsText.map((text) => text[locale]).join('; ');
  return [
    ...hanging([label], [...outcome, ...clash], width),
    ...(follows === '' ? [] : hanging([span('  → ')], [span(follows)], width)),
  ];
}

/** "0/19 criteria and 0/75 indicators met; 1 criterion and 1 indicator not met; evidence lacks for the rest" */
function sentence({ criteria, indicators }: Evaluation['totals'], vi: boolean): string {
  const parts = vi
    ? [`đạt ${criteria.met}/${criteria.total} tiêu chí, ${indicators.met}/${indicators.total} chỉ tiêu`]
    : [`${criteria.met}/${criteria.total} criteria and ${indicators.met}/${indicators.total} indicators met`];
  if (indicators.unmet + criteria.unmet > 0) {
    parts.push(
      vi
        ? `chưa đạt ${criteria.unmet} tiêu chí, ${indicators.unmet} chỉ tiêu`
        : `${counted(criteria.unmet, 'criterion', 'criteria')} and ${counted(indicators.unmet, 'indicator', 'indicators')} not met`,
    );
  }
  if (indicators.unknown + criteria.unknown > 0)
    parts.push(vi ? 'còn lại chưa đủ căn cứ' : 'not enough evidence for the rest');
  return parts.join('; ');
}

/** The few lines that a list of many scorecards can afford. */
export function briefTotals(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width } = setting;
  const vi = locale === 'vi';
  const provisional = evaluation.provisional ? ` (${PROVISIONAL[locale]})` : '';
  return {
    lines: [
      ...paragraph(
        [
          ...verdict(evaluation, setting).slice(0, 1),
          span(`${provisional}: ${sentence(evaluation.totals, vi)}`),
        ],
        width,
      ),
      ...reported(evaluation, setting),
      ...(evaluation.prerequisites.length > 0
        ? hanging(
            [span(vi ? 'Điều kiện trước: ' : 'Prerequisites: ')],
            evaluation.prerequisites.flatMap(
              (one, at): Line => [
                span(at > 0 ? '; ' : ''),
                span(`${mark(one).text.trim()} `, one.outcome),
                span(one.title[locale]),
              ],
            ),
            width,
          )
        : []),
    ],
  };
}

/** Declared labels such as "cơ bản đạt", which count as unmet and are told apart. */
export function labels(evaluation: Evaluation, setting: Setting): Section {
  const vi = setting.locale === 'vi';
  const lines = (evaluation.labels ?? []).flatMap(({ label, criteria, indicators }) =>
    wrap(
      [
        span(`“${label}”: `),
        span(
          vi
            ? `${criteria} tiêu chí, ${indicators} chỉ tiêu (tính là chưa đạt)`
            : `${counted(criteria, 'criterion', 'criteria')}, ${counted(indicators, 'indicator', 'indicators')} (counted as not met)`,
        ),
      ],
      setting.width,
    ),
  );
  return { lines };
}
