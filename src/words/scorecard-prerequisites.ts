import type { Evaluation, IndicatorResult } from '../schema/evaluation.js';
import { OUTCOME_LABELS, PROVISIONAL } from './labels.js';
import { hanging, type Line, lineWidth, span } from './scorecard-layout.js';
import { mark, NOTHING, type Section, type Setting } from './scorecard-setting.js';

/** Conditions to be met first; they count in no total. */
export function prerequisites(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width } = setting;
  if (evaluation.prerequisites.length === 0) return NOTHING;
  const vi = locale === 'vi';
  const lines = evaluation.prerequisites.flatMap((one) => {
    const label = [span(' '), mark(one), span(` ${one.id}  `)];
    const outcome = span(
      `${OUTCOME_LABELS[one.outcome][locale]}${one.provisional ? ` (${PROVISIONAL[locale]})` : ''}`,
      one.outcome,
    );
    return hanging(
      label,
      [span(`${one.title[locale]}: `), outcome, ...setOf(one)],
      width,
      Math.max(8, lineWidth(label)),
    );
  });
  return {
    lines: [
      [span(vi ? 'Điều kiện trước (không tính vào tổng số)' : 'Prerequisites (in no total)', 'strong')],
      ...lines,
    ],
  };
}

function setOf(one: IndicatorResult): Line {
  const sets = one.parts.flatMap(({ refersTo }) => refersTo?.ruleset ?? []);
  return sets.length > 0 ? [span(` (${sets.join(', ')})`, 'faint')] : [];
}
