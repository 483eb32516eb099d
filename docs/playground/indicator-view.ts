import type { Evaluation, IndicatorResult, Locale, Part } from '../../src/index.js';
import { partText } from '../../src/words/explain.js';
import { formatFigure } from '../../src/words/figures.js';
import { gapText, marginText } from '../../src/words/gap-text.js';
import { BECAUSE_LABELS, EVIDENCE_LABELS, OUTCOME_LABELS, REASON_LABELS } from '../../src/words/labels.js';
import { boundSign } from '../../src/words/scorecard-bounds.js';
import { type Child, element } from './element.js';

/** The figure that a fact is held against: “cần ≥ 90 %”. */
export function requiredText(
  part: Part,
  grades: (fact: string, grade: unknown) => string | undefined,
  locale: Locale,
): string | undefined {
  if (part.required === undefined)
    return part.reason === undefined || part.reason === 'missing-fact'
      ? undefined
      : REASON_LABELS[part.reason][locale];
  if (part.required === true) return undefined;
  const unit = part.unit && { unit: part.unit };
  const grade = part.fact === undefined ? undefined : grades(part.fact, part.required);
  const figure = grade ?? formatFigure(part.required as never, { locale, ...unit });
  return `${locale === 'vi' ? 'cần' : 'needs'} ${boundSign(part.operator, part.required, part.unit?.en === '%')}${figure}`;
}

/** Links to what a figure of the law rests on. */
function sourceLinks(
  sources: readonly string[],
  citations: Evaluation['citations'],
  locale: Locale,
): Child[] {
  return sources.flatMap((id, at): Child[] => {
    const source = citations[id];
    const title = source?.title[locale] ?? id;
    const link =
      source?.url === undefined
        ? title
        : element('a', { href: source.url, target: '_blank', rel: 'noopener noreferrer' }, title);
    return at === 0 ? [link] : ['; ', link];
  });
}

/** What is missing, or what may be lost; that no figure of the law is known stands beside the field already. */
function distance({ outcome, gap, margin, reasons, parts }: IndicatorResult, locale: Locale): Child {
  if (outcome === 'met') return margin && element('p', { class: 'margin' }, marginText(margin, locale));
  if (gap?.kind === 'requirement' && !gap.parts?.length && parts.some(({ fact }) => fact !== undefined))
    return undefined;
  if (gap) return element('p', { class: 'gap' }, `→ ${gapText(gap, locale)}`);
  const why = reasons.map((reason) => REASON_LABELS[reason][locale]).join('; ');
  return why !== '' && element('p', { class: 'gap' }, why);
}

/** What an outcome and its requirement rest on. */
function grounds(
  { because, declared, evidence, sources }: IndicatorResult,
  citations: Evaluation['citations'],
  locale: Locale,
): Child[] {
  const vi = locale === 'vi';
  const label = declared?.label === undefined ? '' : ` “${declared.label}”`;
  const cited = sourceLinks(sources, citations, locale);
  return [
    declared &&
      element(
        'p',
        { class: 'told' },
        `${vi ? 'Công bố' : 'Declared'}: ${OUTCOME_LABELS[declared.outcome][locale]}${label}`,
      ),
    because.length > 0 &&
      element(
        'p',
        { class: 'told' },
        `${vi ? 'Tạm tính' : 'Provisional'}: ${because.map((one) => BECAUSE_LABELS[one][locale]).join('; ')}`,
      ),
    (evidence !== undefined || cited.length > 0) &&
      element(
        'p',
        { class: 'told' },
        `${vi ? 'Căn cứ của mức' : 'The requirement rests on'}: ${evidence === undefined ? '' : EVIDENCE_LABELS[evidence][locale]}${cited.length > 0 ? ' – ' : ''}`,
        ...cited,
      ),
  ];
}

/** What was found of an indicator: what is missing, what may be lost, and what the requirement rests on. */
export function indicatorFindings(
  result: IndicatorResult,
  citations: Evaluation['citations'],
  locale: Locale,
): Child[] {
  const said = (text: string): HTMLElement => element('p', { class: 'told' }, text);
  const others = result.parts.filter(({ refersTo }) => refersTo !== undefined);
  const counted = result.parts.filter(
    ({ counts, observed }) => counts !== undefined && observed !== undefined,
  );
  return [
    ...[...others, ...counted].map((part) => said(partText(part, locale))),
    result.basis === 'exempt' && said(locale === 'vi' ? 'Không phải xét.' : 'The law asks for nothing here.'),
    distance(result, locale),
    ...grounds(result, citations, locale),
  ];
}
