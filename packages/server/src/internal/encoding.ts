import {sha256 as hash} from '@noble/hashes/sha2.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', {fatal: true});

export const toBytes = (text: string): Uint8Array<ArrayBuffer> => encoder.encode(text);
export const toText = (bytes: Uint8Array): string => decoder.decode(bytes);

/** Base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The bytes of canonical base64url; `undefined` for padding, white space, other characters and left-over bits. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined;
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(binary, character => character.charCodeAt(0));
  return toBase64url(bytes) === text ? bytes : undefined;
}

/** By a library rather than by WebCrypto, whose way through a thread costs ten times the hash of a short text. */
export function sha256(text: string): Uint8Array {
  return hash(toBytes(text));
}
