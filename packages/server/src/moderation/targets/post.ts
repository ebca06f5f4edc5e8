import type {DecisionAction, Post, Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../../http/refusal.ts';
import type {Caller} from '../../identity/caller.ts';
import type {Activity} from '../../log/append.ts';
import {erase, lineOn} from '../../posts/commands.ts';
import {mentionsIn} from '../../posts/mentions.ts';
import {postColumns, postTables, toPost, type PostRow} from '../../posts/rows.ts';
import {putUp, seesInside, takeDown} from '../../posts/standing.ts';
import type {Services} from '../../services.ts';
import {readableSpaceById} from '../../spaces/policy.ts';
import type {Trx} from '../../store/transaction.ts';
import {lockPost, readThreadRow} from '../../threads/read-rows.ts';
import {isUnopened, threadColumns, toThread, type ThreadRow} from '../../threads/rows.ts';
import type {TargetKind} from './target.ts';

const actionsIn: Readonly<Record<Post['state'], readonly DecisionAction[]>> = {
  pending: ['approve', 'hide', 'remove'],
  visible: ['hide', 'remove', 'dismiss'],
  hidden: ['restore', 'remove', 'dismiss'],
  removed: ['dismiss'],
};

export const postTarget: TargetKind = {
  async hold(services, trx, caller, id) {
    const found = await lockPost(trx, caller.organisation.id, id);
    const space = readableSpaceById(caller, found?.thread.space);
    const {thread, post} = found!;
    if (!post.published && !seesInside(caller, space, post)) throw notFound();
    return {
      space, about: post.author, actions: actionsIn[post.state],
      carryOut: action => (action === 'dismiss' ? Promise.resolve([]) : change(services, trx, caller, {space, thread, post}, action)),
    };
  },
  async describe(db, organisation, ids) {
    const {rows: posts} = await sql<PostRow>`
      select ${postColumns} from ${postTables} where p.organisation = ${organisation} and p.id = any (${ids}::uuid[])`.execute(db);
    const [{rows: parents}, {rows: threads}] = await Promise.all([
      sql<PostRow>`
        select ${postColumns} from ${postTables}
        where p.organisation = ${organisation} and p.id = any (${posts.flatMap(({parent}) => parent ?? [])}::uuid[])`.execute(db),
      sql<ThreadRow>`
        select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
        where t.organisation = ${organisation} and t.id = any (${posts.map(({thread}) => thread)}::uuid[])`.execute(db),
    ]);
    return new Map(posts.map(row => {
      const parent = parents.find(({id}) => id === row.parent);
      const thread = threads.find(({id}) => id === row.thread);
      return [row.id, {
        post: toPost(row, 'inside'),
        ...(parent && {parent: toPost(parent, 'inside')}),
        ...(thread && {thread: toThread(thread, 'inside')}),
      }];
    }));
  },
};

interface Held {
  readonly space: Parameters<typeof lineOn>[2]['space'];
  readonly thread: ThreadRow;
  readonly post: PostRow;
}

async function change(services: Services, trx: Trx, caller: Caller, held: Held, action: DecisionAction): Promise<Activity[]> {
  const {post} = held;
  switch (action) {
    case 'hide': {
      const touched = post.state === 'visible' ? await takeDown(trx, held) : [];
      await become(trx, post, 'hidden');
      return [await lineOn(services, caller, held, 'hid', touched)];
    }
    case 'restore': {
      // One that was hidden before anybody saw it is published by this, like one that waited.
      if (!post.published) return [await publish(services, trx, caller, held)];
      await become(trx, post, 'visible');
      return [await lineOn(services, caller, held, 'restored', await putUp(trx, held))];
    }
    case 'approve':
      return [await publish(services, trx, caller, held)];
    case 'remove':
      return [await lineOn(services, caller, held, 'removed', await erase(trx, held, services.now()))];
    default:
      throw new Refusal('invalid', 'This cannot be decided about a post.', {field: '/action'});
  }
}

async function become(trx: Trx, {organisation, id}: PostRow, state: 'visible' | 'hidden'): Promise<void> {
  await sql`
    update post set state = ${state}, published = published or ${state === 'visible'}, version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
}

/** Shows a post that waited. The log says now what its author did, so that whatever follows from it follows now. */
async function publish(services: Services, trx: Trx, caller: Caller, held: Held): Promise<Activity> {
  const {post, thread} = held;
  const asks = thread.kind === 'question' && thread.question === null && post.parent === null;
  const begins = asks || isUnopened(thread);
  await become(trx, post, 'visible');
  const touched = await putUp(trx, held);
  await sql`
    update thread set last_activity_at = ${new Date(services.now())}, question = case when ${asks} then ${post.id}::uuid else question end,
      opener = case when ${begins} then ${post.id}::uuid else opener end,
      title = case when ${begins} then coalesce(${post.title}, title) else title end
    where organisation = ${post.organisation} and id = ${thread.id}`.execute(trx);
  const now = (await readThreadRow(trx, post.organisation, thread.id))!;
  const verb: Verb = post.published ? 'restored' : asks ? 'asked' : post.parent === null ? 'posted' : 'replied';
  return {
    ...await lineOn(services, caller, {...held, thread: now}, verb, touched, post.published ? undefined : post.author),
    ...(!post.published && post.content && {people: mentionsIn(post.content)}),
  };
}
