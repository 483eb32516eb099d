import type { RecognitionCheck, RecognitionConditionResult } from '../schema/recognition-check.js';
import { formatDay } from './figures.js';
import { gapText } from './gap-text.js';
import { OUTCOME_LABELS, PROVISIONAL, REASON_LABELS } from './labels.js';
import { declaredText } from './scorecard-declared.js';
import { hanging, type Line, lineWidth, span } from './scorecard-layout.js';
import { ranges } from './scorecard-ranges.js';
import { MARKS, mark, NOTHING, type Section, type Setting } from './scorecard-setting.js';
import { standingText } from './scorecard-standing.js';

/** Why a condition stands as it does, in one phrase. */
function reasonText(one: RecognitionConditionResult, setting: Setting): string {
  const { locale } = setting;
  const vi = locale === 'vi';
  if (one.recognition) {
    const { number, date } = one.recognition.decision ?? {};
    const told = [number, date && formatDay(date, locale)].filter(Boolean).join(', ');
    return `${vi ? 'theo quyết định công nhận' : 'by the decision of recognition'}${told === '' ? '' : ` (${told})`}`;
  }
  if (one.basis === 'declared' && one.declared) return declaredText(one.declared, setting);
  const [part, ...others] = one.parts;
  if (one.outcome !== 'unknown')
    return part &&
      others.length === 0 &&
      part.fact !== undefined &&
      part.required !== undefined &&
      typeof part.required !== 'boolean'
      ? `${standingText(part, setting)}${one.outcome === 'unmet' && one.gap ? ` → ${gapText(one.gap, locale)}` : ''}`
      : '';
  const reasons = one.reasons
    .filter((reason) => reason !== 'child-unknown' && reason !== 'missing-fact')
    .map((reason) => REASON_LABELS[reason][locale]);
  const missing = one.reasons.includes('missing-fact')
    ? [`${REASON_LABELS['missing-fact'][locale]}: ${one.missing.join(', ')}`]
    : [];
  const sets = one.reasons.includes('child-unknown')
    ? one.parts.flatMap(({ refersTo }) => refersTo?.ruleset ?? [])
    : [];
  return [...reasons, ...missing, ...sets].join('; ');
}

/** One condition: what it asks, how it stands and why, each wording that may hold on a line of its own. */
export function conditionLines(one: RecognitionConditionResult, setting: Setting): Line[] {
  const { locale, width, detail } = setting;
  const vi = locale === 'vi';
  const label = [span(' '), mark(one), span(` ${one.id}  `)];
  const indent = Math.max(8, lineWidth(label));
  const rest = [span(' '.repeat(indent))];
  const why = reasonText(one, setting);
  const provisional = one.provisional ? ` (${PROVISIONAL[locale]})` : '';
  const wordings = (one.wordings ?? []).flatMap(({ title, holds, outcome }) =>
    hanging(
      [...rest, span('– ')],
      [
        span(`${title[locale]}: `),
        span(OUTCOME_LABELS[outcome][locale], outcome),
        span(holds === 'perhaps' ? (vi ? ' (có thể áp dụng)' : ' (may apply)') : '', 'faint'),
      ],
      width,
    ),
  );
  return [
    ...hanging(
      label,
      [
        span(`${one.title[locale]}: `),
        span(`${OUTCOME_LABELS[one.outcome][locale]}${provisional}`, one.outcome),
        span(why === '' ? '' : ` — ${why}`),
      ],
      width,
      indent,
    ),
    ...wordings,
    ...(detail === 'all' && one.note ? hanging(rest, [span(one.note[locale], 'faint')], width) : []),
  ];
}

/** Every condition: what it asks, how it stands and why, and in which wording. */
export function conditionsSection({ conditions }: RecognitionCheck, setting: Setting): Section {
  if (conditions.length === 0) return NOTHING;
  const title = setting.locale === 'vi' ? 'Điều kiện công nhận' : 'Conditions of recognition';
  return {
    lines: [[span(title, 'strong')], ...conditions.flatMap((one) => conditionLines(one, setting))],
  };
}

/** All conditions in a line or two: "✗ R1 ? R3–R5 ✓ R2". */
export function conditionsLine({ conditions }: RecognitionCheck, { locale, width }: Setting): Line[] {
  if (conditions.length === 0) return [];
  const order = conditions.map(({ id }) => id);
  const groups = (['unmet', 'unknown', 'met'] as const).flatMap((outcome): Line => {
    const chosen = conditions.filter((one) => one.outcome === outcome).map(({ id }) => id);
    if (chosen.length === 0) return [];
    return [span(`${MARKS[outcome]} ${ranges(chosen, order).join(', ')}`, outcome), span(' ')];
  });
  return hanging([span(locale === 'vi' ? 'Điều kiện: ' : 'Conditions: ')], groups, width);
}
