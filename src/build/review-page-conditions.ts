import { literalText } from '../cli/show-figures.js';
import { leaves, requirementName } from '../law/walk.js';
import type { Condition, FactLeaf, Leaf } from '../schema/condition.js';
import type { Indicator } from '../schema/ruleset.js';
import { boundSign } from '../words/scorecard-bounds.js';
import { evidenceText, requirementFigures } from './review-page-figures.js';
import { bilingual, escaped } from './review-page-markdown.js';
import type { PageNames } from './review-page-names.js';
import type { Footnotes } from './review-page-sources.js';

export interface PageSetting {
  readonly names: PageNames;
  readonly notes: Footnotes;
}

/** A line of an indicator: what is measured, what it has to reach, where, on what, from where. */
export interface IndicatorLine {
  readonly what: string;
  readonly figure: string;
  readonly where: string;
  readonly evidence: string;
  readonly sources: string;
}

export interface IndicatorLines {
  /** What the content rests on, where no line of it says so. */
  readonly content?: string;
  readonly lines: readonly IndicatorLine[];
  readonly byYear: readonly { readonly title: string; readonly table: readonly string[] }[];
}

export function isLeaf(condition: Condition): condition is Leaf {
  return !('all' in condition || 'any' in condition || 'of' in condition || 'not' in condition);
}

function groupOf(
  condition: Exclude<Condition, Leaf>,
): readonly [vi: string, en: string, children: Condition[]] {
  if ('all' in condition) return ['tất cả', 'all of', condition.all];
  if ('any' in condition) return ['một trong', 'one of', condition.any];
  if ('of' in condition)
    return [
      `ít nhất ${condition.atLeast} trong ${condition.of.length}`,
      `at least ${condition.atLeast} of ${condition.of.length}`,
      condition.of,
    ];
  return ['không được', 'not', [condition.not]];
}

function qualifiers(leaf: FactLeaf, names: PageNames): string {
  const texts = [
    ...(leaf.bySex ? ['đạt cho cả nam và nữ'] : []),
    ...(leaf.standard === undefined
      ? []
      : [escaped(names.standards[leaf.standard]?.title.vi ?? leaf.standard)]),
    ...(leaf.population === undefined ? [] : [escaped(leaf.population)]),
    ...(leaf.whenEmpty ? ['không có đối tượng thì không phải xét'] : []),
  ];
  return texts.length === 0 ? '' : ` (${texts.join('; ')})`;
}

function literalFigure(leaf: FactLeaf, names: PageNames): string {
  const { value, operator } = leaf;
  const fact = names.facts[leaf.fact];
  if (typeof value === 'boolean') return value === (operator !== 'notEqual') ? 'có' : 'không';
  const values = (Array.isArray(value) ? value : [value]) as (string | number)[];
  const sign = boundSign(
    operator,
    values.length === 1 ? (values[0] as number) : values,
    fact?.type === 'percent',
  );
  return escaped(`${sign}${values.map((one) => literalText(one, fact, 'vi')).join(', ')}`);
}

function nonFactText(leaf: Exclude<Leaf, FactLeaf>, names: PageNames): string {
  if ('trait' in leaf)
    return bilingual(names.traits[leaf.trait]?.title ?? { vi: leaf.trait, en: leaf.trait });
  const of = leaf.ruleset === undefined ? '' : ` của \`${leaf.ruleset}\``;
  if ('indicator' in leaf) return `đạt chỉ tiêu ${escaped(leaf.indicator)}${of}`;
  if ('criterion' in leaf) return `đạt tiêu chí ${escaped(leaf.criterion)}${of}`;
  return `đạt \`${leaf.ruleset}\``;
}

function factName(leaf: FactLeaf, names: PageNames): string {
  const title = leaf.title ?? names.facts[leaf.fact]?.title ?? { vi: leaf.fact, en: leaf.fact };
  return `${escaped(title.vi)}${qualifiers(leaf, names)} · *${escaped(title.en)}*`;
}

/** A condition in one sentence, for passing rules, columns and groups. */
export function conditionText(condition: Condition, names: PageNames, nested = false): string {
  if (isLeaf(condition)) {
    if (!('fact' in condition)) return nonFactText(condition, names);
    const name = escaped(condition.title?.vi ?? names.facts[condition.fact]?.title.vi ?? condition.fact);
    return `${name}${qualifiers(condition, names)}: ${literalFigure(condition, names)}`;
  }
  const [vi, , children] = groupOf(condition);
  const text = `${vi}: ${children.map((child) => conditionText(child, names, true)).join('; ')}`;
  return nested ? `(${text})` : text;
}

/** Everything an indicator asks, a line for each part and each distinct figure. */
export function indicatorLines(indicator: Indicator, setting: PageSetting): IndicatorLines {
  const found = linesOf(indicator, setting);
  const { condition } = indicator;
  const onlyFigures =
    condition !== undefined &&
    [...leaves(condition)].every(({ leaf }) => 'fact' in leaf && requirementName(leaf.value) !== undefined);
  if (!onlyFigures) return found;
  const sources = setting.notes.cite(indicator.sources, indicator.citation);
  if (sources === '') return found;
  return { ...found, content: `${evidenceText(indicator.evidence)} ${sources}`.trim() };
}

function linesOf(indicator: Indicator, setting: PageSetting): IndicatorLines {
  const { names, notes } = setting;
  const byYear: { title: string; table: readonly string[] }[] = [];
  const ownSupport = () => ({
    evidence: evidenceText(indicator.evidence, indicator.changesUnlisted),
    sources: notes.cite(indicator.sources, indicator.citation),
  });
  const title = `**${escaped(indicator.title.vi)}**<br>*${escaped(indicator.title.en)}*`;
  if (!indicator.condition)
    return {
      lines: [
        { what: title, figure: '**chưa có nội dung** · *content not known*', where: '', ...ownSupport() },
      ],
      byYear,
    };
  const leafLines = (leaf: Leaf, what: string): IndicatorLine[] => {
    if (!('fact' in leaf)) return [{ what, figure: nonFactText(leaf, names), where: '', ...ownSupport() }];
    const name = requirementName(leaf.value);
    if (name === undefined)
      return [{ what, figure: `**${literalFigure(leaf, names)}**`, where: '', ...ownSupport() }];
    const figures = requirementFigures(name, leaf, indicator, setting);
    if (figures.byYear) byYear.push({ title: factName(leaf, names), table: figures.byYear });
    return figures.lines.map((line, index) => ({ what: index === 0 ? what : '', ...line }));
  };
  const walk = (condition: Condition, depth: number): IndicatorLine[] => {
    const dashes = `${'– '.repeat(depth)}`;
    if (isLeaf(condition))
      return leafLines(
        condition,
        `${dashes}${'fact' in condition ? factName(condition, names) : nonFactText(condition, names)}`,
      ).map((line) => ('fact' in condition ? line : { ...line, figure: '' }));
    const [vi, en, children] = groupOf(condition);
    return [
      { what: `${dashes}${vi} · *${en}*:`, figure: '', where: '', evidence: '', sources: '' },
      ...children.flatMap((child) => walk(child, depth + 1)),
    ];
  };
  if (isLeaf(indicator.condition)) {
    const { condition } = indicator;
    const more = 'fact' in condition ? qualifiers(condition, names) : '';
    return { lines: leafLines(condition, `${title}${more}`), byYear };
  }
  const [vi, en, children] = groupOf(indicator.condition);
  const head: IndicatorLine = {
    what: title,
    figure: `${vi} · *${en}*:`,
    where: '',
    evidence: '',
    sources: '',
  };
  return { lines: [head, ...children.flatMap((child) => walk(child, 1))], byYear };
}

/** The figures of a leaf on one line. */
function figureSummary(leaf: Leaf, indicator: Indicator, setting: PageSetting): string {
  const { names } = setting;
  if (!('fact' in leaf)) return nonFactText(leaf, names);
  const name = requirementName(leaf.value);
  if (name === undefined) return literalFigure(leaf, names);
  const { lines, byYear } = requirementFigures(name, leaf, indicator, setting);
  if (byYear) return 'theo năm';
  return lines
    .map(({ figure, where }) => `${figure}${where === '' ? '' : ` (${where})`}`)
    .join('; ')
    .replaceAll('**', '');
}

/** What an indicator asks on one line, for comparing a text with the one it amends. */
export function indicatorSummary(indicator: Indicator, setting: PageSetting): string {
  const { names } = setting;
  const summary = (condition: Condition): string => {
    if (!isLeaf(condition)) {
      const [vi, , children] = groupOf(condition);
      return `${vi} (${children.map(summary).join('; ')})`;
    }
    if (!('fact' in condition) || condition === indicator.condition)
      return figureSummary(condition, indicator, setting);
    const name = escaped(condition.title?.vi ?? names.facts[condition.fact]?.title.vi ?? condition.fact);
    return `${name}: ${figureSummary(condition, indicator, setting)}`;
  };
  return indicator.condition ? summary(indicator.condition) : 'chưa có nội dung';
}

/** What a requirement measures and its figures on one line. */
export function requirementSummary(
  requirement: string,
  indicator: Indicator | undefined,
  setting: PageSetting,
): { readonly what: string; readonly figures: string } {
  for (const { leaf } of indicator?.condition ? leaves(indicator.condition) : []) {
    if (!indicator || !('fact' in leaf) || requirementName(leaf.value) !== requirement) continue;
    const title = leaf.title?.vi ?? setting.names.facts[leaf.fact]?.title.vi ?? leaf.fact;
    return { what: escaped(title), figures: figureSummary(leaf, indicator, setting) };
  }
  return { what: escaped(requirement), figures: 'chưa có nội dung' };
}
