import type {NotificationKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {newId} from '../internal/new-id.ts';
import type {Follower} from '../log/followers.ts';
import type {LogEntry} from '../log/reader.ts';
import type {Trx} from '../store/transaction.ts';

/** Somebody who is to be told. */
interface Telling {
  readonly person: string;
  readonly kind: NotificationKind;
}

type About = Partial<Record<'post' | 'kudos' | 'mentorship', string>>;

/** Reads off the log what people should know, and takes back what was undone. */
export const tell: Follower = {
  name: 'notifications',
  async follow(trx, entries) {
    for (const entry of entries) if (!entry.imported) await consider(trx, entry);
    return [];
  },
};

async function consider(trx: Trx, entry: LogEntry): Promise<void> {
  const {organisation, verb, post, object, objectType, people} = entry;
  switch (verb) {
    case 'posted':
    case 'asked':
    case 'replied':
      await keep(trx, entry, await readersOf(trx, entry), {post: post!});
      return;
    case 'accepted':
      await keep(trx, entry, await authorOf(trx, entry), {post: post!});
      return;
    case 'undid':
      await sql`delete from notification where organisation = ${organisation} and kind = 'accepted' and post = ${post} and not exists (
        select 1 from post where organisation = ${organisation} and id = ${post} and accepted)`.execute(trx);
      return;
    case 'removed':
      await sql`delete from notification where organisation = ${organisation} and post = ${post}`.execute(trx);
      return;
    case 'thanked':
      await keep(trx, entry, people.map(person => ({person, kind: 'kudos'})), {kudos: object!});
      return;
    case 'withdrew':
      if (objectType === 'kudos') await sql`delete from notification where organisation = ${organisation} and kudos = ${object}`.execute(trx);
      if (objectType === 'mentorship') await sql`delete from notification where organisation = ${organisation} and mentorship = ${object} and kind = 'mentor-request'`.execute(trx);
      return;
    case 'requested':
    case 'accepted-mentorship':
    case 'declined':
    case 'completed':
      await keep(trx, entry, sidesOf(entry), {mentorship: object!});
      return;
    default:
  }
}

/** Whom a post tells something: who is replied to, who asked, and the mentor whom the space gave to a newcomer. */
async function readersOf(trx: Trx, {organisation, verb, post, actor, space}: LogEntry): Promise<Telling[]> {
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
  for (const person of row?.mentors ?? []) tellings.push({person, kind: 'newcomer'});
  return tellings.filter(({person}) => person !== actor);
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
async function keep(trx: Trx, {organisation, actor, space, at}: LogEntry, tellings: readonly Telling[], {post, kudos, mentorship}: About): Promise<void> {
  const wanted = tellings.filter(({person}) => person !== actor).map(telling => ({...telling, id: newId(at.getTime())}));
  if (wanted.length === 0 || space === null) return;
  // What was done again, as an answer that is accepted anew, is told as new.
  await sql`
    insert into notification (organisation, id, person, kind, actor, space, post, kudos, mentorship, at)
    select ${organisation}, w.id, w.person, w.kind, ${actor}, ${space}, ${post ?? null}::uuid, ${kudos ?? null}::uuid, ${mentorship ?? null}::uuid, ${at}
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(id uuid, person uuid, kind text)
      join person p on p.organisation = ${organisation} and p.id = w.person and p.state = 'active'
    where not exists (select 1 from notification_choice c where c.organisation = ${organisation} and c.person = w.person and c.kind = w.kind)
    on conflict (organisation, person, kind, actor, post, kudos, mentorship) do update set id = excluded.id, at = excluded.at, read_at = null`.execute(trx);
}
