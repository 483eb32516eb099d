import { type Column, GENERAL_COLUMN, rowFor } from '../law/requirement-row.js';
import type { Literal } from '../schema/condition.js';
import type { FactDefinition } from '../schema/fact.js';
import type { Indicator, RequirementRow, Ruleset, Where } from '../schema/ruleset.js';
import type { Locale } from '../schema/text.js';
import { formatFigure } from '../words/figures.js';
import { OPERATOR_SIGNS } from '../words/labels.js';
import { boundSign } from '../words/scorecard-bounds.js';

/** The place a reader asks about; what is left open shows every figure there is. */
export interface Place {
  readonly region?: string | undefined;
  readonly year?: number | undefined;
}

export interface Reading {
  readonly ruleset: Ruleset;
  readonly locale: Locale;
  readonly place: Place;
}

/** Figures no source at hand confirms; the mark is explained below the list. */
export const UNCONFIRMED_MARK = '~';

export function literalText(value: Literal, fact: FactDefinition | undefined, locale: Locale): string {
  const grade = fact?.grades?.find(({ id }) => id === value)?.title?.[locale];
  const unit = fact?.type === 'percent' ? { vi: '%', en: '%' } : fact?.unit;
  return grade ?? formatFigure(value, { locale, ...(unit && { unit }) });
}

export function evidenceMark(evidence: string | undefined, locale: Locale): string {
  if (evidence === 'unconfirmed') return ` ${UNCONFIRMED_MARK}`;
  if (evidence === 'proposed') return locale === 'vi' ? ' (đề xuất)' : ' (proposed)';
  return '';
}

function years({ period }: Ruleset): number[] {
  const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Every column the rows tell apart, within the place asked about. */
function columnsOf(
  rows: readonly RequirementRow[],
  indicator: Indicator,
  { ruleset, place }: Reading,
): Column[] {
  const used = (key: keyof Where): boolean => rows.some(({ where }) => where[key] !== undefined);
  const regions =
    place.region !== undefined
      ? [place.region]
      : (ruleset.regions?.filter((one) => one !== GENERAL_COLUMN) ?? [undefined]);
  const asked =
    place.year !== undefined ? [place.year] : used('year') ? years(ruleset) : [years(ruleset)[0] ?? 0];
  const cases = used('case') ? Object.keys(indicator.cases ?? {}) : [undefined];
  const groups = used('group') ? (ruleset.groups?.map(({ id }) => id) ?? [undefined]) : [undefined];
  const areas = used('area') ? [...new Set(rows.flatMap(({ where }) => where.area ?? []))] : [undefined];
  return regions.flatMap((region) =>
    asked.flatMap((year) =>
      cases.flatMap((one) =>
        groups.flatMap((group) => areas.map((area): Column => ({ region, year, case: one, group, area }))),
      ),
    ),
  );
}

/** A case of the indicator by its condition, where that is one comparison; else by its name. */
function caseText(id: string, indicator: Indicator, { ruleset, locale }: Reading): string {
  const condition = indicator.cases?.[id];
  if (!condition || !('fact' in condition)) return id;
  const { fact: key, operator, value } = condition;
  if (typeof value === 'object') return id;
  const fact = ruleset.facts[key];
  return `${locale === 'vi' ? 'khi' : 'where'} ${fact?.title[locale] ?? key} ${OPERATOR_SIGNS[operator]} ${literalText(value, fact, locale)}`;
}

function whereText(
  { where }: Pick<RequirementRow, 'where'>,
  indicator: Indicator,
  { ruleset, locale, place }: Reading,
): string {
  const listed = (value: string | number | readonly (string | number)[] | undefined): (string | number)[] =>
    value === undefined ? [] : Array.isArray(value) ? value : [value as string | number];
  const regions =
    place.region === undefined ? listed(where.region).filter((one) => one !== GENERAL_COLUMN) : [];
  return [
    regions.map((id) => ruleset.territory?.regions[String(id)]?.[locale] ?? id).join(', '),
    listed(where.group)
      .map((id) => ruleset.groups?.find((group) => group.id === id)?.title[locale] ?? id)
      .join(', '),
    listed(where.area).join(', '),
    place.year === undefined ? listed(where.year).join(', ') : '',
    listed(where.case)
      .map((id) => caseText(String(id), indicator, { ruleset, locale, place }))
      .join(', '),
  ]
    .filter((text) => text !== '')
    .join(', ');
}

function figureOf(
  row: RequirementRow,
  operator: string,
  fact: FactDefinition | undefined,
  { locale }: Reading,
): string {
  const vi = locale === 'vi';
  const mark = evidenceMark(row.evidence, locale);
  if ('applies' in row) return `${vi ? 'không phải xét' : 'not required'}${mark}`;
  if ('undetermined' in row) return vi ? 'chưa rõ mức' : 'not known';
  const { value } = row;
  if (Array.isArray(value)) return `${value.map((one) => literalText(one, fact, locale)).join(', ')}${mark}`;
  if (typeof value === 'object') {
    const { percentOf, percent } = value;
    const base = `${percentOf.indicator} (${percentOf.ruleset})`;
    return `${OPERATOR_SIGNS[operator] ?? ''} ${vi ? `${percent} % mức của ${base}` : `${percent} % of what ${base} asks`}${mark}`;
  }
  return `${boundSign(operator, value, fact?.type === 'percent')}${literalText(value, fact, locale)}${mark}`;
}

/**
 * The figures of one requirement, those that hold: "≥ 90 %", or a list by region, and what is not known there.
 * Figures of a text that a later one has replaced everywhere are left out.
 */
export function requirementText(
  name: string,
  indicator: Indicator,
  { operator, fact }: { operator: string; fact: FactDefinition | undefined },
  reading: Reading,
): string {
  const { locale, ruleset } = reading;
  const vi = locale === 'vi';
  const rows = indicator.requirements?.[name] ?? [];
  const columns = columnsOf(rows, indicator, reading);
  const found = columns.map((column) => ({ column, row: rowFor(rows, column) }));
  const holding = rows.filter((row) => found.some((one) => one.row === row));
  const open = indicator.delegated?.includes(name)
    ? vi
      ? 'do UBND cấp tỉnh quy định'
      : 'left to the province'
    : vi
      ? 'chưa rõ mức'
      : 'not known';
  if (holding.length === 0) return open;
  const texts = holding.map((row) => {
    const where = whereText(row, indicator, reading);
    return `${figureOf(row, operator, fact, reading)}${where === '' ? '' : ` ${where}`}`;
  });
  const lacking = found.filter(({ row }) => row === undefined).map(({ column }) => column);
  if (lacking.length > 0) {
    const places = [...new Set(lacking.flatMap(({ region }) => region ?? []))].map(
      (id) => ruleset.territory?.regions[id]?.[locale] ?? id,
    );
    texts.push(`${open}${places.length > 0 ? `: ${places.join(', ')}` : ''}`);
  }
  return texts.join('; ');
}
