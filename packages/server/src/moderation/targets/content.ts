import type {ContentItem, DecisionAction} from '@social-learning/protocol';
import {sql} from 'kysely';
import {becomeItem, eraseItem, lineOnItem} from '../../content-items/changes.ts';
import {holdItem} from '../../content-items/commands.ts';
import {itemColumns, itemTables, toItem, type ItemRow} from '../../content-items/rows.ts';
import {Refusal} from '../../http/refusal.ts';
import {signedIn, type Caller} from '../../identity/caller.ts';
import type {Activity} from '../../log/append.ts';
import type {Services} from '../../services.ts';
import type {Trx} from '../../store/transaction.ts';
import type {TargetKind} from './target.ts';

const actionsIn: Readonly<Record<ContentItem['state'], readonly DecisionAction[]>> = {
  draft: [],
  pending: ['approve', 'hide', 'remove'],
  published: ['hide', 'remove', 'dismiss'],
  hidden: ['restore', 'remove', 'dismiss'],
  archived: ['remove', 'dismiss'],
  removed: ['dismiss'],
};

/** Something that somebody shared. */
export const contentTarget: TargetKind = {
  async hold(services, trx, caller, id) {
    const {row, space} = await holdItem(trx, caller, id);
    return {
      space, about: row.author, actions: actionsIn[row.state],
      carryOut: action => (action === 'dismiss' ? Promise.resolve([]) : change(services, trx, caller, row, action)),
    };
  },
  async describe(db, organisation, ids) {
    const {rows} = await sql<ItemRow>`
      select ${itemColumns} from ${itemTables} where i.organisation = ${organisation} and i.id = any (${ids}::uuid[])`.execute(db);
    return new Map(rows.map(row => [row.id, {item: toItem(row, 'inside')}]));
  },
};

async function change(services: Services, trx: Trx, caller: Caller, row: ItemRow, action: DecisionAction): Promise<Activity[]> {
  const moderator = signedIn(caller).person.id;
  switch (action) {
    case 'hide':
      await becomeItem(trx, row, 'hidden', services.now());
      return [lineOnItem(services, row, 'hid', moderator)];
    case 'restore':
    case 'approve':
      await becomeItem(trx, row, 'published', services.now());
      // The log says now what its author did, so that whatever follows from it follows now.
      return [row.published ? lineOnItem(services, row, 'restored', moderator) : lineOnItem(services, row, 'published', row.author)];
    case 'remove':
      await eraseItem(trx, row, services.now());
      return [lineOnItem(services, row, 'removed', moderator)];
    default:
      throw new Refusal('invalid', 'This cannot be decided about what is shared.', {field: '/action'});
  }
}
