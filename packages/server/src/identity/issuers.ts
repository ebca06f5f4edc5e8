import {importJWK, type CryptoKey, type JWK} from 'jose';
import {StartError} from '../internal/start-error.ts';
import {fromBase64url} from '../internal/encoding.ts';

/** The algorithms that a host may sign with; one is pinned for each issuer. */
export const issuerAlgorithms = ['EdDSA', 'ES256', 'RS256', 'HS256'] as const;
export type IssuerAlgorithm = (typeof issuerAlgorithms)[number];

/** A host that signs tokens for an organisation. Several keys may be valid at once, so that they can be changed. */
export interface Issuer {
  /** The `iss` claim, byte for byte. */
  readonly iss: string;
  readonly alg: IssuerAlgorithm;
  /** Public keys (JWK, RFC 7517), or with HS256 secrets of at least 32 bytes in base64url. */
  readonly keys: readonly (JWK | string)[];
  /** Whether the `roles` claim is believed. Default false. */
  readonly allowsRoles?: boolean;
}

export interface VerificationKey {
  readonly kid: string | undefined;
  readonly key: CryptoKey | Uint8Array;
}

const keyTypes: Record<IssuerAlgorithm, string> = {EdDSA: 'OKP', ES256: 'EC', RS256: 'RSA', HS256: 'oct'};

/** Checks a registration and makes its keys ready. Throws a {@link StartError} for a key that must not be trusted. */
export async function readKeys({iss, alg, keys}: Issuer): Promise<VerificationKey[]> {
  if (keys.length === 0) throw new StartError(`The issuer ${iss} has no key.`);
  return Promise.all(keys.map(async key => {
    if (alg === 'HS256') {
      const secret = typeof key === 'string' ? fromBase64url(key) : undefined;
      if (!secret || secret.length < 32) throw new StartError(`The issuer ${iss} needs a secret of at least 32 bytes in base64url.`);
      return {kid: undefined, key: secret};
    }
    if (typeof key === 'string' || key.kty !== keyTypes[alg] || 'd' in key) {
      throw new StartError(`The issuer ${iss} needs public keys for ${alg}.`);
    }
    return {kid: key.kid, key: await importJWK(key, alg)};
  }));
}
