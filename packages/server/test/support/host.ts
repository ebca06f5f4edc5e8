import {exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload} from 'jose';
import type {Issuer} from '@social-learning/server';
import {newKey, publicUrl} from './world.ts';

export type TokenWish = JWTPayload & {readonly header?: Record<string, unknown>; readonly name?: string};

/** A host page's server: it signs tokens for its people. */
export interface Host {
  readonly issuer: Issuer;
  readonly privateKey: CryptoKey;
  /** Signs a token that is good, but for what is wished otherwise. A claim that is `undefined` is left out. */
  sign(wish?: TokenWish): Promise<string>;
}

export async function createHost(iss: string, org: string): Promise<Host> {
  const {privateKey, publicKey} = await generateKeyPair('EdDSA', {extractable: true});
  return {
    privateKey,
    issuer: {iss, alg: 'EdDSA', keys: [await exportJWK(publicKey)], allowsRoles: true},
    sign: ({header = {}, ...claims} = {}) => {
      const now = Math.floor(Date.now() / 1_000);
      const payload = {iss, org, aud: publicUrl, sub: 'somebody', name: 'Somebody', jti: newKey(), iat: now, exp: now + 120, ...claims};
      return new SignJWT(payload).setProtectedHeader({alg: 'EdDSA', typ: 'JWT', ...header}).sign(privateKey);
    },
  };
}
