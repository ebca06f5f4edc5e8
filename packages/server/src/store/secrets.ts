import {hmac} from '@noble/hashes/hmac.js';
import {sha256} from '@noble/hashes/sha2.js';
import {sql} from 'kysely';
import {fromBase64url, toBase64url, toBytes} from '../internal/encoding.ts';
import type {Store} from './store.ts';

/** Keys of the server's own, derived from the one secret that the database keeps. */
export interface Secrets {
  /** A key for one purpose (HKDF, RFC 5869). */
  derive(purpose: string): Promise<Uint8Array<ArrayBuffer>>;
  /** A function that signs for one purpose: HMAC-SHA-256. */
  signer(purpose: string): Promise<(text: string) => Uint8Array>;
}

export async function readSecrets({db}: Store): Promise<Secrets> {
  const fresh = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  await sql`insert into server (secret) values (${fresh}) on conflict do nothing`.execute(db);
  const {rows: [row]} = await sql<{secret: string}>`select secret from server`.execute(db);
  const material = await crypto.subtle.importKey('raw', fromBase64url(row!.secret)!, 'HKDF', false, ['deriveBits']);

  const derive = async (purpose: string) => {
    const parameters = {name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: toBytes(purpose)};
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, material, 256));
  };
  return {
    derive,
    async signer(purpose) {
      const key = await derive(purpose);
      return text => hmac(sha256, key, toBytes(text));
    },
  };
}
