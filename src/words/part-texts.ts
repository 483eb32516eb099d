import type { PartChange, PartState } from '../schema/evaluation-comparison.js';
import type { Localized } from '../schema/text.js';
import type { ComparisonNames as Names } from './figure-texts.js';
import { formatFigure } from './figures.js';
import { EVIDENCE_LABELS, OUTCOME_LABELS, SEX_LABELS } from './labels.js';
import { boundSign } from './scorecard-bounds.js';

/** The percent of a share; an evaluation gives no unit for it. */
function unitOf(
  fact: string | undefined,
  unit: Localized | undefined,
  { facts }: Names,
): Localized | undefined {
  const percent = fact !== undefined && facts?.[fact]?.type === 'percent';
  return percent ? { vi: '%', en: '%' } : unit;
}

function figureText(value: unknown, part: PartChange, state: PartState, names: Names): string {
  const { locale } = names;
  const fact = part.fact === undefined ? undefined : names.facts?.[part.fact];
  const grade = fact?.grades?.find(({ id }) => id === value)?.title?.[locale];
  const unit = unitOf(part.fact, state.unit, names);
  return grade ?? formatFigure(value as never, { locale, limit: state.required, ...(unit && { unit }) });
}

function requiredText(part: PartChange, state: PartState | undefined, names: Names): string | undefined {
  if (state?.required === undefined) return undefined;
  const percent = part.fact !== undefined && names.facts?.[part.fact]?.type === 'percent';
  return `${boundSign(state.operator, state.required, percent)}${figureText(state.required, part, state, names)}`;
}

export const changed = (before: string | undefined, after: string | undefined, missing: string): string =>
  before === after ? (after ?? missing) : `${before ?? missing} → ${after ?? missing}`;

/** One part: “88 % → 95,3 %, mức ≥ 90 %”; of a part that only one side has, that side alone. */
export function partText(part: PartChange, names: Names): string {
  const vi = names.locale === 'vi';
  const was = part.before ?? part.after;
  const is = part.after ?? part.before;
  const observed = (state: PartState | undefined) =>
    state?.observed === undefined ? undefined : figureText(state.observed, part, state, names);
  if (part.fact === undefined) return changed(outcomeWord(was, names), outcomeWord(is, names), '–');
  const [from, to] = [requiredText(part, was, names), requiredText(part, is, names)];
  // That yes is asked for goes without saying.
  const obvious = from === to && typeof is?.required === 'boolean';
  const evidence = (state: PartState | undefined) =>
    state?.evidence === undefined ? undefined : EVIDENCE_LABELS[state.evidence][names.locale];
  const rested = part.before && part.after && from === to && evidence(was) !== evidence(is);
  return [
    changed(observed(was), observed(is), vi ? 'chưa có số liệu' : 'no figure'),
    ...(obvious || (from === undefined && to === undefined)
      ? []
      : [`${vi ? 'mức' : 'requirement'} ${changed(from, to, vi ? 'chưa rõ' : 'not known')}`]),
    ...(rested ? [`${vi ? 'căn cứ của mức' : 'evidence'} ${changed(evidence(was), evidence(is), '–')}`] : []),
  ].join(', ');
}

/** What a part is about: its fact, or what it refers to. */
export function partTitle({ before, after, sex, refersTo }: PartChange, { locale }: Names): string {
  const vi = locale === 'vi';
  const title = (after ?? before)?.title;
  if (title) return `${title[locale]}${sex ? ` (${SEX_LABELS[sex][locale]})` : ''}`;
  return [
    ...(refersTo?.indicator === undefined ? [] : [`${vi ? 'chỉ tiêu' : 'indicator'} ${refersTo.indicator}`]),
    ...(refersTo?.criterion === undefined ? [] : [`${vi ? 'tiêu chí' : 'criterion'} ${refersTo.criterion}`]),
    ...(refersTo?.ruleset === undefined ? [] : [refersTo.ruleset]),
  ].join(vi ? ' của ' : ' of ');
}

const outcomeWord = (state: PartState | undefined, { locale }: Names): string | undefined =>
  state && OUTCOME_LABELS[state.outcome][locale];
