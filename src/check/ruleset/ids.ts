import { leaves, placedIndicators } from '../../law/walk.js';
import type { Path } from '../../problem/problem.js';
import { pointer } from '../../problem/report.js';
import type { Indicator } from '../../schema/ruleset.js';
import type { RulesetScope } from './scope.js';

/** Ids by which results are declared: each used once, and none that stands for something else there. */
export function checkIds(scope: RulesetScope): void {
  const { file } = scope;
  const seen = new Map<string, Path>();
  const once = (kind: string, id: string, path: Path): void => {
    const first = seen.get(`${kind} ${id}`);
    if (!first) {
      seen.set(`${kind} ${id}`, path);
      return;
    }
    scope.add('duplicate-id', path, () => ({
      found: id,
      expected: { vi: 'ký hiệu chưa dùng', en: 'an id not used yet' },
      hint: { vi: `Đã dùng tại ${pointer('', ...first)}.`, en: `It is used at ${pointer('', ...first)}.` },
    }));
  };
  for (const [at, { no }] of file.criteria.entries()) {
    once('criterion', no, ['criteria', at, 'no']);
    checkFree(no, ['criteria', at, 'no'], scope);
  }
  for (const { indicator, path } of placedIndicators(file)) {
    once('indicator', indicator.id, [...path, 'id']);
    checkFree(indicator.id, [...path, 'id'], scope);
    for (const { name, at } of partNames(indicator)) once(`part of ${indicator.id}`, name, [...path, ...at]);
  }
  for (const [at, { id }] of (file.groups ?? []).entries()) once('group', id, ['groups', at, 'id']);
  for (const [at, { id }] of (file.specialColumns ?? []).entries())
    once('special column', id, ['specialColumns', at, 'id']);
  for (const [at, { id }] of (file.remarks ?? []).entries()) once('remark', id, ['remarks', at, 'id']);
}

function partNames({ condition }: Indicator): { readonly name: string; readonly at: Path }[] {
  return [...(condition ? leaves(condition) : [])].flatMap(({ leaf, path }) =>
    'fact' in leaf && leaf.part !== undefined
      ? [{ name: leaf.part, at: ['condition', ...path, 'part'] }]
      : [],
  );
}

/** `#9` stands for an entry nobody has named, `criterion:16` for a criterion. */
function checkFree(id: string, path: Path, scope: RulesetScope): void {
  if (!id.startsWith('#') && !id.includes(':')) return;
  scope.add('bad-format', path, () => ({
    found: id,
    expected: {
      vi: 'ký hiệu không bắt đầu bằng # và không có dấu hai chấm',
      en: 'an id that does not begin with # and has no colon',
    },
    hint: { vi: 'Dùng số của chỉ tiêu trong quyết định.', en: 'Use the number the decision gives it.' },
  }));
}
