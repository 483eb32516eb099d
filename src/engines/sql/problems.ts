import type { ProblemCode } from '../../problem/codes.js';
import { NtmError, type Path } from '../../problem/problem.js';
import { type ProblemDetails, pointer, problem } from '../../problem/report.js';

/** The one problem that keeps a statement from being written, at its place in the options or the ruleset. */
export function refusal(code: ProblemCode, path: Path, details: ProblemDetails): NtmError {
  return new NtmError([problem(code, pointer('', ...path), details)]);
}
