import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import canonicalize from 'canonicalize';

const remembered = new WeakMap<object, string>();

/**
 * SHA-256 over canonical JSON (RFC 8785), in hexadecimal: the same content gives the same hash on every machine.
 * Only checked inputs come here, so their depth is bounded. Hashes of frozen objects are remembered.
 */
export function canonicalHash(value: object): string {
  const known = remembered.get(value);
  if (known !== undefined) return known;
  const hash = bytesToHex(sha256(utf8ToBytes(canonicalize(value) ?? '')));
  if (Object.isFrozen(value)) remembered.set(value, hash);
  return hash;
}
