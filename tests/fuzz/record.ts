import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Tried } from './try-inputs.js';

/** What was tried of one target, over all runs that are recorded. */
export interface RecordedTarget {
  inputs: number;
  taken: number;
  findings: number;
  slowestMilliseconds: number;
}

/** Long runs, as `docs/fuzzing.json` keeps them. */
export interface FuzzRecord {
  /** What the runs were made on; a run on another commit begins anew. */
  commit: string;
  node: string;
  /** How to repeat them. */
  command: string;
  seeds: number[];
  inputs: number;
  findings: number;
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

function begun(path: string, commit: string): FuzzRecord {
  const empty = {
    commit,
    node: process.version,
    command: 'npm run fuzz:long -- --seed <seed>',
    seeds: [],
    inputs: 0,
    findings: 0,
    targets: {},
  };
  if (!existsSync(path)) return empty;
  const kept = JSON.parse(readFileSync(path, 'utf8')) as FuzzRecord;
  return kept.commit === commit ? kept : empty;
}

/** Adds a run to those recorded for the same commit. */
export function recordRun(
  path: string,
  seed: number,
  run: readonly Tried[],
  commit: string = commitAtHand(),
): FuzzRecord {
  const record = begun(path, commit);
  if (record.seeds.includes(seed)) throw new Error(`seed ${seed} is recorded already: take another one`);
  record.seeds.push(seed);
  for (const { target, inputs, taken, slowest, findings } of run) {
    const before = record.targets[target] ?? { inputs: 0, taken: 0, findings: 0, slowestMilliseconds: 0 };
    record.targets[target] = {
      inputs: before.inputs + inputs,
      taken: before.taken + taken,
      findings: before.findings + findings.length,
      slowestMilliseconds: Math.max(before.slowestMilliseconds, Math.round(slowest.milliseconds)),
    };
    record.inputs += inputs;
    record.findings += findings.length;
  }
  writeFileSync(path, `${JSON.stringify(record, null, 2)}\n`);
  return record;
}
