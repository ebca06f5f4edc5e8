import ky, {isHTTPError, isTimeoutError} from 'ky';
import {fromProblem, SocialLearningError, toSocialLearningError} from './errors.ts';

/** One request, as far as the transport needs to know it. */
export interface Sending {
  readonly headers: Record<string, string>;
  readonly json?: unknown;
  readonly signal?: AbortSignal;
  /** Milliseconds for one attempt. */
  readonly timeout: number;
  readonly fetch: typeof fetch;
}

/** Sends a request, and reads JSON from the answer. Reads are tried three times, acts once: those the outbox retries. */
export async function send(method: 'GET' | 'POST', address: string, sending: Sending): Promise<unknown> {
  try {
    return await ky(address, {
      ...sending,
      method,
      credentials: 'omit',
      // What was sent as the page was left arrives all the same; browsers take 64 KiB of it in all.
      keepalive: method === 'POST' && JSON.stringify(sending.json ?? null).length < 8_000,
      // All tries together: nobody waits longer without a word.
      totalTimeout: sending.timeout,
      retry: {limit: 2, methods: ['get'], backoffLimit: 3_000, jitter: true, maxRetryAfter: 5_000},
    }).json();
  } catch (error) {
    throw translate(error);
  }
}

/** What went wrong, whoever threw it. HTML where JSON should be, as captive portals send it, is `invalid-response`. */
function translate(error: unknown): SocialLearningError {
  if (isHTTPError(error)) {
    const {status, headers} = error.response;
    const problem = fromProblem(error.data);
    if (problem) return problem;
    const retryAfter = Number(headers.get('retry-after')) || undefined;
    const code = status === 401 ? 'unauthenticated' : status === 429 ? 'rate-limited' : status >= 500 ? 'unavailable' : 'invalid-response';
    return new SocialLearningError(code, `The backend answered ${status}.`, {...(retryAfter && {retryAfter})}, {cause: error});
  }
  if (isTimeoutError(error)) return new SocialLearningError('timeout', 'The backend took too long to answer.', {}, {cause: error});
  if (error instanceof SyntaxError) {
    return new SocialLearningError('invalid-response', 'The answer was not of our backend.', {}, {cause: error});
  }
  return toSocialLearningError(error);
}
