import type {Input} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import {demand} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {lineOn} from './lines.ts';
import {progressOf} from './progress.ts';
import {findChecklist, type ChecklistRow} from './rows.ts';
import {readRun} from './run.ts';

/** Ticks a step, or takes the tick back: whichever of both was meant last holds, whenever it arrives. */
export async function tickChecklist(
  services: Services, caller: Caller, {checklist: id, step, on, order}: Input<'checklists.tick'>, trx: Trx,
): Promise<Deed<'checklists.tick'>> {
  const organisation = caller.organisation.id;
  // An edit meanwhile would change what is left to do; and progress is counted by one after another.
  await sql`select 1 from checklist where organisation = ${organisation} and id = ${id} for update`.execute(trx);
  const {row, space, facts} = await findChecklist(trx, caller, id);
  demand('checklist.tick', caller, space, facts);
  const {person: {id: person}} = signedIn(caller);
  if (row.state !== 'published') throw new Refusal('checklist-closed', 'Only a published checklist can be worked through.', {field: '/checklist'});
  if (!row.steps.some(({id: known}) => known === step)) throw new Refusal('not-found', 'This step is no longer there.', {field: '/step'});
  await sql`
    insert into checklist_run (organisation, checklist, person) values (${organisation}, ${id}, ${person}) on conflict do nothing`.execute(trx);
  const {rows: changed} = await sql`
    insert into checklist_tick as t (organisation, checklist, person, step, done, place)
    values (${organisation}, ${id}, ${person}, ${step}, ${on}, ${order})
    on conflict (organisation, checklist, person, step) do update set done = excluded.done, place = excluded.place where t.place < excluded.place
    returning 1`.execute(trx);
  const activities = changed.length > 0 ? await settle(services, trx, row, person, on) : [];
  return {
    answer: {run: await readRun(trx, organisation, id, person), progress: await progressOf(trx, organisation, id)}, activities, post: null,
  };
}

/** Counts what is done. Gives the line of having finished, or of having finished no longer. */
async function settle(services: Services, trx: Trx, row: ChecklistRow, person: string, on: boolean): Promise<Activity[]> {
  const {organisation, id, steps} = row;
  const {rows: [before]} = await sql<{done: number; finished: boolean; now: number}>`
    select r.done, r.finished_at is not null as finished, (
      select count(*)::integer from checklist_tick t
      where t.organisation = ${organisation} and t.checklist = ${id} and t.person = ${person} and t.done
        and t.step = any (${steps.map(({id: step}) => step)}::uuid[])) as now
    from checklist_run r where r.organisation = ${organisation} and r.checklist = ${id} and r.person = ${person}`.execute(trx);
  const {done, finished, now} = before!;
  // Steps that came after somebody had finished take nothing back.
  const finishes = finished ? on || now === steps.length : now === steps.length;
  const finishedAt = finishes === finished ? sql`finished_at` : sql`${finishes ? new Date(services.now()) : null}::timestamptz`;
  await sql`
    update checklist_run set done = ${now}, finished_at = ${finishedAt}, version = version + 1
    where organisation = ${organisation} and checklist = ${id} and person = ${person}`.execute(trx);
  if (finishes !== finished || (done === 0) !== (now === 0)) {
    await sql`update checklist set progress_version = progress_version + 1 where organisation = ${organisation} and id = ${id}`.execute(trx);
  }
  if (finishes === finished) return [];
  return [finishes ? lineOn(services, row, 'finished', person) : lineOn(services, row, 'undid', person, 'finished')];
}

/** After an edit: finishes for those whose ticks cover every step that is left. */
export async function finishComplete(
  services: Services, trx: Trx, row: Pick<ChecklistRow, 'organisation' | 'space' | 'id' | 'author' | 'steps'>,
): Promise<Activity[]> {
  const {organisation, id, steps} = row;
  await sql`
    update checklist_run r set version = version + 1, done = (
      select count(*)::integer from checklist_tick t
      where t.organisation = r.organisation and t.checklist = r.checklist and t.person = r.person and t.done
        and t.step = any (${steps.map(({id: step}) => step)}::uuid[]))
    where r.organisation = ${organisation} and r.checklist = ${id}`.execute(trx);
  const {rows} = await sql<{person: string}>`
    update checklist_run set finished_at = ${new Date(services.now())}
    where organisation = ${organisation} and checklist = ${id} and finished_at is null and done = ${steps.length} returning person`.execute(trx);
  await sql`update checklist set progress_version = progress_version + 1 where organisation = ${organisation} and id = ${id}`.execute(trx);
  return rows.map(({person}) => lineOn(services, row, 'finished', person));
}
