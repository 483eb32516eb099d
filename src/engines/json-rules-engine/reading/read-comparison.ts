import { isObject } from '../../../check/is-object.js';
import type { Path } from '../../../problem/problem.js';
import type { ProblemList } from '../../../problem/problem-list.js';
import { didYouMean, oneOf } from '../../../problem/report.js';
import { type FactLeaf, type Operator, operatorSchema } from '../../../schema/condition.js';
import { A_TEXT, checkKeys, missingKey, wrongType } from './refusals.js';

/** What json-rules-engine compares with besides, and what there is instead. */
const OTHERS = ['notIn', 'contains', 'doesNotContain'];

/** A comparison that was read, and whether its negation is meant. */
export interface Comparison {
  readonly leaf: FactLeaf;
  readonly negated: boolean;
}

/** Reads the comparison of a fact with a literal; undefined where something keeps it from being read. */
export function readComparison(
  value: Readonly<Record<string, unknown>>,
  path: Path,
  facts: Readonly<Record<string, string>>,
  problems: ProblemList,
): Comparison | undefined {
  const before = problems.size;
  checkKeys(value, ['fact', 'operator', 'value', 'name'], path, problems);
  const fact = readFact(value.fact, [...path, 'fact'], facts, problems);
  const operator = readOperator(value.operator, [...path, 'operator'], problems);
  checkValue(value.value, [...path, 'value'], problems);
  if (problems.size > before || fact === undefined || operator === undefined) return undefined;
  const title =
    typeof value.name === 'string' && value.name !== '' ? { vi: value.name, en: value.name } : undefined;
  const leaf = {
    fact,
    operator: operator === 'notIn' ? 'in' : operator,
    value: value.value,
    ...(title && { title }),
  };
  return { leaf: leaf as FactLeaf, negated: operator === 'notIn' };
}

function readFact(
  name: unknown,
  path: Path,
  facts: Readonly<Record<string, string>>,
  problems: ProblemList,
): string | undefined {
  if (typeof name !== 'string') {
    wrongType(path, name, A_TEXT, problems);
    return undefined;
  }
  return Object.hasOwn(facts, name) ? facts[name] : name;
}

function readOperator(name: unknown, path: Path, problems: ProblemList): Operator | 'notIn' | undefined {
  const known: readonly string[] = operatorSchema.options;
  if (typeof name === 'string' && (known.includes(name) || name === 'notIn'))
    return name as Operator | 'notIn';
  const isKnownThere = typeof name === 'string' && (OTHERS.includes(name) || name.includes(':'));
  if (name === undefined)
    missingKey(path, 'operator', { vi: 'Thêm phép so sánh.', en: 'Add the operator.' }, problems);
  else
    problems.add(isKnownThere ? 'unsupported-feature' : 'unknown-operator', path, () => ({
      found: name,
      expected: oneOf([...known, 'notIn']),
      hint: isKnownThere
        ? {
            vi: 'Số liệu không phải là danh sách, và phép so sánh không có tiền tố; viết lại bằng các phép trên.',
            en: 'Facts are no lists and operators have nothing before them; write it with one of those.',
          }
        : didYouMean(typeof name === 'string' ? name : '', known, {
            vi: 'Phép so sánh tự định nghĩa không đọc được; viết lại bằng các phép trên.',
            en: 'Operators of one’s own cannot be read; write it with one of those.',
          }),
    }));
  return undefined;
}

const A_LITERAL = { vi: 'một giá trị', en: 'a literal' };

function checkValue(value: unknown, path: Path, problems: ProblemList): void {
  if (value === undefined) {
    missingKey(
      path,
      'value',
      { vi: 'Thêm giá trị so sánh.', en: 'Add the value to compare with.' },
      problems,
    );
  } else if (isObject(value) && 'fact' in value) {
    problems.add('unsupported-feature', path, () => ({
      found: value,
      expected: A_LITERAL,
      hint: {
        vi: 'Đưa phần chênh lệch hay tỷ lệ của hai số liệu thành một số liệu của danh mục.',
        en: 'Make the difference or share of the two facts a fact of the catalogue.',
      },
    }));
  } else if (value === null || isObject(value)) wrongType(path, value, A_LITERAL, problems);
}
