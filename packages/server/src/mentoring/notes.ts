import type {Condition, Input, MentorshipNote, Output} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {personTopic} from '../feed/reserved.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import type {Services} from '../services.ts';
import {demand, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Tables} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';
import {activityOf} from './commands.ts';
import {readMentorship, type MentorshipRow} from './rows.ts';

type Side = MentorshipNote['side'];

/** The notes of a mentorship that the caller may read. */
export async function readMentorshipNotes(
  {store: {db}, topics, cursors, epoch}: Services, caller: Caller, {mentorship: id, side}: Input<'mentorships.notes'>,
): Promise<Output<'mentorships.notes'>> {
  const organisation = caller.organisation.id;
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const row = await readMentorship(db, organisation, id);
  const sides = readableSides(caller, row);
  demandOwn(caller, row, side === undefined ? sides.length > 0 : sides.includes(side));
  const wanted = side === undefined ? sides : [side];
  const found = await readNotes(db, organisation, id);
  return {
    mentorship: id,
    notes: wanted.map(each => found.get(each) ?? {side: each, text: '', revision: 0, at: null}),
    topic: personTopic(topics, organisation, signedIn(caller).person.id),
    cursor,
  };
}

/** Writes a note. Of two who write on the same revision the first stands. */
export async function writeMentorshipNote(
  {now}: Services, caller: Caller, {mentorship: id, side, text, revision}: Input<'mentorships.note'>, trx: Trx,
): Promise<Deed<'mentorships.note'>> {
  const organisation = caller.organisation.id;
  await sql`select 1 from mentorship where organisation = ${organisation} and id = ${id} for update`.execute(trx);
  const row = await readMentorship(trx, organisation, id);
  demandOwn(caller, row, side === 'shared' ? sideOf(caller, row) !== undefined : sideOf(caller, row) === side);
  if (row!.state !== 'active') throw new Refusal('mentorship-closed', 'Notes are written for as long as you learn together.');
  const before = (await readNotes(trx, organisation, id)).get(side);
  if ((before?.revision ?? 0) !== revision) {
    throw new Refusal('revision-conflict', 'This note was written anew in the meantime.', {revision: before?.revision ?? 0});
  }
  const at = new Date(now());
  await sql`
    insert into mentorship_note (organisation, mentorship, side, text, at) values (${organisation}, ${id}, ${side}, ${text}, ${at})
    on conflict (organisation, mentorship, side) do update set text = excluded.text, at = excluded.at, revision = mentorship_note.revision + 1`.execute(trx);
  return {
    answer: {mentorship: id, note: (await readNotes(trx, organisation, id)).get(side)!},
    activities: [activityOf(organisation, row!, row!.space, 'edited', signedIn(caller).person.id, at)],
    post: null,
  };
}

/** Which of the two the caller is. */
function sideOf(caller: Caller, row: MentorshipRow | undefined): 'mentor' | 'mentee' | undefined {
  const me = caller.standing?.person.id;
  if (!row || me === undefined) return undefined;
  return row.mentor === me ? 'mentor' : row.mentee === me ? 'mentee' : undefined;
}

/** While they learn together the two read all; afterwards each their own and what they shared. */
function readableSides(caller: Caller, row: MentorshipRow | undefined): readonly Side[] {
  const side = sideOf(caller, row);
  if (!side) return [];
  return row!.state === 'active' ? ['mentor', 'mentee', 'shared'] : [side, 'shared'];
}

function demandOwn(caller: Caller, row: MentorshipRow | undefined, own: boolean): void {
  if (!row) throw notFound();
  const space = readableSpaceById(caller, row.space);
  const facts: Set<Condition> = spaceFacts(caller, space);
  if (own) facts.add('own');
  demand('mentorship.notes', caller, space, facts);
}

async function readNotes(db: Kysely<Tables>, organisation: string, id: string): Promise<Map<Side, MentorshipNote>> {
  const {rows} = await sql<Omit<MentorshipNote, 'at'> & {at: Date}>`
    select side, text, revision, at from mentorship_note where organisation = ${organisation} and mentorship = ${id}`.execute(db);
  return new Map(rows.map(row => [row.side, {...row, at: row.at.toISOString()}]));
}
