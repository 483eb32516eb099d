import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Tried } from './try-inputs.js';

/** What was tried of one target, over all runs that are recorded. */
export interface RecordedTarget {
  inputs: number;
  /** Taken as sound, at least in part, and used. */
  taken: number;
  /** Refused as a whole, before anything in it was looked at. */
  atTheDoor: number;
  findings: number;
  /** Codes of the problems met: how many different things inputs were refused for. */
  codes: string[];
  slowestMilliseconds: number;
}

/** One run: its seed and the commit make its inputs again. */
export interface RecordedRun {
  commit: string;
  seed: number;
  inputs: number;
  findings: number;
}

/** Long runs, as `docs/fuzzing.json` keeps them. */
export interface FuzzRecord {
  node: string;
  /** How to repeat a run. */
  command: string;
  inputs: number;
  findings: number;
  runs: RecordedRun[];
  targets: Record<string, RecordedTarget>;
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' }).trim();

/** The commit that the code under test stands at; code that is not committed cannot be recorded. */
export function commitAtHand(): string {
  const changed = git('status', '--porcelain', '--', 'src', 'rulesets', 'tests/fuzz');
  if (changed !== '') throw new Error(`commit first, then record:\n${changed}`);
  // Commits that touch neither the code nor the fuzzer change nothing about what was tried.
  return git('log', '-1', '--format=%H', '--', 'src', 'rulesets', 'tests/fuzz', 'package-lock.json');
}

const begun = (path: string): FuzzRecord =>
  existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as FuzzRecord)
    : {
        node: process.version,
        command: 'npm run fuzz:long -- --seed <seed>',
        inputs: 0,
        findings: 0,
        runs: [],
        targets: {},
      };

const UNTRIED: RecordedTarget = {
  inputs: 0,
  taken: 0,
  atTheDoor: 0,
  findings: 0,
  codes: [],
  slowestMilliseconds: 0,
};

/** Adds a run to those recorded. A record of parsers that have changed much is deleted to begin anew. */
export function recordRun(
  path: string,
  seed: number,
  run: readonly Tried[],
  commit: string = commitAtHand(),
): FuzzRecord {
  const record = begun(path);
  // On another commit the same seed makes the same inputs for other code; they are no more of them.
  if (record.runs.some((one) => one.seed === seed))
    throw new Error(`seed ${seed} is recorded already: take another one`);
  const sum = (of: (tried: Tried) => number): number => run.reduce((total, one) => total + of(one), 0);
  const [inputs, findings] = [sum((one) => one.inputs), sum((one) => one.findings.length)];
  record.runs.push({ commit, seed, inputs, findings });
  record.inputs += inputs;
  record.findings += findings;
  for (const tried of run) {
    const before = record.targets[tried.target] ?? UNTRIED;
    record.targets[tried.target] = {
      inputs: before.inputs + tried.inputs,
      taken: before.taken + tried.taken,
      atTheDoor: before.atTheDoor + tried.atTheDoor,
      findings: before.findings + tried.findings.length,
      codes: [...new Set([...before.codes, ...tried.codes])].sort(),
      slowestMilliseconds: Math.max(before.slowestMilliseconds, Math.round(tried.slowest.milliseconds)),
    };
  }
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  return record;
}
