import {isAllowed, type Checklist, type Input, type Output, type Space} from '@social-learning/protocol';
import {sql} from 'kysely';
import {subjectHash} from '../feed/topics.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, rolesIn, spaceFacts} from '../spaces/policy.ts';
import {readNewestFirst} from '../store/newest-first.ts';
import {progressOf} from './progress.ts';
import {checklistColumns, findChecklist, toChecklist, type ChecklistRow} from './rows.ts';
import {readRun} from './run.ts';
import {checklistsTopic} from './topic.ts';

/** One by its id, or the one on a subject that the caller is to see. */
export async function readChecklist(
  services: Services, caller: Caller, {space: slug, checklist: id, subject}: Input<'checklists.read'>,
): Promise<Output<'checklists.read'>> {
  const {store: {db}} = services;
  if (id !== undefined) {
    const from = await start(services, caller);
    const {row, space} = await findChecklist(db, caller, id);
    return {space, checklist: toChecklist(row), ...from(space)};
  }
  const space = readableSpace(caller, slug);
  const facts = spaceFacts(caller, space);
  demand('checklist.read', caller, space, facts);
  const from = await start(services, caller);
  const me = caller.standing?.person.id ?? null;
  const editsAll = isAllowed('checklist.edit', rolesIn(caller, space), facts);
  const {rows: [row]} = await sql<ChecklistRow>`
    select ${checklistColumns} from checklist c
    where c.organisation = ${caller.organisation.id} and c.space = ${space.id} and c.subject_hash = ${subjectHash(subject!)}
      and (c.state = 'published' or (c.state = 'draft' and (${editsAll}::boolean or c.author = ${me}::uuid)))
    order by c.state = 'published' desc, c.published_at desc, c.created_at desc, c.id desc limit 1`.execute(db);
  return {space, checklist: row ? toChecklist(row) : null, ...from(space)};
}

/** The published checklists of a space, the latest first. */
export async function listChecklists(
  services: Services, caller: Caller, {space: slug, cursor, limit}: Omit<Input<'checklists.list'>, 'limit'> & {readonly limit?: number | undefined},
): Promise<Output<'checklists.list'>> {
  const {store: {db}, cursors} = services;
  const organisation = caller.organisation.id;
  const space = readableSpace(caller, slug);
  demand('checklist.read', caller, space, spaceFacts(caller, space));
  const from = await start(services, caller);
  const checklists = await readNewestFirst<ChecklistRow, Checklist>({
    cursors, scope: `checklists:${organisation}:${space.id}`, cursor, length: pageLength(limit), at: sql`c.published_at`, id: sql`c.id`,
    read: async (beyond, order, amount) => (await sql<ChecklistRow>`
      select ${checklistColumns} from checklist c
      where c.organisation = ${organisation} and c.space = ${space.id} and c.state = 'published' and ${beyond}
      order by ${order} limit ${amount}`.execute(db)).rows,
    placeOf: ({publishedAt, id}) => ({at: publishedAt!, id}),
    show: toChecklist,
  });
  return {space, checklists, ...from(space)};
}

/** What the caller has ticked. */
export async function readChecklistRun(
  {store: {db}}: Services, caller: Caller, {checklist}: Input<'checklists.mine'>,
): Promise<Output<'checklists.mine'>> {
  const {space, facts} = await findChecklist(db, caller, checklist);
  demand('checklist.tick', caller, space, facts);
  return {run: await readRun(db, caller.organisation.id, checklist, signedIn(caller).person.id)};
}

export async function readChecklistProgress(
  {store: {db}}: Services, caller: Caller, {checklist}: Input<'checklists.progress'>,
): Promise<Output<'checklists.progress'>> {
  const {space, facts} = await findChecklist(db, caller, checklist);
  demand('checklist.read', caller, space, facts);
  return {progress: await progressOf(db, caller.organisation.id, checklist)};
}

/** Where a feed goes on from. First, so that what changes while the rest is read comes by the feed. */
async function start({store: {db}, topics, cursors, epoch}: Services, {organisation: {id}}: Caller): Promise<(space: Space) => {topic: string; cursor: string}> {
  const cursor = signPosition(cursors, epoch, id, await currentPosition(db, epoch));
  return space => ({topic: checklistsTopic(topics, id, space.id), cursor});
}
