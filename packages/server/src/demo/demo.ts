import {SignJWT} from 'jose';
import type {FileStorage} from '../files/storage.ts';
import {newId} from '../internal/new-id.ts';
import {saveOrganisation} from '../organisations/save.ts';
import type {Store} from '../store/store.ts';
import {demoKey} from './key.ts';
import {demoIssuer, demoOrganisation} from './organisation.ts';
import {people} from './people.ts';
import {seedDemo} from './seed.ts';

const loopbackHost = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;
const loopbackOrigin = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

/**
 * Makes the sample organisation, fills it on the first run, and answers for its host: `GET /demo/people`, and
 * `POST /demo/token` with `person` in the query or the body. It signs for anybody, so it must never leave loopback.
 */
export async function createDemo(store: Store, publicUrl: string, files?: FileStorage): Promise<(request: Request) => Promise<Response | undefined>> {
  const {sign, verify} = await demoKey(store);
  const settings = demoOrganisation(verify);
  const organisation = await saveOrganisation(store, settings);
  await seedDemo(store, organisation, files);

  return async request => {
    const {hostname, pathname, searchParams} = new URL(request.url);
    if (!pathname.startsWith('/demo/')) return undefined;
    // A page that has its own name point to this machine is not of this machine.
    if (!loopbackHost.test(hostname)) return answer(request, 403, {error: 'Only for this machine.'});
    if (request.method === 'OPTIONS') return answer(request, 204);
    if (pathname === '/demo/people' && request.method === 'GET') {
      return answer(request, 200, {people: people.map(({id, name, title, roles = []}) => ({id, name, title, roles}))});
    }
    if (pathname !== '/demo/token' || request.method !== 'POST') return answer(request, 404, {error: 'There is nothing here.'});
    const wanted = searchParams.get('person') ?? (await readPerson(request));
    const person = people.find(({id}) => id === wanted);
    if (!person) return answer(request, 404, {error: 'There is no such person.'});
    const now = Math.floor(Date.now() / 1_000);
    const token = await new SignJWT({org: settings.slug, name: person.name, team: person.team, roles: person.roles ?? []})
      .setProtectedHeader({alg: 'EdDSA', typ: 'JWT'})
      .setIssuer(demoIssuer).setAudience(publicUrl).setSubject(person.id).setJti(newId(Date.now()))
      .setIssuedAt(now).setExpirationTime(now + 120)
      .sign(sign);
    return answer(request, 200, {token});
  };
}

async function readPerson(request: Request): Promise<unknown> {
  const body: unknown = await request.json().catch(() => undefined);
  return (body as {person?: unknown} | undefined)?.person;
}

function answer(request: Request, status: number, body?: unknown): Response {
  const origin = request.headers.get('origin');
  const headers = new Headers({'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'vary': 'Origin'});
  if (origin !== null && loopbackOrigin.test(origin)) {
    headers.set('access-control-allow-origin', origin);
    headers.set('access-control-allow-credentials', 'true');
    headers.set('access-control-allow-methods', 'GET, POST');
    headers.set('access-control-allow-headers', 'content-type, accept');
  }
  if (body === undefined) return new Response(null, {status, headers});
  headers.set('content-type', 'application/json; charset=utf-8');
  return new Response(JSON.stringify(body), {status, headers});
}
