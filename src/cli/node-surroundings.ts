import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { printable } from './printable.js';
import { STDIN } from './read-json.js';
import { scratchFile } from './scratch-file.js';
import type { Surroundings, Writer } from './surroundings.js';
import { writeWhole } from './write-whole.js';

/** Wider lines are hard to read, and whatever is no terminal has no width. */
const WIDEST = 120;
const WIDTH_OF_A_PIPE = 80;

function columnsOf(stdout: NodeJS.WriteStream, env: NodeJS.ProcessEnv): number {
  const told = stdout.columns ?? Number(env.COLUMNS);
  return Math.min(told > 0 ? told : WIDTH_OF_A_PIPE, WIDEST);
}

async function readAll(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

/** What goes to a file or another program goes as it is; a terminal obeys what it is sent. */
const writerTo = (stream: NodeJS.WriteStream): Writer =>
  stream.isTTY ? { write: (text) => void stream.write(printable(text)) } : stream;

/** Colour on a terminal only, and never with NO_COLOR (https://no-color.org); FORCE_COLOR asks for it anywhere. */
function showsColour(
  { isTTY }: NodeJS.WriteStream,
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '') return FORCE_COLOR !== '0';
  return isTTY === true && !NO_COLOR && TERM !== 'dumb';
}

/** The process that `ntm` runs in. */
export function nodeSurroundings({ stdin, stdout, stderr, env }: NodeJS.Process): Surroundings {
  return {
    stdout: writerTo(stdout),
    stderr: writerTo(stderr),
    readFile: (path) => readFile(path),
    writeFile: writeWhole,
    scratchFile,
    listFolder: (path) => readdir(path),
    readStdin: () => readAll(stdin),
    piecesOf: (path) => (path === STDIN ? stdin : createReadStream(path)),
    columns: columnsOf(stdout, env),
    colour: showsColour(stdout, env),
    watched: stderr.isTTY === true && env.TERM !== 'dumb',
  };
}
