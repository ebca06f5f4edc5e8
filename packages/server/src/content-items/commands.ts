import type {Condition, Input, Output, Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {reapFiles} from '../files/reap.ts';
import {notFound, Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import {reused} from '../intents/intent.ts';
import type {Activity} from '../log/append.ts';
import {mustWait, notAgreed, whoHasNotAgreed} from '../moderation/admission.ts';
import {caseLine, holdCase, openCase, recordRuling, touchCase} from '../moderation/record.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, readableSpaceById, spaceFacts} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {attachCaptions, attachMedia} from './attach.ts';
import {becomeItem, eraseItem, lineOnItem, matterOfItem} from './changes.ts';
import {readItemRow, toItem, type ItemRow} from './rows.ts';
import {seesItemInside} from './standing.ts';

type ItemDeed = Omit<Deed<'content.create'>, 'answer'> & {readonly answer: Output<'content.create'>};

const answerWith = (row: ItemRow, activities: readonly Activity[] = []): ItemDeed =>
  ({answer: {item: toItem(row, 'inside')}, activities, post: null});

/** Makes a draft. @param id The key of the act, which it has from then on. */
export async function createContent(services: Services, caller: Caller, input: Input<'content.create'>, trx: Trx, id: string): Promise<ItemDeed> {
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, input.space);
  demand('content.create', caller, space, spaceFacts(caller, space));
  const {person: {id: author}} = signedIn(caller);
  const {kind, subject, file, captions, title, description = null, alt = null, skills = [], link = null} = input;
  if ((kind === 'link') !== (link !== null)) {
    throw new Refusal('invalid', kind === 'link' ? 'A link needs its address.' : 'Only a link has an address.', {field: '/link'});
  }
  if ((kind === 'link') === (file !== undefined)) {
    throw new Refusal('invalid', kind === 'link' ? 'A link has no file.' : 'Upload the file first.', {field: '/file'});
  }
  const subjectRow = subject && JSON.stringify({key: subject.key, title: subject.title ?? null, url: subject.url ?? null});
  const {rows} = await sql`
    insert into content_item (organisation, id, space, author, kind, title, description, alt, skills, link, subject_hash, subject, created_at)
    values (${organisation}, ${id}, ${space.id}, ${author}, ${kind}, ${title.trim()}, ${description}, ${alt}, ${JSON.stringify(skills)}::jsonb, ${link},
      ${subject ? subjectHash(subject.key) : null}, ${subjectRow ?? null}::jsonb, ${new Date(services.now())})
    on conflict do nothing returning 1`.execute(trx);
  // Somebody else has used this id.
  if (rows.length === 0) throw reused();
  const item = {organisation, id, author, kind};
  if (file !== undefined) await attachMedia(trx, item, file);
  if (captions) await attachCaptions(trx, item, captions, services.now());
  return answerWith((await readItemRow(trx, organisation, id))!);
}

interface Held {
  readonly row: ItemRow;
  readonly space: Space;
  readonly facts: Set<Condition>;
}

/** Takes hold of an item that the caller may see. */
export async function holdItem(trx: Trx, caller: Caller, id: string): Promise<Held> {
  const organisation = caller.organisation.id;
  await sql`select 1 from content_item where organisation = ${organisation} and id = ${id} for update`.execute(trx);
  const row = await readItemRow(trx, organisation, id);
  const space = readableSpaceById(caller, row?.space);
  if (!row || (!row.published && !seesItemInside(caller, space, row))) throw notFound();
  const facts = spaceFacts(caller, space);
  if (row.author === caller.standing?.person.id) facts.add('own');
  return {row, space, facts};
}

const gone = () => new Refusal('gone', 'This was removed.', {field: '/item'});

export async function editContent(services: Services, caller: Caller, input: Input<'content.edit'>, trx: Trx): Promise<ItemDeed> {
  const {row, space, facts} = await holdItem(trx, caller, input.item);
  demand('content.edit', caller, space, facts);
  if (row.state === 'removed') throw gone();
  if (row.revision !== input.revision) {
    throw new Refusal('revision-conflict', 'This was edited in the meantime. Look at it again.', {revision: row.revision});
  }
  const {title, description = null, alt = null, skills = [], link = null, captions} = input;
  if ((row.kind === 'link') !== (link !== null)) throw new Refusal('invalid', row.kind === 'link' ? 'A link needs its address.' : 'Only a link has an address.', {field: '/link'});
  // What was approved says something else now.
  const waits = row.state === 'published' && (await mustWait(trx, caller, space));
  await sql`
    update content_item set title = ${title.trim()}, description = ${description}, alt = ${alt}, skills = ${JSON.stringify(skills)}::jsonb, link = ${link},
      edited_at = ${new Date(services.now())}, revision = revision + 1, version = version + 1
    where organisation = ${row.organisation} and id = ${row.id}`.execute(trx);
  if (captions) await attachCaptions(trx, row, captions, services.now());
  const now = waits ? await becomeItem(trx, row, 'pending', services.now()) : (await readItemRow(trx, row.organisation, row.id))!;
  if (row.state === 'draft' || row.state === 'archived') return answerWith(now);
  const matter = matterOfItem(row);
  const opened = waits ? await openCase(trx, matter, true, services.now()) : await touchCase(trx, matter, false);
  const activities = [lineOnItem(services, row, row.published ? 'edited' : 'submitted', row.author)];
  if (opened) activities.push(caseLine(services, matter, opened, 'submitted', row.author));
  return answerWith(now, activities);
}

export async function publishContent(services: Services, caller: Caller, {item}: Input<'content.publish'>, trx: Trx): Promise<ItemDeed> {
  const {row, space, facts} = await holdItem(trx, caller, item);
  demand('content.publish', caller, space, facts);
  if (row.state === 'removed') throw gone();
  if (row.state === 'published' || row.state === 'pending') return answerWith(row);
  if (row.state === 'hidden') throw new Refusal('forbidden', 'A moderator has hidden this, and only a moderator can show it again.');
  const version = (await whoHasNotAgreed(trx, [{caller, space}])).values().next().value;
  if (version !== undefined) throw notAgreed(version);
  if (!(await mustWait(trx, caller, space))) {
    return answerWith(await becomeItem(trx, row, 'published', services.now()), [lineOnItem(services, row, 'published', row.author)]);
  }
  const matter = matterOfItem(row);
  const opened = await openCase(trx, matter, true, services.now());
  return answerWith(await becomeItem(trx, row, 'pending', services.now()), [
    lineOnItem(services, row, 'submitted', row.author), caseLine(services, matter, opened, 'submitted', row.author),
  ]);
}

export async function archiveContent(services: Services, caller: Caller, {item}: Input<'content.archive'>, trx: Trx): Promise<ItemDeed> {
  const {row, space, facts} = await holdItem(trx, caller, item);
  demand('content.archive', caller, space, facts);
  if (row.state === 'removed') throw gone();
  if (row.state === 'archived') return answerWith(row);
  if (row.state === 'hidden') throw new Refusal('forbidden', 'A moderator has hidden this. Remove it, or leave it.');
  const activities = [lineOnItem(services, row, 'removed', signedIn(caller).person.id), ...(await putAway(services, trx, row))];
  return answerWith(await becomeItem(trx, row, 'archived', services.now()), row.state === 'draft' ? [] : activities);
}

export async function removeContent(services: Services, caller: Caller, {item}: Input<'content.remove'>, trx: Trx): Promise<ItemDeed> {
  const {row, space, facts} = await holdItem(trx, caller, item);
  demand('content.remove', caller, space, facts);
  if (row.state === 'removed') return answerWith(row);
  const actor = signedIn(caller).person.id;
  const activities = [lineOnItem(services, row, 'removed', actor)];
  if (facts.has('own')) {
    activities.push(...(await putAway(services, trx, row)));
  } else {
    const matter = matterOfItem(row);
    const found = await holdCase(trx, matter, services.now());
    await recordRuling(trx, matter, found, {actor, action: 'remove', reason: null, rule: null, guidelines: null}, services.now());
    activities.push(caseLine(services, matter, found.id, 'moderated', actor));
  }
  const erased = await eraseItem(trx, row, services.now());
  return {...answerWith(erased, row.state === 'draft' ? [] : activities), after: () => void reapFiles(services).catch(() => undefined)};
}

/** What waited for the moderators, or was reported, needs them no longer. */
async function putAway(services: Services, trx: Trx, row: ItemRow): Promise<Activity[]> {
  const matter = matterOfItem(row);
  const touched = await touchCase(trx, matter, true);
  return touched ? [caseLine(services, matter, touched, 'removed', row.author)] : [];
}
