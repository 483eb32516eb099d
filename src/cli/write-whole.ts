import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, link, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileContent } from './surroundings.js';

/** Gives a finished file its name unless there is a file of that name. */
async function named(part: string, path: string): Promise<void> {
  try {
    await link(part, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // Memory sticks and some shared folders know no second name for a file.
    await copyFile(part, path, constants.COPYFILE_EXCL);
  }
}

/**
 * Writes a file under another name and gives it its own once it is whole: half a table looks like a whole one, and
 * large ones take long enough to be interrupted.
 *
 * @throws the system's error, EEXIST where there is such a file and it may not be replaced
 */
export async function writeWhole(path: string, content: FileContent, replace: boolean): Promise<void> {
  // What a link points to is replaced, not the link.
  const target = replace ? await realpath(path).catch(() => path) : path;
  const part = join(dirname(target), `.ntm-${randomUUID()}.part`);
  try {
    await writeFile(part, content, { flag: 'wx' });
    if (replace) await rename(part, target);
    else await named(part, target);
  } finally {
    await rm(part, { force: true });
  }
}
