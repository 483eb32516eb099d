import type { ProblemCode } from '../../problem/codes.js';
import { NtmError, type Path } from '../../problem/problem.js';
import { type ProblemDetails, pointer, problem } from '../../problem/report.js';

/** The one problem that keeps a statement from being written, at its place in the options or the ruleset. */
export function refusal(code: ProblemCode, path: Path, details: ProblemDetails): NtmError {
  return new NtmError([problem(code, pointer('', ...path), details)]);
}

/** Which column judges cannot depend on an outcome by that column. */
export function circularColumn(ruleset: string): NtmError {
  return refusal('cycle', ['specialColumns'], {
    shown: ruleset,
    expected: { vi: 'điều kiện chỉ theo số liệu và đặc điểm', en: 'conditions on facts and traits only' },
    hint: {
      vi: 'Cột mức đạt không thể phụ thuộc kết quả theo chính cột đó.',
      en: 'Which column judges cannot depend on what it decides.',
    },
  });
}
