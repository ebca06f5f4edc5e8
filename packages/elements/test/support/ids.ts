import {createId, type Id} from '@social-learning/sdk';

/** An id as a client makes them. */
export function newId(): Id {
  return createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
}
