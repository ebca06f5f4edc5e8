import {
  endpoints, feedHeartbeat, feedPath, isAct, type Change, type EndpointName, type FeedEvent, type Input, type Output,
} from '@social-learning/protocol';
import ky, {isHTTPError, isTimeoutError} from 'ky';
import type {Backend, CallOptions} from './backend.ts';
import {fromProblem, SocialLearningError, toSocialLearningError} from './errors.ts';
import {readEventStream} from './event-stream.ts';
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
const openReads: ReadonlySet<EndpointName> = new Set<EndpointName>(['threads.read', 'threads.list', 'posts.list']);

/** Answers to a guest that a person who is signed in may not get. */
const closedCodes = new Set<string>(['unauthenticated', 'forbidden', 'not-found']);

/** Answers after which a new session may help. */
const staleCodes = new Set<string>(['unauthenticated', 'token-expired', 'token-invalid']);

/** A backend over HTTP: our own server, or any other that keeps the contract. Reads are retried, acts never are. */
export function httpBackend(options: HttpBackendOptions): Backend {
  const {url, timeout = 15_000, fetch: doFetch = (...input) => fetch(...input), now = () => Date.now()} = options;
  const http = ky.create({
    timeout,
    retry: {limit: 2, methods: ['get'], backoffLimit: 3_000, jitter: true, maxRetryAfter: 5_000},
    credentials: 'omit',
    fetch: async (input, init) => {
      const request = input as Request;
      return (await (request.method === 'GET' && takePrefetched(request.url))) || doFetch(request, init);
    },
  });
  const closed = new Set<string>();

  const request = async <Name extends EndpointName>(
    name: Name, input: Input<Name>, {signal, key}: CallOptions, session: Session | undefined,
  ): Promise<Output<Name>> => {
    const {method, path} = endpoints[name];
    const headers: Record<string, string> = {};
    if (session) headers['authorization'] = `Bearer ${session.accessToken}`;
    if (key && isAct(name)) headers['idempotency-key'] = key;
    try {
      const shared = {headers, ...(signal && {signal})};
      return await (method === 'GET'
        ? http.get(readUrl(url, path, input), shared)
        : http.post(readUrl(url, path, {}), {...shared, json: input})
      ).json<Output<Name>>();
    } catch (error) {
      throw translate(error, signal);
    }
  };

  const sessions = createSessionKeeper(
    options.getToken ?? (() => Promise.resolve(null)),
    token => request('session.create', {token}, {}, undefined),
    now,
  );

  const signedIn = async <Name extends EndpointName>(name: Name, input: Input<Name>, callOptions: CallOptions) => {
    const session = await sessions.get().catch((error: unknown) => {
      throw translate(error, callOptions.signal);
    });
    if (isAct(name)) {
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
      const session = await sessions.get().catch((error: unknown) => {
        throw translate(error, callOptions.signal);
      });
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
    const silence = new AbortController();
    const either = AbortSignal.any([signal, silence.signal]);
    let timer: ReturnType<typeof setTimeout> | undefined;
    const heard = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), feedHeartbeat * 3_000);
    };
    heard();
    try {
      const response = await doFetch(readUrl(url, feedPath, {topics: topics.join(','), cursor: cursors.join(',') || undefined}), {
        headers: session ? {authorization: `Bearer ${session.accessToken}`} : {},
        credentials: 'omit',
        cache: 'no-store',
        signal: either,
      });
      if (response.status === 401 && session) sessions.drop(session);
      // A private space is not told from a missing one: from here on we ask as the person, not as a guest.
      if (!response.ok && !session) closed.add('');
      if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
        const problem = fromProblem(await response.json().catch(() => undefined));
        throw problem ?? new SocialLearningError('invalid-response', `The live feed answered ${response.status}.`);
      }
      await readEventStream(response.body, event => {
        const parsed = toFeedEvent(event.type, event.id, event.data);
        if (parsed) onEvent(parsed);
      }, heard);
    } catch (error) {
      throw translate(error, signal);
    } finally {
      clearTimeout(timer);
    }
  };

  return {supports: new Set(Object.keys(endpoints) as EndpointName[]), call, subscribe};
}

function toFeedEvent(type: string, cursor: string, data: string): FeedEvent | undefined {
  if (type === 'ready' || type === 'reset') return {type, cursor};
  return type === 'change' ? {type, cursor, change: JSON.parse(data) as Change} : undefined;
}

/** What went wrong, whoever threw it. HTML where JSON should be, as captive portals send it, is `invalid-response`. */
function translate(error: unknown, signal: AbortSignal | undefined): SocialLearningError {
  if (signal?.aborted) return new SocialLearningError('aborted', 'The request was given up.', {}, {cause: error});
  if (isHTTPError(error)) {
    const {status, headers} = error.response;
    const problem = fromProblem(error.data);
    if (problem) return problem;
    const retryAfter = Number(headers.get('retry-after')) || undefined;
    if (status === 401) return new SocialLearningError('unauthenticated', 'Nobody is signed in.', {}, {cause: error});
    const code = status === 429 ? 'rate-limited' : status >= 500 ? 'unavailable' : 'invalid-response';
    return new SocialLearningError(code, `The backend answered ${status}.`, {...(retryAfter && {retryAfter})}, {cause: error});
  }
  if (isTimeoutError(error)) return new SocialLearningError('timeout', 'The backend took too long to answer.', {}, {cause: error});
  if (error instanceof SyntaxError) {
    return new SocialLearningError('invalid-response', 'The answer was not of our backend.', {}, {cause: error});
  }
  if (error instanceof TypeError || (error instanceof Error && error.name === 'NetworkError')) {
    return new SocialLearningError('network', 'The backend could not be reached.', {}, {cause: error});
  }
  return toSocialLearningError(error);
}
