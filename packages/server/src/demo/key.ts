import {exportJWK, type CryptoKey, type JWK} from 'jose';
import {readSecrets} from '../store/secrets.ts';
import type {Store} from '../store/store.ts';

/** The key pair that the demo signs with. */
export interface DemoKey {
  readonly sign: CryptoKey;
  readonly verify: JWK;
}

/** The head of an Ed25519 private key in PKCS #8 (RFC 8410, section 7); the 32 bytes of the key follow. */
const head = [0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];

/** Derived from the server's secret, so that it lies nowhere and several processes on one database agree. */
export async function demoKey(store: Store): Promise<DemoKey> {
  const seed = await (await readSecrets(store)).derive('demo host key');
  const sign = await crypto.subtle.importKey('pkcs8', new Uint8Array([...head, ...seed]), {name: 'Ed25519'}, true, ['sign']);
  const {kty, crv, x} = await exportJWK(sign);
  return {sign, verify: {kty, crv, x} as JWK};
}
