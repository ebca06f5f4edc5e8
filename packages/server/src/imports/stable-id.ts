import {createId, type Id} from '@social-learning/protocol';
import {sha256} from '../internal/encoding.ts';

/** The id of something from elsewhere: the same at every import. */
export function stableId(name: string, at: Date): Id {
  const hash = sha256(name);
  return createId(at.getTime(), bytes => bytes.set(hash.subarray(0, bytes.length)));
}
