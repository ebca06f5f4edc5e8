import {limits, type Output} from '@social-learning/protocol';
import {addressLifetime} from '../files/signed-address.ts';
import {Refusal} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {toText} from '../internal/encoding.ts';
import type {Services} from '../services.ts';
import {readThread} from '../threads/queries.ts';
import {pageStyles, renderThreadPage, type ShownThread} from './thread-page.ts';
import {renderThreadFeed} from './thread-feed.ts';

/** Where the pages are that need no script. */
export const pagePaths = ['/thread', '/thread.atom', '/thread.css'] as const;
export type PagePath = (typeof pagePaths)[number];

export interface ServedPage {
  readonly type: string;
  readonly body: string;
}

/** A page for everybody who may read a thread without signing in. Throws `not-found` for any other. */
export async function servePage(services: Services, caller: Caller, path: PagePath, query: URLSearchParams): Promise<ServedPage> {
  if (path === '/thread.css') return {type: 'text/css; charset=utf-8', body: pageStyles};
  const shown = await readShown(services, {...caller, standing: undefined}, query, path === '/thread.atom' ? 'end' : 'start');
  return path === '/thread'
    ? {type: 'text/html; charset=utf-8', body: renderThreadPage(shown)}
    : {type: 'application/atom+xml; charset=utf-8', body: renderThreadFeed(shown)};
}

async function readShown(services: Services, caller: Caller, query: URLSearchParams, from: 'start' | 'end'): Promise<ShownThread> {
  const subject = query.get('subject') ?? '';
  const space = query.get('space') ?? undefined;
  const around = query.get('around') ?? undefined;
  if (subject === '' || subject.length > limits.subjectKey) throw new Refusal('invalid', 'Name a subject.', {field: '/subject'});
  const {page} = await readThread(services, caller, {subject, ...(space !== undefined && {space}), ...(around === undefined ? {from} : {around}), limit: limits.page});
  const answer = JSON.parse(toText(page.bytes)) as Output<'threads.read'>;
  if (!answer.thread) throw new Refusal('not-found', 'Nobody has said anything here yet.');
  const address = (path: PagePath, more: Record<string, string> = {}) =>
    `${services.publicUrl}${path}?${new URLSearchParams({subject, ...(space !== undefined && {space}), ...more})}`;
  const {posts: {items, before, after}} = answer;
  return {
    answer, organisation: caller.organisation.name,
    address: address('/thread', around === undefined ? {} : {around}), feed: address('/thread.atom'),
    // Half of a page around its last post is the next one, so that no reader needs a cursor that ends.
    earlier: before === null ? undefined : address('/thread', {around: items[0]!.id}),
    later: after === null ? undefined : address('/thread', {around: items.at(-1)!.id}),
    // Whether the picture may be seen is looked at when it is asked for.
    pictureAddress: services.files && (file => services.fileAddresses.sign({
      organisation: caller.organisation.id, file, person: null, expires: services.now() + addressLifetime,
    })),
  };
}
