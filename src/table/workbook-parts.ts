import { unzipSync, zipSync } from 'fflate';

/** The parts of an .xlsx that hold cells and what they need; no other kind of workbook, picture or macro among them. */
const NEEDED = /^\/?(\[Content_Types\]\.xml|(_rels|docProps|xl)\/.*\.(xml|rels))$/i;

/** A name that leads out of its folder belongs to no part of a workbook. */
const UPWARDS = /(^|\/)\.\.(\/|$)/;

const TAG = [...'hyperlink '].map((char) => char.charCodeAt(0));

const WORD = /\w/;

/** Whether a tag's name begins here, after `<` or `<prefix:`: in the text of a cell `<` is written otherwise. */
function beginsTag(part: Uint8Array, at: number): boolean {
  let before = at - 1;
  if (part[before] === 0x3a) {
    before -= 1;
    while (before > 0 && WORD.test(String.fromCharCode(part[before] ?? 0))) before -= 1;
  }
  return part[before] === 0x3c;
}

/**
 * Makes the tags of links unknown ones, in place. A link says of which cells it is; the reader of workbooks visits
 * every one of them, and a tag of fifty bytes can name seventeen thousand million.
 */
function withoutLinks(part: Uint8Array): void {
  const first = TAG[0] ?? 0;
  for (let at = part.indexOf(first); at >= 0; at = part.indexOf(first, at + 1))
    if (TAG.every((byte, index) => part[at + index] === byte) && beginsTag(part, at)) part[at] = 0x78;
}

/** UTF-16, which Excel never writes and in which no tag would be found. */
const isWide = ([first, second]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || first === 0 || second === 0;

/**
 * A workbook with nothing in it but what cells need, packed anew; undefined where a part is no text in UTF-8, or stands
 * in it twice: names of parts are the same in any letters, and of two parts one program reads this, another that. Other
 * kinds (.xlsb, .ods, .numbers) have parsers of their own behind the same door: their parts are left out, so that
 * there is no workbook in them.
 *
 * @throws where the bytes are no archive
 */
export function neededParts(bytes: Uint8Array): Uint8Array | undefined {
  const names: string[] = [];
  const parts = unzipSync(bytes, {
    filter: ({ name }) => {
      if (!NEEDED.test(name) || UPWARDS.test(name)) return false;
      names.push(name.replace(/^\//, '').toLowerCase());
      return true;
    },
  });
  if (new Set(names).size < names.length) return undefined;
  for (const part of Object.values(parts)) {
    if (isWide(part)) return undefined;
    withoutLinks(part);
  }
  return zipSync(parts, { level: 0 });
}
