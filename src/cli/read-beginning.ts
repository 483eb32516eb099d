import { notEmpty, notRead, type ReadJson, readBytes, STDIN } from './read-json.js';
import type { Surroundings } from './surroundings.js';

/** Files up to this many bytes are read as a whole: some 2,000 units of a table. */
export const READ_AT_ONCE = 500_000;

/** A file as far as it was read, and the rest of it where there is more. */
export type Beginning =
  | {
      readonly ok: true;
      readonly file: string;
      readonly bytes: Uint8Array;
      readonly rest?: AsyncIterator<Uint8Array>;
    }
  | Extract<ReadJson, { ok: false }>;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only, other] = pieces;
  return only && !other ? only : Buffer.concat(pieces);
}

/** Reads the beginning of a file, or of standard input for `-`: enough to see what it is, or all of a small one. */
export async function readBeginning(path: string, surroundings: Surroundings): Promise<Beginning> {
  const pieces = surroundings.piecesOf?.(path);
  if (!pieces) return readBytes(path, surroundings);
  const file = path === STDIN ? 'stdin' : path;
  const read: Uint8Array[] = [];
  const rest = pieces[Symbol.asyncIterator]();
  try {
    for (let length = 0; length <= READ_AT_ONCE; ) {
      const next = await rest.next();
      if (next.done) return notEmpty(file, joined(read));
      read.push(next.value);
      length += next.value.length;
    }
    return { ok: true, file, bytes: joined(read), rest };
  } catch (error) {
    return notRead(path, error, surroundings);
  }
}

/** The pieces of a file again, with what was read of it first. */
export async function* piecesFrom(
  bytes: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield bytes;
  yield* { [Symbol.asyncIterator]: () => rest };
}

/** The whole of a file whose beginning was read. */
export async function wholeOf(bytes: Uint8Array, rest?: AsyncIterator<Uint8Array>): Promise<Uint8Array> {
  if (!rest) return bytes;
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesFrom(bytes, rest)) pieces.push(piece);
  return Buffer.concat(pieces);
}
