import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { Locale } from '../../src/index.js';
import { draftFrom, type PlayState } from './draft.js';

/** The form of links; a page that reads a later one says so rather than guess. */
const FORM = 1;

/** A link longer than this is no work of ours, and unpacking stops long before it could fill the memory. */
const LONGEST_LINK = 60_000;
const LONGEST_TEXT = 2_000_000;

/** What the part of an address after `#` says. */
export type ReadLink =
  | { readonly kind: 'none'; readonly locale?: Locale; readonly open: boolean }
  | { readonly kind: 'state'; readonly state: PlayState }
  | { readonly kind: 'example'; readonly id: string; readonly locale?: Locale }
  | { readonly kind: 'refused'; readonly later: boolean };

function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Unpacks piece by piece and gives up where the text grows past its limit. */
function unpacked(bytes: Uint8Array): string {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((piece) => {
    size += piece.length;
    if (size > LONGEST_TEXT) throw new Error('too long');
    pieces.push(piece);
  });
  for (let at = 0; at < bytes.length; at += 1024)
    inflate.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return strFromU8(whole);
}

/** The state of the page as the part of its address after `#`: nothing is sent to a server with it. */
export function linkOf({ locale, ruleset, draft, amendments }: PlayState): string {
  const told = { l: locale, r: ruleset, s: draft, ...(amendments.length > 0 && { a: amendments }) };
  return `${FORM}.${toBase64Url(deflateSync(strToU8(JSON.stringify(told)), { level: 9 }))}`;
}

const localeIn = (words: readonly string[]): Locale | undefined =>
  words.includes('en') ? 'en' : words.includes('vi') ? 'vi' : undefined;

/** Reads what a link says. It may come from anywhere: whatever is not ours is refused as a whole. */
export function readLink(hash: string, today: string): ReadLink {
  const text = hash.replace(/^#/, '');
  const packed = /^(\d+)\.([A-Za-z0-9_-]*)$/.exec(text);
  if (!packed) {
    const words = text.split('&');
    const locale = localeIn(words);
    const example = words.find((word) => word.startsWith('example='));
    if (example !== undefined)
      return { kind: 'example', id: example.slice('example='.length), ...(locale && { locale }) };
    return { kind: 'none', open: words.includes('open'), ...(locale && { locale }) };
  }
  if (Number(packed[1]) !== FORM) return { kind: 'refused', later: Number(packed[1]) > FORM };
  if (text.length > LONGEST_LINK) return { kind: 'refused', later: false };
  try {
    const told = JSON.parse(unpacked(fromBase64Url(packed[2] ?? ''))) as Record<string, unknown>;
    const draft = draftFrom(told.s, today);
    if (!draft || typeof told.r !== 'string') return { kind: 'refused', later: false };
    return {
      kind: 'state',
      state: {
        locale: told.l === 'en' ? 'en' : 'vi',
        ruleset: told.r,
        draft,
        amendments: Array.isArray(told.a) ? told.a : [],
      },
    };
  } catch {
    return { kind: 'refused', later: false };
  }
}
