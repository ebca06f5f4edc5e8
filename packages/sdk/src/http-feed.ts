import {feedHeartbeat, type Change, type FeedEvent, type Presence} from '@social-learning/protocol';
import {fromProblem, SocialLearningError, toSocialLearningError} from './errors.ts';
import {readEventStream} from './event-stream.ts';

/**
 * Reads the live feed over HTTP until it ends, or until nothing was heard of it for three heartbeats.
 *
 * @param onRefused Called when the backend did not let this session, or this guest, in.
 */
export async function readFeed(
  address: string, accessToken: string | undefined, doFetch: typeof fetch, onEvent: (event: FeedEvent) => void, signal: AbortSignal,
  onRefused: () => void,
): Promise<void> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), feedHeartbeat * 3_000);
  };
  heard();
  try {
    const response = await doFetch(address, {
      headers: accessToken ? {authorization: `Bearer ${accessToken}`} : {},
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (response.status === 401 || response.status === 403 || response.status === 404) onRefused();
    if (!response.ok || !response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) {
      const problem = fromProblem(await response.json().catch(() => undefined));
      throw problem ?? new SocialLearningError('invalid-response', `The live feed answered ${response.status}.`);
    }
    await readEventStream(response.body, ({type, id, data}) => {
      const event = toFeedEvent(type, id, data);
      if (event) onEvent(event);
    }, heard);
  } catch (error) {
    throw toSocialLearningError(error);
  } finally {
    clearTimeout(timer);
  }
}

function toFeedEvent(type: string, cursor: string, data: string): FeedEvent | undefined {
  if (type === 'ready' || type === 'reset') return {type, cursor};
  if (type === 'presence') return {type, ...(JSON.parse(data) as {topic: string; presence: Presence})};
  return type === 'change' ? {type, cursor, change: JSON.parse(data) as Change} : undefined;
}
