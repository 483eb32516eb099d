import { NtmError } from '../problem/problem.js';
import type { ScratchFile, Surroundings } from './surroundings.js';
import { notWritten } from './write-out.js';

/** Characters kept in memory: the tables of a few hundred units never touch the disk. */
const KEPT = 1_000_000;

/** Text that waits until it is wanted: any amount of it, of which little is held in memory. */
export interface Spool {
  write(text: string): void;
  /** All that was written so far, from the beginning, in pieces that may end anywhere. */
  pieces(): Iterable<string>;
  /** Forgets all of it. */
  clear(): void;
}

/** What goes wrong while text is kept goes wrong with the file it is kept for. */
function kept<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new NtmError([notWritten(folder, code)]);
  }
}

/**
 * Keeps what is written in memory as long as there is little of it, else in a nameless file in the folder given: where
 * the result goes there has to be room for it anyway, while a system's folder for temporary files may be memory.
 */
export function spool(
  folder: string,
  { scratchFile }: Pick<Surroundings, 'scratchFile'>,
  most = KEPT,
): Spool {
  let texts: string[] = [];
  let length = 0;
  let file: ScratchFile | undefined;
  const empty = (): string => {
    const text = texts.join('');
    texts = [];
    length = 0;
    return text;
  };
  return {
    write(text) {
      texts.push(text);
      length += text.length;
      if (length < most || scratchFile === undefined) return;
      kept(folder, () => {
        file ??= scratchFile(folder);
        file.append(Buffer.from(empty()));
      });
    },
    *pieces() {
      if (file) {
        const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
        for (const bytes of file.pieces()) yield decoder.decode(bytes, { stream: true });
      }
      yield* texts;
    },
    clear() {
      empty();
      file?.close();
      file = undefined;
    },
  };
}

/** The lines of a text that comes in pieces. */
export function* linesIn(pieces: Iterable<string>): Generator<string> {
  let open = '';
  for (const piece of pieces) {
    const lines = `${open}${piece}`.split('\n');
    open = lines.pop() ?? '';
    yield* lines;
  }
  if (open !== '') yield open;
}
