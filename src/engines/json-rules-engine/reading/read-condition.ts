import { isObject } from '../../../check/is-object.js';
import type { Path } from '../../../problem/problem.js';
import type { ProblemList } from '../../../problem/problem-list.js';
import { didYouMean } from '../../../problem/report.js';
import type { Condition } from '../../../schema/condition.js';
import { LIMITS } from '../../../schema/limits.js';
import type { Origins } from './origins.js';
import { readComparison } from './read-comparison.js';
import { A_LIST, A_TEXT, AN_OBJECT, checkKeys, missingKey, wrongType } from './refusals.js';

/** What conditions are read with. */
export interface ConditionReading {
  readonly problems: ProblemList;
  readonly origins: Origins;
  readonly facts: Readonly<Record<string, string>>;
  /** Conditions by name, and the names that led here. */
  readonly conditions: Readonly<Record<string, unknown>>;
  readonly within: readonly string[];
  /** How many more may be read: conditions that name one another twice each would grow without end. */
  readonly left: { count: number };
}

const KINDS = ['all', 'any', 'not', 'condition', 'fact'] as const;

/**
 * Reads a condition, undefined where something keeps it from being read.
 *
 * @param from where it stands in the rules
 * @param to where it will stand in the ruleset
 */
export function readCondition(
  value: unknown,
  from: Path,
  to: Path,
  reading: ConditionReading,
): Condition | undefined {
  const { problems, origins } = reading;
  if (!isObject(value)) {
    wrongType(from, value, AN_OBJECT, problems);
    return undefined;
  }
  if (isTooMuch(from, reading)) return undefined;
  origins.set(to, from);
  const [kind, another] = KINDS.filter((key) => Object.hasOwn(value, key));
  if (kind === undefined) {
    const hint = { vi: 'Thêm một trong các trường này.', en: 'Add one of these keys.' };
    missingKey(from, KINDS.join(' / '), hint, problems);
    return undefined;
  }
  if (another !== undefined) {
    problems.add('unknown-key', [...from, another], () => ({
      found: another,
      expected: kind,
      hint: {
        vi: 'Mỗi điều kiện chỉ một trong: all, any, not, condition, fact; nếu cần cả hai thì lồng vào “all”.',
        en: 'A condition is one of all, any, not, condition and fact; where both are meant, put them into an “all”.',
      },
    }));
    return undefined;
  }
  switch (kind) {
    case 'all':
    case 'any':
      checkKeys(value, [kind, 'name'], from, problems);
      return readGroup(kind, value[kind], from, to, reading);
    case 'not': {
      checkKeys(value, [kind, 'name'], from, problems);
      const not = readCondition(value.not, [...from, 'not'], [...to, 'not'], reading);
      return not && { not };
    }
    case 'condition':
      checkKeys(value, [kind, 'name'], from, problems);
      return readNamed(value.condition, [...from, kind], to, reading);
    case 'fact': {
      const read = readComparison(value, from, reading.facts, problems);
      if (!read?.negated) return read?.leaf;
      origins.set([...to, 'not'], from);
      return { not: read.leaf };
    }
  }
}

/** Conditions in all rules together. Real sets have under 1,000. */
export const MOST_CONDITIONS = 10_000;

/** Said once, where it became too much. */
function isTooMuch(from: Path, { problems, left, within }: ConditionReading): boolean {
  left.count -= 1;
  const isDeep = within.length > LIMITS.references;
  if (left.count >= 0 && !isDeep) return false;
  if (left.count === -1 || isDeep)
    problems.add(isDeep ? 'too-deep' : 'too-large', from, () => ({
      shown: within.join(' → '),
      expected: {
        vi: `nhiều nhất ${MOST_CONDITIONS} điều kiện, ${LIMITS.references} dẫn chiếu nối tiếp`,
        en: `at most ${MOST_CONDITIONS} conditions, and ${LIMITS.references} names in a row`,
      },
      hint: { vi: 'Bớt dẫn chiếu theo tên.', en: 'Refer to fewer conditions by name.' },
    }));
  return true;
}

function readGroup(
  kind: 'all' | 'any',
  parts: unknown,
  from: Path,
  to: Path,
  reading: ConditionReading,
): Condition | undefined {
  const { problems } = reading;
  if (!Array.isArray(parts)) {
    wrongType([...from, kind], parts, A_LIST, problems);
    return undefined;
  }
  if (parts.length === 0) {
    problems.add('empty-group', [...from, kind], () => ({
      found: parts,
      expected: { vi: 'ít nhất một điều kiện', en: 'at least one condition' },
      hint: {
        vi: 'json-rules-engine coi nhóm rỗng là đúng; ghi rõ điều kiện hoặc bỏ nhóm.',
        en: 'json-rules-engine takes an empty group for true; write what is meant, or remove it.',
      },
    }));
    return undefined;
  }
  // What could not be read leaves no gap: the others are looked at all the same.
  const read: Condition[] = [];
  for (const [at, part] of parts.entries()) {
    const condition = readCondition(part, [...from, kind, at], [...to, kind, read.length], reading);
    if (condition) read.push(condition);
  }
  if (read.length === 0) return undefined;
  return kind === 'all' ? { all: read } : { any: read };
}

function readNamed(name: unknown, from: Path, to: Path, reading: ConditionReading): Condition | undefined {
  const { problems, conditions, within } = reading;
  if (typeof name !== 'string') {
    wrongType(from, name, A_TEXT, problems);
    return undefined;
  }
  if (!Object.hasOwn(conditions, name)) {
    problems.add('unknown-reference', from, () => ({
      found: name,
      expected: {
        vi: 'tên một điều kiện trong options.conditions',
        en: 'the name of a condition in options.conditions',
      },
      hint: didYouMean(name, Object.keys(conditions), {
        vi: 'Thêm điều kiện đó vào options.conditions.',
        en: 'Add that condition to options.conditions.',
      }),
    }));
    return undefined;
  }
  if (within.includes(name)) {
    problems.add('cycle', from, () => ({
      shown: [...within.slice(within.indexOf(name)), name].join(' → '),
      expected: { vi: 'không dẫn chiếu vòng', en: 'no circle' },
      hint: { vi: 'Bỏ một trong các dẫn chiếu.', en: 'Remove one of the references.' },
    }));
    return undefined;
  }
  return readCondition(conditions[name], ['options', 'conditions', name], to, {
    ...reading,
    within: [...within, name],
  });
}
