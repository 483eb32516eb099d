/**
 * Tries what the tests notice: every mutant that Stryker makes of one room's code, each by the tests that reach it.
 *
 *     npm run mutate -- gap                       one room, or several; see rooms.json
 *     npm run mutate -- gap --only src/gap/gap.ts   one file of it
 *     npm run mutate -- gap --survivors           prints every mutant that no test notices
 *     npm run mutate -- gap --record              keeps the result, file by file, in docs/quality/code-mutation.json
 *     npm run mutate -- rule --every 5            a sample: every fifth mutant
 *     npm run mutate -- rule --seconds 240        stops in time; files that were finished are kept
 */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Mutant } from '@stryker-mutator/api/core';
import { bundleOf } from './bundle.js';
import { filesUnder, instrument } from './instrument.js';
import { recordCode } from './record-code.js';
import rooms from './rooms.json';
import type { Verdict } from './trial.js';

const FOLDER = 'node_modules/.cache/ntm-rules/mutation';

/** After so long without an answer a mutant counts as noticed: it never ends. */
const PATIENCE = 30_000;

type Status = Verdict['status'] | 'timed-out';

interface Tried {
  readonly mutant: Mutant;
  readonly status: Status;
  readonly by?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    survivors: { type: 'boolean' },
    every: { type: 'string' },
    seconds: { type: 'string' },
    record: { type: 'boolean' },
  },
});

type Answer = { ready: number } | { id: string; verdict: Verdict };

function answerOf(child: ChildProcess, patience: number): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: Answer | undefined): void => {
      clearTimeout(timer);
      child.removeAllListeners('message');
      child.removeAllListeners('exit');
      resolve(answer);
    };
    const timer = setTimeout(() => settle(undefined), patience);
    child.once('message', (answer) => settle(answer as Answer));
    child.once('exit', () => settle(undefined));
  });
}

async function started(bundle: string): Promise<ChildProcess> {
  const child = fork(join(FOLDER, 'try-mutants.js'), [bundle], { execArgv: ['--max-old-space-size=3000'] });
  const answer = await answerOf(child, 600_000);
  if (!answer) throw new Error('the tests of the room could not be run');
  return child;
}

/** Tries mutants in one process, which is replaced when it falls silent; stops when time is up. */
class Bench {
  #child: ChildProcess | undefined;

  constructor(
    readonly bundle: string,
    readonly until: number,
  ) {}

  async tryAll(mutants: readonly Mutant[]): Promise<Tried[] | undefined> {
    const tried: Tried[] = [];
    for (const mutant of mutants) {
      if (performance.now() > this.until) return undefined;
      this.#child ??= await started(this.bundle);
      const coming = answerOf(this.#child, PATIENCE);
      this.#child.send(mutant.id);
      const answer = await coming;
      if (answer && 'id' in answer) {
        tried.push({ mutant, ...answer.verdict });
        continue;
      }
      tried.push({ mutant, status: 'timed-out' });
      this.end();
    }
    return tried;
  }

  end(): void {
    this.#child?.kill('SIGKILL');
    this.#child = undefined;
  }
}

/** Tests with hooks and mocks cannot run a thousand times in one process; the few there are stay out. */
const isPlain = (path: string): boolean =>
  /import \{ ((describe|expect|it|test)(, )?)+ \} from 'vitest'/.test(readFileSync(path, 'utf8'));

const isNoticed = ({ status }: Tried): boolean => status === 'killed' || status === 'timed-out';

const told = ({ mutant, status }: Tried): string => {
  const { fileName, location, mutatorName, replacement } = mutant;
  const { line, column } = location.start;
  const to = replacement.replace(/\s+/g, ' ').slice(0, 100);
  return `${fileName}:${line + 1}:${column + 1} ${status} ${mutatorName}: ${to}`;
};

const every = Number(values.every ?? 1);
const until = performance.now() + 1000 * Number(values.seconds ?? Number.MAX_SAFE_INTEGER);

for (const name of positionals) {
  const room = (rooms as Record<string, { code: string[]; tests: string[] } | undefined>)[name];
  if (!room) throw new Error(`no room ${name}; there are ${Object.keys(rooms).join(', ')}`);
  const paths = values.only ? values.only.split(',') : room.code;
  const { files, mutants } = await instrument(paths);
  const bundle = join(FOLDER, `${name}.bundle.js`);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(bundle, await bundleOf(filesUnder(room.tests, '.test.ts').filter(isPlain), files));
  const bench = new Bench(bundle, until);
  for (const file of files.keys()) {
    const chosen = mutants.filter(({ fileName }) => fileName === file).filter((_one, at) => at % every === 0);
    const tried = chosen.length > 0 ? await bench.tryAll(chosen) : [];
    if (!tried) {
      console.log(`time is up before the end of ${file}`);
      break;
    }
    if (tried.length === 0) continue;
    const noticed = tried.filter(isNoticed).length;
    console.log(`${file}: ${noticed} of ${tried.length}, ${((100 * noticed) / tried.length).toFixed(1)} %`);
    if (values.survivors) for (const one of tried) if (!isNoticed(one)) console.log(told(one));
    if (values.record)
      recordCode(
        name,
        file,
        every,
        tried.map(({ status }) => status),
      );
  }
  bench.end();
}
