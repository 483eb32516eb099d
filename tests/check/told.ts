import type { Parsed, Problem } from '../../src/core.js';

/** Every problem of an input that has to have some. */
export function problemsOf(parsed: Parsed<unknown>): Problem[] {
  if (parsed.ok) throw new Error('the input was accepted');
  return parsed.errors;
}

/** Code and place of every problem, one line each. */
export function told(parsed: Parsed<unknown>): string[] {
  return problemsOf(parsed).map(({ code, path }) => `${code} ${path}`);
}

export type Saying = Omit<Problem, 'message' | 'file'>;

/** Everything a problem says beside the meaning of its code. */
export function saying(parsed: Parsed<unknown>): Saying[] {
  return problemsOf(parsed).map(({ code, path, found, expected, hint }) => ({
    code,
    path,
    found,
    expected,
    hint,
  }));
}

/** A text that is the same in both languages. */
export const both = (text: string) => ({ vi: text, en: text });

export const vien = (vi: string, en: string) => ({ vi, en });

/** A commune of before 1 July 2025, to be judged by the shipped catalogue. */
export const COMMUNE = { level: 'commune', name: 'Xã Ví Dụ', province: 'Lào Cai' };

export function communeWith(facts: unknown, rest: object = {}): Record<string, unknown> {
  return { unit: COMMUNE, assessedOn: '2024-01-24', year: 2023, facts, ...rest };
}
