import {samplePosts} from '../sample-posts.ts';
import {artalk} from './artalk.ts';
import {ours} from './ours.ts';
import type {Asked, Peer, PeerName} from './peer.ts';
import {waline} from './waline.ts';

/** A request of a widget that is fed with so many posts. */
export interface Question {
  readonly id: number;
  readonly peer: PeerName;
  readonly asked: Asked;
  readonly count: number;
  /** Posts of a page, where all are to be in one. */
  readonly pageSize: number | undefined;
}

/** The bytes of its answer; `undefined` where no stub knows one. */
export interface Reply {
  readonly id: number;
  readonly bytes: Uint8Array<ArrayBuffer> | undefined;
}

const peers: Record<PeerName, Peer> = {ours, artalk, waline};
const all = samplePosts(1_100);
const encoder = new TextEncoder();

// Away from the page: what a server does is not counted to what shows its answer.
addEventListener('message', ({data: {id, peer, asked: {method, path, query}, count, pageSize}}: MessageEvent<Question>) => {
  const answer = peers[peer].answer({method, path, query}, all.slice(0, count), pageSize);
  const bytes = answer === undefined ? undefined : encoder.encode(JSON.stringify(answer));
  postMessage({id, bytes} satisfies Reply, {transfer: bytes ? [bytes.buffer] : []});
});
