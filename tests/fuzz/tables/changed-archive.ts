import type { Draws } from '../draws.js';
import { mutatedBytes } from '../mutate-text.js';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Fields of the three kinds of records of an archive: where they stand from its mark, and how wide they are. */
const FIELDS: Readonly<Record<number, readonly (readonly [at: number, bytes: 2 | 4])[]>> = {
  // flags, method, check sum, packed size, size, length of the name, length of what is added
  [LOCAL]: [
    [6, 2],
    [8, 2],
    [14, 4],
    [18, 4],
    [22, 4],
    [26, 2],
    [28, 2],
  ],
  // the same, the length of the comment and where the file begins
  [CENTRAL]: [
    [8, 2],
    [10, 2],
    [16, 4],
    [20, 4],
    [24, 4],
    [28, 2],
    [30, 2],
    [32, 2],
    [42, 4],
  ],
  // files on this disk, files, size of the directory, where it begins, length of the comment
  [END]: [
    [8, 2],
    [10, 2],
    [12, 4],
    [16, 4],
    [20, 2],
  ],
};

interface Place {
  readonly at: number;
  readonly mark: number;
}

function recordsOf(view: DataView): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 22 <= view.byteLength; at += 1) {
    if (view.getUint8(at) !== 0x50) continue;
    const mark = view.getUint32(at, true);
    if (mark in FIELDS) places.push({ at, mark });
  }
  return places;
}

/** An archive one of whose records says something else: of sizes, methods, names, places or the number of files. */
function withOtherField(archive: Uint8Array, draws: Draws): Uint8Array {
  const changed = Uint8Array.from(archive);
  const view = new DataView(changed.buffer);
  const records = recordsOf(view);
  if (records.length === 0) return mutatedBytes(archive, draws);
  const { at, mark } = draws.pick(records);
  const [offset, width] = draws.pick(FIELDS[mark] ?? []);
  const place = at + offset;
  if (place + width > changed.length) return mutatedBytes(archive, draws);
  const was = width === 2 ? view.getUint16(place, true) : view.getUint32(place, true);
  const value = draws.pick([0, 1, 8, 9, 99, was + 1, was - 1, was * 2, 0xffff, 0x7fffffff, 0xffffffff]);
  if (width === 2) view.setUint16(place, value & 0xffff, true);
  else view.setUint32(place, value >>> 0, true);
  return changed;
}

/** An archive whose directory names one of its files twice, with as many files as it then has. */
function withFileTwice(archive: Uint8Array, draws: Draws): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const records = recordsOf(view);
  const central = records.filter(({ mark }) => mark === CENTRAL);
  const end = records.filter(({ mark }) => mark === END).at(-1);
  if (central.length === 0 || !end) return archive;
  const place = draws.below(central.length);
  const from = central[place]?.at ?? 0;
  const to = central[place + 1]?.at ?? end.at;
  const changed = new Uint8Array(archive.length + to - from);
  changed.set(archive.subarray(0, end.at));
  changed.set(archive.subarray(from, to), end.at);
  changed.set(archive.subarray(end.at), end.at + to - from);
  const ending = new DataView(changed.buffer, end.at + to - from);
  for (const offset of [8, 10]) ending.setUint16(offset, central.length + 1, true);
  ending.setUint32(12, ending.getUint32(12, true) + to - from, true);
  return changed;
}

/** The bytes of an archive damaged where archives are read: their records, their ends, or anywhere. */
export function changedArchive(archive: Uint8Array, draws: Draws): Uint8Array {
  switch (draws.below(6)) {
    case 0:
      return mutatedBytes(archive, draws);
    case 1:
      return withFileTwice(archive, draws);
    case 2: {
      const more = new Uint8Array(draws.few(8) * 7).fill(draws.below(256));
      const joined = new Uint8Array(archive.length + more.length);
      const before = draws.oneIn(2);
      joined.set(more, before ? 0 : archive.length);
      joined.set(archive, before ? more.length : 0);
      return joined;
    }
    default:
      return withOtherField(archive, draws);
  }
}
