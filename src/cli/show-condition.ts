import { requirementName } from '../law/walk.js';
import type { Condition, FactLeaf, Leaf } from '../schema/condition.js';
import type { Indicator } from '../schema/ruleset.js';
import { boundSign } from '../words/scorecard-bounds.js';
import { hanging, type Line, span } from '../words/scorecard-layout.js';
import { literalText, type Reading, requirementText } from './show-figures.js';

function valueText(leaf: FactLeaf, indicator: Indicator, reading: Reading): string {
  const { locale, ruleset } = reading;
  const vi = locale === 'vi';
  const fact = ruleset.facts[leaf.fact];
  const name = requirementName(leaf.value);
  if (name !== undefined) return requirementText(name, indicator, { operator: leaf.operator, fact }, reading);
  const { value } = leaf;
  if (typeof value === 'boolean') {
    const yes = value === (leaf.operator !== 'notEqual');
    return yes ? (vi ? 'có' : 'yes') : vi ? 'không' : 'no';
  }
  const values = (Array.isArray(value) ? value : [value]) as (string | number)[];
  const sign = boundSign(leaf.operator, values, fact?.type === 'percent');
  return `${sign}${values.map((one) => literalText(one, fact, locale)).join(', ')}`;
}

function qualifiers(leaf: FactLeaf, vi: boolean): string {
  const texts = [
    ...(leaf.bySex ? [vi ? 'đạt cho cả nam và nữ' : 'by men and by women'] : []),
    ...(leaf.standard === undefined ? [] : [`${vi ? 'chuẩn' : 'standard'} ${leaf.standard}`]),
    ...(leaf.population === undefined ? [] : [leaf.population]),
    ...(leaf.whenEmpty ? [vi ? 'không có đối tượng thì không phải xét' : 'exempt where there are none'] : []),
  ];
  return texts.length > 0 ? ` (${texts.join('; ')})` : '';
}

function leafText(leaf: Leaf, indicator: Indicator, reading: Reading): Line {
  const vi = reading.locale === 'vi';
  if ('fact' in leaf) {
    const title =
      leaf.title?.[reading.locale] ?? reading.ruleset.facts[leaf.fact]?.title[reading.locale] ?? leaf.fact;
    return [span(`${title}${qualifiers(leaf, vi)}: `), span(valueText(leaf, indicator, reading), 'strong')];
  }
  if ('trait' in leaf) return [span(`${vi ? 'đặc điểm' : 'trait'}: ${leaf.trait}`)];
  const of = leaf.ruleset === undefined ? '' : ` (${leaf.ruleset})`;
  if ('indicator' in leaf)
    return [span(`${vi ? 'đạt chỉ tiêu' : 'indicator'} ${leaf.indicator}${vi ? '' : ' met'}${of}`)];
  if ('criterion' in leaf)
    return [span(`${vi ? 'đạt tiêu chí' : 'criterion'} ${leaf.criterion}${vi ? '' : ' met'}${of}`)];
  return [span(`${vi ? 'đạt' : 'meets'} ${leaf.ruleset}`)];
}

/** A condition as an indented list, or as one line where it is one comparison. */
export function conditionLines(
  condition: Condition,
  indicator: Indicator,
  reading: Reading,
  width: number,
  indent: number,
): Line[] {
  const vi = reading.locale === 'vi';
  const at = (text: Line, bullet = ''): Line[] =>
    hanging([span(' '.repeat(indent)), span(bullet)], text, width);
  const group = (title: string, children: readonly Condition[]): Line[] => [
    ...at([span(title)]),
    ...children.flatMap((child) =>
      isLeaf(child)
        ? hanging([span(`${' '.repeat(indent)}– `)], leafText(child, indicator, reading), width)
        : conditionLines(child, indicator, reading, width, indent + 2),
    ),
  ];
  if ('all' in condition) return group(vi ? 'tất cả:' : 'all of:', condition.all);
  if ('any' in condition) return group(vi ? 'một trong:' : 'one of:', condition.any);
  if ('of' in condition)
    return group(
      vi ? `ít nhất ${condition.atLeast} trong:` : `at least ${condition.atLeast} of:`,
      condition.of,
    );
  if ('not' in condition) return group(vi ? 'không được:' : 'not:', [condition.not]);
  return at(leafText(condition, indicator, reading));
}

function isLeaf(condition: Condition): condition is Leaf {
  return !('all' in condition || 'any' in condition || 'of' in condition || 'not' in condition);
}

/** The figure alone, where an indicator is one comparison: its title names the fact already. */
export function singleFigure(indicator: Indicator, reading: Reading): string | undefined {
  const { condition } = indicator;
  return condition && isLeaf(condition) && 'fact' in condition
    ? valueText(condition, indicator, reading)
    : undefined;
}
