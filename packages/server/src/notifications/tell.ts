import {sql, type RawBuilder} from 'kysely';
import type {Topics} from '../feed/topics.ts';
import {newId} from '../internal/new-id.ts';
import type {Activity} from '../log/append.ts';
import type {Follower} from '../log/followers.ts';
import type {LogEntry} from '../log/reader.ts';
import {toldOfDecision} from '../moderation/told.ts';
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
      for (const entry of entries) {
        if (entry.imported) continue;
        const {organisation, at} = entry;
        for (const person of await consider(trx, entry)) {
          news.set(`${organisation} ${person}`, newsOf(topics, organisation, person, {}, at.toISOString()));
        }
      }
      return [...news.values()];
    },
  };
}

/** @returns Those whose notifications are others now. */
async function consider(trx: Trx, entry: LogEntry): Promise<string[]> {
  const {organisation, verb, post, object, objectType, people} = entry;
  const forget = (which: RawBuilder<unknown>) =>
    peopleOf(trx, sql`delete from notification n where n.organisation = ${organisation} and ${which} returning n.person`);
  switch (verb) {
    case 'posted':
    case 'asked':
    case 'replied':
      return keep(trx, entry, await readersOf(trx, entry), {post: post!});
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

/**
 * Whom a post tells something, each once and for the best of reasons: who is replied to, who asked, who is mentioned, the mentor whom the
 * space gave to a newcomer, and who follows the conversation.
 */
async function readersOf(trx: Trx, {organisation, verb, post, thread, actor, space, people}: LogEntry): Promise<Telling[]> {
  const {rows: [row]} = await sql<{parent: string | null; asker: string | null; mentors: string[] | null}>`
    select r.author as parent, q.author as asker, (
      select json_agg(s.mentor) from mentorship s where s.organisation = p.organisation and s.mentee = p.author and s.space = ${space} and s.first_post = p.id) as mentors
    from post p join thread t on t.organisation = p.organisation and t.id = p.thread
      left join post r on r.organisation = p.organisation and r.id = p.parent
      left join post q on q.organisation = p.organisation and q.id = t.question and q.id <> p.id
    where p.organisation = ${organisation} and p.id = ${post}`.execute(trx);
  const tellings: Telling[] = [];
  if (row?.parent) tellings.push({person: row.parent, kind: 'reply'});
  else if (verb === 'posted' && row?.asker) tellings.push({person: row.asker, kind: 'answer'});
  for (const person of people) tellings.push({person, kind: 'mention'});
  for (const person of row?.mentors ?? []) tellings.push({person, kind: 'newcomer'});
  for (const person of await followersOf(trx, organisation, thread!)) tellings.push({person, kind: 'followed'});
  const told = new Set<string | null>([actor]);
  return tellings.filter(({person}) => !told.has(person) && told.add(person));
}

/** Who follows a thread. What they have not read of it yet gives way to the news: one line for a conversation is enough. */
async function followersOf(trx: Trx, organisation: string, thread: string): Promise<string[]> {
  await sql`
    delete from notification n using post p
    where n.organisation = ${organisation} and n.kind = 'followed' and n.read_at is null and p.organisation = n.organisation and p.id = n.post
      and p.thread = ${thread}`.execute(trx);
  return peopleOf(trx, sql`select person from follow where organisation = ${organisation} and thread = ${thread}`);
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
