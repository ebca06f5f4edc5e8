import {limits, type Condition, type Post, type Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn} from '../identity/caller.ts';
import {demandSame, reused} from '../intents/intent.ts';
import type {Outcome} from '../internal/batcher.ts';
import {appendActivities} from '../log/append.ts';
import {notAgreed, whoHasNotAgreed, whoWaits} from '../moderation/admission.ts';
import {caseLine, openCase} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import {demand, spaceFacts} from '../spaces/policy.ts';
import {failureCode, isTransient, uniqueViolation} from '../store/failure.ts';
import type {Database} from '../store/tables.ts';
import {inTransaction} from '../store/transaction.ts';
import {isUnopened, toThread, type ThreadRow} from '../threads/rows.ts';
import type {Creation} from './creation.ts';
import {describeNow} from './describe-now.ts';
import {findParents, findSettled, lastPosted, lockThreads, makeThreads, parentKey, subjectKey, type ParentRow} from './create-reads.ts';
import {asRead, store, type Writing} from './create-store.ts';
import {demandForm} from './forms.ts';
import {mentionsIn} from './mentions.ts';
import {attachPictures, picturesIn} from './pictures.ts';
import {positionOf} from './position.ts';
import type {RecentThreads} from './recent-threads.ts';

type Writable<Type> = {-readonly [Key in keyof Type]: Type[Key]};

/** One statement over what was read cannot do it, or what was read has changed meanwhile: the batch is run again, under locks. */
class NeedsLocks extends Error {}

/** How a batch is made: by one statement over what was read before, or in a transaction that keeps everybody else from it. */
type Way = 'at-once' | 'locked';

/** Makes posts all at once and answers each by itself: a refusal of one leaves the others be. */
export async function createBatch(services: Services, recent: RecentThreads, items: readonly Creation[]): Promise<readonly Outcome<string>[]> {
  for (const {intent} of items) await services.onStep('received', intent.key);
  const {outcomes, topics} = await attempt(services, recent, items);
  if (topics.size > 0) services.committed(topics);
  for (const {intent} of items) await services.onStep('after-commit', intent.key);
  return outcomes;
}

async function attempt(services: Services, recent: RecentThreads, items: readonly Creation[]): Promise<Written> {
  // Nearly always these are new posts in threads that nobody else is at; then one statement does, which needs no transaction around it.
  for (let left = 3; ; left--) {
    try {
      if (left === 3) return recent.keep(await write(services, services.store.db, items, 'at-once', await recent.read(services.store.db, items)));
      return await inTransaction(services.store, trx => write(services, trx, items, 'locked'));
    } catch (error) {
      recent.forget(items);
      // Another process was quicker: the next time its intent, its thread or its post is found.
      const raced = error instanceof NeedsLocks || failureCode(error) === uniqueViolation || isTransient(error);
      if (!raced || left === 0) throw error;
    }
  }
}

/** What a batch came to. */
interface Written {
  readonly outcomes: readonly Outcome<string>[];
  readonly topics: ReadonlySet<string>;
  readonly threads: ReadonlyMap<string, ThreadRow>;
}

/** @param found The threads as they were read without a lock. */
async function write(services: Services, db: Database, items: readonly Creation[], way: Way, found?: Map<string, ThreadRow>): Promise<Written> {
  const outcomes = new Map<Creation, Outcome<string>>();
  const fail = (item: Creation, error: unknown) => {
    // Without a look at what was settled nobody can be refused: what comes again gets the answer that it had.
    if (way === 'at-once') throw new NeedsLocks();
    outcomes.set(item, {error});
  };

  let open = way === 'at-once' ? [...items] : await answerSettled(db, items, outcomes, fail);
  open = await holdBack(services, db, open, fail);
  const notYetAgreed = await whoHasNotAgreed(db, open);
  for (const [item, version] of notYetAgreed) fail(item, notAgreed(version));
  open = open.filter(item => !notYetAgreed.has(item));
  const waiting = await whoWaits(db, open);
  const threads = found ?? (await lockThreads(db, open));
  await addMissing(services, db, open, threads, way, fail);
  const parents = await findParents(db, open.filter(({input}) => input.parent));
  const writing: Writing = {posts: [], activities: [], intents: [], threads: asRead(threads), parents: asRead(parents), begun: []};
  const topics = new Set<string>();
  for (const item of open) {
    if (outcomes.has(item)) continue;
    try {
      outcomes.set(item, {result: place(services, item, writing, waiting.has(item))});
      topics.add(item.topic);
    } catch (error) {
      fail(item, error);
    }
  }
  const made = open.filter(item => 'result' in outcomes.get(item)!);
  if (made.length > 0) {
    const pictures = made.map(({intent: {organisation, key: id, person: author}, content}) => ({organisation, id, author, content}));
    const held = made.filter(item => waiting.has(item));
    const more = writing.begun.length > 0 || held.length > 0 || pictures.some(({content}) => picturesIn(content).length > 0);
    if (way === 'at-once' && more) throw new NeedsLocks();
    if (way === 'at-once') for (const {intent} of items) await services.onStep('before-commit', intent.key);
    if (!(await store(services.epoch, db, writing))) throw new NeedsLocks();
    if (more) {
      await attachPictures(db, pictures);
      for (const thread of writing.begun) await nameSubject(db, thread);
      for (const item of held) await queue(services, db, item);
    }
    if (way === 'locked') for (const {intent} of items) await services.onStep('before-commit', intent.key);
  }
  return {outcomes: items.map(item => outcomes.get(item)!), topics, threads};
}

/** Answers those who come again with what they were answered. Gives the others. */
async function answerSettled(
  db: Database, items: readonly Creation[], outcomes: Map<Creation, Outcome<string>>, fail: (item: Creation, error: unknown) => void,
): Promise<Creation[]> {
  const settled = await findSettled(db, items);
  const open: Creation[] = [];
  for (const [index, item] of items.entries()) {
    const {endpoint, body, answer, taken} = settled[index]!;
    if (endpoint !== null) {
      try {
        demandSame(item.intent, {endpoint, body: body!});
        outcomes.set(item, {result: answer ?? (await describeNow(db, item.intent.organisation, 'posts.create', item.intent.key))});
      } catch (error) {
        fail(item, error);
      }
    } else if (taken) fail(item, reused());
    else open.push(item);
  }
  return open;
}

/** Refuses those who post faster than their organisation's flood interval. */
async function holdBack(
  {now}: Services, db: Database, items: readonly Creation[], fail: (item: Creation, error: unknown) => void,
): Promise<Creation[]> {
  const limited = items.filter(({caller}) => caller.organisation.floodInterval > 0);
  if (limited.length === 0) return [...items];
  const last = await lastPosted(db, limited);
  return items.filter(item => {
    const {intent: {organisation, person}, caller: {organisation: {floodInterval}}} = item;
    if (floodInterval === 0) return true;
    const wait = Math.ceil(((last.get(`${organisation} ${person}`) ?? -Infinity) + floodInterval * 1_000 - now()) / 1_000);
    if (wait > 0) fail(item, new Refusal('rate-limited', `Wait ${wait} seconds before you post again.`, {retryAfter: wait}));
    else last.set(`${organisation} ${person}`, now());
    return wait <= 0;
  });
}

/** Makes the threads that are not there yet, and adds them to the others. Throws {@link NeedsLocks} where it would have to without a lock. */
async function addMissing(
  services: Services, db: Database, items: readonly Creation[], threads: Map<string, ThreadRow>, way: Way,
  fail: (item: Creation, error: unknown) => void,
): Promise<void> {
  const missing = new Map<string, Creation>();
  for (const item of items) {
    if (threads.has(subjectKey(item))) continue;
    if (item.input.parent) fail(item, notFound());
    else if (missing.has(subjectKey(item))) continue;
    else if (item.input.kind === 'question' && item.input.title === undefined) {
      fail(item, new Refusal('invalid', 'A question needs a title.', {field: '/title'}));
    } else missing.set(subjectKey(item), item);
  }
  if (missing.size === 0) return;
  if (way === 'at-once') throw new NeedsLocks();
  await makeThreads(db, [...missing.values()], services.now());
  for (const [key, thread] of await lockThreads(db, [...missing.values()])) threads.set(key, thread);
}

/** Gives a post its place in its thread, and says what is to be written. Throws where it may not be there. */
function place({now}: Services, item: Creation, writing: Writing, waits: boolean): string {
  const {caller, intent, space, topic, input, content} = item;
  const {organisation, key: id} = intent;
  const author = signedIn(caller).person;
  const thread = writing.threads.get(subjectKey(item))!.now as Writable<ThreadRow>;
  const facts: Set<Condition> = spaceFacts(caller, space);
  if (thread.state === 'open') facts.add('open');
  demand('post.create', caller, space, facts);

  const parent = input.parent === undefined ? undefined : (writing.parents.get(parentKey(organisation, input.parent))?.now as Writable<ParentRow> | undefined);
  if (input.parent !== undefined) {
    if (!parent || parent.thread !== thread.id || !parent.published) throw notFound();
    if (parent.state !== 'visible') throw new Refusal('gone', 'The post that you reply to is no longer shown.');
    if (parent.depth >= limits.depth) throw new Refusal('too-deep', 'This conversation cannot be nested deeper. Reply to a post further up.', {limit: limits.depth});
  }

  demandForm(input, content, parent);

  const createdAt = new Date(now());
  // Nobody has seen what is there: whoever is seen first begins the conversation.
  if (!waits && !parent && isUnopened(thread)) {
    beginWith(thread, item);
    writing.begun.push(thread);
  }
  const asks = !waits && thread.kind === 'question' && thread.question === null && !parent;
  const post: Post = {
    id, thread: thread.id, parent: parent?.id ?? null,
    position: positionOf(parent?.position ?? '', thread.counter + 1), depth: parent ? parent.depth + 1 : 0,
    author, state: waits ? 'pending' : 'visible', content, createdAt: createdAt.toISOString(), editedAt: null,
    revision: 1, version: 1, replies: 0, accepted: false, reactions: {},
    ...(input.form && {form: input.form}), ...(input.form === 'how-to' && {tried: 0}),
  };
  if (thread.opener === id) {
    thread.openerState = post.state;
    thread.openerPublished = !waits;
  }
  thread.counter++;
  if (!waits) {
    thread.posts++;
    thread.version++;
    thread.lastActivityAt = createdAt;
    if (asks) thread.question = id;
    if (parent) {
      parent.replies++;
      parent.version++;
    }
  }

  const verb: Verb = waits ? 'submitted' : asks ? 'asked' : parent ? 'replied' : 'posted';
  const answer = JSON.stringify({status: waits ? 'pending' : 'published', post, thread: toThread(thread, thread.opener === id ? 'inside' : 'public')});
  writing.posts.push({...post, organisation, author: author.id, source: input.source, published: !waits, title: waits ? input.title : null});
  writing.activities.push({
    organisation, verb, actor: author.id, space: space.id, topic, thread: thread.id, post: id,
    ...(parent && !waits && {touched: [parent.id]}), ...(!waits && {people: mentionsIn(content)}), at: post.createdAt,
  });
  writing.intents.push({...intent, answer, post: id, at: post.createdAt});
  return answer;
}

/** Names a thread anew, by the first of its posts that everybody sees. */
function beginWith(thread: Writable<ThreadRow>, {intent, input: {subject, kind = 'discussion', title}}: Creation): void {
  if (kind === 'question' && title === undefined) throw new Refusal('invalid', 'A question needs a title.', {field: '/title'});
  thread.kind = kind;
  thread.title = title ?? subject.title ?? null;
  thread.subjectTitle = subject.title ?? null;
  thread.url = subject.url ?? null;
  thread.opener = intent.key;
  thread.openerState = 'visible';
  thread.openerPublished = true;
}

async function nameSubject(db: Database, {organisation, id, subjectTitle, url}: ThreadRow): Promise<void> {
  await sql`
    update subject set title = ${subjectTitle}, url = ${url}
    where organisation = ${organisation} and id = (select subject from thread where organisation = ${organisation} and id = ${id})`.execute(db);
}

/** Puts a post that waits before the moderators of its space. */
async function queue(services: Services, db: Database, {caller, intent: {organisation, key}, space}: Creation): Promise<void> {
  const about = signedIn(caller).person.id;
  const matter = {organisation, space: space.id, target: {type: 'post', id: key} as const, about};
  const opened = await openCase(db, matter, true, services.now());
  await appendActivities(db, services.epoch, [caseLine(services, matter, opened, 'submitted', about)]);
}
