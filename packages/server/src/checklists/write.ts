import type {Checklist} from '@social-learning/protocol';
import {sql} from 'kysely';
import {createTopics, subjectHash} from '../feed/topics.ts';
import {appendActivities} from '../log/append.ts';
import {enterEpoch} from '../log/epoch.ts';
import {readSecrets} from '../store/secrets.ts';
import type {Store} from '../store/store.ts';
import {inTransaction, type Trx} from '../store/transaction.ts';
import {lineOn} from './lines.ts';

/** A published checklist from elsewhere, with how far people are. */
export interface ImportedChecklist extends Pick<Checklist, 'id' | 'subject' | 'title' | 'description' | 'steps'> {
  readonly author: string;
  readonly at: Date;
  readonly runs: readonly {readonly person: string; readonly done: readonly string[]; readonly at: Date}[];
}

/** Brings checklists in. What is there already, by its id, is left as it is. */
export async function writeChecklists(store: Store, organisation: string, space: string, all: readonly ImportedChecklist[]): Promise<void> {
  const topics = await createTopics(await readSecrets(store));
  const epoch = await enterEpoch(store);
  await inTransaction(store, async trx => {
    for (const list of all) {
      if (!(await writeOne(trx, organisation, space, list))) continue;
      const line = (verb: 'published' | 'finished', actor: string, at: Date) =>
        ({...lineOn({topics, now: () => at.getTime()}, {organisation, space, id: list.id, author: list.author}, verb, actor), imported: true});
      await appendActivities(trx, epoch, [
        line('published', list.author, list.at),
        ...list.runs.filter(({done}) => done.length === list.steps.length).map(({person, at}) => line('finished', person, at)),
      ]);
    }
  });
  store.announce();
}

async function writeOne(trx: Trx, organisation: string, space: string, {id, author, at, subject, title, description, steps, runs}: ImportedChecklist): Promise<boolean> {
  const {rows} = await sql`
    insert into checklist (organisation, id, space, subject_hash, subject, author, title, description, steps, state, created_at, published_at)
    values (${organisation}, ${id}, ${space}, ${subject && subjectHash(subject.key)}, ${subject && JSON.stringify(subject)}::jsonb, ${author}, ${title},
      ${description}, ${JSON.stringify(steps)}::jsonb, 'published', ${at}, ${at})
    on conflict do nothing returning 1`.execute(trx);
  if (rows.length === 0) return false;
  await sql`
    insert into checklist_revision (organisation, checklist, revision, title, description, steps, by, at)
    select organisation, id, revision, title, description, steps, author, created_at from checklist
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  const own = runs.map(({person, done, at: time}) => ({person, done: done.length, finishedAt: done.length === steps.length ? time : null}));
  await sql`
    insert into checklist_run (organisation, checklist, person, done, finished_at, version)
    select ${organisation}, ${id}, person, done, "finishedAt", 1
    from json_to_recordset(${JSON.stringify(own)}::json) as r(person uuid, done integer, "finishedAt" timestamptz)`.execute(trx);
  const ticks = runs.flatMap(({person, done, at: time}) => done.map(step => ({person, step, place: time.getTime()})));
  await sql`
    insert into checklist_tick (organisation, checklist, person, step, done, place)
    select ${organisation}, ${id}, person, step, true, place
    from json_to_recordset(${JSON.stringify(ticks)}::json) as t(person uuid, step uuid, place bigint)`.execute(trx);
  return true;
}
