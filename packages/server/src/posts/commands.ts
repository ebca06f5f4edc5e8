import {limits, type Condition, type Input, type Post, type Space, type Thread} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Activity} from '../log/append.ts';
import {mustWait} from '../moderation/admission.ts';
import {caseLine, holdCase, openCase, recordRuling, touchCase, type Matter} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {lockPost, readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {toThread, type ThreadRow} from '../threads/rows.ts';
import {mentionsIn, settleMentions} from './mentions.ts';
import {parseSource} from './parse-source.ts';
import {attachPictures, detachPictures, picturesIn, settlePictures} from './pictures.ts';
import {toPost, type PostRow} from './rows.ts';
import {seesInside, takeDown} from './standing.ts';

/** A post under its thread's lock, with what is true of it for this caller. */
export interface Grip {
  readonly space: Space;
  readonly thread: ThreadRow;
  readonly post: PostRow;
  readonly facts: ReadonlySet<Condition>;
}

/**
 * Takes hold of a post to change it. Throws where the caller may not read it, and where it is in none of the states.
 *
 * @param states What is not visible is there for its author and for moderators alone.
 */
export async function grip(
  {now}: Pick<Services, 'now'>, trx: Trx, caller: Caller, id: string, states: readonly Post['state'][] = ['visible'],
): Promise<Grip> {
  const {organisation: {id: organisation, editWindow}} = caller;
  const found = await lockPost(trx, organisation, id);
  const space = readableSpaceById(caller, found?.thread.space);
  const {thread, post} = found!;
  const {person} = signedIn(caller);
  const inside = seesInside(caller, space, post);
  if (!post.published && !inside) throw notFound();
  if (!states.includes(post.state) || (post.state !== 'visible' && !inside)) throw gone();

  const facts = spaceFacts(caller, space);
  if (thread.state === 'open') facts.add('open');
  facts.add(post.author === person.id ? 'own' : 'others');
  if (editWindow === null || now() - post.createdAt.getTime() < editWindow * 1_000) facts.add('editable');
  if (thread.question !== null) {
    const question = thread.question === post.id ? post : await readPostRow(trx, organisation, thread.question);
    if (question?.author === person.id) facts.add('asker');
  }
  return {space, thread, post, facts};
}

/** The post as it is now, after it was changed, for somebody who may change it. */
export async function postNow(trx: Trx, {post: {organisation, id}}: Pick<Grip, 'post'>): Promise<Post> {
  return toPost((await readPostRow(trx, organisation, id))!, 'inside');
}

export async function threadNow(trx: Trx, {thread: {organisation, id}}: Pick<Grip, 'thread'>): Promise<Thread> {
  return toThread((await readThreadRow(trx, organisation, id))!);
}

/** A line for the log on a post. */
export async function lineOn(
  {topics, now}: Pick<Services, 'topics' | 'now'>, caller: Caller, {space, thread, post}: Omit<Grip, 'facts'>, verb: Activity['verb'],
  touched: readonly string[] = [], actor: string | null = signedIn(caller).person.id,
): Promise<Activity> {
  const organisation = caller.organisation.id;
  return {
    organisation, verb, actor, space: space.id, topic: topics.of(organisation, space.id, thread.hash),
    thread: thread.id, post: post.id, touched, at: new Date(now()).toISOString(),
  };
}

export async function editPost(
  services: Services, caller: Caller, {post: id, revision, source, reason}: Input<'posts.edit'>, trx: Trx,
): Promise<Deed<'posts.edit'>> {
  const held = await grip(services, trx, caller, id, ['visible', 'pending']);
  demand('post.edit', caller, held.space, held.facts);
  const {post, space} = held;
  if (post.revision !== revision) {
    throw new Refusal('revision-conflict', 'This post was edited in the meantime. Look at it again.', {revision: post.revision});
  }
  const content = await settlePictures(
    trx, post.organisation, post.author!, id, await settleMentions(trx, post.organisation, space, parseSource(source)),
  );
  const mentioned = new Set(post.content ? mentionsIn(post.content) : []);
  await sql`
    insert into post_revision (organisation, post, revision, source, reason, at)
    select organisation, id, revision, source, edit_reason, coalesce(edited_at, created_at) from post
    where organisation = ${post.organisation} and id = ${id}`.execute(trx);
  // What was approved says something else now.
  const waits = post.state === 'visible' && (await mustWait(trx, caller, space));
  const touched = waits ? await takeDown(trx, held) : [];
  await sql`
    update post set source = ${source}, content = ${JSON.stringify(content)}::jsonb, edit_reason = ${reason?.trim() ?? null}, edited_at = ${new Date(services.now())},
      revision = revision + 1, version = version + 1, state = ${waits ? 'pending' : post.state}
    where organisation = ${post.organisation} and id = ${id}`.execute(trx);
  await attachPictures(trx, [{organisation: post.organisation, author: post.author!, id, content}]);
  await detachPictures(trx, post.organisation, id, picturesIn(content), services.now());
  const matter = matterOf(held);
  const opened = waits ? await openCase(trx, matter, true, services.now()) : await touchCase(trx, matter, false);
  const activities = [{
    ...await lineOn(services, caller, held, post.published ? 'edited' : 'submitted', touched),
    // Who was mentioned before was told of it then.
    ...(!waits && post.published && {people: mentionsIn(content).filter(person => !mentioned.has(person))}),
  }];
  if (opened) activities.push(caseLine(services, matter, opened, 'submitted', post.author));
  return {answer: {post: await postNow(trx, held)}, activities, post: id};
}

/** A post as the moderators' queue names it. */
export function matterOf({post, space}: Pick<Grip, 'post' | 'space'>): Matter {
  return {organisation: post.organisation, space: space.id, target: {type: 'post', id: post.id}, about: post.author};
}

export async function removePost(
  services: Services, caller: Caller, {post: id}: Input<'posts.remove'>, trx: Trx,
): Promise<Deed<'posts.remove'>> {
  const held = await grip(services, trx, caller, id, ['visible', 'pending', 'hidden']);
  demand('post.remove', caller, held.space, held.facts);
  const touched = await erase(trx, held, services.now());
  const matter = matterOf(held);
  const activities = [await lineOn(services, caller, held, 'removed', touched)];
  if (held.facts.has('own')) {
    const touchedCase = await touchCase(trx, matter, true);
    if (touchedCase) activities.push(caseLine(services, matter, touchedCase, 'removed', held.post.author));
  } else {
    const found = await holdCase(trx, matter, services.now());
    const actor = signedIn(caller).person.id;
    await recordRuling(trx, matter, found, {actor, action: 'remove', reason: null, rule: null, guidelines: null}, services.now());
    activities.push(caseLine(services, matter, found.id, 'moderated', actor));
  }
  return {answer: {post: await postNow(trx, held)}, activities, post: null};
}

/** Takes away what a post says, for good. Gives the posts above that changed by it. */
export async function erase(trx: Trx, held: Pick<Grip, 'post' | 'thread'>, now: number): Promise<string[]> {
  const {post: {organisation, id, state}} = held;
  const touched = state === 'visible' ? await takeDown(trx, held) : [];
  await sql`
    update post set state = 'removed', content = null, source = null, edit_reason = null, title = null, accepted = false, reactions = '{}', version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  await detachPictures(trx, organisation, id, [], now);
  await sql`delete from reaction where organisation = ${organisation} and post = ${id}`.execute(trx);
  await sql`delete from post_revision where organisation = ${organisation} and post = ${id}`.execute(trx);
  // Kept answers show what the post said.
  await sql`update intent set answer = null where organisation = ${organisation} and post = ${id}`.execute(trx);
  return touched;
}

/** Marks an answer as one that helped, or takes the mark back. */
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
    activities: changes ? [{...await lineOn(services, caller, held, on ? 'accepted' : 'undid'), ...(!on && {detail: 'accepted'})}] : [],
    post: id,
  };
}

/** Pins a post above the others of its thread, or pins it no longer; a few at most, or none would stand out. */
export async function pinPost(
  services: Services, caller: Caller, {post: id, on}: Input<'posts.pin'>, trx: Trx,
): Promise<Deed<'posts.pin'>> {
  const held = await grip(services, trx, caller, id);
  demand('post.pin', caller, held.space, held.facts);
  const {post, thread} = held;
  const changes = post.pinned !== on;
  if (changes && on && thread.pinned >= limits.pins) {
    throw new Refusal('invalid', `${limits.pins} posts are pinned here. Take one of them off first.`, {field: '/post', limit: limits.pins});
  }
  if (changes) {
    await sql`
      update post set pinned = ${on}, version = version + 1 where organisation = ${post.organisation} and id = ${id}`.execute(trx);
    await sql`
      update thread set version = version + 1 where organisation = ${post.organisation} and id = ${thread.id}`.execute(trx);
  }
  return {
    answer: {post: await postNow(trx, held), thread: await threadNow(trx, held)},
    activities: changes ? [{...await lineOn(services, caller, held, on ? 'pinned' : 'undid'), ...(!on && {detail: 'pinned'})}] : [],
    post: id,
  };
}

const gone = () => new Refusal('gone', 'This post is no longer shown.');
