import type {Input, Output, Space, ThreadKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import type {CachedPage} from '../http/page-cache.ts';
import {notFound} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import {pageLength} from '../posts/page.ts';
import {readPosts, wishKey} from '../posts/ordered-page.ts';
import type {Services} from '../services.ts';
import {readableSpace} from '../spaces/policy.ts';
import {readNewestFirst} from '../store/newest-first.ts';
import {isUnopened, threadColumns, toThread, type ThreadRow} from './rows.ts';

type Limited<Wish> = Omit<Wish, 'limit'> & {readonly limit?: number | undefined};

/** A page with the space that decides who may keep it. */
export interface SharedPage {
  readonly page: CachedPage;
  readonly space: Space;
}

/** The thread of a subject, with a page of its posts and the cursor that a feed resumes from. */
export async function readThread(services: Services, caller: Caller, input: Limited<Input<'threads.read'>>): Promise<SharedPage> {
  const {store: {db}, topics, pages, cursors, epoch} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  const hash = subjectHash(input.subject);
  const topic = topics.of(organisation, space.id, hash);
  const {from, around, order, limit} = input;
  const wish = {from, around, order, limit};

  const query = JSON.stringify(['thread', wishKey(wish)]);
  const page = await pages.get(topic, organisation, query, async (): Promise<Output<'threads.read'>> => {
    // First, so that what changes while the rest is read comes by the feed.
    const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
    const {rows: [found]} = await sql<ThreadRow>`
      select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
      where s.organisation = ${organisation} and s.space = ${space.id} and s.hash = ${hash}`.execute(db);
    const row = found && !isUnopened(found) ? found : undefined;
    if (!row && around !== undefined) throw notFound();
    const posts = row
      ? await readPosts(db, cursors, organisation, row, wish)
      : {items: [], before: null, after: null};
    return {space, thread: row ? toThread(row) : null, posts, topic, cursor};
  });
  return {page, space};
}

/** The threads of a space, the last active first. Those of which nothing is left are passed over. */
export async function listThreads(services: Services, caller: Caller, input: Limited<Input<'threads.list'>>): Promise<Output<'threads.list'>> {
  const {store: {db}, cursors} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  const {kind, cursor, limit} = input;
  const length = pageLength(limit);
  const scope = `threads:${organisation}:${space.id}:${kind ?? ''}`;

  return readNewestFirst<ThreadRow, Output<'threads.list'>['items'][number]>({
    cursors, scope, cursor, length, at: sql`t.last_activity_at`, id: sql`t.id`,
    read: async (beyond, order, amount) => (await sql<ThreadRow>`
      select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
      where t.organisation = ${organisation} and t.space = ${space.id} and t.posts > 0
        and ${kind === undefined ? sql`true` : sql`t.kind = ${kind satisfies ThreadKind}`} and ${beyond}
      order by ${order} limit ${amount}`.execute(db)).rows,
    placeOf: ({lastActivityAt, id}) => ({at: lastActivityAt, id}),
    show: row => toThread(row),
  });
}
