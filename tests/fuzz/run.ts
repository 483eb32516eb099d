import { parseArgs } from 'node:util';
import { TARGETS } from './all-targets.js';
import { recordRun } from './record.js';
import type { Tried } from './try-inputs.js';
import { watched } from './watchdog.js';

const USAGE = `npm run fuzz -- [options]

  --target <name>   only this one; may be given several times
  --runs <n>        inputs for each target (1000)
  --total <n>       instead: so many over all targets, each its share of them
  --seed <n>        the seed (1): the same seed makes the same inputs
  --from <n>        number of the first input (0): --from 4711 --runs 1 makes one input again
  --seconds <n>     begins no further input after so long, over all targets
  --slow <ms>       an input that takes longer by the clock is a finding (5000)
  --hang <s>        an input that takes longer is ended (30)
  --memory <MB>     memory of a target's thread (1500)
  --record <file>   adds the counts to a JSON file, with the commit at hand

targets:
${TARGETS.map(({ name, reads }) => `  ${name.padEnd(18)}${reads}`).join('\n')}
`;

const { values } = parseArgs({
  options: {
    target: { type: 'string', multiple: true },
    runs: { type: 'string', default: '1000' },
    total: { type: 'string' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    seconds: { type: 'string' },
    slow: { type: 'string', default: '5000' },
    hang: { type: 'string', default: '30' },
    memory: { type: 'string', default: '1500' },
    record: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

function wholeNumber(
  name: 'runs' | 'total' | 'seed' | 'from' | 'slow' | 'hang' | 'memory' | 'seconds',
  text: string,
): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`--${name} takes a whole number, not ${text}`);
}

const given = (name: Parameters<typeof wholeNumber>[0]): number => wholeNumber(name, values[name] ?? '');

/** How many inputs a target gets. */
function runsOf(target: string): number {
  if (values.total === undefined) return given('runs');
  const share = TARGETS.find(({ name }) => name === target)?.share ?? 0;
  return Math.round((given('total') * share) / 100);
}

async function run(): Promise<number> {
  const asked = values.target ?? TARGETS.map(({ name }) => name);
  const unknown = asked.filter((name) => !TARGETS.some((one) => one.name === name));
  if (unknown.length > 0) throw new Error(`no target ${unknown.join(', ')}\n\n${USAGE}`);
  const seed = given('seed');
  const started = Date.now();
  const end = values.seconds === undefined ? undefined : started + given('seconds') * 1_000;
  const all: Tried[] = [];
  for (const [at, target] of asked.entries()) {
    // What a quick target leaves of its time goes to those after it.
    const share = end === undefined ? undefined : (end - Date.now()) / (asked.length - at);
    const tried = await watched(
      {
        target,
        seed,
        from: given('from'),
        runs: runsOf(target),
        slowAfter: given('slow'),
        until: share === undefined ? Number.MAX_SAFE_INTEGER : Date.now() + share,
      },
      { worker: new URL('./worker.js', import.meta.url), hangAfter: given('hang'), memory: given('memory') },
    );
    all.push(tried);
    report(tried);
  }
  const inputs = all.reduce((sum, one) => sum + one.inputs, 0);
  const findings = all.reduce((sum, one) => sum + one.findings.length, 0);
  console.log(
    `${inputs} inputs, ${findings} findings, ${Math.round((Date.now() - started) / 1_000)} s, seed ${seed}`,
  );
  if (values.record !== undefined) {
    const record = recordRun(values.record, seed, all);
    console.log(
      `recorded: ${record.inputs} inputs, ${record.findings} findings in ${record.runs.length} runs`,
    );
  }
  return findings === 0 ? 0 : 1;
}

function report({ target, inputs, taken, atTheDoor, codes, slowest, findings }: Tried): void {
  const share = (part: number): string =>
    `${inputs === 0 ? 0 : Math.round((100 * part) / inputs)}`.padStart(3);
  console.log(
    `${target.padEnd(18)}${String(inputs).padStart(8)} inputs, ${share(taken)} % taken, ${share(atTheDoor)} % refused at the door, ${String(codes.size).padStart(2)} codes, slowest ${Math.round(slowest.milliseconds)} ms (#${slowest.index})`,
  );
  for (const one of findings)
    console.log(
      `  ${one.kind}: ${one.detail}\n  again: npm run fuzz -- --target ${one.target} --seed ${one.seed} --from ${one.index} --runs 1`,
    );
}

if (values.help) console.log(USAGE);
else process.exitCode = await run();
