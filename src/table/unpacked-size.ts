import { unzipSync } from 'fflate';
import { LIMITS } from '../schema/limits.js';

/**
 * How large a zip archive says it is once unpacked, without unpacking it; undefined where the bytes are no archive.
 * A few kilobytes can say they hold gigabytes: that is refused before anything is unpacked.
 */
export function unpackedSize(bytes: Uint8Array): { bytes: number; files: number } | undefined {
  const size = { bytes: 0, files: 0 };
  try {
    unzipSync(bytes, {
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
