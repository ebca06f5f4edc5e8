import {isId} from '@social-learning/protocol';
import {errors, jwtVerify, SignJWT} from 'jose';
import {Refusal} from '../http/refusal.ts';
import {fromBase64url} from '../internal/encoding.ts';
import type {Secrets} from '../store/secrets.ts';

/** Whom an access token speaks for, and until when, in milliseconds since the epoch. */
export interface Access {
  readonly organisation: string;
  readonly person: string;
  readonly expires: number;
}

/** Makes and reads access tokens: JWTs of the server's own, which name a person and nothing that may change. */
export interface AccessTokens {
  issue(organisation: string, person: string): Promise<{token: string; expires: number}>;
  /** Throws a refusal: `token-expired` or `token-invalid`. */
  read(token: string): Promise<Access>;
}

/** Seconds. */
const lifetime = 15 * 60;
const type = 'at+jwt';

/** @param audience The server's public address. */
export async function createAccessTokens(secrets: Secrets, audience: string, now: () => number): Promise<AccessTokens> {
  const key = await secrets.derive('access token');
  const known = new Map<string, Access>();

  const verify = async (token: string): Promise<Access> => {
    if (token.length > 2_048 || !token.split('.').every(part => fromBase64url(part))) throw invalid();
    try {
      const {payload: {org, sub, exp}} = await jwtVerify(token, key, {
        algorithms: ['HS256'], typ: type, audience, issuer: audience, requiredClaims: ['exp'], currentDate: new Date(now()),
      });
      if (!isId(org) || !isId(sub)) throw invalid();
      return {organisation: org, person: sub, expires: exp! * 1_000};
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw expired();
      throw error instanceof Refusal ? error : invalid();
    }
  };

  return {
    async issue(organisation, person) {
      const seconds = Math.floor(now() / 1_000);
      const expires = seconds + lifetime;
      const token = await new SignJWT({org: organisation})
        .setProtectedHeader({alg: 'HS256', typ: type})
        .setIssuer(audience).setAudience(audience).setSubject(person).setIssuedAt(seconds).setExpirationTime(expires)
        .sign(key);
      return {token, expires: expires * 1_000};
    },
    async read(token) {
      const found = known.get(token) ?? (await verify(token));
      if (now() >= found.expires) throw expired();
      if (known.size > 5_000) known.clear();
      known.set(token, found);
      return found;
    },
  };
}

const invalid = () => new Refusal('token-invalid', 'The access token is not one of ours. Sign in again.');
const expired = () => new Refusal('token-expired', 'The access token has expired. Ask for a new one.');
