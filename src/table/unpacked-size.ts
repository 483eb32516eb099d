import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { LIMITS } from '../schema/limits.js';

/** Deflate packs at most about a thousand to one. */
const MOST_PACKED = 1_032;

/** How much is unpacked at a time: a thousand times as much may come out of it. */
const STEP = 64 * 1024;

export interface UnpackedSize {
  bytes: number;
  files: number;
}

/** What the directory at the end of an archive says of it. */
function saidSize(archive: Uint8Array): UnpackedSize | undefined {
  const size = { bytes: 0, files: 0 };
  try {
    unzipSync(archive, {
      filter: ({ originalSize }) => {
        size.bytes += originalSize;
        size.files += 1;
        // A few bytes can claim thousands of millions of files, each of which would be looked for.
        if (size.files > LIMITS.workbookFiles) throw new RangeError('too many files');
        return false;
      },
    });
  } catch {
    return size.files > LIMITS.workbookFiles ? size : undefined;
  }
  return size;
}

/** What comes out of an archive, file after file as they stand in it; counting stops at the limit. */
function countedSize(archive: Uint8Array, limit: number): UnpackedSize | undefined {
  const size = { bytes: 0, files: 0 };
  const unzip = new Unzip((file) => {
    size.files += 1;
    file.ondata = (error, chunk) => {
      if (error) throw error;
      size.bytes += chunk.length;
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < archive.length && size.bytes <= limit; at += STEP)
      unzip.push(archive.subarray(at, at + STEP), at + STEP >= archive.length);
  } catch {
    return undefined;
  }
  return size;
}

/**
 * How large a zip archive is once unpacked; undefined where the bytes are no archive. A few kilobytes may hold
 * gigabytes and say that they hold little: what comes out is counted unless it cannot be more than the limit. An archive
 * whose directory names one file many times would unpack it as often, and is none.
 */
export function unpackedSize(archive: Uint8Array, limit: number): UnpackedSize | undefined {
  const said = saidSize(archive);
  if (
    !said ||
    said.bytes > limit ||
    said.files > LIMITS.workbookFiles ||
    archive.length * MOST_PACKED * said.files <= limit
  )
    return said;
  const counted = countedSize(archive, limit);
  if (!counted || counted.bytes > limit) return counted;
  return counted.files === said.files ? counted : undefined;
}
