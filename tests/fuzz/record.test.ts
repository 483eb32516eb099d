import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/problem/codes.js';
import { type FuzzRecord, recordRun } from './record.js';
import type { Tried } from './try-inputs.js';

const tried = (inputs: number, milliseconds: number, code: ProblemCode): Tried => ({
  target: 'snapshot',
  inputs,
  taken: 3,
  atTheDoor: 1,
  codes: new Set(['wrong-type', code]),
  slowest: { milliseconds, index: 0 },
  findings: [{ target: 'snapshot', seed: 1, index: 0, kind: 'crash', detail: 'x' }],
});

describe('the record of long runs', () => {
  let room: string;
  beforeAll(() => {
    room = mkdtempSync(join(tmpdir(), 'ntm-rules-record-'));
  });
  afterAll(() => rmSync(room, { recursive: true, force: true }));

  it('adds up the runs, findings included, each with the commit it was made on', () => {
    const path = join(room, 'fuzzing.json');
    recordRun(path, 1, [tried(10, 7.4, 'too-deep')], 'one');
    const second = recordRun(path, 2, [tried(20, 3, 'cycle')], 'two');
    expect(second).toMatchObject({ inputs: 30, findings: 2 });
    expect(second.runs).toEqual([
      { commit: 'one', seed: 1, inputs: 10, findings: 1 },
      { commit: 'two', seed: 2, inputs: 20, findings: 1 },
    ]);
    expect(second.targets).toEqual({
      snapshot: {
        inputs: 30,
        taken: 6,
        atTheDoor: 2,
        findings: 2,
        codes: ['cycle', 'too-deep', 'wrong-type'],
        slowestMilliseconds: 7,
      },
    });
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(second);
  });
  it('counts no seed twice', () => {
    const path = join(room, 'twice.json');
    recordRun(path, 1, [tried(10, 1, 'cycle')], 'one');
    expect(() => recordRun(path, 1, [tried(10, 1, 'cycle')], 'two')).toThrow('seed 1 is recorded already');
  });
  it('in the repository tells of more than a million inputs and of no finding', () => {
    const kept = JSON.parse(readFileSync('docs/fuzzing.json', 'utf8')) as FuzzRecord;
    const all = Object.values(kept.targets);
    expect(kept.inputs).toBeGreaterThanOrEqual(1_000_000);
    expect(kept.findings).toBe(0);
    expect(kept.inputs).toBe(all.reduce((sum, { inputs }) => sum + inputs, 0));
  });
});
