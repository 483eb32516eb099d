import { existsSync, readFileSync } from 'node:fs';
import type { FuzzRecord } from '../fuzz/record.js';
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
  readonly lines: { readonly source: number; readonly tests: number; readonly rulesets: number };
  readonly bytes?: Readonly<Record<string, number>>;
}

/** The last whole run of one suite. */
export interface SuiteRun {
  readonly name: string;
  readonly what: string;
  readonly command: string;
  readonly files: number;
  readonly passed: number;
  readonly failed: number;
  readonly commit: string;
}

/** Covered, and out of how many, in one folder of the source. */
export interface RoomCoverage {
  readonly room: string;
  readonly lines: readonly [covered: number, of: number];
  readonly branches: readonly [covered: number, of: number];
}

/** One question answered in two ways. */
export interface DifferentialRun {
  readonly what: string;
  readonly answers: number;
  readonly command: string;
}

/** Changes of rulesets that their examples noticed, by kind. */
export interface RulesetMutation {
  readonly commit: string;
  readonly changed: boolean;
  readonly totals: Readonly<Record<string, { readonly noticed: number; readonly of: number }>>;
  readonly survivors: readonly string[];
  readonly rulesets: readonly unknown[];
}

/** Everything that was measured and kept; a part that was never measured is not there. */
export interface Records {
  readonly counts: Counts | undefined;
  readonly rulesets: RulesetMutation | undefined;
  readonly code: CodeMutation | undefined;
  readonly fuzzing: FuzzRecord | undefined;
  readonly suites?: readonly SuiteRun[] | undefined;
  readonly coverage?: { readonly commit: string; readonly rooms: readonly RoomCoverage[] } | undefined;
}

const read = <T>(path: string): T | undefined =>
  existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as T) : undefined;

export const recordsAtHand = (): Records => ({
  counts: readRecord<Counts>('counts'),
  rulesets: readRecord<RulesetMutation>('ruleset-mutation'),
  code: readRecord<CodeMutation>('code-mutation'),
  fuzzing: read<FuzzRecord>('docs/fuzzing.json'),
  suites: readRecord<SuiteRun[]>('suites'),
  coverage: readRecord('coverage'),
});
