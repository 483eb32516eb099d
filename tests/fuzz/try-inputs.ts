import type { ProblemCode } from '../../src/problem/codes.js';
import type { Problem } from '../../src/problem/problem.js';
import { Draws, seedOf } from './draws.js';
import { type Finding, faultOf, wordsOf } from './findings.js';
import { frozenThrough, holdsTheSame, unsharedCopy } from './mutate-value.js';
import type { SharedObjects } from './shared-objects.js';
import type { Target } from './target.js';

/** What became of the inputs of one target. */
export interface Tried {
  readonly target: string;
  inputs: number;
  /** Taken as sound, and used: a fuzzer whose every input is refused tests refusals alone. */
  taken: number;
  /** Refused as a whole, before anything in it was looked at. */
  atTheDoor: number;
  /** The codes of problems that were met. */
  codes: Set<ProblemCode>;
  /** Milliseconds by the clock that the slowest took, and which it was. */
  slowest: { milliseconds: number; index: number };
  findings: Finding[];
}

export interface TryOptions {
  readonly seed: number;
  readonly from: number;
  readonly runs: number;
  /** No input may take longer by the clock. */
  readonly slowAfter: number;
  readonly shared: SharedObjects;
  /** Told before each input is made and read, so that a watchdog knows which one hangs. */
  readonly starts?: (index: number) => void;
  /** Asked before each input; true ends the run. */
  readonly stops?: () => boolean;
}

/** More than this many findings of one target say nothing new. */
const MOST_FINDINGS = 20;

/** The input of this number. */
export const inputOf = (target: Target, seed: number, index: number): unknown =>
  target.make(new Draws(seedOf(target.name, seed, index)));

/** Makes inputs one after the other and has each read by the target. */
export function tryInputs(target: Target, options: TryOptions): Tried {
  const { seed, from, runs } = options;
  const tried: Tried = {
    target: target.name,
    inputs: 0,
    taken: 0,
    atTheDoor: 0,
    codes: new Set(),
    slowest: { milliseconds: 0, index: from },
    findings: [],
  };
  for (let index = from; index < from + runs; index += 1) {
    if (options.stops?.() || tried.findings.length >= MOST_FINDINGS) break;
    options.starts?.(index);
    const input = inputOf(target, seed, index);
    const found = tryOne(target, input, index, tried, options);
    tried.inputs += 1;
    if (found) tried.findings.push({ target: target.name, seed, index, ...found });
  }
  return tried;
}

type Found = Pick<Finding, 'kind' | 'detail'>;

function tryOne(
  target: Target,
  made: unknown,
  index: number,
  tried: Tried,
  { slowAfter, shared }: TryOptions,
): Found | undefined {
  // Half of the inputs are frozen, so that a write fails where it happens; the other half are looked at afterwards,
  // since what is frozen may go another way through the code.
  const freeze = index % 2 === 0;
  const input = given(made, freeze);
  const started = performance.now();
  let problems: ReturnType<Target['read']>;
  try {
    problems = target.read(input);
  } catch (error) {
    return { kind: 'crash', detail: wordsOf(error) };
  }
  const milliseconds = performance.now() - started;
  if (milliseconds > tried.slowest.milliseconds) tried.slowest = { milliseconds, index };
  if (problems === undefined) tried.taken += 1;
  else if (isAtTheDoor(problems)) tried.atTheDoor += 1;
  for (const { code } of problems ?? []) tried.codes.add(code);

  const fault = problems && faultOf(problems, target.places);
  if (fault !== undefined) return { kind: 'bad-problem', detail: fault };
  if (!freeze && !sameInput(made, input))
    return { kind: 'input-changed', detail: 'the input is not as it was' };
  // All members are compared now and then, and whenever their number differs.
  if (!shared.quicklyTheSame || index % 1_000 === 0) {
    const changes = shared.changes();
    if (changes.length > 0) return { kind: 'prototype-changed', detail: changes.join(', ') };
  }
  if (milliseconds > slowAfter) return { kind: 'slow', detail: `${Math.round(milliseconds)} ms` };
  if (index % 64 === 0) return unrepeatable(target, input, problems);
  return undefined;
}

/** Codes that say that nothing in the input was looked at, wherever they stand. */
const DOOR: ReadonlySet<ProblemCode> = new Set([
  'too-deep',
  'too-large',
  'not-plain-json',
  'bad-json',
  'unreadable-file',
]);

/** Refused for what it is as a whole: no object, no text, too large, no workbook, a workbook without a table. */
const isAtTheDoor = (problems: readonly Problem[]): boolean =>
  problems.every(({ code, path }) => DOOR.has(code) || (path === '' && code === 'wrong-type'));

/** Told without asking the value, which may be a proxy that throws. */
const isBytes = (value: unknown): value is Uint8Array => ArrayBuffer.isView(value);

const given = (made: unknown, freeze: boolean): unknown => {
  if (isBytes(made)) return Uint8Array.from(made);
  return freeze ? frozenThrough(made) : unsharedCopy(made);
};

function sameInput(made: unknown, input: unknown): boolean {
  if (isBytes(made) && isBytes(input))
    return made.length === input.length && made.every((byte, at) => byte === input[at]);
  return holdsTheSame(made, input);
}

/** The same input gives the same answer, to the byte. */
function unrepeatable(target: Target, input: unknown, before: ReturnType<Target['read']>): Found | undefined {
  const [one, other] = [before, target.read(input)].map((answer) => JSON.stringify(answer ?? null));
  return one === other
    ? undefined
    : { kind: 'not-repeatable', detail: `${one?.slice(0, 300)}\n${other?.slice(0, 300)}` };
}
