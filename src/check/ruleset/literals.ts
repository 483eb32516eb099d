import type { Path } from '../../problem/problem.js';
import type { FactLeaf, Literal } from '../../schema/condition.js';
import type { FactDefinition } from '../../schema/fact.js';
import { checkFigure } from '../figures.js';
import type { RulesetScope } from './scope.js';

/** What a figure of the law is held against. */
export interface Held {
  readonly leaf: FactLeaf;
  readonly definition: FactDefinition;
  readonly path: Path;
  readonly scope: RulesetScope;
}

/** Figures of the law: of the fact's type, on its scale, within its bounds. Lists go with `in` and nothing else does. */
export function checkLiterals(
  value: Literal | readonly Literal[],
  { leaf, definition, path, scope }: Held,
): void {
  const isList = Array.isArray(value);
  if (isList !== (leaf.operator === 'in')) {
    scope.add('operator-mismatch', path, () => ({
      found: value,
      expected: isList ? { vi: 'một giá trị', en: 'one value' } : { vi: 'một danh sách', en: 'a list' },
      hint: { vi: 'Danh sách chỉ dùng với phép “in”.', en: 'Lists go with “in” and nothing else does.' },
    }));
    return;
  }
  for (const [at, one] of (isList ? value : [value as Literal]).entries()) {
    checkFigure(one, definition, isList ? [...path, at] : path, scope.problems, 'law');
  }
}
