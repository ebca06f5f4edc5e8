/** A UUIDv7 (RFC 9562, section 5.7) in lower case. Every thing has one; the client makes it when the person acts. */
export type Id = string;

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether a value is an {@link Id}. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && pattern.test(value);
}

/**
 * Makes an {@link Id}.
 *
 * @param now Milliseconds since the epoch. It only helps databases to keep neighbours together: nothing is ordered by it.
 * @param random Fills the bytes it is given with random ones.
 */
export function createId(now: number, random: (bytes: Uint8Array) => void): Id {
  const bytes = new Uint8Array(16);
  random(bytes);
  for (let index = 5, rest = now; index >= 0; index--, rest = Math.floor(rest / 256)) bytes[index] = rest % 256;
  bytes[6] = 0x70 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
