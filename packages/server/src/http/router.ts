import {endpoints, feedPath, filesPath, isAct, isId, uploadsPath, type EndpointName} from '@social-learning/protocol';
import {schemas} from '@social-learning/protocol/schemas';
import {subscribe} from '../feed/subscribe.ts';
import type {FeedHub} from '../feed/hub.ts';
import {serveFile} from '../files/serve-file.ts';
import {describeTus, handleUpload} from '../files/uploads.ts';
import {openResponseStream, type OpenStream} from '../feed/sink.ts';
import type {Caller} from '../identity/caller.ts';
import {toBytes} from '../internal/encoding.ts';
import {newId} from '../internal/new-id.ts';
import {recordOverreach} from '../moderation/overreach.ts';
import {pagePaths, servePage, type PagePath} from '../pages/serve-pages.ts';
import type {Services} from '../services.ts';
import type {Answer} from './answer.ts';
import {readBody} from './body.ts';
import {allowOrigin, preflight, type Origins} from './cors.ts';
import {createHandlers, handleSession} from './handlers.ts';
import {describeApi} from './openapi.ts';
import {toProblem, toRefusal} from './problem.ts';
import {baseHeaders} from './headers.ts';
import {readQuery} from './query.ts';
import type {RateLimiter} from './rate-limit.ts';
import {Recall} from './recall.ts';
import {Refusal} from './refusal.ts';
import {askedOf, type Asked, type ReadyAnswer} from './shared-answer.ts';
import {createGate, type Gate} from './gate.ts';
import {validate} from './validate.ts';

/** What the router needs besides the services. */
export interface RouterOptions {
  readonly hub: FeedHub;
  readonly origins: Origins;
  readonly rateLimiter: RateLimiter | undefined;
  /** Told of every answer that is our fault; of a database that is away only what it said. */
  readonly onFault: (error: unknown, requestId: string) => void;
  /** Streams of one person at most. */
  readonly streamsPerPerson: number;
  /** Streams in all. */
  readonly streams: number;
}

/** The ways into the app. */
export interface Router {
  route(request: Request, open?: OpenStream): Promise<Response>;
  /** A short way to what was asked before; see {@link Recall}. */
  recall(url: string, asked: Asked): Promise<ReadyAnswer | undefined>;
}

const json = 'application/json; charset=utf-8';

/** One router over the table of endpoints: every request comes in here, and every answer leaves with the same headers. */
export function createRouter(services: Services, options: RouterOptions): Router {
  const handlers = createHandlers(services);
  const gate = createGate(services, options);
  const recall = new Recall(services, gate, options.origins, handlers);
  const routes = new Map<string, EndpointName>();
  for (const endpoint of Object.values(endpoints)) routes.set(`${endpoint.method} ${endpoint.path}`, endpoint.name);
  const methods = new Map<string, string[]>([[feedPath, ['GET']], ['/healthz', ['GET']], ['/openapi.json', ['GET']]]);
  for (const path of pagePaths) methods.set(path, ['GET']);
  for (const {method, path} of Object.values(endpoints)) methods.set(path, [...(methods.get(path) ?? []), method]);
  const secure = services.publicUrl.startsWith('https:');

  const route: Router['route'] = async (request, open = openResponseStream) => {
    const headers = baseHeaders(secure);
    const url = new URL(request.url);
    try {
      const origin = request.headers.get('origin');
      const registered = origin === null ? undefined : await options.origins.organisationOf(origin);
      if (origin !== null && registered !== undefined) allowOrigin(headers, origin);
      const allowed = methods.get(url.pathname) ?? methodsBelow(url.pathname);
      if (!allowed) throw new Refusal('not-found', 'There is nothing at this address.');
      if (request.method === 'OPTIONS') {
        if (isBelow(url.pathname, uploadsPath) && services.files) describeTus(headers, services.files);
        // Programs ask without an origin what is spoken here; pages must be of an organisation.
        if (registered !== undefined || (origin === null && isBelow(url.pathname, uploadsPath))) return preflight(headers);
        throw new Refusal('forbidden', 'The origin of this page is not registered.');
      }
      if (url.pathname === feedPath && request.method === 'GET') {
        return await openFeed(services, options, gate, {request, url, headers, open, registered});
      }
      if (url.pathname === '/healthz' && request.method === 'GET') return await health(services, headers);
      if (url.pathname === '/openapi.json' && request.method === 'GET') return respond(200, headers, describeApi(services.publicUrl));

      if (isPagePath(url.pathname) && request.method === 'GET') {
        const {type, body} = await servePage(services, await gate.enter(request.headers.get('authorization'), registered), url.pathname, url.searchParams);
        headers.set('content-type', type);
        // A page of its own for whoever follows a link, with one style sheet, pictures of the posts and nothing else.
        headers.set('content-security-policy', "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.set('cache-control', 'no-cache');
        return respond(200, headers, body);
      }

      if (isBelow(url.pathname, filesPath) && allowed.includes(request.method)) return await serveFile(services, request, headers);
      if (isBelow(url.pathname, uploadsPath) && allowed.includes(request.method)) {
        const caller = await gate.enter(request.headers.get('authorization'), registered);
        return await handleUpload(services, caller, request, headers, () => countAct(caller));
      }
      const name = routes.get(`${request.method} ${url.pathname}`);
      if (!name) {
        headers.set('allow', allowed.join(', '));
        throw new Refusal('method-not-allowed', `This address answers to ${allowed.join(' and ')} only.`);
      }
      const answer = await answerTo(name, request, url, registered);
      if ('json' in answer) return respond(200, headers, answer.json);
      const {body, ...ready} = await recall.present(answer.shared, askedOf(request), registered === undefined ? null : origin);
      return new Response(body, ready);
    } catch (error) {
      return refuse(error, newId(services.now()), headers);
    }
  };
  return {route, recall: (url, asked) => recall.answer(url, asked)};

  async function answerTo(name: EndpointName, request: Request, url: URL, registered: string | undefined): Promise<Answer> {
    if (name === 'session.create') {
      readNoQuery(url);
      return handleSession(services, validate(schemas[name].input, await readBody(request)));
    }
    const caller = await gate.enter(request.headers.get('authorization'), registered);
    return recordOverreach(services, caller, () => answerFor(caller, name, request, url));
  }

  async function answerFor(caller: Caller, name: Exclude<EndpointName, 'session.create'>, request: Request, url: URL): Promise<Answer> {
    if (endpoints[name].method === 'GET') {
      const input = validate(schemas[name].input, readQuery(url.searchParams));
      const answer = await handlers[name]({caller, key: '', input});
      recall.note(request.url, {name, input}, answer);
      return answer;
    }
    readNoQuery(url);
    const key = isAct(name) ? readKey(request) : '';
    const input = validate(schemas[name].input, await readBody(request));
    countAct(caller);
    const answer = await handlers[name]({caller, key, input});
    await services.onStep('before-answer', key);
    return answer;
  }

  function countAct({organisation, standing}: Caller): void {
    if (standing) options.rateLimiter?.take(`${organisation.id} ${standing.person.id}`);
  }

  function refuse(error: unknown, requestId: string, headers: Headers): Response {
    const refusal = toRefusal(error);
    if (refusal.status >= 500) options.onFault(error, requestId);
    const {retryAfter, headers: extra = {}} = refusal.facts;
    for (const [name, value] of Object.entries(extra)) headers.set(name, value);
    if (retryAfter !== undefined) headers.set('retry-after', String(retryAfter));
    if (refusal.status === 401) headers.set('www-authenticate', 'Bearer');
    headers.set('content-type', 'application/problem+json; charset=utf-8');
    return new Response(JSON.stringify(toProblem(refusal, requestId)), {status: refusal.status, headers});
  }
}

const isPagePath = (path: string): path is PagePath => (pagePaths as readonly string[]).includes(path);
const isBelow = (pathname: string, path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);

/** The methods of addresses that are made at run time: of uploads and of files. */
function methodsBelow(pathname: string): string[] | undefined {
  if (pathname === uploadsPath) return ['POST'];
  if (isBelow(pathname, uploadsPath)) return ['HEAD', 'PATCH', 'DELETE'];
  return pathname.startsWith(`${filesPath}/`) ? ['GET', 'HEAD'] : undefined;
}

function readNoQuery(url: URL): void {
  const [name] = url.searchParams.keys();
  if (name !== undefined) throw new Refusal('invalid', `“${name.slice(0, 100)}” is not a parameter of this address.`, {field: `/${name.slice(0, 100)}`});
}

function readKey(request: Request): string {
  const key = request.headers.get('idempotency-key');
  if (key === null) throw new Refusal('idempotency-key-missing', 'An act needs an Idempotency-Key, so that it happens once.');
  // The draft writes the key as a string of structured fields (RFC 9651), with quotes; both ways are read.
  const plain = key.replace(/^"(.*)"$/, '$1');
  if (!isId(plain)) throw new Refusal('invalid', 'The Idempotency-Key must be a UUIDv7 in lower case.');
  return plain;
}

function respond(status: number, headers: Headers, body: string | Uint8Array<ArrayBuffer>): Response {
  if (!headers.has('content-type')) headers.set('content-type', json);
  return new Response(typeof body === 'string' ? toBytes(body) : body, {status, headers});
}

async function health({store: {db}}: Services, headers: Headers): Promise<Response> {
  await db.selectNoFrom(({lit}) => lit(1).as('one')).execute();
  return respond(200, headers, '{"status":"ok"}');
}

interface FeedArrival {
  readonly request: Request;
  readonly url: URL;
  readonly headers: Headers;
  readonly open: OpenStream;
  readonly registered: string | undefined;
}

async function openFeed(
  services: Services, {hub, streams}: RouterOptions, gate: Gate, {request, url, headers, open, registered}: FeedArrival,
): Promise<Response> {
  const {topics, cursor, ...others} = readQuery(url.searchParams);
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new Refusal('invalid', `“${unknown.slice(0, 100)}” is not a parameter of this address.`, {field: `/${unknown.slice(0, 100)}`});
  const caller: Caller = await gate.enter(request.headers.get('authorization'), registered);
  if (hub.size >= streams) throw new Refusal('unavailable', 'Too many pages listen right now.', {retryAfter: 5});
  const leave = gate.countStream(caller);
  headers.set('content-type', 'text/event-stream; charset=utf-8');
  headers.set('x-accel-buffering', 'no');
  try {
    return await subscribe(services, hub, {
      topics, cursor: request.headers.get('last-event-id') ?? cursor, caller, headers,
      callerNow: () => gate.enter(request.headers.get('authorization'), registered).catch((error: unknown) => {
        if (error instanceof Refusal) return undefined;
        throw error;
      }),
      open(streamHeaders) {
        const opened = open(streamHeaders);
        opened.sink.onClose(leave);
        return opened;
      },
    });
  } catch (error) {
    leave();
    headers.delete('x-accel-buffering');
    throw error;
  }
}
