import { existsSync, readFileSync } from 'node:fs';
import type { CodeMutation } from '../mutation/code/record-code.js';
import { readRecord } from '../mutation/record.js';

/** What is cheap to count, as `npm run quality` found it. */
export interface Counts {
  readonly commit: string;
  readonly changed: boolean;
  readonly rulesets: number;
  readonly lawsOfRulesets: number;
  readonly cases: number;
  readonly testFiles: number;
  readonly tests?: { readonly passed: number; readonly failed: number };
  readonly lines: { readonly source: number; readonly tests: number; readonly rulesets: number };
  readonly coverage?: { readonly lines: number; readonly branches: number };
  readonly bytes?: Readonly<Record<string, number>>;
}

/** Changes of rulesets that their examples noticed, by kind. */
export interface RulesetMutation {
  readonly commit: string;
  readonly changed: boolean;
  readonly totals: Readonly<Record<string, { readonly noticed: number; readonly of: number }>>;
  readonly survivors: readonly string[];
  readonly rulesets: readonly unknown[];
}

/** What the fuzzer recorded. */
export interface Fuzzing {
  readonly commit: string;
  readonly inputs: number;
  readonly findings: number;
  readonly targets: Readonly<Record<string, { readonly inputs: number; readonly findings: number }>>;
}

/** Everything that was measured and kept; a part that was never measured is not there. */
export interface Records {
  readonly counts: Counts | undefined;
  readonly rulesets: RulesetMutation | undefined;
  readonly code: CodeMutation | undefined;
  readonly fuzzing: Fuzzing | undefined;
}

const read = <T>(path: string): T | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;

export const recordsAtHand = (): Records => ({
  counts: readRecord<Counts>('counts'),
  rulesets: readRecord<RulesetMutation>('ruleset-mutation'),
  code: readRecord<CodeMutation>('code-mutation'),
  fuzzing: read<Fuzzing>('docs/fuzzing.json'),
});
