import {sql} from 'kysely';
import {thingKey, type Describe} from '../feed/describe.ts';
import {kudosColumns, kudosTables, toKudos, type KudosRow} from './rows.ts';
import {readTallies, wantedOf} from './tallies.ts';

/** Lines about kudos: the kudos, with the numbers that they changed. */
export const describeKudos: Describe = async (db, entries) => {
  const wanted = entries.map(({organisation, object}) => ({organisation, id: object}));
  const {rows} = await sql<KudosRow>`
    select ${kudosColumns} from ${kudosTables}
    where (k.organisation, k.id) in (
      select organisation, id from json_to_recordset(${JSON.stringify(wanted)}::json) as w(organisation uuid, id uuid))`.execute(db);
  const byId = new Map(rows.map(row => [thingKey(row.organisation, row.id), row]));
  const tallied = entries.map(({organisation, object, people}) => {
    const row = byId.get(thingKey(organisation, object));
    return row ? wantedOf(row, people) : [];
  });
  const tallies = await readTallies(db, tallied.flat());
  const parts = new Map(entries.map((entry, index) => {
    const row = byId.get(thingKey(entry.organisation, entry.object));
    const own = tallies.splice(0, tallied[index]!.length);
    return [entry, row ? {kudos: toKudos(row), tallies: own} : {}] as const;
  }));
  return entry => ({everybody: [parts.get(entry)!]});
};
