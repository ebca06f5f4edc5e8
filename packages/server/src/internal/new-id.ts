import {createId, type Id} from '@social-learning/protocol';

/** A new id, of now. */
export function newId(now: number): Id {
  return createId(now, bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
}
