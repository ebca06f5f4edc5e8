import {sql} from 'kysely';
import {thingKey, type Describe} from '../feed/describe.ts';
import {readProgress, toProgress} from './progress.ts';
import {checklistColumns, toChecklist, type ChecklistRow} from './rows.ts';

/** Lines about checklists: the checklist, with how far people are. */
export const describeChecklists: Describe = async (db, entries) => {
  const wanted = [...new Map(entries.filter(({object}) => object !== null)
    .map(({organisation, object}) => [thingKey(organisation, object), {organisation, id: object!}])).values()];
  const {rows} = await sql<ChecklistRow>`
    select ${checklistColumns} from checklist c
    where (c.organisation, c.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid)) and c.state <> 'draft'`.execute(db);
  const checklists = new Map(rows.map(row => [thingKey(row.organisation, row.id), toChecklist(row)]));
  const progress = new Map((await readProgress(db, wanted)).map(row => [thingKey(row.organisation, row.checklist), toProgress(row)]));
  return ({organisation, object}) => {
    const key = thingKey(organisation, object);
    const checklist = checklists.get(key);
    return checklist ? {everybody: [{checklist, progress: progress.get(key)!}]} : {};
  };
};
