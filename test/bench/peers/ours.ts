import {pageOf, sampleMe, sampleSpace, sampleThread} from '../sample-thread.ts';
import type {Asked, Peer} from './peer.ts';

const encoder = new TextEncoder();
let feed: ReadableStreamDefaultController<Uint8Array> | undefined;

/** The files for a script tag, as anybody loads them, for somebody who is signed in. */
export const ours: Peer = {
  script: '/sl.js',
  place(main) {
    const element = document.createElement('sl-thread');
    element.setAttribute('subject', 'bench');
    main.append(element);
  },
  answer({method, path, query: search}: Asked, posts, pageSize) {
    const query = new URLSearchParams(search);
    switch (`${method} ${path}`) {
      case 'POST /token': return {token: 'of the host'};
      case 'POST /v1/session': return {accessToken: 'of the backend', expiresAt: new Date(Date.now() + 3_600_000).toISOString(), me: sampleMe()};
      case 'GET /v1/me': return sampleMe();
      case 'GET /v1/mine': return {reactions: []};
      case 'GET /v1/guidelines': return {space: sampleSpace, guidelines: null, accepted: null, topic: 'guidelines', cursor: '0'};
      case 'GET /v1/thread': return {space: sampleSpace, thread: sampleThread(posts), posts: pageOf(posts, 0, pageSize ?? Number(query.get('limit'))), topic: 'bench', cursor: '0'};
      case 'GET /v1/posts': return pageOf(posts, Number(query.get('cursor')), Number(query.get('limit')));
      case 'POST /v1/presence': return {readers: 1, writing: []};
      // The second post is the one whose controls are pressed.
      case 'POST /v1/reactions': return {post: {...posts[1]!, reactions: {thanks: (posts[1]!.reactions.thanks ?? 0) + 1}}};
      default: return undefined;
    }
  },
  shown: () => [...document.querySelector('sl-thread')?.shadowRoot?.querySelectorAll('.post') ?? []],
  equipped: () => ours.shown()[1]?.querySelector('.foot button') !== null,
  words: '.body',
  live: {
    at: 'end',
    open: path => (path === '/v1/feed' ? openFeed() : undefined),
    ready: () => feed !== undefined,
    insert: post => tell(`id: ${post.position}\nevent: change\ndata: ${JSON.stringify({topic: 'bench', verb: 'posted', post})}\n\n`),
  },
};

function openFeed(): Response {
  const body = new ReadableStream<Uint8Array>({start: controller => void (feed = controller)});
  tell('id: 0\nevent: ready\ndata: {}\n\n');
  return new Response(body, {headers: {'content-type': 'text/event-stream'}});
}

function tell(text: string): void {
  feed!.enqueue(encoder.encode(text));
}
