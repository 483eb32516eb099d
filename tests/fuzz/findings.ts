import { PROBLEM_MEANINGS } from '../../src/problem/codes.js';
import { NtmError, type Problem } from '../../src/problem/problem.js';

/** What went wrong with one input, and the words that make it again. */
export interface Finding {
  readonly target: string;
  readonly seed: number;
  readonly index: number;
  readonly kind:
    | 'crash'
    | 'bad-problem'
    | 'input-changed'
    | 'prototype-changed'
    | 'slow'
    | 'hang'
    | 'memory'
    | 'not-repeatable';
  readonly detail: string;
}

const POINTER = /^(\/([^~/]|~0|~1)*)*$/s;

/** Whether each of the problems has a known code, a place and words in both languages; what is wrong otherwise. */
export function faultOf(problems: readonly Problem[], places: RegExp = POINTER): string | undefined {
  if (problems.length === 0) return 'refused without a problem';
  for (const one of problems) {
    const told = `${one.code} at ${one.path}`;
    if (!Object.hasOwn(PROBLEM_MEANINGS, one.code)) return `unknown code: ${told}`;
    if (typeof one.path !== 'string' || !places.test(one.path)) return `bad path: ${told}`;
    if (typeof one.found !== 'string' || one.found.length > 1_000) return `found is no short text: ${told}`;
    for (const text of [one.expected, one.hint, one.message])
      for (const words of [text.vi, text.en])
        if (typeof words !== 'string' || words.trim() === '') return `lacks words: ${told}`;
  }
  return undefined;
}

/** The problems that an act throws, or undefined where it throws none. Anything else that it throws goes on. */
export function problemsThrownBy(act: () => unknown): readonly Problem[] | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof NtmError) return error.errors;
    throw error;
  }
}

export function wordsOf(error: unknown): string {
  if (error instanceof Error)
    return (error.stack ?? `${error.name}: ${error.message}`).split('\n').slice(0, 6).join('\n');
  return `thrown: ${String(error)}`;
}
