import type {Input, Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {reused} from '../intents/intent.ts';
import {findPeople} from '../people/find.ts';
import type {PostRow} from '../posts/rows.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {holdToAllowance} from './allowance.ts';
import {readKudosRow, toKudos} from './rows.ts';
import {withdrawalWindow} from './settings.ts';
import {forgetSaid, settleKudos} from './settle.ts';

/** Gives kudos. @param id The key of the act, which they have from then on. */
export async function giveKudos(
  services: Services, caller: Caller, input: Input<'kudos.give'>, trx: Trx, id: string,
): Promise<Deed<'kudos.give'>> {
  const {id: organisation, kudos: {values}} = caller.organisation;
  const post = input.post === undefined ? undefined : await findPost(trx, organisation, input.post);
  const space = post ? readableSpaceById(caller, post.space) : readableSpace(caller, input.space);
  if (post && !post.row.published) throw notFound();
  const {person: giver} = signedIn(caller);
  demand('kudos.give', caller, space, spaceFacts(caller, space));
  if (post && post.row.state !== 'visible') throw new Refusal('gone', 'This post was removed.', {field: '/post'});
  if (post?.row.author === giver.id) throw new Refusal('kudos-to-oneself', 'One cannot thank oneself: this post is yours.', {field: '/post'});
  const recipients = await findRecipients(trx, caller, space, giver.id, input.to ?? (post?.row.author ? [post.row.author] : []));
  const value = values.find(({key}) => key === input.value);
  if (input.value !== undefined && !value) throw new Refusal('invalid', `“${input.value}” is not one of the organisation’s values.`, {field: '/value'});

  const at = new Date(services.now());
  await holdToAllowance(trx, caller.organisation, giver.id, recipients, at);
  const {subject} = input;
  const subjectRow = subject && JSON.stringify({key: subject.key, title: subject.title ?? null, url: subject.url ?? null});
  const {rows} = await sql`
    insert into kudos (organisation, id, space, giver, value, value_name, message, post, subject_hash, subject, at)
    values (${organisation}, ${id}, ${space.id}, ${giver.id}, ${value?.key ?? null}, ${value?.name ?? null}, ${input.message.trim()},
      ${input.post ?? null}, ${subject ? subjectHash(subject.key) : null}, ${subjectRow ?? null}::jsonb, ${at})
    on conflict do nothing returning 1`.execute(trx);
  // Somebody else has used this id.
  if (rows.length === 0) throw reused();
  await sql`
    insert into kudos_recipient (organisation, kudos, person, place, space, giver, at)
    select ${organisation}, ${id}, person, place, ${space.id}, ${giver.id}, ${at}
    from unnest(${recipients}::uuid[]) with ordinality as n(person, place)`.execute(trx);
  return settleKudos(services, trx, organisation, id, recipients, 'thanked');
}

/** Withdraws kudos. Nothing of what they said is kept. */
export async function withdrawKudos(
  services: Services, caller: Caller, {kudos: id}: Input<'kudos.withdraw'>, trx: Trx,
): Promise<Deed<'kudos.withdraw'>> {
  const organisation = caller.organisation.id;
  await sql`select 1 from kudos where organisation = ${organisation} and id = ${id} for update`.execute(trx);
  const row = await readKudosRow(trx, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  if (!row) throw notFound();
  const facts = spaceFacts(caller, space);
  if (row.giver === signedIn(caller).person.id) facts.add('own');
  demand('kudos.withdraw', caller, space, facts);
  if (row.state === 'withdrawn') return {answer: {kudos: toKudos(row), tallies: []}, activities: [], post: null};
  if (services.now() - row.at.getTime() > withdrawalWindow) {
    throw new Refusal('withdrawal-closed', 'Kudos can be withdrawn for five minutes, and those are over.', {field: '/kudos', limit: withdrawalWindow / 1_000});
  }
  if (row.state === 'removed') throw notFound();
  const {rows} = await sql<{person: string}>`
    with gone as (delete from kudos_recipient where organisation = ${organisation} and kudos = ${id} returning person, place)
    select person from gone order by place`.execute(trx);
  await sql`
    update kudos set state = 'withdrawn', message = null, value = null, value_name = null, version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  const deed = await settleKudos(services, trx, organisation, id, rows.map(({person}) => person), 'withdrew');
  await forgetSaid(trx, row, deed.answer);
  return deed;
}

async function findPost(trx: Trx, organisation: string, id: string): Promise<{row: PostRow; space: string}> {
  const row = await readPostRow(trx, organisation, id);
  const thread = row && (await readThreadRow(trx, organisation, row.thread));
  if (!thread) throw notFound();
  return {row, space: thread.space};
}

/** The people who are named, once each. Throws where one is not there, has left, or is the giver. */
async function findRecipients(
  trx: Trx, caller: Caller, space: Space, giver: string, references: readonly string[],
): Promise<readonly string[]> {
  if (references.length === 0) throw new Refusal('gone', 'Who wrote this post has left.', {field: '/post'});
  const found = await findPeople(trx, caller.organisation.id, space, references);
  const ids = found.map((each, index) => {
    const field = `/to/${index}`;
    if (!each) throw new Refusal('not-found', 'Somebody whom you thank is not here, or not for you to see.', {field});
    if (each.left) throw new Refusal('gone', 'Somebody whom you thank has left.', {field});
    if (each.person.id === giver) throw new Refusal('kudos-to-oneself', 'One cannot thank oneself.', {field});
    return each.person.id;
  });
  return [...new Set(ids)];
}
