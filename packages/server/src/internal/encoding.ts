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

export async function sha256(text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', toBytes(text)));
}
