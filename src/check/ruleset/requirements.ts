import { GENERAL_COLUMN } from '../../law/requirement-row.js';
import { leaves, placedIndicators, requirementName } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import { didYouMean, same } from '../../problem/report.js';
import type { FactLeaf } from '../../schema/condition.js';
import type { Indicator, RelativeValue, RequirementRow } from '../../schema/ruleset.js';
import { checkAmbiguousRows } from './ambiguous-rows.js';
import { checkLiterals, type Held } from './literals.js';
import type { RulesetScope } from './scope.js';

/** Every requirement: used by a condition, fitting what it is held against, and for places and times that exist. */
export function checkRequirements(scope: RulesetScope): void {
  for (const { indicator, path } of placedIndicators(scope.file)) {
    const uses = usesOf(indicator);
    for (const [at, name] of (indicator.delegated ?? []).entries())
      checkDelegated(name, [...path, 'delegated', at], uses, scope);
    for (const [name, rows] of Object.entries(indicator.requirements ?? {})) {
      const base: Path = [...path, 'requirements', name];
      const leavesUsing = uses.get(name);
      if (!leavesUsing) unused(name, base, uses, scope);
      for (const [at, row] of rows.entries()) {
        checkRowValue(row, leavesUsing ?? [], [...base, at, 'value'], scope);
        checkWhere(row, [...base, at, 'where'], indicator, scope);
      }
      checkAmbiguousRows(rows, base, scope);
    }
  }
}

/** Which comparisons use which requirement; one may serve several. */
function usesOf({ condition }: Indicator): Map<string, FactLeaf[]> {
  const uses = new Map<string, FactLeaf[]>();
  for (const { leaf } of condition ? leaves(condition) : []) {
    const name = 'fact' in leaf ? requirementName(leaf.value) : undefined;
    if (name !== undefined) uses.set(name, [...(uses.get(name) ?? []), leaf as FactLeaf]);
  }
  return uses;
}

function checkDelegated(
  name: string,
  path: Path,
  uses: ReadonlyMap<string, unknown>,
  scope: RulesetScope,
): void {
  if (!uses.has(name)) unused(name, path, uses, scope);
  // A name that every object has would be found where nothing has been written.
  if (!(name in {})) return;
  scope.add('forbidden-key', path, () => ({
    found: name,
    expected: { vi: 'tên thông thường', en: 'an ordinary name' },
    hint: { vi: 'Đặt tên khác.', en: 'Choose another name.' },
  }));
}

function unused(name: string, path: Path, uses: ReadonlyMap<string, unknown>, scope: RulesetScope): void {
  scope.add('unused-requirement', path, () => ({
    found: name,
    expected: { vi: 'mức được điều kiện dùng đến', en: 'a requirement the condition uses' },
    hint: didYouMean(name, uses.keys(), {
      vi: `So sánh với {"fact": "required.${name}"}, hoặc bỏ mức này.`,
      en: `Compare with {"fact": "required.${name}"}, or remove it.`,
    }),
  }));
}

function checkRowValue(
  row: RequirementRow,
  uses: readonly FactLeaf[],
  path: Path,
  scope: RulesetScope,
): void {
  if (!('value' in row)) return;
  const { value } = row;
  const relative = typeof value === 'object' && !Array.isArray(value) ? value : undefined;
  if (relative) checkBase(relative, [...path, 'percentOf'], scope);
  for (const leaf of uses) {
    const definition = scope.fact(leaf.fact);
    if (!definition) continue;
    const held: Held = { leaf, definition, path, scope };
    if (relative) checkRelative(held);
    else checkLiterals(value as Parameters<typeof checkLiterals>[0], held);
  }
}

function checkBase({ percentOf }: RelativeValue, path: Path, scope: RulesetScope): void {
  scope.checkRuleset(percentOf.ruleset, [...path, 'ruleset']);
  if (percentOf.ruleset === scope.file.id)
    scope.checkEntry('indicator', percentOf.indicator, [...path, 'indicator']);
}

/** 110 % of a grade, of yes or of a list is nothing. */
function checkRelative({ leaf, definition, path, scope }: Held): void {
  if (definition.type !== 'boolean' && definition.type !== 'level' && leaf.operator !== 'in') return;
  scope.add('operator-mismatch', path, () => ({
    found: leaf.fact,
    expected: {
      vi: 'số liệu dạng số, so sánh với một giá trị',
      en: 'a fact that is a number, compared with one value',
    },
    hint: {
      vi: 'Ghi mức cụ thể thay cho tỷ lệ phần trăm.',
      en: 'Write the figure itself instead of a percentage.',
    },
  }));
}

/** One or several names with the place of each. */
function placed<T extends string | number>(
  value: T | readonly T[] | undefined,
  path: Path,
): { name: T; at: Path }[] {
  if (value === undefined) return [];
  return Array.isArray(value)
    ? value.map((name: T, index) => ({ name, at: [...path, index] }))
    : [{ name: value as T, at: path }];
}

/** Regions, groups, cases and years of a row exist. */
function checkWhere({ where }: RequirementRow, path: Path, indicator: Indicator, scope: RulesetScope): void {
  const { regions = [], groups = [], period } = scope.file;
  const check = (
    code: keyof typeof WHERE_TO_ADD,
    key: 'region' | 'group' | 'case',
    known: readonly string[],
  ): void => {
    for (const { name, at } of placed(where[key], [...path, key])) {
      if (!known.includes(name)) scope.unknown(code, at, name, known, WHERE_TO_ADD[code]);
    }
  };
  check('unknown-region', 'region', [...regions, GENERAL_COLUMN]);
  check(
    'unknown-group',
    'group',
    groups.map(({ id }) => id),
  );
  check('unknown-case', 'case', Object.keys(indicator.cases ?? {}));
  const [from, to] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  for (const { name: year, at } of placed(where.year, [...path, 'year'])) {
    if (year >= from && year <= to) continue;
    scope.add('out-of-range', at, () => ({
      found: year,
      expected: same(`${from} – ${to}`),
      hint: {
        vi: 'Năm phải thuộc giai đoạn của bộ tiêu chí.',
        en: 'The year has to lie in the period of the set.',
      },
    }));
  }
}

const WHERE_TO_ADD = {
  'unknown-region': {
    vi: 'Thêm vùng vào “regions” của bộ tiêu chí.',
    en: 'Add the region to the ruleset’s “regions”.',
  },
  'unknown-group': {
    vi: 'Thêm nhóm vào “groups” của bộ tiêu chí.',
    en: 'Add the group to the ruleset’s “groups”.',
  },
  'unknown-case': {
    vi: 'Thêm trường hợp vào “cases” của chỉ tiêu.',
    en: 'Add the case to the indicator’s “cases”.',
  },
} as const;
