import {limits, type Condition, type Post, type Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn} from '../identity/caller.ts';
import {demandSame, reused} from '../intents/intent.ts';
import type {Outcome} from '../internal/batcher.ts';
import {appendActivities, insertActivities, type Activity} from '../log/append.ts';
import {notAgreed, whoHasNotAgreed, whoWaits} from '../moderation/admission.ts';
import {caseLine, openCase} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import {demand, spaceFacts} from '../spaces/policy.ts';
import {failureCode, uniqueViolation} from '../store/failure.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {isUnopened, toThread, type ThreadRow} from '../threads/rows.ts';
import type {Creation} from './creation.ts';
import {describeNow} from './describe-now.ts';
import {findParents, findSettled, lastPosted, lockThreads, makeThreads, parentKey, subjectKey, type ParentRow} from './create-reads.ts';
import {demandForm} from './forms.ts';
import {mentionsIn} from './mentions.ts';
import {attachPictures} from './pictures.ts';
import {positionOf} from './position.ts';

type Writable<Type> = {-readonly [Key in keyof Type]: Type[Key]};

/** What a batch writes, gathered before it is written at once. */
interface Writing {
  readonly posts: object[];
  readonly activities: Activity[];
  readonly intents: object[];
  readonly threads: Map<string, ThreadRow>;
  readonly parents: Map<string, ParentRow>;
  /** Threads that were named anew. */
  readonly begun: ThreadRow[];
}

/** Another process settled one of the intents in between: the batch is run again and will find it. */
class IntentTaken extends Error {}

/** Makes posts in one transaction and answers each by itself: a refusal of one leaves the others be. */
export async function createBatch(services: Services, items: readonly Creation[]): Promise<readonly Outcome<string>[]> {
  for (const {intent} of items) await services.onStep('received', intent.key);
  const {outcomes, topics} = await attempt(services, items);
  if (topics.size > 0) services.committed(topics);
  for (const {intent} of items) await services.onStep('after-commit', intent.key);
  return outcomes;
}

async function attempt(services: Services, items: readonly Creation[]) {
  for (let left = 3; ; left--) {
    try {
      return await inTransaction(services.store, trx => write(services, trx, items));
    } catch (error) {
      const raced = error instanceof IntentTaken || failureCode(error) === uniqueViolation;
      if (!raced || left === 0) throw error;
    }
  }
}

async function write(services: Services, trx: Trx, items: readonly Creation[]) {
  const outcomes = new Map<Creation, Outcome<string>>();
  const fail = (item: Creation, error: unknown) => outcomes.set(item, {error});

  const settled = await findSettled(trx, items);
  let open: Creation[] = [];
  for (const [index, item] of items.entries()) {
    const found = settled[index]!;
    if (found.endpoint !== null) {
      try {
        demandSame(item.intent, {endpoint: found.endpoint, body: found.body!});
        const answer = found.answer ?? (await describeNow(trx, item.intent.organisation, 'posts.create', item.intent.key));
        outcomes.set(item, {result: answer});
      } catch (error) {
        fail(item, error);
      }
    } else if (found.taken) fail(item, reused());
    else open.push(item);
  }

  open = await holdBack(services, trx, open, fail);
  const notYetAgreed = await whoHasNotAgreed(trx, open);
  for (const [item, version] of notYetAgreed) fail(item, notAgreed(version));
  open = open.filter(item => !notYetAgreed.has(item));
  const waiting = await whoWaits(trx, open);
  const threads = await findThreads(services, trx, open, fail);
  const parents = await findParents(trx, open.filter(({input}) => input.parent));
  const writing: Writing = {posts: [], activities: [], intents: [], threads, parents, begun: []};
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
  if (writing.posts.length > 0) {
    await store(services, trx, writing);
    await attachPictures(trx, open.filter(item => 'result' in outcomes.get(item)!).map(({intent: {organisation, key: id, person: author}, content}) => ({organisation, id, author, content})));
    for (const thread of writing.begun) await nameSubject(trx, thread);
    for (const item of open) if (waiting.has(item) && 'result' in outcomes.get(item)!) await queue(services, trx, item);
    for (const {intent} of items) await services.onStep('before-commit', intent.key);
  }
  return {outcomes: items.map(item => outcomes.get(item)!), topics};
}

/** Refuses those who post faster than their organisation's flood interval. */
async function holdBack(
  {now}: Services, trx: Trx, items: readonly Creation[], fail: (item: Creation, error: unknown) => void,
): Promise<Creation[]> {
  const limited = items.filter(({caller}) => caller.organisation.floodInterval > 0);
  if (limited.length === 0) return [...items];
  const last = await lastPosted(trx, limited);
  return items.filter(item => {
    const {intent: {organisation, person}, caller: {organisation: {floodInterval}}} = item;
    if (floodInterval === 0) return true;
    const wait = Math.ceil(((last.get(`${organisation} ${person}`) ?? -Infinity) + floodInterval * 1_000 - now()) / 1_000);
    if (wait > 0) fail(item, new Refusal('rate-limited', `Wait ${wait} seconds before you post again.`, {retryAfter: wait}));
    else last.set(`${organisation} ${person}`, now());
    return wait <= 0;
  });
}

/** Finds and locks the threads, and makes those that are not there yet. */
async function findThreads(
  services: Services, trx: Trx, items: readonly Creation[], fail: (item: Creation, error: unknown) => void,
): Promise<Map<string, ThreadRow>> {
  const threads = await lockThreads(trx, items);
  const missing = new Map<string, Creation>();
  for (const item of items) {
    if (threads.has(subjectKey(item))) continue;
    if (item.input.parent) fail(item, notFound());
    else if (missing.has(subjectKey(item))) continue;
    else if (item.input.kind === 'question' && item.input.title === undefined) {
      fail(item, new Refusal('invalid', 'A question needs a title.', {field: '/title'}));
    } else missing.set(subjectKey(item), item);
  }
  if (missing.size === 0) return threads;
  await makeThreads(trx, [...missing.values()], services.now());
  return new Map([...threads, ...(await lockThreads(trx, [...missing.values()]))]);
}

/** Gives a post its place in its thread, and says what is to be written. Throws where it may not be there. */
function place({now}: Services, item: Creation, writing: Writing, waits: boolean): string {
  const {caller, intent, space, topic, input, content} = item;
  const {organisation, key: id} = intent;
  const author = signedIn(caller).person;
  const thread = writing.threads.get(subjectKey(item)) as Writable<ThreadRow>;
  const facts: Set<Condition> = spaceFacts(caller, space);
  if (thread.state === 'open') facts.add('open');
  demand('post.create', caller, space, facts);

  const parent = input.parent === undefined ? undefined : (writing.parents.get(parentKey(organisation, input.parent)) as Writable<ParentRow> | undefined);
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

async function nameSubject(trx: Trx, {organisation, id, subjectTitle, url}: ThreadRow): Promise<void> {
  await sql`
    update subject set title = ${subjectTitle}, url = ${url}
    where organisation = ${organisation} and id = (select subject from thread where organisation = ${organisation} and id = ${id})`.execute(trx);
}

/** Puts a post that waits before the moderators of its space. */
async function queue(services: Services, trx: Trx, {caller, intent: {organisation, key}, space}: Creation): Promise<void> {
  const about = signedIn(caller).person.id;
  const matter = {organisation, space: space.id, target: {type: 'post', id: key} as const, about};
  const opened = await openCase(trx, matter, true, services.now());
  await appendActivities(trx, services.epoch, [caseLine(services, matter, opened, 'submitted', about)]);
}

/** One statement, so that a batch costs one round trip however many posts are in it. */
async function store({epoch}: Services, trx: Trx, {posts, activities, intents, threads, parents}: Writing): Promise<void> {
  const changed = [...threads.values()].map(({organisation, id, counter, posts: count, version, lastActivityAt, question, kind, title, opener}) =>
    ({organisation, id, counter, posts: count, version, lastActivityAt, question, kind, title, opener}));
  const answered = [...parents.values()].map(({organisation, id, replies, version}) => ({organisation, id, replies, version}));
  const {rows: [row]} = await sql<{settled: string}>`
    with made as (
      insert into post (organisation, id, thread, parent, author, position, depth, source, content, created_at, state, published, title, form)
      select organisation, id, thread, parent, author, position, depth, source, content, "createdAt", state, published, title, form
      from json_to_recordset(${JSON.stringify(posts)}::json) as n(organisation uuid, id uuid, thread uuid, parent uuid, author uuid,
        position text, depth integer, source text, content jsonb, "createdAt" timestamptz, state text, published boolean, title text, form text)
    ), placed as (
      update thread t set counter = n.counter, posts = n.posts, version = n.version, last_activity_at = n."lastActivityAt", question = n.question,
        kind = n.kind, title = n.title, opener = n.opener
      from json_to_recordset(${JSON.stringify(changed)}::json) as n(organisation uuid, id uuid, counter integer, posts integer,
        version integer, "lastActivityAt" timestamptz, question uuid, kind text, title text, opener uuid)
      where t.organisation = n.organisation and t.id = n.id
    ), answered as (
      update post p set replies = n.replies, version = n.version
      from json_to_recordset(${JSON.stringify(answered)}::json) as n(organisation uuid, id uuid, replies integer, version integer)
      where p.organisation = n.organisation and p.id = n.id
    ), logged as (
      ${insertActivities(epoch, activities)}
    ), settled as (
      insert into intent (organisation, person, key, endpoint, body, post, answer, at)
      select organisation, person, key, endpoint, body, post, answer, at
      from json_to_recordset(${JSON.stringify(intents)}::json) as n(organisation uuid, person uuid, key uuid, endpoint text, body text,
        post uuid, answer text, at timestamptz)
      on conflict do nothing returning 1
    )
    select count(*)::text as settled from settled`.execute(trx);
  if (Number(row!.settled) !== intents.length) throw new IntentTaken();
}
