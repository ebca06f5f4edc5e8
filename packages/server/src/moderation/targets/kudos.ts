import type {DecisionAction, Kudos} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound} from '../../http/refusal.ts';
import {signedIn, type Caller} from '../../identity/caller.ts';
import {kudosColumns, kudosTables, readKudosRow, toKudos, type KudosRow} from '../../kudos/rows.ts';
import {forgetSaid, settleKudos} from '../../kudos/settle.ts';
import type {Activity} from '../../log/append.ts';
import {looksAfter} from '../../posts/standing.ts';
import type {Services} from '../../services.ts';
import {readableSpaceById} from '../../spaces/policy.ts';
import type {Trx} from '../../store/transaction.ts';
import type {TargetKind} from './target.ts';

const actionsIn: Readonly<Record<Kudos['state'], readonly DecisionAction[]>> = {
  given: ['hide', 'remove', 'dismiss'],
  hidden: ['restore', 'remove', 'dismiss'],
  removed: ['dismiss'],
  withdrawn: ['dismiss'],
};

/** What decisions make of kudos, and how the log says it. */
const become = {hide: ['hidden', 'hid'], restore: ['given', 'restored'], remove: ['removed', 'removed']} as const;

/** Kudos; whose they are is who gave them. */
export const kudosTarget: TargetKind = {
  async hold(services, trx, caller, id) {
    const organisation = caller.organisation.id;
    await sql`select 1 from kudos where organisation = ${organisation} and id = ${id} for update`.execute(trx);
    const row = await readKudosRow(trx, organisation, id);
    const space = readableSpaceById(caller, row?.space);
    if (row!.state !== 'given' && row!.giver !== caller.standing?.person.id && !looksAfter(caller, space)) throw notFound();
    const {rows} = await sql<{person: string}>`
      select person from kudos_recipient where organisation = ${organisation} and kudos = ${id} order by place`.execute(trx);
    const people = rows.map(({person}) => person);
    return {
      space, about: row!.giver, concerned: people, actions: actionsIn[row!.state],
      carryOut: action => (action in become ? change(services, trx, caller, row!, people, action as keyof typeof become) : Promise.resolve([])),
    };
  },
  async describe(db, organisation, ids) {
    const {rows} = await sql<KudosRow>`
      select ${kudosColumns} from ${kudosTables} where k.organisation = ${organisation} and k.id = any (${ids}::uuid[])`.execute(db);
    return new Map(rows.map(row => [row.id, {kudos: toKudos(row, 'inside')}]));
  },
};

/** Takes kudos down, with the number that they count for, or puts them up again. Of removed ones nothing that was said is kept. */
async function change(
  services: Services, trx: Trx, caller: Caller, row: KudosRow, people: readonly string[], action: keyof typeof become,
): Promise<readonly Activity[]> {
  const {organisation, id} = row;
  const [state, verb] = become[action];
  await sql`
    update kudos set state = ${state}, version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  if (action === 'remove') {
    await sql`
      update kudos set message = null, value = null, value_name = null
      where organisation = ${organisation} and id = ${id}`.execute(trx);
  }
  const deed = await settleKudos(services, trx, organisation, id, people, verb, signedIn(caller).person.id);
  if (action === 'remove') await forgetSaid(trx, row, deed.answer);
  return deed.activities;
}
