import {sql} from 'kysely';
import {thingKey, type Describe} from '../feed/describe.ts';
import {itemColumns, itemTables, toItem, type ItemRow} from './rows.ts';

/** Lines about items: what everybody sees of them, and to their author and the moderators all of it. */
export const describeItems: Describe = async (db, entries) => {
  const wanted = entries.map(({organisation, object}) => ({organisation, id: object}));
  const {rows} = await sql<ItemRow>`
    select ${itemColumns} from ${itemTables}
    where (i.organisation, i.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  const byId = new Map(rows.map(row => [thingKey(row.organisation, row.id), row]));
  return ({organisation, object}) => {
    const row = byId.get(thingKey(organisation, object));
    if (!row) return {};
    const inside = row.state !== 'published' && row.state !== 'removed';
    return {
      ...(row.published && {everybody: [{content: toItem(row)}] as const}),
      ...(inside && {inside: {
        circle: {space: row.space, moderators: true, people: [row.author], except: null}, parts: [{content: toItem(row, 'inside')}] as const,
      }}),
    };
  };
};
