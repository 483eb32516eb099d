import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './contest.js';

const execute = promisify(execFile);
const BUILT = 'node_modules/.cache/ntm-rules/bench/children';

/** Runs one of the benchmark's scripts in a process of its own, so that its memory and its first time are its own. */
export async function inChild<T>(script: string, args: readonly string[] = []): Promise<T> {
  const path = join(BUILT, `${script}.js`);
  const { stdout } = await execute(process.execPath, [path, ...args], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout) as T;
}

/** The median of what a module prints as one number, in fresh processes. */
export async function medianOfProcesses(source: string, processes: number): Promise<number> {
  const found: number[] = [];
  for (let one = 0; one < processes; one += 1) {
    const { stdout } = await execute(process.execPath, ['--input-type=module', '-e', source]);
    found.push(Number(stdout));
  }
  return median(found);
}
