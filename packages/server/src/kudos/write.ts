import {sql} from 'kysely';
import {appendActivities, type Activity} from '../log/append.ts';
import {enterEpoch} from '../log/epoch.ts';
import {createTopics} from '../feed/topics.ts';
import {readSecrets} from '../store/secrets.ts';
import type {Store} from '../store/store.ts';
import {inTransaction} from '../store/transaction.ts';
import type {OrganisationValue} from './settings.ts';
import {countAnew} from './tallies.ts';
import {kudosTopic} from './topic.ts';

/** Kudos from elsewhere, with the time that they had. */
export interface ImportedKudos {
  readonly id: string;
  readonly giver: string;
  readonly to: readonly string[];
  readonly value: OrganisationValue | undefined;
  readonly message: string;
  readonly at: Date;
}

/** Brings kudos in. What is there already, by its id, is left as it is. No allowance holds for them, and nobody is told. */
export async function writeKudos(store: Store, organisation: string, space: string, all: readonly ImportedKudos[]): Promise<void> {
  const topic = kudosTopic({topics: await createTopics(await readSecrets(store))}, organisation, space);
  const epoch = await enterEpoch(store);
  await inTransaction(store, async trx => {
    const rows = all.map(({value, ...kudos}) => ({...kudos, value: value?.key, valueName: value?.name}));
    const {rows: made} = await sql<{id: string}>`
      insert into kudos (organisation, id, space, giver, value, value_name, message, at)
      select ${organisation}, id, ${space}, giver, value, "valueName", message, at
      from json_to_recordset(${JSON.stringify(rows)}::json) as n(id uuid, giver uuid, value text, "valueName" text, message text, at timestamptz)
      on conflict do nothing returning id`.execute(trx);
    const added = all.filter(({id}) => made.some(row => row.id === id));
    if (added.length === 0) return;
    const recipients = added.flatMap(({id, giver, to, at}) => to.map((person, place) => ({kudos: id, person, place, giver, at})));
    await sql`
      insert into kudos_recipient (organisation, kudos, person, place, space, giver, at)
      select ${organisation}, kudos, person, place, ${space}, giver, at
      from json_to_recordset(${JSON.stringify(recipients)}::json) as n(kudos uuid, person uuid, place integer, giver uuid, at timestamptz)`.execute(trx);
    const people = [...new Set(recipients.map(({person}) => person))];
    await countAnew(trx, organisation, space, people.map(key => ({kind: 'person', key})));
    await appendActivities(trx, epoch, added.map(({id, giver, to, at}): Activity => ({
      organisation, verb: 'thanked', actor: giver, space, topic, object: {type: 'kudos', id}, people: to, at: at.toISOString(), imported: true,
    })));
  });
  store.announce();
}
