import type { Literal } from '../schema/condition.js';
import type { FactCatalogue, FactDefinition } from '../schema/fact.js';
import type { FigureChange, FigurePlace, FigureState, FigureUse } from '../schema/ruleset-comparison.js';
import type { Locale, Localized } from '../schema/text.js';
import { formatFigure } from './figures.js';
import { EVIDENCE_LABELS, OPERATOR_SIGNS } from './labels.js';
import { type MergedCell, mergedCells } from './merged-cells.js';
import { boundSign } from './scorecard-bounds.js';

/** Names that a comparison alone does not hold. Whatever is missing shows by its key. */
export interface ComparisonNames {
  readonly locale: Locale;
  readonly facts?: FactCatalogue | undefined;
  readonly standards?: Readonly<Record<string, { readonly title: Localized }>> | undefined;
  readonly regions?: Readonly<Record<string, Localized>> | undefined;
  /** Every region that judges units, so that “all of them” can be said. */
  readonly allRegions?: readonly string[] | undefined;
  readonly groups?: Readonly<Record<string, Localized>> | undefined;
  /** Cases of an indicator by their ids. */
  readonly cases?: ((indicator: string) => Readonly<Record<string, Localized>>) | undefined;
  /** The only region a reader asks about; its name is not repeated at every figure. */
  readonly region?: string | undefined;
}

export function literalText(value: Literal, fact: FactDefinition | undefined, locale: Locale): string {
  // As the tables of the decisions say it.
  if (value === true) return locale === 'vi' ? 'đạt' : 'met';
  const grade = fact?.grades?.find(({ id }) => id === value)?.title?.[locale];
  const unit = fact?.type === 'percent' ? { vi: '%', en: '%' } : fact?.unit;
  return grade ?? formatFigure(value, { locale, places: 6, ...(unit && { unit }) });
}

/** Figures no source at hand confirms; what the mark means is said once. */
export const UNCONFIRMED_FIGURE = '~';

function evidenceMark(figure: FigureState, vi: boolean): string {
  if (!('evidence' in figure) || figure.evidence === 'published') return '';
  return figure.evidence === 'unconfirmed' ? ` ${UNCONFIRMED_FIGURE}` : vi ? ' (đề xuất)' : ' (proposed)';
}

function valueText(
  figure: Extract<FigureState, { state: 'figure' | 'relative' }>,
  use: FigureUse | undefined,
  fact: FactDefinition | undefined,
  locale: Locale,
): string {
  const { value } = figure;
  if (figure.state === 'relative') {
    const { percentOf, percent } = figure.value;
    const sign = OPERATOR_SIGNS[use?.operator ?? ''] ?? '';
    return locale === 'vi'
      ? `${sign} ${percent} % mức của ${percentOf.indicator} (${percentOf.ruleset})`
      : `${sign} ${percent} % of what ${percentOf.indicator} asks (${percentOf.ruleset})`;
  }
  if (Array.isArray(value)) return value.map((one) => literalText(one, fact, locale)).join(', ');
  const literal = value as Literal;
  return `${boundSign(use?.operator, literal, fact?.type === 'percent')}${literalText(literal, fact, locale)}`;
}

/** What is asked at one place: “≥ 90 %”, “≥ 80 % ~” where unconfirmed, “do tỉnh quy định”, “chưa rõ mức”. */
export function figureStateText(
  figure: FigureState,
  use: FigureUse | undefined,
  fact: FactDefinition | undefined,
  locale: Locale,
): string {
  const vi = locale === 'vi';
  switch (figure.state) {
    case 'not-required':
      return `${vi ? 'không phải xét' : 'not required'}${evidenceMark(figure, vi)}`;
    case 'undetermined':
      if (figure.amended) return vi ? 'mức mới chưa rõ' : 'new figure not known';
      return vi ? 'chưa rõ mức' : 'not known';
    case 'delegated':
      return vi ? 'do tỉnh quy định' : 'left to the province';
    case 'absent':
      return vi ? 'không xét' : 'not asked';
    default:
      return `${valueText(figure, use, fact, locale)}${evidenceMark(figure, vi)}`;
  }
}

function regionsText(ids: readonly string[], names: ComparisonNames): string {
  const { locale, regions, allRegions = [] } = names;
  if (ids.length === 1 && ids[0] === names.region) return '';
  const named = (list: readonly string[]) => list.map((id) => regions?.[id]?.[locale] ?? id).join(', ');
  const others = allRegions.filter((id) => !ids.includes(id));
  if (ids.length > 1 && allRegions.length > 0 && others.length === 0)
    return locale === 'vi' ? 'mọi vùng' : 'every region';
  if (ids.length > 3 && others.length > 0 && others.length < 3)
    return locale === 'vi' ? `mọi vùng trừ ${named(others)}` : `every region but ${named(others)}`;
  return named(ids);
}

/** 2021–2023, 2025 */
function yearRanges(years: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === year - 1) last[1] = year;
    else runs.push([year, year]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

function yearsText(places: readonly FigurePlace[], vi: boolean): string {
  const years = places.flatMap(({ year }) => year ?? []);
  if (years.length > 0) return `${vi ? 'năm ' : ''}${yearRanges(years)}`;
  const of = (side: 'before' | 'after') => places.flatMap((place) => place.years?.[side] ?? []);
  const [before, after] = [yearRanges(of('before')), yearRanges(of('after'))];
  if (before !== '' && after !== '')
    return vi ? `mức năm ${before} so với năm ${after}` : `${before} against ${after}`;
  const only = before === '' ? after : before;
  return only === '' ? '' : vi ? `mức năm ${only}` : `figure of ${only}`;
}

const two = (before: string | undefined, after: string | undefined): string =>
  [before, after].filter((one) => one !== undefined && one !== '').join(' / ');

/** Where a merged cell holds; nothing where it is everywhere. */
export function placeText(merged: MergedCell, indicator: string, names: ComparisonNames): string {
  const { locale } = names;
  const { group, groups, area, case: one, cases } = merged.cell;
  const groupTitle = (id: string | undefined) =>
    id === undefined ? undefined : (names.groups?.[id]?.[locale].split(':')[0] ?? id);
  const caseTitle = (id: string | undefined) =>
    id === undefined ? undefined : (names.cases?.(indicator)[id]?.[locale] ?? id);
  return [
    merged.regions.length > 0 ? regionsText(merged.regions, names) : '',
    groupTitle(group) ?? two(groupTitle(groups?.before), groupTitle(groups?.after)),
    area ?? '',
    caseTitle(one) ?? two(caseTitle(cases?.before), caseTitle(cases?.after)),
    yearsText(merged.places, locale === 'vi'),
  ]
    .filter((text) => text !== '')
    .join('; ');
}

/** One merged cell in words, with its direction where a whole indicator has several. */
export function cellText(
  merged: MergedCell,
  change: FigureChange,
  indicator: string,
  names: ComparisonNames,
  withDirection: boolean,
): string {
  const { locale } = names;
  const vi = locale === 'vi';
  const fact = names.facts?.[change.fact];
  const { before, after, change: kind } = merged.cell;
  const [was, is] = [
    figureStateText(before, change.before, fact, locale),
    figureStateText(after, change.after, fact, locale),
  ];
  const where = placeText(merged, indicator, names);
  const direction =
    withDirection && (kind === 'stricter' || kind === 'looser')
      ? ` (${kind === 'stricter' ? (vi ? 'chặt hơn' : 'stricter') : vi ? 'nới hơn' : 'looser'})`
      : '';
  const evidence = (figure: FigureState) =>
    'evidence' in figure ? EVIDENCE_LABELS[figure.evidence][locale] : '';
  const unlisted = merged.cell.changesUnlisted ? (vi ? ' (có thể đã sửa)' : ' (perhaps amended)') : '';
  const text =
    kind === 'evidence'
      ? `${is.replace(` ${UNCONFIRMED_FIGURE}`, '')} (${vi ? 'căn cứ' : 'evidence'}: ${evidence(before)} → ${evidence(after)})`
      : before.state === 'absent'
        ? is
        : after.state === 'absent'
          ? was
          : `${was} → ${is}`;
  return `${where === '' ? '' : `${where}: `}${text}${direction}${unlisted}`;
}

/** What else about the comparison of a fact differs: men and women, the standard. */
export function useChanges({ before, after }: FigureChange, names: ComparisonNames): string[] {
  if (!before || !after) return [];
  const { locale } = names;
  const vi = locale === 'vi';
  const standard = (id: string | undefined) =>
    id === undefined
      ? vi
        ? 'không ghi chuẩn'
        : 'no standard'
      : (names.standards?.[id]?.title[locale] ?? id);
  return [
    ...(after.bySex && !before.bySex
      ? [vi ? 'nay phải đạt cho cả nam và nữ' : 'now for men and for women']
      : []),
    ...(before.bySex && !after.bySex
      ? [vi ? 'không còn xét riêng nam, nữ' : 'no longer for men and women apart']
      : []),
    ...(before.standard === after.standard
      ? []
      : [`${vi ? 'chuẩn đo' : 'measured by'}: ${standard(before.standard)} → ${standard(after.standard)}`]),
  ];
}

/** The changed figures of one fact in words: what they are of, where that has to be said, and each of them. */
export interface FigureChangeText {
  readonly head: string;
  readonly texts: readonly string[];
}

/** Only one fact, whose name is the indicator’s own, needs no name of its own. */
export function figureChangeText(
  change: FigureChange,
  indicator: string,
  names: ComparisonNames,
  {
    title,
    withDirection,
    whole,
  }: {
    readonly title: boolean;
    readonly withDirection: boolean;
    /** What the whole indicator came to: what makes it looser by coming is one more way to meet it. */
    readonly whole?: string | undefined;
  },
): FigureChangeText {
  const { locale } = names;
  const vi = locale === 'vi';
  const cases = Object.keys(names.cases?.(indicator) ?? {}).length;
  const { before, after } = change;
  const name = change.title[locale];
  const [choiceMore, choiceLess] = vi
    ? ['thêm lựa chọn: ', 'bỏ lựa chọn: ']
    : ['one more way: ', 'one way less: '];
  const [more, less] = vi ? ['thêm: ', 'bỏ: '] : ['added: ', 'dropped: '];
  const came = before !== undefined ? '' : whole === 'looser' ? choiceMore : more;
  const went = after !== undefined ? '' : whole === 'stricter' ? choiceLess : less;
  const merged = mergedCells(change.cells, cases);
  const side = after === undefined ? 'before' : 'after';
  const plainYes = ({ cell }: MergedCell): boolean => {
    const figure = cell[side];
    return figure.state === 'figure' && figure.value === true;
  };
  // That a thing is asked for says enough of a thing that is there or not.
  const obvious = `${came}${went}` !== '' && merged.every(plainYes);
  const texts = obvious ? [] : merged.map((cell) => cellText(cell, change, indicator, names, withDirection));
  const mark = obvious && merged[0] ? evidenceMark(merged[0].cell[side], vi) : '';
  const head = title || came !== '' || went !== '' ? `${came}${went}${name}${mark}` : '';
  return { head, texts: [...texts, ...useChanges(change, names)] };
}
