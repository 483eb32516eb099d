import {
  countedGroups,
  leaves,
  type PlacedCondition,
  placedConditions,
  requirementName,
} from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import { didYouMean, oneOf, same } from '../../problem/report.js';
import { ORDERINGS } from '../../rule/operator.js';
import type { FactLeaf, Leaf, Literal } from '../../schema/condition.js';
import type { FactDefinition } from '../../schema/fact.js';
import { checkStandard } from '../readings.js';
import { checkLiterals } from './literals.js';
import type { RulesetScope } from './scope.js';

/** Every condition of a ruleset: what it compares exists, and can be compared that way. */
export function checkConditions(scope: RulesetScope): void {
  for (const placed of placedConditions(scope.file)) {
    const { condition, path } = placed;
    for (const group of countedGroups(condition)) checkCount(group, path, scope);
    for (const { leaf, path: at } of leaves(condition)) checkLeaf(leaf, [...path, ...at], placed, scope);
  }
}

function checkCount(
  { k, n, path }: { k: number; n: number; path: Path },
  base: Path,
  scope: RulesetScope,
): void {
  if (k <= n) return;
  scope.add('k-out-of-range', [...base, ...path, 'atLeast'], () => ({
    found: k,
    expected: same(`≤ ${n}`),
    hint: { vi: 'Giảm k hoặc thêm điều kiện.', en: 'Lower k or add conditions.' },
  }));
}

function checkLeaf(leaf: Leaf, path: Path, placed: PlacedCondition, scope: RulesetScope): void {
  if ('fact' in leaf) checkFactLeaf(leaf, path, placed, scope);
  else if ('trait' in leaf) checkTrait(leaf.trait, [...path, 'trait'], scope);
  else checkReference(leaf, path, placed, scope);
}

function checkReference(
  leaf: Exclude<Leaf, { fact: unknown } | { trait: unknown }>,
  path: Path,
  { role }: PlacedCondition,
  scope: RulesetScope,
): void {
  if (leaf.ruleset !== undefined) scope.checkRuleset(leaf.ruleset, [...path, 'ruleset']);
  // What another set holds is seen when the two are brought together.
  if (leaf.ruleset !== undefined && leaf.ruleset !== scope.file.id) return;
  if (role === 'column' || role === 'group') {
    choosesItself(leaf, path, scope);
    return;
  }
  if ('indicator' in leaf) scope.checkEntry('indicator', leaf.indicator, [...path, 'indicator']);
  else if ('criterion' in leaf) scope.checkEntry('criterion', leaf.criterion, [...path, 'criterion']);
}

/** What a set comes to follows from the column that judges; a column cannot be chosen by it. */
function choosesItself(leaf: object, path: Path, scope: RulesetScope): void {
  scope.add('cycle', path, () => ({
    found: leaf,
    expected: {
      vi: 'số liệu, đặc điểm, hoặc kết quả của bộ tiêu chí khác',
      en: 'facts, traits, or what another set comes to',
    },
    hint: {
      vi: 'Cột hay nhóm được chọn trước khi xét chỉ tiêu: ghi số liệu mà chỉ tiêu ấy xét.',
      en: 'A column or group is chosen before any indicator is judged: name the facts which that indicator looks at.',
    },
  }));
}

function checkTrait(trait: string, path: Path, scope: RulesetScope): void {
  const { traits } = scope.vocabulary;
  if (!traits || Object.hasOwn(traits, trait)) return;
  scope.unknown('unknown-trait', path, trait, Object.keys(traits), {
    vi: 'Chọn đặc điểm trong danh mục.',
    en: 'Choose a trait of the list.',
  });
}

function checkFactLeaf(leaf: FactLeaf, path: Path, placed: PlacedCondition, scope: RulesetScope): void {
  const definition = scope.fact(leaf.fact);
  if (!definition) {
    scope.unknownFact(leaf.fact, [...path, 'fact']);
    return;
  }
  checkOperator(leaf, definition, path, scope);
  checkStandardOf(leaf, definition, path, scope);
  const name = requirementName(leaf.value);
  if (name === undefined)
    checkLiterals(leaf.value as Literal | Literal[], { leaf, definition, path: [...path, 'value'], scope });
  else checkNamed(name, [...path, 'value', 'fact'], placed, scope);
}

function checkOperator(leaf: FactLeaf, definition: FactDefinition, path: Path, scope: RulesetScope): void {
  const orders = ORDERINGS[leaf.operator] !== undefined;
  if (orders && definition.type === 'boolean') {
    scope.add('operator-mismatch', [...path, 'operator'], () => ({
      found: leaf.operator,
      expected: oneOf(['equal', 'notEqual']),
      hint: { vi: 'Số liệu có/không chỉ so sánh bằng.', en: 'Yes and no can only be equal or not.' },
    }));
  }
  if (leaf.bySex && !(orders && definition.variesBy?.includes('sex'))) {
    scope.add('operator-mismatch', [...path, 'bySex'], () => ({
      found: leaf.fact,
      expected: {
        vi: 'số liệu phân theo giới tính, so sánh theo thứ tự',
        en: 'a fact that varies by sex, compared by order',
      },
      hint: {
        vi: 'Bỏ “bySex”, hoặc khai “variesBy”: ["sex"] cho số liệu.',
        en: 'Remove “bySex”, or give the fact “variesBy”: ["sex"].',
      },
    }));
  }
}

function checkStandardOf(
  { standard }: FactLeaf,
  definition: FactDefinition,
  path: Path,
  scope: RulesetScope,
): void {
  if (standard === undefined) return;
  checkStandard(standard, [...path, 'standard'], scope.vocabulary, scope.problems);
  if (definition.variesBy?.includes('standard')) return;
  scope.add('qualifier-not-used', [...path, 'standard'], () => ({
    found: standard,
    expected: { vi: 'không ghi', en: 'nothing' },
    hint: {
      vi: 'Bỏ “standard”, hoặc khai “variesBy”: ["standard"] cho số liệu.',
      en: 'Remove “standard”, or give the fact “variesBy”: ["standard"].',
    },
  }));
}

/** `required.<name>` has to be a requirement of the indicator it stands in, or left to the province. */
function checkNamed(
  name: string,
  path: Path,
  { indicator, role }: PlacedCondition,
  scope: RulesetScope,
): void {
  const known =
    indicator && role === 'condition'
      ? [...Object.keys(indicator.requirements ?? {}), ...(indicator.delegated ?? [])]
      : [];
  if (known.includes(name)) return;
  scope.add('unknown-requirement', path, () => ({
    found: `required.${name}`,
    expected:
      known.length > 0
        ? oneOf(known.map((one) => `required.${one}`))
        : { vi: 'một mức đạt chuẩn của chỉ tiêu', en: 'a requirement of the indicator' },
    hint: didYouMean(name, known, {
      vi: `Thêm “${name}” vào “requirements” (để [] nếu chưa biết).`,
      en: `Add “${name}” to “requirements” ([] while it is not known).`,
    }),
  }));
}
