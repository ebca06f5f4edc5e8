import {sql, type RawBuilder} from 'kysely';
import {thingKey} from '../feed/describe.ts';
import type {Topics} from '../feed/topics.ts';
import {newId} from '../internal/new-id.ts';
import type {Activity} from '../log/append.ts';
import type {Follower} from '../log/followers.ts';
import type {LogEntry} from '../log/reader.ts';
import {toldOfDecision} from '../moderation/told.ts';
import {isPosting} from '../posts/posting.ts';
import {plannedOnce} from '../store/planned-once.ts';
import type {Trx} from '../store/transaction.ts';
import {newsOf} from './news.ts';
import type {Telling} from './telling.ts';

/** What they are told of. */
type About = Partial<Record<'post' | 'kudos' | 'mentorship' | 'ruling', string>>;

/** Reads off the log what people should know, takes back what was undone, and tells those whom it concerns that there is news. */
export function tell(topics: Topics): Follower {
  return {
    name: 'notifications',
    async follow(trx, entries) {
      const news = new Map<string, Activity>();
      const own = entries.filter(({imported}) => !imported);
      const readers = await readReaders(trx, own.filter(({verb}) => isPosting(verb)));
      for (const entry of own) {
        const {organisation, at} = entry;
        for (const person of await consider(trx, entry, readers)) {
          news.set(`${organisation} ${person}`, newsOf(topics, organisation, person, {}, at.toISOString()));
        }
      }
      return [...news.values()];
    },
  };
}

/** @returns Those whose notifications are others now. */
async function consider(trx: Trx, entry: LogEntry, readers: ReadonlyMap<string, Readers>): Promise<string[]> {
  const {organisation, verb, post, object, objectType, people} = entry;
  const forget = (which: RawBuilder<unknown>) =>
    peopleOf(trx, sql`delete from notification n where n.organisation = ${organisation} and ${which} returning n.person`);
  switch (verb) {
    case 'posted':
    case 'asked':
    case 'replied':
      return tellReaders(trx, entry, readers.get(thingKey(organisation, post)));
    case 'edited':
      return objectType === 'post' ? keep(trx, entry, people.map(person => ({person, kind: 'mention'})), {post: post!}) : [];
    case 'accepted':
      return keep(trx, entry, await authorOf(trx, entry), {post: post!});
    case 'undid':
      return forget(sql`n.kind = 'accepted' and n.post = ${post} and not exists (
        select 1 from post where organisation = ${organisation} and id = ${post} and accepted)`);
    case 'removed':
      return forget(objectType === 'kudos' ? sql`n.kudos = ${object}` : sql`n.post = ${post}`);
    // What is hidden is told to nobody for as long as it is.
    case 'hid':
    case 'restored':
      return peopleOf(trx, sql`
        select n.person from notification n
        where n.organisation = ${organisation} and ${objectType === 'kudos' ? sql`n.kudos = ${object}` : sql`n.post = ${post}`}`);
    case 'thanked':
      return keep(trx, entry, people.map(person => ({person, kind: 'kudos'})), {kudos: object!});
    case 'withdrew':
      if (objectType === 'kudos') return forget(sql`n.kudos = ${object}`);
      return objectType === 'mentorship' ? forget(sql`n.mentorship = ${object} and n.kind = 'mentor-request'`) : [];
    case 'requested':
    case 'accepted-mentorship':
    case 'declined':
    case 'completed':
      return keep(trx, entry, sidesOf(entry), {mentorship: object!});
    case 'moderated': {
      const told = await toldOfDecision(trx, entry);
      // Who decided is told to nobody but moderators.
      return told ? keep(trx, {...entry, actor: null}, told.tellings.filter(({person}) => person !== entry.actor), {ruling: told.ruling}) : [];
    }
    default:
      return [];
  }
}

/** Who may want to hear of a post. */
interface Readers {
  readonly organisation: string;
  readonly post: string;
  readonly parent: string | null;
  readonly asker: string | null;
  readonly mentors: readonly string[] | null;
  readonly followers: readonly string[] | null;
}

/** Of all posts of a stretch at once, by their keys: most posts tell nobody, and need nothing more. */
async function readReaders(trx: Trx, entries: readonly LogEntry[]): Promise<ReadonlyMap<string, Readers>> {
  if (entries.length === 0) return new Map();
  const wanted = entries.map(({organisation, post, space}) => ({organisation, post, space}));
  const {rows} = await sql<Readers>`${plannedOnce}
    select p.organisation, p.id as post,
      (select r.author from post r where r.organisation = p.organisation and r.id = p.parent) as parent,
      (select q.author from post q where q.organisation = p.organisation and q.id = t.question and q.id <> p.id) as asker,
      (select json_agg(s.mentor) from mentorship s
        where s.organisation = p.organisation and s.mentee = p.author and s.space = w.space and s.first_post = p.id) as mentors,
      (select json_agg(f.person) from follow f where f.organisation = p.organisation and f.thread = p.thread) as followers
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, post uuid, space uuid)
    join lateral (select * from post p where p.organisation = w.organisation and p.id = w.post limit 1) p on true
    join lateral (select * from thread t where t.organisation = p.organisation and t.id = p.thread limit 1) t on true`.execute(trx);
  return new Map(rows.map(row => [thingKey(row.organisation, row.post), row]));
}

/**
 * Tells of a post, each once and for the best of reasons: who is replied to, who asked, who is mentioned, the mentor whom the
 * space gave to a newcomer, and who follows the conversation.
 */
async function tellReaders(trx: Trx, entry: LogEntry, readers: Readers | undefined): Promise<string[]> {
  const {verb, actor, people} = entry;
  const tellings: Telling[] = [];
  if (readers?.parent) tellings.push({person: readers.parent, kind: 'reply'});
  else if (verb === 'posted' && readers?.asker) tellings.push({person: readers.asker, kind: 'answer'});
  for (const person of people) tellings.push({person, kind: 'mention'});
  for (const person of readers?.mentors ?? []) tellings.push({person, kind: 'newcomer'});
  const followers = readers?.followers ?? [];
  if (followers.length > 0) await giveWay(trx, entry);
  for (const person of followers) tellings.push({person, kind: 'followed'});
  const told = new Set<string | null>([actor]);
  return keep(trx, entry, tellings.filter(({person}) => !told.has(person) && told.add(person)), {post: entry.post!});
}

/** What followers have not read of a thread yet gives way to the news: one line for a conversation is enough. */
async function giveWay(trx: Trx, {organisation, thread}: LogEntry): Promise<void> {
  await sql`
    delete from notification n using post p
    where n.organisation = ${organisation} and n.kind = 'followed' and n.read_at is null and p.organisation = n.organisation and p.id = n.post
      and p.thread = ${thread}`.execute(trx);
}

async function authorOf(trx: Trx, {organisation, post}: LogEntry): Promise<Telling[]> {
  const {rows: [row]} = await sql<{author: string | null}>`select author from post where organisation = ${organisation} and id = ${post}`.execute(trx);
  return row?.author ? [{person: row.author, kind: 'accepted'}] : [];
}

/** A request is told to the mentor, an answer to the mentee, an end to the other one; of who was brought together both are told. */
function sidesOf({verb, actor, people}: LogEntry): Telling[] {
  const [mentor, mentee] = people;
  if (mentor === undefined || mentee === undefined) return [];
  if (verb === 'requested') return [{person: mentor, kind: 'mentor-request'}];
  if (actor === null) return [{person: mentor, kind: 'newcomer'}, {person: mentee, kind: 'mentor-answer'}];
  return [{person: actor === mentor ? mentee : mentor, kind: 'mentor-answer'}];
}

/** Nobody is told of what they did themselves, of what they do not want to hear of, or after they have left. */
async function keep(
  trx: Trx, {organisation, actor, space, at}: Pick<LogEntry, 'organisation' | 'actor' | 'space' | 'at'>, tellings: readonly Telling[],
  {post, kudos, mentorship, ruling}: About,
): Promise<string[]> {
  const wanted = tellings.filter(({person}) => person !== actor).map(telling => ({...telling, id: newId(at.getTime())}));
  if (wanted.length === 0 || space === null) return [];
  // What was done again, as an answer that is accepted anew, is told as new.
  return peopleOf(trx, sql`
    insert into notification (organisation, id, person, kind, actor, space, post, kudos, mentorship, ruling, at)
    select ${organisation}, w.id, w.person, w.kind, ${actor}, ${space}, ${post ?? null}::uuid, ${kudos ?? null}::uuid, ${mentorship ?? null}::uuid,
      ${ruling ?? null}::uuid, ${at}
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(id uuid, person uuid, kind text)
      join person p on p.organisation = ${organisation} and p.id = w.person and p.state = 'active'
    where not exists (select 1 from notification_choice c where c.organisation = ${organisation} and c.person = w.person and c.kind = w.kind)
    on conflict (organisation, person, kind, actor, post, kudos, mentorship, ruling) do update set id = excluded.id, at = excluded.at, read_at = null
    returning person`);
}

async function peopleOf(trx: Trx, statement: RawBuilder<unknown>): Promise<string[]> {
  const {rows} = await (statement as RawBuilder<{person: string}>).execute(trx);
  return rows.map(({person}) => person);
}
