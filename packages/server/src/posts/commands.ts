import type {Condition, Input, Post, Space, Thread} from '@social-learning/protocol';
import {sql} from 'kysely';
import {parseContent} from '../content/parse.ts';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {lockPost, readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {toThread, type ThreadRow} from '../threads/rows.ts';
import {ancestorPositions} from './position.ts';
import {toPost, type PostRow} from './rows.ts';

/** A post under its thread's lock, with what is true of it for this caller. */
export interface Grip {
  readonly space: Space;
  readonly thread: ThreadRow;
  readonly post: PostRow;
  readonly facts: ReadonlySet<Condition>;
}

/** Takes hold of a post to change it. Throws where the caller may not read it, and where it was removed. */
export async function grip({now}: Services, trx: Trx, caller: Caller, id: string): Promise<Grip> {
  const {organisation: {id: organisation, editWindow}} = caller;
  const found = await lockPost(trx, organisation, id);
  const space = readableSpaceById(caller, found?.thread.space);
  const {thread, post} = found!;
  const {person} = signedIn(caller);
  if (post.state !== 'visible') throw gone();

  const facts = spaceFacts(caller, space);
  if (thread.state === 'open') facts.add('open');
  if (post.author === person.id) facts.add('own');
  if (editWindow === null || now() - post.createdAt.getTime() < editWindow * 1_000) facts.add('editable');
  if (thread.question !== null) {
    const question = thread.question === post.id ? post : await readPostRow(trx, organisation, thread.question);
    if (question?.author === person.id) facts.add('asker');
  }
  return {space, thread, post, facts};
}

/** The post as it is now, after it was changed. */
export async function postNow(trx: Trx, {post: {organisation, id}}: Grip): Promise<Post> {
  return toPost((await readPostRow(trx, organisation, id))!);
}

export async function threadNow(trx: Trx, {thread: {organisation, id}}: Grip): Promise<Thread> {
  return toThread((await readThreadRow(trx, organisation, id))!);
}

/** A line for the log on a post. */
export async function lineOn(
  {topics, now}: Services, caller: Caller, {space, thread, post}: Grip, verb: Activity['verb'], touched: readonly string[] = [],
): Promise<Activity> {
  const organisation = caller.organisation.id;
  return {
    organisation, verb, actor: signedIn(caller).person.id, space: space.id, topic: topics.of(organisation, space.id, thread.hash),
    thread: thread.id, post: post.id, touched, at: new Date(now()).toISOString(),
  };
}

export async function editPost(
  services: Services, caller: Caller, {post: id, revision, source}: Input<'posts.edit'>, trx: Trx,
): Promise<Deed<'posts.edit'>> {
  const held = await grip(services, trx, caller, id);
  demand('post.edit', caller, held.space, held.facts);
  if (held.post.revision !== revision) {
    throw new Refusal('revision-conflict', 'This post was edited in the meantime. Look at it again.', {revision: held.post.revision});
  }
  await sql`
    update post set source = ${source}, content = ${JSON.stringify(parseContent(source))}::jsonb, edited_at = ${new Date(services.now())},
      revision = revision + 1, version = version + 1
    where organisation = ${held.post.organisation} and id = ${id}`.execute(trx);
  return {answer: {post: await postNow(trx, held)}, activities: [await lineOn(services, caller, held, 'edited')], post: id};
}

/**
 * Removes a post. With replies it keeps its place; without, it leaves, and so does every removed post above that held its
 * place only for it.
 */
export async function removePost(
  services: Services, caller: Caller, {post: id}: Input<'posts.remove'>, trx: Trx,
): Promise<Deed<'posts.remove'>> {
  const held = await grip(services, trx, caller, id);
  demand('post.remove', caller, held.space, held.facts);
  const {post, thread} = held;
  const {organisation} = post;
  await sql`
    update post set state = 'removed', content = null, source = null, accepted = false, reactions = '{}', version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  await sql`delete from reaction where organisation = ${organisation} and post = ${id}`.execute(trx);
  await sql`
    update thread set posts = posts - 1, accepted = accepted - ${post.accepted ? 1 : 0}::integer, version = version + 1
    where organisation = ${organisation} and id = ${thread.id}`.execute(trx);
  // Kept answers show what the post said.
  await sql`update intent set answer = null where organisation = ${organisation} and post = ${id}`.execute(trx);
  const touched = post.replies === 0 ? await leave(trx, post) : [];
  return {answer: {post: await postNow(trx, held)}, activities: [await lineOn(services, caller, held, 'removed', touched)], post: null};
}

/** Takes one reply from the post above, and goes on upwards while that leaves a removed post without any. */
async function leave(trx: Trx, {organisation, thread, position}: PostRow): Promise<string[]> {
  const {rows: above} = await sql<{id: string; state: string; replies: number}>`
    select id, state, replies from post
    where organisation = ${organisation} and thread = ${thread} and position = any (${ancestorPositions(position)}::text[])
    order by depth desc`.execute(trx);
  const touched: string[] = [];
  for (const {id, state, replies} of above) {
    touched.push(id);
    if (state === 'visible' || replies > 1) break;
  }
  await sql`
    update post set replies = replies - 1, version = version + 1
    where organisation = ${organisation} and id = any (${touched}::uuid[])`.execute(trx);
  return touched;
}

export async function acceptAnswer(
  services: Services, caller: Caller, {post: id, on}: Input<'posts.accept'>, trx: Trx,
): Promise<Deed<'posts.accept'>> {
  const held = await grip(services, trx, caller, id);
  demand('post.accept', caller, held.space, held.facts);
  const {post, thread} = held;
  if (thread.kind !== 'question' || post.parent !== null || post.id === thread.question) {
    throw new Refusal('invalid', 'Only an answer to a question can be accepted.', {field: '/post'});
  }
  const changes = post.accepted !== on;
  if (changes) {
    await sql`
      update post set accepted = ${on}, version = version + 1 where organisation = ${post.organisation} and id = ${id}`.execute(trx);
    await sql`
      update thread set accepted = accepted + ${on ? 1 : -1}::integer, version = version + 1
      where organisation = ${post.organisation} and id = ${thread.id}`.execute(trx);
  }
  return {
    answer: {post: await postNow(trx, held), thread: await threadNow(trx, held)},
    activities: changes ? [await lineOn(services, caller, held, on ? 'accepted' : 'undid')] : [],
    post: id,
  };
}

const gone = () => new Refusal('gone', 'This post was removed.');
