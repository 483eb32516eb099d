import type { Path } from '../../problem/problem.js';
import { same } from '../../problem/report.js';
import { derivationInputs } from '../../schema/derivation-inputs.js';
import type { FactDefinition } from '../../schema/fact.js';
import { LIMITS } from '../../schema/limits.js';
import { circlesIn, depthOf } from './graph.js';
import type { RulesetScope } from './scope.js';

/** Facts that a ruleset brings with it: they add to the shared catalogue and never change it. */
export function checkOwnFacts(scope: RulesetScope): void {
  const { file, vocabulary } = scope;
  const shared = vocabulary.facts ?? {};
  const own = Object.entries(file.facts ?? {});
  for (const [key, definition] of own) {
    const path: Path = ['facts', key];
    if (Object.hasOwn(shared, key)) {
      if (canonical(shared[key]) !== canonical(definition)) redefined(key, path, scope);
      continue;
    }
    if (vocabulary.facts && !key.includes(':')) unprefixed(key, file.jurisdiction, path, scope);
    checkDefinition(definition, path, scope);
  }
  checkDerivationCircles(own, scope);
}

function redefined(key: string, path: Path, scope: RulesetScope): void {
  scope.add('fact-redefined', path, () => ({
    found: key,
    expected: { vi: 'một khóa mới', en: 'a new key' },
    hint: {
      vi: 'Dùng số liệu của danh mục chung, hoặc đặt khóa riêng có tiền tố.',
      en: 'Use the shared fact, or give yours a key with its jurisdiction before it.',
    },
  }));
}

function unprefixed(key: string, jurisdiction: string, path: Path, scope: RulesetScope): void {
  const name = `${jurisdiction}:${key}`;
  scope.add('bad-prefix', path, () => ({
    found: key,
    expected: same(name),
    hint: { vi: `Viết ${name}.`, en: `Write ${name}.` },
  }));
}

function checkDefinition(definition: FactDefinition, path: Path, scope: RulesetScope): void {
  checkScale(definition, path, scope);
  checkOwnBounds(definition, path, scope);
  for (const [index, derivation] of (definition.derivations ?? []).entries()) {
    const [kind, inputs] = Object.entries(derivation)[0] as [string, string[]];
    for (const [at, input] of inputs.entries()) {
      const place = [...path, 'derivations', index, kind, at];
      const given = scope.fact(input);
      if (!given) scope.unknownFact(input, place);
      else if (!isNumeric(given) || !isNumeric(definition)) notNumeric(input, place, scope);
    }
  }
}

const isNumeric = ({ type }: FactDefinition): boolean => type !== 'boolean' && type !== 'level';

function notNumeric(input: string, path: Path, scope: RulesetScope): void {
  scope.add('wrong-type', path, () => ({
    found: input,
    expected: { vi: 'số liệu dạng số', en: 'a fact that is a number' },
    hint: { vi: 'Chỉ tính được từ số với số.', en: 'Only numbers are worked out from numbers.' },
  }));
}

function checkScale({ type, grades }: FactDefinition, path: Path, scope: RulesetScope): void {
  if ((type === 'level') !== (grades !== undefined)) {
    scope.add(grades === undefined ? 'missing-key' : 'unknown-key', [...path, 'grades'], () => ({
      expected: {
        vi: 'các mức từ thấp đến cao, chỉ cho kiểu level',
        en: 'grades from lowest to highest, for type level only',
      },
      hint: { vi: 'Thêm hoặc bỏ “grades”.', en: 'Add or remove “grades”.' },
    }));
  }
  const ids = (grades ?? []).map(({ id }) => String(id));
  for (const [at, id] of ids.entries()) {
    if (ids.indexOf(id) === at) continue;
    scope.add('duplicate-id', [...path, 'grades', at, 'id'], () => ({
      found: id,
      expected: { vi: 'mỗi mức một lần', en: 'each grade once' },
      hint: { vi: 'Bỏ một trong hai.', en: 'Remove one of the two.' },
    }));
  }
}

function checkOwnBounds({ bounds }: FactDefinition, path: Path, scope: RulesetScope): void {
  const { min, max } = bounds ?? {};
  if (min === undefined || max === undefined || min < max) return;
  scope.add('bounds-contradict', [...path, 'bounds'], () => ({
    shown: `${min} – ${max}`,
    expected: { vi: 'min nhỏ hơn max', en: 'min below max' },
    hint: { vi: 'Sửa giới hạn.', en: 'Correct the bounds.' },
  }));
}

/** A fact worked out from itself would never be found. */
function checkDerivationCircles(
  own: readonly (readonly [string, FactDefinition])[],
  scope: RulesetScope,
): void {
  const next = (key: string): readonly string[] =>
    (scope.fact(key)?.derivations ?? []).flatMap(derivationInputs);
  const keys = own.map(([key]) => key);
  for (const circle of circlesIn(keys, next)) {
    const at = circle.find((key) => keys.includes(key)) as string;
    scope.add('cycle', ['facts', at, 'derivations'], () => ({
      shown: circle.join(' → '),
      expected: { vi: 'không dẫn chiếu vòng', en: 'no circle' },
      hint: { vi: 'Bỏ một trong các cách tính.', en: 'Remove one of the derivations.' },
    }));
    return;
  }
  const deepest = depthOf(keys, next, LIMITS.references);
  if (deepest === undefined) return;
  scope.add('too-deep', ['facts', deepest, 'derivations'], () => ({
    found: deepest,
    expected: {
      vi: `nhiều nhất ${LIMITS.references} bước tính`,
      en: `at most ${LIMITS.references} derivations in a row`,
    },
    hint: { vi: 'Bớt số bước tính.', en: 'Derive it in fewer steps.' },
  }));
}

/** The same text for the same content, whatever the order of its keys. */
export function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  return `{${Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`)
    .join()}}`;
}
