import { randomUUID } from 'node:crypto';
import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { ScratchFile } from './surroundings.js';

const AT_ONCE = 1 << 20;

/** Removes the name of an open file; undefined where a system keeps names of open files. */
function withoutName(path: string): true | undefined {
  try {
    rmSync(path);
    return true;
  } catch {
    return undefined;
  }
}

/**
 * A file that nobody sees: its name is gone as soon as it is open, so that nothing is left behind however the process
 * ends. Written and read at once, not in the background: whoever writes must not run ahead of the disk.
 */
export function scratchFile(folder: string): ScratchFile {
  const path = join(folder, `.ntm-${randomUUID()}.part`);
  const file = openSync(path, 'wx+', 0o600);
  const isNameless = withoutName(path);
  let end = 0;
  return {
    append(bytes) {
      for (let done = 0; done < bytes.length; )
        done += writeSync(file, bytes, done, bytes.length - done, end + done);
      end += bytes.length;
    },
    *pieces() {
      const until = end;
      for (let at = 0; at < until; ) {
        const bytes = new Uint8Array(Math.min(AT_ONCE, until - at));
        const read = readSync(file, bytes, 0, bytes.length, at);
        if (read === 0) throw new Error(`${path} ended at ${at} of ${until} bytes`);
        at += read;
        yield bytes.subarray(0, read);
      }
    },
    close() {
      closeSync(file);
      if (!isNameless) rmSync(path, { force: true });
    },
  };
}
