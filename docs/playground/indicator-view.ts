import type { Evaluation, IndicatorResult, Locale, Part } from '../../src/index.js';
import { partText } from '../../src/words/explain.js';
import { formatFigure } from '../../src/words/figures.js';
import { gapText, marginText } from '../../src/words/gap-text.js';
import { BECAUSE_LABELS, EVIDENCE_LABELS, REASON_LABELS } from '../../src/words/labels.js';
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
  return sources.flatMap((id): Child[] => {
    const source = citations[id];
    const title = source?.title[locale] ?? id;
    const link =
      source?.url === undefined
        ? title
        : element('a', { href: source.url, target: '_blank', rel: 'noopener noreferrer' }, title);
    return [' ', link];
  });
}

/** What was found of an indicator: what is missing, what may be lost, and what the requirement rests on. */
export function indicatorFindings(
  result: IndicatorResult,
  citations: Evaluation['citations'],
  locale: Locale,
): Child[] {
  const vi = locale === 'vi';
  const { outcome, gap, margin, reasons, evidence, sources, because, declared } = result;
  const told: Child[] = [];
  for (const part of result.parts.filter(({ refersTo }) => refersTo !== undefined))
    told.push(element('p', { class: 'told' }, partText(part, locale)));
  if (result.basis === 'exempt')
    told.push(element('p', { class: 'told' }, vi ? 'Không phải xét.' : 'The law asks for nothing here.'));
  const counted = result.parts.find(({ counts, observed }) => counts !== undefined && observed !== undefined);
  if (counted) told.push(element('p', { class: 'told' }, partText(counted, locale)));
  if (outcome !== 'met' && gap) told.push(element('p', { class: 'gap' }, `→ ${gapText(gap, locale)}`));
  else if (outcome === 'unknown' && reasons.length > 0)
    told.push(
      element('p', { class: 'gap' }, reasons.map((reason) => REASON_LABELS[reason][locale]).join('; ')),
    );
  if (outcome === 'met' && margin) told.push(element('p', { class: 'margin' }, marginText(margin, locale)));
  if (declared) {
    const labelled = declared.label === undefined ? '' : ` “${declared.label}”`;
    const words = vi ? { met: 'đạt', unmet: 'chưa đạt' } : { met: 'met', unmet: 'not met' };
    told.push(
      element(
        'p',
        { class: 'told' },
        `${vi ? 'Công bố' : 'Declared'}: ${words[declared.outcome]}${labelled}`,
      ),
    );
  }
  if (because.length > 0)
    told.push(
      element(
        'p',
        { class: 'told' },
        `${vi ? 'Tạm tính' : 'Provisional'}: ${because.map((one) => BECAUSE_LABELS[one][locale]).join('; ')}`,
      ),
    );
  if (evidence !== undefined || sources.length > 0)
    told.push(
      element(
        'p',
        { class: 'told sources' },
        `${vi ? 'Căn cứ của mức' : 'Requirement'}: ${evidence === undefined ? '' : EVIDENCE_LABELS[evidence][locale]}.`,
        ...sourceLinks(sources, citations, locale),
      ),
    );
  return told;
}
