import {limits} from '@social-learning/protocol';
import {compactVerify, type CompactJWSHeaderParameters} from 'jose';
import {Refusal} from '../http/refusal.ts';
import {parseJson} from '../http/json.ts';
import {fromBase64url, toText} from '../internal/encoding.ts';
import type {IssuerAlgorithm, VerificationKey} from './issuers.ts';

/** An issuer that is registered, with its keys ready. */
export interface RegisteredIssuer {
  readonly organisation: string;
  readonly alg: IssuerAlgorithm;
  readonly keys: readonly VerificationKey[];
  readonly allowsRoles: boolean;
}

/** What a host token says, once it is believed. Times are in seconds. */
export interface HostClaims {
  readonly iss: string;
  readonly sub: string;
  readonly jti: string;
  readonly exp: number;
  readonly name: string;
  readonly picture: string | null;
  /** Whom they work with, as the host calls it. */
  readonly team: string | null;
  readonly roles: readonly string[];
}

/** Seconds that clocks may differ. */
const leeway = 60;
/** Seconds for which a token may be valid. */
const longestLife = 300;
/** Headers that point to a key of the sender's choice, or that change what is signed. None is ever followed. */
const refusedHeaders = ['jwk', 'jku', 'x5u', 'x5c', 'crit', 'b64', 'zip', 'enc'];

/**
 * Believes a host token (JWT, RFC 7519, with the advice of RFC 8725), or throws a refusal.
 *
 * @param find The issuers of this `iss`; `org` chooses among them.
 * @param audience The server's public address, the one allowed `aud`.
 * @param now Milliseconds since the epoch.
 */
export async function readHostToken(
  token: string,
  find: (iss: string, organisation: string) => Promise<RegisteredIssuer | undefined>,
  audience: string,
  now: number,
): Promise<HostClaims & {issuer: RegisteredIssuer}> {
  const parts = token.split('.');
  if (token.length > limits.token || parts.length !== 3) throw invalid('is not a signed JWT in compact form');
  const [header, claims] = parts.map(part => {
    const bytes = fromBase64url(part);
    if (!bytes || bytes.length === 0) throw invalid('is not in canonical base64url');
    return bytes;
  }).slice(0, 2).map(readObject);

  checkHeader(header!);
  const {iss, org} = claims!;
  if (!isName(iss) || !isName(org)) throw invalid('does not name its issuer and organisation');
  const issuer = await find(iss, org);
  if (!issuer || issuer.alg !== header!['alg']) throw invalid('is not of a registered issuer, or not signed as registered');
  await checkSignature(token, issuer, header!['kid'] as string | undefined);
  checkTimes(claims!, now);
  return {...readClaims(claims!, audience), iss, issuer};
}

type Plain = Readonly<Record<string, unknown>>;

function readObject(bytes: Uint8Array): Plain {
  try {
    const value = parseJson(toText(bytes));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Plain;
  } catch {
    // Told below, like everything else that is wrong with a token.
  }
  throw invalid('does not hold JSON objects');
}

function checkHeader(header: Plain): void {
  const {typ, kid} = header;
  if (refusedHeaders.some(name => name in header)) throw invalid('has a header that is not accepted');
  // An access token of ours says `at+jwt`: the two are never taken for each other.
  if (typ !== undefined && (typeof typ !== 'string' || !/^(?:application\/)?jwt$/i.test(typ))) throw invalid('is of another type');
  if (kid !== undefined && (typeof kid !== 'string' || kid.length > 200)) throw invalid('names no key');
}

async function checkSignature(token: string, {alg, keys}: RegisteredIssuer, kid: string | undefined): Promise<void> {
  const named = keys.filter(candidate => candidate.kid !== undefined && candidate.kid === kid);
  const candidates = kid === undefined ? keys : named.length > 0 ? named : keys.filter(candidate => candidate.kid === undefined);
  for (const {key} of candidates) {
    const verified = await compactVerify(token, key, {algorithms: [alg]}).then(
      ({protectedHeader}: {protectedHeader: CompactJWSHeaderParameters}) => protectedHeader.alg === alg,
      () => false,
    );
    if (verified) return;
  }
  throw invalid('is not signed by a registered key');
}

function checkTimes({iat, exp, nbf}: Plain, now: number): void {
  const seconds = now / 1_000;
  if (!isSeconds(iat) || !isSeconds(exp)) throw invalid('does not say when it was issued and until when it holds');
  if (nbf !== undefined && !isSeconds(nbf)) throw invalid('says wrongly from when it holds');
  if (exp <= iat || exp - iat > longestLife) throw invalid(`must expire within ${longestLife} seconds of being issued`);
  if (iat > seconds + leeway || (nbf !== undefined && nbf > seconds + leeway)) throw skewed('is from the future', now);
  if (exp <= seconds) throw seconds - exp > leeway ? skewed('has expired', now) : invalid('has expired');
}

function readClaims({aud, sub, jti, exp, name, picture, roles, team}: Plain, audience: string): Omit<HostClaims, 'iss'> {
  const only = Array.isArray(aud) && aud.length === 1 ? (aud[0] as unknown) : aud;
  if (only !== audience) throw invalid('is meant for another audience');
  if (!isName(sub) || hasControls(sub)) throw invalid('does not name a person');
  if (!isName(jti)) throw invalid('has no id of its own');
  if (typeof name !== 'string' || name.trim() === '' || hasControls(name)) throw invalid('does not say what the person is called');
  const isPicture = typeof picture === 'string' && picture.length <= limits.url && /^https?:\/\//i.test(picture) && URL.canParse(picture);
  return {
    sub, jti, exp: exp as number,
    name: name.trim().slice(0, limits.name).toWellFormed(),
    picture: isPicture ? picture : null,
    team: typeof team === 'string' && team.trim() !== '' && !hasControls(team) ? team.trim().slice(0, limits.name).toWellFormed() : null,
    roles: Array.isArray(roles) ? roles.filter(role => typeof role === 'string') : [],
  };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 255;
const isSeconds = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
// eslint-disable-next-line no-control-regex
const hasControls = (text: string) => /[\u0000-\u001f\u007f-\u009f]/.test(text);

const invalid = (what: string) => new Refusal('token-invalid', `The host token ${what}.`);
const skewed = (what: string, now: number) =>
  new Refusal('token-clock-skew', `The host token ${what}: check the clock of the host’s server.`, {serverTime: new Date(now).toISOString()});
