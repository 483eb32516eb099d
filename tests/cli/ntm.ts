import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { nodeSurroundings } from '../../src/cli/node-surroundings.js';
import { runCli } from '../../src/cli/run-cli.js';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs `ntm` inside this process, on real files, and keeps what it prints. */
export async function ntm(
  args: readonly string[],
  {
    stdin = '',
    columns = 100,
    colour = false,
    scratchFiles,
  }: { stdin?: string; columns?: number; colour?: boolean; scratchFiles?: 'none' } = {},
): Promise<Ran> {
  const ran = { out: '', err: '' };
  const { scratchFile, ...surroundings } = nodeSurroundings(process);
  const code = await runCli(args, {
    ...surroundings,
    ...(scratchFile && scratchFiles !== 'none' && { scratchFile }),
    stdout: { write: (text) => (ran.out += text) },
    stderr: { write: (text) => (ran.err += text) },
    readStdin: async () => new TextEncoder().encode(stdin),
    piecesOf: (path) =>
      path === '-' ? Readable.from([new TextEncoder().encode(stdin)]) : createReadStream(path),
    columns,
    colour,
  });
  return { code, ...ran };
}

export const example = (name: string): string => join('docs', 'examples', name);

export const NTM = 'vn/commune-ntm/2021-2025';
export const ADVANCED = 'vn/commune-advanced/2021-2025';

/** A folder with the files given, gone after the work is done. */
export async function withFiles<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (path: (name: string) => string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'ntm-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    return await work((name) => join(folder, name));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The block of lines that begins with a heading, up to the next blank line. */
export function block(text: string, heading: string): string {
  const at = text.indexOf(heading);
  return at < 0 ? '' : (text.slice(at).split('\n\n')[0] ?? '');
}

/** Text without its line breaks, so that a sentence is found however it was wrapped. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
