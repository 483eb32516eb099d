import type { Path } from '../problem/problem.js';
import type { ProblemList } from '../problem/problem-list.js';
import { didYouMean, oneOf, type ProblemDetails, same } from '../problem/report.js';
import { amountOf, compareAmounts } from '../rule/amount.js';
import { boundsOf } from '../rule/fact-range.js';
import { gradeIndex } from '../rule/reading.js';
import type { FactDefinition } from '../schema/fact.js';
import { LIMITS } from '../schema/limits.js';
import { parseNumber } from './parse-number.js';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whose figure it is: an entry of a unit may be left out, a figure of the law has to be written well. */
export type Role = 'entry' | 'law';

const LEAVE_OUT = { vi: 'Nếu chưa biết thì để trống.', en: 'Leave it out if it is not known.' };
const POINT = { vi: 'Viết số, dấu thập phân là dấu chấm.', en: 'Write a number, with a point for decimals.' };

/** Whether a figure can be one of this fact; where it cannot, says why. A fact nobody defined takes any finite figure. */
export function checkFigure(
  figure: unknown,
  definition: FactDefinition | undefined,
  path: Path,
  problems: ProblemList,
  role: Role = 'entry',
): boolean {
  const before = problems.size;
  if (!definition) {
    if (typeof figure === 'number' && !Number.isFinite(figure))
      problems.add('not-a-number', path, () => notFinite(figure));
  } else if (definition.type === 'boolean') checkFlag(figure, path, problems, role);
  else if (definition.type === 'level') checkGrade(figure, definition, path, problems, role);
  else checkNumber(figure, definition, path, problems, role);
  return problems.size === before;
}

function checkFlag(figure: unknown, path: Path, problems: ProblemList, role: Role): void {
  if (typeof figure === 'boolean') return;
  problems.add('wrong-type', path, () => ({
    found: figure,
    expected: { vi: 'true hoặc false', en: 'true or false' },
    hint:
      role === 'law'
        ? { vi: 'Số liệu này là có/không.', en: 'This fact is yes or no.' }
        : {
            vi: 'Viết true (có, đạt) hoặc false; nếu chưa biết thì để trống.',
            en: 'Write true or false; leave it out if it is not known.',
          },
  }));
}

function checkGrade(
  figure: unknown,
  definition: FactDefinition,
  path: Path,
  problems: ProblemList,
  role: Role,
): void {
  if (typeof figure !== 'boolean' && gradeIndex(definition, figure) >= 0) return;
  problems.add('unknown-grade', path, () => {
    const grades = (definition.grades ?? []).map(({ id }) => String(id));
    const otherwise =
      role === 'law' ? { vi: 'Chọn một mức trong thang.', en: 'Choose a grade of the scale.' } : LEAVE_OUT;
    return { found: figure, expected: oneOf(grades), hint: didYouMean(String(figure), grades, otherwise) };
  });
}

function checkNumber(
  figure: unknown,
  definition: FactDefinition,
  path: Path,
  problems: ProblemList,
  role: Role,
): void {
  if (typeof figure === 'string' && !DECIMAL.test(figure)) {
    problems.add('text-for-number', path, () => textForNumber(figure, definition, role));
  } else if (typeof figure === 'number' && !Number.isFinite(figure)) {
    problems.add('not-a-number', path, () => notFinite(figure));
  } else if (typeof figure !== 'number' && typeof figure !== 'string') {
    problems.add('wrong-type', path, () => ({
      found: figure,
      expected: { vi: 'một số', en: 'a number' },
      hint: role === 'law' ? POINT : LEAVE_OUT,
    }));
  } else if (digitsOf(figure) > LIMITS.digits) {
    problems.add(typeof figure === 'string' ? 'text-too-long' : 'out-of-range', path, () => ({
      found: figure,
      expected: { vi: `nhiều nhất ${LIMITS.digits} chữ số`, en: `at most ${LIMITS.digits} digits` },
      hint: { vi: 'Kiểm tra số và đơn vị tính.', en: 'Check the figure and its unit.' },
    }));
  } else {
    checkRange(figure, definition, path, problems);
    if (role === 'entry' && definition.type === 'count') checkWhole(figure, path, problems);
  }
}

function notFinite(figure: number): ProblemDetails {
  return { found: figure, expected: { vi: 'một số hữu hạn', en: 'a finite number' }, hint: LEAVE_OUT };
}

/** Shows the reading that a text would have in a Vietnamese table, where there is one. */
function textForNumber(text: string, { type }: FactDefinition, role: Role): ProblemDetails {
  const read = parseNumber(type === 'percent' ? text.replace(/%\s*$/, '') : text, 'vi');
  const [problem] = read.ok ? [] : read.errors;
  const hint = read.ok
    ? {
        vi: `Viết ${read.value}, hoặc đọc bằng parseNumber(…, 'vi').`,
        en: `Write ${read.value}, or read it with parseNumber(…, 'vi').`,
      }
    : problem?.code === 'ambiguous-number'
      ? problem.hint
      : role === 'law'
        ? POINT
        : LEAVE_OUT;
  return {
    found: text,
    expected: {
      vi: 'một số, hoặc số thập phân viết với dấu chấm',
      en: 'a number, or a decimal written with a point',
    },
    hint,
  };
}

/** Digits when written out in full: 1e-300 has three hundred, and sums with it would have to be rounded. */
function digitsOf(figure: number | string): number {
  if (typeof figure === 'string') return figure.replace(/[-.]/g, '').length;
  const [digits = '', exponent = '0'] = String(Math.abs(figure)).split('e');
  return digits.replace('.', '').length + Math.abs(Number(exponent));
}

function checkRange(
  figure: number | string,
  definition: FactDefinition,
  path: Path,
  problems: ProblemList,
): void {
  const { min, max } = boundsOf(definition);
  const amount = amountOf(figure);
  const below = min !== undefined && compareAmounts(amount, min) < 0;
  const above = max !== undefined && compareAmounts(amount, max) > 0;
  if (!below && !above) return;
  problems.add('out-of-bounds', path, () => {
    const { unit } = definition;
    return {
      found: figure,
      expected: same(rangeText(definition)),
      hint: {
        vi: `Kiểm tra số và đơn vị tính${unit ? ` (${unit.vi})` : ''}.`,
        en: `Check the figure and its unit${unit ? ` (${unit.en})` : ''}.`,
      },
    };
  });
}

export function rangeText(definition: FactDefinition): string {
  const { min, max } = boundsOf(definition);
  const unit = definition.type === 'percent' ? ' %' : '';
  if (max === undefined) return `≥ ${min}${unit}`;
  return min === undefined ? `≤ ${max}${unit}` : `${min} – ${max}${unit}`;
}

function checkWhole(figure: number | string, path: Path, problems: ProblemList): void {
  const isWhole = typeof figure === 'number' ? Number.isInteger(figure) : /^-?\d+(\.0+)?$/.test(figure);
  if (isWhole) return;
  problems.add('not-whole', path, () => ({
    found: figure,
    expected: { vi: 'một số nguyên', en: 'a whole number' },
    hint: { vi: 'Ghi số đếm, không ghi tỷ lệ.', en: 'Give the count, not a rate.' },
  }));
}
