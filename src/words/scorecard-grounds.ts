import type { Because, Evaluation, IndicatorResult } from '../schema/evaluation.js';
import { formatDay } from './figures.js';
import { BECAUSE_LABELS, PROVISIONAL } from './labels.js';
import { hanging, type Line, span } from './scorecard-layout.js';
import { counted, NOTHING, numbers, ownIndicators, type Section, type Setting } from './scorecard-setting.js';

function decided(evaluation: Evaluation): IndicatorResult[] {
  return [...evaluation.prerequisites, ...ownIndicators(evaluation), ...evaluation.placeholders].filter(
    ({ outcome }) => outcome !== 'unknown',
  );
}

/** Why outcomes are provisional, with the indicators each reason touches. */
export function provisional(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const touched = decided(evaluation).filter((one) => one.provisional);
  if (touched.length === 0 || detail === 'brief') return NOTHING;
  const reasons = [...new Set(touched.flatMap(({ because }) => because))];
  const lines = reasons.flatMap((reason: Because): Line[] => {
    const ids = touched.filter(({ because }) => because.includes(reason)).map(({ id }) => id);
    return hanging(
      [span('  – ')],
      [span(`${BECAUSE_LABELS[reason][locale]}: `), span(numbers(evaluation, ids))],
      width,
    );
  });
  const title = vi
    ? `~ Tạm tính: ${touched.length} chỉ tiêu`
    : `~ Provisional (${PROVISIONAL.vi}): ${counted(touched.length, 'indicator', 'indicators')}`;
  return { lines: [[span(title, 'strong')], ...lines] };
}

/** The sources of the requirements that decided, with the indicators each of them speaks of. */
export function citations(evaluation: Evaluation, setting: Setting): Section {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  if (detail === 'brief') return NOTHING;
  const bySource = new Map<string, string[]>();
  for (const one of decided(evaluation)) {
    if (one.basis !== 'facts' && one.basis !== 'exempt') continue;
    for (const id of one.sources) bySource.set(id, [...(bySource.get(id) ?? []), one.id]);
  }
  if (bySource.size === 0) return NOTHING;
  const lines = [...bySource].flatMap(([id, indicators]): Line[] => {
    const source = evaluation.citations[id];
    const title = source?.title[locale] ?? id;
    const date = source?.date ? `, ${formatDay(source.date, locale)}` : '';
    const address = detail === 'all' && source?.url ? ` <${source.url}>` : '';
    return hanging(
      [span('  – ')],
      [span(`${title}${date}: ${numbers(evaluation, indicators)}`), span(address, 'faint')],
      width,
    );
  });
  return {
    lines: [
      [span(vi ? 'Căn cứ của các kết quả đã có' : 'What the decided outcomes rest on', 'strong')],
      ...lines,
    ],
  };
}
