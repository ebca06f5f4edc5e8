import type {Checklist, Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {reused} from '../intents/intent.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {lineOn} from './lines.ts';
import {findChecklist, readChecklistRow, toChecklist, type FoundChecklist} from './rows.ts';
import {finishComplete} from './tick.ts';

type Words = Pick<Input<'checklists.create'>, 'title' | 'description' | 'steps'>;

/** Begins a checklist. @param id The key of the act, which it has from then on. */
export async function createChecklist(
  services: Services, caller: Caller, {space: slug, subject, ...words}: Input<'checklists.create'>, trx: Trx, id: string,
): Promise<Deed<'checklists.create'>> {
  const space = readableSpace(caller, slug);
  demand('checklist.create', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const {person: {id: author}} = signedIn(caller);
  const subjectRow = subject && JSON.stringify({key: subject.key, title: subject.title ?? null, url: subject.url ?? null});
  const {title, description, steps} = trimmed(words);
  const {rows} = await sql`
    insert into checklist (organisation, id, space, subject_hash, subject, author, title, description, steps, created_at)
    values (${organisation}, ${id}, ${space.id}, ${subject ? subjectHash(subject.key) : null}, ${subjectRow ?? null}::jsonb, ${author},
      ${title}, ${description}, ${steps}::jsonb, ${new Date(services.now())})
    on conflict do nothing returning 1`.execute(trx);
  // Somebody else has used this id.
  if (rows.length === 0) throw reused();
  await keepRevision(services, trx, organisation, id, author);
  return {answer: {checklist: await shown(trx, organisation, id)}, activities: [], post: null};
}

/** Writes it anew. Whose ticks cover all the steps that are left has finished. */
export async function editChecklist(
  services: Services, caller: Caller, {checklist: id, revision, ...words}: Input<'checklists.edit'>, trx: Trx,
): Promise<Deed<'checklists.edit'>> {
  const {row, space, facts} = await findLocked(trx, caller, id);
  demand('checklist.edit', caller, space, facts);
  if (row.state === 'archived') throw new Refusal('checklist-closed', 'This checklist is no longer in use.', {field: '/checklist'});
  demandRevision(row.revision, revision);
  const organisation = caller.organisation.id;
  const {person: {id: actor}} = signedIn(caller);
  const {title, description, steps} = trimmed(words);
  await sql`
    update checklist set title = ${title}, description = ${description}, steps = ${steps}::jsonb, revision = revision + 1, version = version + 1,
      edited_at = ${new Date(services.now())}
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  await keepRevision(services, trx, organisation, id, actor);
  const finished = row.state === 'published' ? await finishComplete(services, trx, {...row, steps: words.steps}) : [];
  return {
    answer: {checklist: await shown(trx, organisation, id)}, post: null,
    // Nobody hears of a draft.
    activities: row.state === 'published' ? [lineOn(services, row, 'edited', actor), ...finished] : [],
  };
}

export async function publishChecklist(
  services: Services, caller: Caller, {checklist: id, revision}: Input<'checklists.publish'>, trx: Trx,
): Promise<Deed<'checklists.publish'>> {
  const {row, space, facts} = await findLocked(trx, caller, id);
  demand('checklist.edit', caller, space, facts);
  demandRevision(row.revision, revision);
  if (row.state === 'published') return {answer: {checklist: toChecklist(row)}, activities: [], post: null};
  const organisation = caller.organisation.id;
  await sql`
    update checklist set state = 'published', published_at = ${new Date(services.now())}, version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  return {
    answer: {checklist: await shown(trx, organisation, id)}, post: null,
    activities: [lineOn(services, row, 'published', signedIn(caller).person.id)],
  };
}

export async function archiveChecklist(
  services: Services, caller: Caller, {checklist: id}: Input<'checklists.archive'>, trx: Trx,
): Promise<Deed<'checklists.archive'>> {
  const {row, space, facts} = await findLocked(trx, caller, id);
  demand('checklist.edit', caller, space, facts);
  if (row.state === 'archived') return {answer: {checklist: toChecklist(row)}, activities: [], post: null};
  const organisation = caller.organisation.id;
  await sql`update checklist set state = 'archived', version = version + 1 where organisation = ${organisation} and id = ${id}`.execute(trx);
  return {
    answer: {checklist: await shown(trx, organisation, id)}, post: null,
    activities: row.state === 'published' ? [lineOn(services, row, 'undid', signedIn(caller).person.id, 'published')] : [],
  };
}

/** Of two who change it at once one is first. */
async function findLocked(trx: Trx, caller: Caller, id: string): Promise<FoundChecklist> {
  await sql`select 1 from checklist where organisation = ${caller.organisation.id} and id = ${id} for update`.execute(trx);
  return findChecklist(trx, caller, id);
}

async function shown(trx: Trx, organisation: string, id: string): Promise<Checklist> {
  return toChecklist((await readChecklistRow(trx, organisation, id))!);
}

async function keepRevision({now}: Services, trx: Trx, organisation: string, id: string, by: string): Promise<void> {
  await sql`
    insert into checklist_revision (organisation, checklist, revision, title, description, steps, by, at)
    select organisation, id, revision, title, description, steps, ${by}, ${new Date(now())} from checklist
    where organisation = ${organisation} and id = ${id}`.execute(trx);
}

function trimmed({title, description, steps}: Words): {title: string; description: string | null; steps: string} {
  return {
    title: title.trim(), description: description?.trim() ?? null,
    steps: JSON.stringify(steps.map(({text, note, ...step}) => ({...step, text: text.trim(), note: note?.trim() ?? null}))),
  };
}

function demandRevision(current: number, named: number): void {
  if (current !== named) throw new Refusal('revision-conflict', 'The checklist changed in the meantime. Look at it again.', {revision: current});
}
