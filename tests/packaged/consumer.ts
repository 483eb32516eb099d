import { execFileSync } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';

/** The project that has installed the packed package. */
export const consumer: string = inject('consumer');

/** The folder the package was installed into. */
export const installed: string = join(consumer, 'node_modules', 'ntm-rules');

/** Writes a file into the consumer's project and returns its path. */
export function writeInConsumer(name: string, text: string): string {
  const path = join(consumer, name);
  writeFileSync(path, text);
  return path;
}

/** Runs a script in the consumer's project with a Node of its own and reads the JSON it prints. */
export function runInConsumer(name: string, script: string, nodeOptions: string[] = []): unknown {
  const path = writeInConsumer(name, script);
  return JSON.parse(
    execFileSync(process.execPath, [...nodeOptions, path], { cwd: consumer, encoding: 'utf8' }),
  );
}

/** Puts fast-check beside the package, as who uses the testing kit does: it is an optional peer, not installed with us. */
export function lendFastCheck(): void {
  for (const name of ['fast-check', 'pure-rand'])
    cpSync(join(process.cwd(), 'node_modules', name), join(consumer, 'node_modules', name), {
      recursive: true,
    });
}
