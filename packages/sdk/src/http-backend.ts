import {feedPath, readingRoutes, uploadsPath, type EndpointName, type Input, type Output} from '@social-learning/protocol';
import type {Backend, CallOptions, UploadTarget} from './backend.ts';
import {fromProblem, SocialLearningError, toSocialLearningError} from './errors.ts';
import {readUrl, takePrefetched} from './prefetch.ts';
import {createSessionKeeper, type Session} from './session.ts';

/** How to reach a backend that speaks the contract over HTTP. */
export interface HttpBackendOptions {
  /** Its origin, with a path if it has one. */
  readonly url: string;
  /** Asks the page for a host token; `null` when nobody is signed in. Without it everybody is a guest. */
  readonly getToken?: () => Promise<string | null>;
  /** Milliseconds that one attempt may take. Default 15,000. */
  readonly timeout?: number;
  readonly fetch?: typeof fetch;
  readonly now?: () => number;
}

/** Reads whose answer is the same for everybody who may see it, so that they are asked for without a token first. */
const openReads: ReadonlySet<EndpointName> = new Set<EndpointName>(['threads.read', 'threads.list', 'posts.list', 'kudos.list', 'content.list']);

/** What more than reading takes. Kept, since a page that is left waits for no import, not even of what is there. */
let further: typeof import('./all-routes.ts') | undefined;
let transport: typeof import('./http-transport.ts') | undefined;

/** Where an endpoint is. What only reads a conversation finds it here; all others come when the first of them is asked for. */
const routeOf = async (name: EndpointName): Promise<string> =>
  (readingRoutes as Partial<Record<EndpointName, string>>)[name] ?? (further ??= await import('./all-routes.ts')).routes[name];

/** Answers to a guest that a person who is signed in may not get. */
const closedCodes = new Set<string>(['unauthenticated', 'forbidden', 'not-found']);

/** Answers after which a new session may help. */
const staleCodes = new Set<string>(['unauthenticated', 'token-expired', 'token-invalid']);

/** A backend over HTTP: our own server, or any other that keeps the contract. Reads are retried, acts never are. */
export function httpBackend(options: HttpBackendOptions): Backend {
  const {url, timeout = 15_000, fetch: doFetch = (...input) => fetch(...input), now = () => Date.now()} = options;
  const closed = new Set<string>();

  const request = async <Name extends EndpointName>(
    name: Name, input: Input<Name>, {signal, key}: CallOptions, session: Session | undefined,
  ): Promise<Output<Name>> => {
    const [method, path] = (await routeOf(name)).split(' ') as ['GET' | 'POST', string];
    const headers: Record<string, string> = {};
    if (session) headers['authorization'] = `Bearer ${session.accessToken}`;
    if (key) headers['idempotency-key'] = key;
    try {
      const address = readUrl(url, path, method === 'GET' ? input : {});
      if (method === 'GET' || name === 'session.create') {
        const answer = await firstTry(method, address, headers, input, signal);
        if (answer) return answer as Output<Name>;
      }
      transport ??= await import('./http-transport.ts');
      return (await transport.send(method, address, {headers, timeout, fetch: doFetch, ...(method === 'POST' && {json: input}), ...(signal && {signal})})) as Output<Name>;
    } catch (error) {
      throw signal?.aborted ? new SocialLearningError('aborted', 'The request was given up.', {}, {cause: error}) : toSocialLearningError(error);
    }
  };

  /**
   * The first try of a read, or of signing in, as plain as it can be: a page that is read and nothing more does without the
   * rest of the transport. `undefined` where that is needed, because something went wrong.
   */
  const firstTry = async (method: 'GET' | 'POST', address: string, headers: Record<string, string>, input: unknown, signal?: AbortSignal): Promise<unknown> => {
    const late = AbortSignal.timeout(Math.min(timeout, 10_000));
    const init: RequestInit = {headers, credentials: 'omit', signal: signal ? AbortSignal.any([signal, late]) : late};
    if (method === 'POST') Object.assign(init, {method, headers: {...headers, 'content-type': 'application/json'}, body: JSON.stringify(input)});
    const answer = takePrefetched(address) ?? doFetch(address, init);
    const response = await answer.catch((error: unknown) => {
      // It may have arrived, and a token is exchanged once: the next try asks for another.
      if (method === 'POST' && error instanceof TypeError) throw error;
    });
    if (!response?.ok) {
      const problem = response && fromProblem(await response.json().catch(() => undefined));
      if (problem && response.status < 500 && response.status !== 429) throw problem;
      return undefined;
    }
    return response.json().catch(() => undefined);
  };

  const sessions = createSessionKeeper(
    options.getToken ?? (() => Promise.resolve(null)),
    token => request('session.create', {token}, {}, undefined),
    now,
  );

  const signedIn = async <Name extends EndpointName>(name: Name, input: Input<Name>, callOptions: CallOptions) => {
    const session = await sessions.get();
    // Only acts have a key.
    if (callOptions.key) {
      if (!session) throw new SocialLearningError('unauthenticated', 'Nobody is signed in.');
      if (callOptions.person && session.me.person?.id !== callOptions.person) {
        throw new SocialLearningError('person-changed', 'Somebody else is signed in now.');
      }
    }
    try {
      return await request(name, input, callOptions, session);
    } catch (error) {
      // Once: a backend that refuses a fresh session refuses the person.
      if (!session || !staleCodes.has(toSocialLearningError(error).code)) throw error;
      sessions.drop(session);
      const renewed = await sessions.get();
      if (renewed?.me.person?.id !== session.me.person?.id) {
        throw new SocialLearningError('person-changed', 'Somebody else is signed in now.', {}, {cause: error});
      }
      return request(name, input, callOptions, renewed);
    }
  };

  const call: Backend['call'] = async (name, input, callOptions = {}) => {
    if (name === 'me.read' && options.getToken) {
      if (callOptions.fresh) sessions.drop(sessions.current);
      const session = await sessions.get();
      if (session) return session.me as Output<typeof name>;
    }
    const place = JSON.stringify((input as {space?: string}).space ?? (input as {thread?: string}).thread ?? null);
    if (!openReads.has(name) || closed.has(place)) return signedIn(name, input, callOptions);
    try {
      return await request(name, input, callOptions, undefined);
    } catch (error) {
      if (!options.getToken || !closedCodes.has(toSocialLearningError(error).code)) throw error;
      const answer = await signedIn(name, input, callOptions);
      closed.add(place);
      return answer;
    }
  };

  const subscribe: Backend['subscribe'] = async (topics, cursors, onEvent, signal) => {
    const session = sessions.current ?? (closed.size > 0 ? await sessions.get() : undefined);
    const address = readUrl(url, feedPath, {topics: topics.join(','), cursor: cursors.join(',') || undefined});
    const {readFeed} = await import('./http-feed.ts');
    await readFeed(address, session?.accessToken, doFetch, onEvent, signal, () => {
      if (session) sessions.drop(session);
      // A private space is not told from a missing one: from here on we ask as the person, not as a guest.
      else closed.add('');
    });
  };

  const uploads: UploadTarget = {
    url: `${url.replace(/\/$/, '')}${uploadsPath}`,
    async send(address, init, fresh) {
      if (fresh) sessions.drop(sessions.current);
      const session = await sessions.get();
      const headers = new Headers(init.headers);
      if (session) headers.set('authorization', `Bearer ${session.accessToken}`);
      return doFetch(address, {...init, headers, credentials: 'omit'});
    },
  };

  return {supports: {has: () => true}, call, subscribe, uploads};
}
