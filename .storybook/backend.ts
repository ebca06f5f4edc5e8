import {PGlite} from '@electric-sql/pglite';
import {FetchInterceptor} from '@mswjs/interceptors/fetch';
import {createApp, type App} from '@social-learning/server';
import {pgliteStore} from '@social-learning/server/pglite';
import {defineNetwork, InterceptorSource} from 'msw/experimental';
import {http} from 'msw/http';

/** Where the stories' backend is, as far as elements can tell. No request ever leaves the page. */
export const backendUrl = 'https://backend.example';

/** Spaces of the stories' organisation, the default one first. */
const spaces = [
  {slug: 'stories', name: 'Stories'},
  {slug: 'questions', name: 'Questions'},
  {slug: 'archive', name: 'Archive', posters: 'nobody'},
  {slug: 'agreed', name: 'Agreed'},
  {slug: 'careful', name: 'Careful', moderation: 'everything-first'},
  {slug: 'calm', name: 'Calm'},
  {slug: 'closed', name: 'Behind closed doors', readers: 'members', posters: 'members'},
] as const;

const issuer = 'https://stories.example';
const organisation = 'stories';
const secret = crypto.getRandomValues(new Uint8Array(32));

let starting: Promise<App> | undefined;

/**
 * What stands between the stories and the server's code. A story injects faults by
 * `network.use(http.get(...))`, and `network.resetHandlers()` mends them.
 *
 * Requests are taken from `fetch` itself and not by a service worker: browsers stop an idle worker, and with it streams.
 */
export const network = defineNetwork({
  sources: [new InterceptorSource({interceptors: [new FetchInterceptor()]})],
  handlers: [http.all(`${backendUrl}/*`, async ({request}) => (await startBackend()).fetch(request))],
  onUnhandledFrame: 'bypass',
  context: {quiet: true},
});

/** Starts the real server's code in this page, over PostgreSQL in WebAssembly; once, however often it is asked. */
export function startBackend(): Promise<App> {
  return (starting ??= createBackend());
}

async function createBackend(): Promise<App> {
  return createApp({
    store: pgliteStore(await PGlite.create()),
    publicUrl: backendUrl,
    organisations: [{
      slug: organisation,
      name: 'Northwind Learning',
      spaces,
      issuers: [{iss: issuer, alg: 'HS256', keys: [toBase64url(secret)], allowsRoles: true}],
      isDefault: true,
      kudos: {values: [{key: 'ask-early', name: 'Ask early'}, {key: 'share-what-works', name: 'Share what works'}], perWeek: null, pair: null},
    }],
    openLoopback: true,
    rateLimit: null,
  });
}

/** A host token for a person of the stories, as the host's server would sign it (JWT, RFC 7519). */
export async function tokenFor(person: string, name: string, roles: readonly string[] = []): Promise<string> {
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: issuer, aud: backendUrl, sub: person, org: organisation, name, roles,
    iat: now, exp: now + 240, jti: crypto.randomUUID(),
  };
  const signed = [{alg: 'HS256', typ: 'JWT'}, claims].map(part => toBase64url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  const key = await crypto.subtle.importKey('raw', secret, {name: 'HMAC', hash: 'SHA-256'}, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(signed));
  return `${signed}.${toBase64url(new Uint8Array(signature))}`;
}

const toBase64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
