import {isAllowed, type Checklist, type ChecklistStep, type Condition, type Person, type Space} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {notFound} from '../http/refusal.ts';
import type {Caller} from '../identity/caller.ts';
import {readableSpaceById, rolesIn, spaceFacts} from '../spaces/policy.ts';
import type {Tables} from '../store/tables.ts';

/** A checklist with its author, as it lies in the database. */
export interface ChecklistRow {
  readonly organisation: string;
  readonly id: string;
  readonly space: string;
  readonly subject: Checklist['subject'];
  readonly author: string;
  readonly authorPerson: Person | null;
  readonly title: string;
  readonly description: string | null;
  readonly steps: ChecklistStep[];
  readonly state: Checklist['state'];
  readonly revision: number;
  readonly version: number;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly publishedAt: Date | null;
}

export const checklistColumns = sql`
  c.organisation, c.id, c.space, c.subject, c.author, c.title, c.description, c.steps, c.state, c.revision, c.version,
  c.created_at as "createdAt", c.edited_at as "editedAt", c.published_at as "publishedAt",
  (select jsonb_build_object('id', p.id, 'name', p.name, 'picture', p.picture) from person p
   where p.organisation = c.organisation and p.id = c.author and p.state <> 'erased') as "authorPerson"`;

export function toChecklist(row: ChecklistRow): Checklist {
  const {id, space, subject, authorPerson, title, description, steps, state, revision, version, createdAt, editedAt, publishedAt} = row;
  return {
    id, space, subject, title, description, author: authorPerson, state, revision, version,
    // JSON in the database orders the fields of an object as it likes.
    steps: steps.map(({id: step, text, note, critical}) => ({id: step, text, note, critical})),
    createdAt: createdAt.toISOString(), editedAt: editedAt?.toISOString() ?? null, publishedAt: publishedAt?.toISOString() ?? null,
  };
}

export async function readChecklistRow(db: Kysely<Tables>, organisation: string, id: string): Promise<ChecklistRow | undefined> {
  const {rows: [row]} = await sql<ChecklistRow>`
    select ${checklistColumns} from checklist c where c.organisation = ${organisation} and c.id = ${id}`.execute(db);
  return row;
}

/** A checklist that the caller may see, with what is true of it. */
export interface FoundChecklist {
  readonly row: ChecklistRow;
  readonly space: Space;
  readonly facts: ReadonlySet<Condition>;
}

/** Throws `not-found` where it is not there, its space is not for the caller, or it is a draft of somebody else's. */
export async function findChecklist(db: Kysely<Tables>, caller: Caller, id: string): Promise<FoundChecklist> {
  const row = await readChecklistRow(db, caller.organisation.id, id);
  const space = readableSpaceById(caller, row?.space);
  if (!row) throw notFound();
  const facts = spaceFacts(caller, space);
  if (row.author === caller.standing?.person.id) facts.add('own');
  if (row.state === 'draft' && !isAllowed('checklist.edit', rolesIn(caller, space), facts)) throw notFound();
  return {row, space, facts};
}
