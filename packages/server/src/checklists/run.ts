import type {ChecklistRun} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';

/** One person's way through a checklist; before the first tick, an empty one. */
export async function readRun(db: Kysely<Tables>, organisation: string, checklist: string, person: string): Promise<ChecklistRun> {
  const {rows: [run]} = await sql<{finishedAt: Date | null; version: number}>`
    select finished_at as "finishedAt", version from checklist_run
    where organisation = ${organisation} and checklist = ${checklist} and person = ${person}`.execute(db);
  const {rows: ticks} = await sql<{step: string; done: boolean; place: string}>`
    select step, done, place::text as place from checklist_tick
    where organisation = ${organisation} and checklist = ${checklist} and person = ${person} order by step`.execute(db);
  return {
    checklist, ticks: ticks.map(({step, done, place}) => ({step, on: done, order: Number(place)})),
    finishedAt: run?.finishedAt?.toISOString() ?? null, version: run?.version ?? 0,
  };
}
