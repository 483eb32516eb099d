import { literalText } from '../cli/show-figures.js';
import { type Column, GENERAL_COLUMN, rowFor } from '../law/requirement-row.js';
import type { FactLeaf } from '../schema/condition.js';
import type { Indicator, RequirementRow, Where } from '../schema/ruleset.js';
import { EVIDENCE_LABELS, OPERATOR_SIGNS } from '../words/labels.js';
import { boundSign } from '../words/scorecard-bounds.js';
import { escaped, table } from './review-page-markdown.js';
import { type PageNames, shortGroup } from './review-page-names.js';
import type { Footnotes } from './review-page-sources.js';

/** One distinct figure: what has to be reached, where, on what evidence, from which source. */
export interface FigureLine {
  readonly figure: string;
  readonly where: string;
  readonly evidence: string;
  readonly sources: string;
}

export interface Figures {
  readonly lines: readonly FigureLine[];
  /** Figures of each year, where they differ by year. */
  readonly byYear?: readonly string[];
}

/** Stands for the general column while rows are looked up: `general` itself holds nowhere. */
const SHOWN_GENERAL = '(general)';

interface Cell {
  readonly column: Column;
  readonly row: RequirementRow | undefined;
}

const listed = <T>(wanted: T | readonly T[] | undefined): readonly T[] =>
  wanted === undefined ? [] : Array.isArray(wanted) ? wanted : [wanted as T];

function withShownGeneral(row: RequirementRow): RequirementRow {
  const regions = listed(row.where.region);
  if (!regions.includes(GENERAL_COLUMN)) return row;
  return {
    ...row,
    where: {
      ...row.where,
      region: regions.map((region) => (region === GENERAL_COLUMN ? SHOWN_GENERAL : region)),
    },
  };
}

function cellsOf(rows: readonly RequirementRow[], indicator: Indicator, names: PageNames): Cell[] {
  const used = (key: keyof Where): boolean => rows.some(({ where }) => where[key] !== undefined);
  const shown = rows.map(withShownGeneral);
  const general = shown.some(({ where }) => listed(where.region).includes(SHOWN_GENERAL));
  const regions = [
    ...(names.regions?.filter((region) => region !== GENERAL_COLUMN) ?? [undefined]),
    ...(general ? [SHOWN_GENERAL] : []),
  ];
  const groups = used('group') ? (names.groups?.map(({ id }) => id) ?? [undefined]) : [undefined];
  const cases = used('case') ? Object.keys(indicator.cases ?? {}) : [undefined];
  const areas = used('area') ? [...new Set(rows.flatMap(({ where }) => listed(where.area)))] : [undefined];
  return regions.flatMap((region) =>
    groups.flatMap((group) =>
      cases.flatMap((one) =>
        areas.flatMap((area) =>
          names.years.map((year) => {
            const column: Column = { region, group, case: one, area, year };
            return { column, row: rowFor(shown, column) };
          }),
        ),
      ),
    ),
  );
}

/** Cells put together while they agree; the order of the first of each. */
function gathered<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return [...groups.values()];
}

function caseName(id: string, indicator: Indicator, names: PageNames): string {
  const condition = indicator.cases?.[id];
  if (!condition || !('fact' in condition) || typeof condition.value === 'object') return escaped(id);
  const fact = names.facts[condition.fact];
  return `${escaped(fact?.title.vi ?? condition.fact)} ${OPERATOR_SIGNS[condition.operator] ?? ''} ${escaped(literalText(condition.value, fact, 'vi'))}`;
}

/** Regions by name; where they are all but one or two, by those. */
function regionList(ids: readonly string[], names: PageNames): string {
  const all = names.regions?.filter((region) => region !== GENERAL_COLUMN) ?? [];
  const own = ids.filter((id) => id !== SHOWN_GENERAL);
  const others = all.filter((id) => !own.includes(id));
  const named = (list: readonly string[]): string =>
    list.map((id) => escaped(names.regionNames[id]?.vi ?? id)).join(', ');
  const most = own.length > 3 && others.length < 3;
  const texts = most ? [others.length === 0 ? 'mọi vùng' : `mọi vùng trừ ${named(others)}`] : [named(own)];
  const general = ids.includes(SHOWN_GENERAL) ? ['cột chung (không dùng để xét)'] : [];
  return [...texts.filter((text) => text !== ''), ...general].join(', ');
}

/** A place without its year. */
function placeText({ group, area, case: one }: Column, indicator: Indicator, names: PageNames): string[] {
  return [
    ...(group === undefined ? [] : [shortGroup(group, names)]),
    ...(area === undefined ? [] : [escaped(area)]),
    ...(one === undefined ? [] : [caseName(one, indicator, names)]),
  ];
}

export function valueText(row: RequirementRow, leaf: FactLeaf, names: PageNames): string {
  const fact = names.facts[leaf.fact];
  if ('applies' in row) return 'không phải xét';
  if ('undetermined' in row) return '**chưa rõ mức**';
  const { value } = row;
  const floor = 'floor' in row && row.floor ? ' (mức sàn)' : '';
  if (Array.isArray(value))
    return `∈ ${escaped(value.map((one) => literalText(one, fact, 'vi')).join(', '))}${floor}`;
  if (typeof value === 'object') {
    const { percentOf, percent } = value;
    return `${OPERATOR_SIGNS[leaf.operator] ?? ''} ${percent} % mức của chỉ tiêu ${escaped(percentOf.indicator)} (\`${percentOf.ruleset}\`)${floor}`;
  }
  const sign = boundSign(leaf.operator, value, fact?.type === 'percent');
  return `**${escaped(`${sign}${literalText(value, fact, 'vi')}`)}**${floor}`;
}

export function evidenceText(
  evidence: keyof typeof EVIDENCE_LABELS | undefined,
  changesUnlisted?: boolean,
): string {
  if (evidence === undefined) return '';
  return `${EVIDENCE_LABELS[evidence].vi}${changesUnlisted ? '; có thể đã sửa' : ''}`;
}

function openText(name: string, indicator: Indicator): string {
  return indicator.delegated?.includes(name) ? '**UBND cấp tỉnh quy định**' : '**chưa rõ mức**';
}

/** The figures of a requirement that hold, each with the places it holds in, and what is open elsewhere. */
export function requirementFigures(
  name: string,
  leaf: FactLeaf,
  indicator: Indicator,
  { names, notes }: { names: PageNames; notes: Footnotes },
): Figures {
  const rows = indicator.requirements?.[name] ?? [];
  if (rows.length === 0)
    return { lines: [{ figure: openText(name, indicator), where: '', evidence: '', sources: '' }] };
  const cells = cellsOf(rows, indicator, names);
  const places = gathered(cells, ({ column: { year: _year, ...place } }) => JSON.stringify(place));
  const differs = places.some((place) => new Set(place.map(({ row }) => row)).size > 1);
  const index = new Map<RequirementRow | undefined, number>();
  for (const { row } of cells) if (!index.has(row)) index.set(row, index.size);
  // Places that have the same row in every year stand on one line.
  const sameYears = (place: readonly Cell[]): string =>
    JSON.stringify([
      place.map(({ row }) => index.get(row)),
      place[0]?.column.group,
      place[0]?.column.area,
      place[0]?.column.case,
    ]);
  const merged = gathered(places, sameYears);
  const whereOf = (same: readonly (readonly Cell[])[]): string => {
    const regions = same.flatMap((place) => place[0]?.column.region ?? []);
    const [first] = same;
    const texts = [
      ...(regions.length > 0 ? [regionList(regions, names)] : []),
      ...(first?.[0] ? placeText(first[0].column, indicator, names) : []),
    ];
    return texts.join('; ');
  };
  if (!differs) {
    const lines = merged.flatMap((same): FigureLine[] => {
      const row = same[0]?.[0]?.row;
      const where = whereOf(same);
      if (row === undefined) {
        if (same.every((place) => place[0]?.column.region === SHOWN_GENERAL)) return [];
        return [{ figure: openText(name, indicator), where, evidence: '', sources: '' }];
      }
      const note = row.note ? ` (${escaped(row.note.vi)})` : '';
      const evidence = 'undetermined' in row ? '' : evidenceText(row.evidence, row.changesUnlisted);
      return [
        {
          figure: valueText(row, leaf, names),
          where: `${where}${note}`,
          evidence,
          sources: notes.cite(row.sources, row.citation),
        },
      ];
    });
    return { lines };
  }
  const unit = names.facts[leaf.fact]?.unit?.vi;
  const cellText = (row: RequirementRow | undefined): string => {
    if (row === undefined) return indicator.delegated?.includes(name) ? 'tỉnh quy định' : '?';
    if ('undetermined' in row) return '?';
    const unsure = row.evidence === 'published' ? '' : ` (${EVIDENCE_LABELS[row.evidence].vi})`;
    // The unit stands in the head of the table.
    const value = valueText(row, leaf, names);
    const figure = unit === undefined ? value : value.replace(` ${escaped(unit)}**`, '**');
    return `${figure}${unsure} ${notes.cite(row.sources, row.citation)}`.trim();
  };
  const known = names.years.filter((_, at) => places.some((place) => place[at]?.row !== undefined));
  const byYear = [
    ...table(
      [unit === undefined ? 'Nơi · Where' : escaped(unit), ...known.map(String)],
      merged.map((same) => [
        whereOf(same) || 'mọi nơi',
        ...known.map((year) => cellText(same[0]?.[names.years.indexOf(year)]?.row)),
      ]),
    ),
    ...(known.length < names.years.length
      ? ['', `Các năm khác trong giai đoạn · *other years of the period*: ${openText(name, indicator)}.`]
      : []),
  ];
  return {
    lines: [
      {
        figure: 'theo năm: xem bảng dưới · *by year: see below*',
        where: '',
        evidence: '',
        sources: '',
      },
    ],
    byYear,
  };
}
