import type {Post} from '@social-learning/sdk';
import {frame, holdIdleTasks, painted, runIdleTasks} from '../idle-tasks.ts';
import {samplePosts} from '../sample-posts.ts';
import type {Question, Reply} from './answers.worker.ts';
import {artalk} from './artalk.ts';
import {Controls} from './controls.ts';
import {ours} from './ours.ts';
import type {Peer, PeerName} from './peer.ts';
import {waline} from './waline.ts';

/** What the page offers to the bench. */
export interface HostPage {
  /** Loads a widget that is fed with so many posts, in its own pages or in one. Settles when its first posts were painted. */
  start(name: PeerName, count: number, inOnePage: boolean): Promise<void>;
  /** Settles when all posts are in the DOM and on screen, as far as they are in sight. */
  finish(): Promise<void>;
  /** Settles when what one can do with the first posts has come, where it comes after them. */
  equip(): Promise<void>;
  /** Does the rest of what was put off to idle time. */
  rest(): Promise<void>;
  /** Shows so many new posts, one a frame; `false` where there is no way to. */
  insert(count: number): Promise<boolean>;
  /** Waits until new posts can come in, and shows where they will. */
  openForNews(): Promise<void>;
  nodesPerPost(): number;
  /** Files that were asked for until the first posts were painted. */
  filesUntilShown(): string[];
  /** What one can press in the second post. */
  controls(): Controls;
  readonly violations: string[];
  /** Requests that no stub knew. */
  readonly unanswered: string[];
}

const peers: Record<PeerName, Peer> = {ours, artalk, waline};

/** Milliseconds until an answer: a server that answers within the same task would change what comes before what. */
const latency = 20;

const main = document.querySelector('main')!;
const all = samplePosts(1_100);
const violations: string[] = [];
const unanswered: string[] = [];
// Under the strict policy, the address of a worker is a sink of Trusted Types.
const trusted = trustedTypes.createPolicy('bench', {createScriptURL: address => address});
const answers = new Worker(trusted.createScriptURL('/answers.js'), {type: 'module'});
let questions = 0;
let name: PeerName;
let peer: Peer;
let controls: Controls | undefined;
let posts: Post[] = [];
let pageSize: number | undefined;

holdIdleTasks();
performance.setResourceTimingBufferSize(10_000);
addEventListener('securitypolicyviolation', ({effectiveDirective, blockedURI}) => violations.push(`${effectiveDirective} ${blockedURI}`));

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const {origin, pathname: path, searchParams: query} = new URL(request.url);
  if (origin === location.origin && /\.(js|css|svg)$/.test(path)) return realFetch(request);
  await new Promise(resolve => setTimeout(resolve, latency));
  const stream = peer.live?.open?.(path);
  if (stream) return stream;
  const bytes = await ask({method: request.method, path, query: query.toString()});
  if (bytes === undefined) unanswered.push(`${request.method} ${request.url}`);
  // Each reads its answer from bytes, as it would from a network.
  return new Response(bytes ?? '{}', {headers: {'content-type': 'application/json'}});
};

function ask(asked: Question['asked']): Promise<Reply['bytes']> {
  const question: Question = {id: ++questions, peer: name, asked, count: posts.length, pageSize};
  answers.postMessage(question);
  return new Promise(resolve => {
    const listen = ({data: {id, bytes}}: MessageEvent<Reply>) => {
      if (id !== question.id) return;
      answers.removeEventListener('message', listen);
      resolve(bytes);
    };
    answers.addEventListener('message', listen);
  });
}

const page: HostPage = {
  async start(which, count, inOnePage) {
    name = which;
    peer = peers[name];
    posts = all.slice(0, count);
    if (inOnePage) main.dataset['pageSize'] = String(pageSize = count);
    peer.place(main);
    if (peer.styles) document.head.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: peer.styles}));
    // Not by an element: its address would be a sink of Trusted Types, and the violation ours.
    await import(peer.script);
    while (peer.shown().length === 0) await frame();
    // The task after this frame is the first in which they are on screen.
    setTimeout(() => performance.mark('shown'));
    await painted();
  },
  async finish() {
    const isEnough = () => peer.shown().length >= posts.length;
    while (!isEnough()) await runIdleTasks(isEnough);
    await painted();
  },
  async equip() {
    const isEnough = () => peer.equipped?.() ?? true;
    while (!isEnough()) await runIdleTasks(isEnough);
    await painted();
  },
  rest: () => runIdleTasks(),
  async openForNews() {
    while (peer.live && !peer.live.ready()) await runIdleTasks();
    scrollTo(0, peer.live?.at === 'end' ? document.documentElement.scrollHeight : 0);
    await painted();
  },
  async insert(count) {
    if (!peer.live) return false;
    const before = peer.shown().length;
    for (const post of all.slice(posts.length, posts.length + count)) {
      peer.live.insert(post);
      await frame();
    }
    while (peer.shown().length < before + count) await frame();
    await painted();
    return true;
  },
  nodesPerPost() {
    const shown = peer.shown();
    return shown.reduce((sum, post) => sum + countNodes(post), 0) / shown.length;
  },
  filesUntilShown() {
    const shown = performance.getEntriesByName('shown')[0]!.startTime;
    return performance.getEntriesByType('resource').filter(({startTime}) => startTime <= shown).map(({name}) => new URL(name).pathname);
  },
  controls: () => (controls ??= new Controls(peer.shown()[1]!, peer.words)),
  violations,
  unanswered,
};
Object.assign(globalThis, {hostPage: page});

declare global {
  var trustedTypes: {createPolicy(name: string, rules: {createScriptURL(address: string): string}): {createScriptURL(address: string): string}};
}

function countNodes(root: Element): number {
  const walker = document.createTreeWalker(root);
  let count = 1;
  while (walker.nextNode()) count++;
  return count;
}
