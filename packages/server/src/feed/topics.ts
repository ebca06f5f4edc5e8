import {fromBase64url, sha256, toBase64url} from '../internal/encoding.ts';
import {remembering} from '../internal/remembering.ts';
import type {Secrets} from '../store/secrets.ts';

/** Makes topics and reads them. A topic names a subject of a space, or a person's own; it says nothing and opens nothing by itself. */
export interface Topics {
  /** @param owner The space, or the person. @param hash Of the subject's key, by {@link subjectHash}. */
  of(organisation: string, owner: string, hash: string): string;
  /** The space, or the person, of a topic of this organisation; `undefined` for any other text. */
  ownerOf(organisation: string, topic: string): string | undefined;
}

const sealLength = 12;

/** What a subject's key is found by: keys may be longer than an index takes. */
export const subjectHash = remembering((key: string) => toBase64url(sha256(key).subarray(0, 24)));

export async function createTopics(secrets: Secrets): Promise<Topics> {
  const sign = await secrets.signer('topic');
  const seal = (organisation: string, body: string) => toBase64url(sign(`${organisation}\n${body}`).subarray(0, sealLength));
  const topicOf = remembering((key: string) => {
    const [organisation = '', owner = '', hash = ''] = key.split(' ');
    const body = hash + toBase64url(Uint8Array.from(owner.replaceAll('-', '').match(/../g)!, byte => Number.parseInt(byte, 16)));
    return body + seal(organisation, body);
  });
  return {
    of: (organisation, owner, hash) => topicOf(`${organisation} ${owner} ${hash}`),
    ownerOf(organisation, topic) {
      // 32 characters of hash, 22 of its owner, 16 of seal.
      if (topic.length !== 70) return undefined;
      const body = topic.slice(0, 54);
      if (topic !== body + seal(organisation, body)) return undefined;
      const bytes = fromBase64url(body.slice(32));
      if (!bytes) return undefined;
      const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
      return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
    },
  };
}
