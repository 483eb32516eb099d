import { unzipSync } from 'fflate';

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
        return false;
      },
    });
  } catch {
    return undefined;
  }
  return size;
}
