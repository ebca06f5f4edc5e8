import type {ReactionKind, Verb} from '@social-learning/protocol';
import {parseContent} from '@social-learning/protocol/markdown';
import {sql} from 'kysely';
import {createTopics, subjectHash} from '../feed/topics.ts';
import {appendActivities, type Activity} from '../log/append.ts';
import {enterEpoch, type Epoch} from '../log/epoch.ts';
import {positionOf} from '../posts/position.ts';
import {readSecrets} from '../store/secrets.ts';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import type {Conversation, ImportedPerson, ImportedPost} from './conversation.ts';
import {stableId} from './stable-id.ts';

/** Where conversations are brought in. */
export interface Destination {
  readonly organisation: string;
  readonly space: string;
}

/** Conversations that are written in one transaction. */
const chunk = 100;

/** Makes people, unless they are there. */
export async function writePeople({db}: Store, organisation: string, people: readonly ImportedPerson[]): Promise<void> {
  await sql`
    insert into person (organisation, id, external, name)
    select ${organisation}, id, external, name
    from json_to_recordset(${JSON.stringify(people)}::json) as n(id uuid, external text, name text)
    on conflict do nothing`.execute(db);
}

/**
 * Brings conversations in, with the times that they had. What is there already, by its id, is left as it is, so that the
 * same import twice adds nothing and a later one only what is new.
 *
 * @returns How many posts were added.
 */
export async function writeConversations(store: Store, destination: Destination, conversations: readonly Conversation[]): Promise<number> {
  const topics = await createTopics(await readSecrets(store));
  const epoch = await enterEpoch(store);
  let added = 0;
  for (let start = 0; start < conversations.length; start += chunk) {
    const drafts = conversations.slice(start, start + chunk).map(conversation => {
      const hash = subjectHash(conversation.subject.key);
      return {conversation, hash, topic: topics.of(destination.organisation, destination.space, hash)};
    });
    added += await inTransaction(store, trx => writeChunk(trx, epoch, destination, drafts));
    store.announce();
  }
  return added;
}

interface Draft {
  readonly conversation: Conversation;
  readonly hash: string;
  readonly topic: string;
}

interface Place {
  readonly position: string;
  readonly depth: number;
}

interface ThreadTally {
  readonly id: string;
  counter: number;
  posts: number;
  accepted: number;
  question: string | null;
  last: string;
}

async function writeChunk(trx: Trx, epoch: Epoch, {organisation, space}: Destination, drafts: readonly Draft[]): Promise<number> {
  await makeThreads(trx, {organisation, space}, drafts);
  const threads = await lockThreads(trx, {organisation, space}, drafts);
  const known = await findPosts(trx, organisation, drafts);
  const rows: object[] = [];
  const reactions: object[] = [];
  const activities: Activity[] = [];
  const replies = new Map<string, number>();

  for (const {conversation: {kind, posts}, hash, topic} of drafts) {
    const thread = threads.get(hash)!;
    for (const post of posts) {
      if (known.has(post.id)) continue;
      const parent = post.parent === null ? undefined : known.get(post.parent);
      if (post.parent !== null && !parent) throw new Error(`The post ${post.id} comes before the one that it replies to.`);
      const place = {position: positionOf(parent?.position ?? '', ++thread.counter), depth: parent ? parent.depth + 1 : 0};
      known.set(post.id, place);
      if (post.parent !== null) replies.set(post.parent, (replies.get(post.parent) ?? 0) + 1);
      const asks = kind === 'question' && thread.question === null && post.parent === null;
      if (asks) thread.question = post.id;
      thread.posts++;
      if (post.accepted) thread.accepted++;
      const at = post.at.toISOString();
      if (at > thread.last) thread.last = at;

      const source = post.source();
      rows.push({...post, source, thread: thread.id, ...place, at, content: parseContent(source), reactions: countReactions(post)});
      for (const {person, kind: reaction} of post.reactions ?? []) reactions.push({post: post.id, person, kind: reaction, thread: thread.id, at});
      const verb: Verb = asks ? 'asked' : post.parent === null ? 'posted' : 'replied';
      activities.push({
        organisation, verb, actor: post.author, space, topic, thread: thread.id, post: post.id, at, imported: true,
        touched: post.parent === null ? [] : [post.parent],
      });
    }
  }
  if (rows.length === 0) return 0;
  await insertPosts(trx, organisation, rows, reactions);
  await updateTallies(trx, organisation, [...threads.values()], replies);
  await appendActivities(trx, epoch, activities);
  return rows.length;
}

function countReactions({reactions = []}: ImportedPost): Partial<Record<ReactionKind, number>> {
  const counts: Partial<Record<ReactionKind, number>> = {};
  for (const {kind} of reactions) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

async function makeThreads(trx: Trx, {organisation, space}: Destination, drafts: readonly Draft[]): Promise<void> {
  const fresh = drafts.map(({conversation: {subject, kind, title, posts}, hash}) => {
    const at = posts[0]!.at;
    const name = `${organisation} ${space} ${subject.key}`;
    return {
      hash, kind, title, key: subject.key, subjectTitle: subject.title, url: subject.url, at: at.toISOString(),
      subject: stableId(`subject ${name}`, at), thread: stableId(`thread ${name}`, at),
    };
  });
  await sql`
    with wanted as (
      select * from json_to_recordset(${JSON.stringify(fresh)}::json) as w(hash text, kind text, title text, key text, "subjectTitle" text,
        url text, at timestamptz, subject uuid, thread uuid)
    ), made as (
      insert into subject (organisation, id, space, hash, key, title, url)
      select ${organisation}, subject, ${space}, hash, key, "subjectTitle", url from wanted
      on conflict (organisation, space, hash) do nothing
      returning id
    )
    insert into thread (organisation, id, space, subject, kind, title, created_at, last_activity_at)
    select ${organisation}, w.thread, ${space}, w.subject, w.kind, w.title, w.at, w.at
    from wanted w join made m on m.id = w.subject`.execute(trx);
}

async function lockThreads(trx: Trx, {organisation, space}: Destination, drafts: readonly Draft[]): Promise<Map<string, ThreadTally>> {
  const {rows} = await sql<{hash: string; at: Date} & Omit<ThreadTally, 'last'>>`
    select s.hash, t.id, t.counter, t.posts, t.accepted, t.question, t.last_activity_at as at
    from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    where s.organisation = ${organisation} and s.space = ${space} and s.hash = any (${drafts.map(({hash}) => hash)}::text[])
    order by t.organisation, t.id
    for update of t`.execute(trx);
  return new Map(rows.map(({hash, at, ...tally}) => [hash, {...tally, last: at.toISOString()}]));
}

async function findPosts(trx: Trx, organisation: string, drafts: readonly Draft[]): Promise<Map<string, Place>> {
  const ids = drafts.flatMap(({conversation: {posts}}) => posts.map(({id}) => id));
  const {rows} = await sql<Place & {id: string}>`
    select id, position, depth from post where organisation = ${organisation} and id = any (${ids}::uuid[])`.execute(trx);
  return new Map(rows.map(({id, ...place}) => [id, place]));
}

async function insertPosts(trx: Trx, organisation: string, posts: readonly object[], reactions: readonly object[]): Promise<void> {
  await sql`
    insert into post (organisation, id, thread, parent, author, position, depth, source, content, created_at, edited_at, revision, accepted, reactions, pinned, form)
    select ${organisation}, id, thread, parent, author, position, depth, source, content, at, "editedAt",
      case when "editedAt" is null then 1 else 2 end, coalesce(accepted, false), reactions, coalesce(pinned, false), form
    from json_to_recordset(${JSON.stringify(posts)}::json) as n(id uuid, thread uuid, parent uuid, author uuid, position text, depth integer,
      source text, content jsonb, at timestamptz, "editedAt" timestamptz, accepted boolean, reactions jsonb, pinned boolean, form text)`.execute(trx);
  await sql`
    insert into reaction (organisation, post, person, kind, thread, at)
    select ${organisation}, post, person, kind, thread, at
    from json_to_recordset(${JSON.stringify(reactions)}::json) as n(post uuid, person uuid, kind text, thread uuid, at timestamptz)`.execute(trx);
}

async function updateTallies(
  trx: Trx, organisation: string, threads: readonly ThreadTally[], replies: ReadonlyMap<string, number>,
): Promise<void> {
  await sql`
    update thread t set counter = n.counter, posts = n.posts, accepted = n.accepted, question = n.question, last_activity_at = n.last,
      version = t.version + 1
    from json_to_recordset(${JSON.stringify(threads)}::json) as n(id uuid, counter integer, posts integer, accepted integer, question uuid,
      last timestamptz)
    where t.organisation = ${organisation} and t.id = n.id`.execute(trx);
  await sql`
    update post p set replies = p.replies + n.replies, version = p.version + 1
    from json_to_recordset(${JSON.stringify([...replies].map(([id, count]) => ({id, replies: count})))}::json) as n(id uuid, replies integer)
    where p.organisation = ${organisation} and p.id = n.id`.execute(trx);
}
