import {createClient, type Client} from './client.ts';
import type {Configuration} from './configuration.ts';
import {httpBackend} from './http-backend.ts';
import {SocialLearningError} from './errors.ts';
import {pageDefaults} from './page-defaults.ts';

let said: Configuration = {};
let client: Client | undefined;
const listeners = new Set<() => void>();

/**
 * Says for the whole page what every element without an `sl-provider` around it uses. What is not named stays as it is.
 */
export function configure(configuration: Configuration): void {
  said = {...said, ...configuration};
  client?.close();
  client = undefined;
  for (const listener of listeners) listener();
}

/** What holds for the page: what was said by {@link configure}, over the defaults of the loader. */
export function configuration(): Configuration {
  return {...pageDefaults(), ...said};
}

/** Hears of every later {@link configure}. Gives the way to stop. */
export function onConfigure(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The client of the page, made when it is first needed; `undefined` where no backend was named. */
export function pageClient(): Client | undefined {
  return (client ??= clientOf(configuration()));
}

/** A client for a configuration; `undefined` where it names no backend. */
export function clientOf({backend, tokenEndpoint, getToken}: Configuration): Client | undefined {
  if (backend === undefined) return undefined;
  if (typeof backend !== 'string') return createClient({backend});
  const ask = getToken ?? (tokenEndpoint ? () => askTokenEndpoint(tokenEndpoint) : undefined);
  return createClient({backend: httpBackend({url: backend, ...(ask && {getToken: ask})})});
}

async function askTokenEndpoint(address: string): Promise<string | null> {
  const response = await fetch(address, {
    method: 'POST',
    credentials: 'include',
    headers: {accept: 'application/json'},
    signal: AbortSignal.timeout(15_000),
  });
  if (response.status === 401 || response.status === 403 || response.status === 204) return null;
  const answer = response.ok ? ((await response.json().catch(() => undefined)) as {token?: unknown} | undefined) : undefined;
  if (typeof answer?.token === 'string') return answer.token;
  if (answer?.token === null) return null;
  throw new SocialLearningError('unavailable', `The page's token endpoint answered ${response.status} without a token.`);
}
