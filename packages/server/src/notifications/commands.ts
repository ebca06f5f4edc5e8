import type {Input, NotificationKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import {notFound} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Deed} from '../intents/carry-out.ts';
import type {Services} from '../services.ts';
import {mayRead} from '../spaces/policy.ts';
import type {Trx} from '../store/transaction.ts';
import {newsOf} from './news.ts';
import {countUnread} from './queries.ts';

/** Marks everything as read that is not newer than a notification. */
export async function readNotifications(
  {now, topics}: Services, caller: Caller, {until}: Input<'notifications.read'>, trx: Trx,
): Promise<Deed<'notifications.read'>> {
  const organisation = caller.organisation.id;
  const {person: {id: person}} = signedIn(caller);
  const {rows: [last]} = await sql<{at: Date}>`
    select at from notification where organisation = ${organisation} and person = ${person} and id = ${until}`.execute(trx);
  if (!last) throw notFound();
  await sql`
    update notification set read_at = ${new Date(now())}
    where organisation = ${organisation} and person = ${person} and (at, id) <= (${last.at}, ${until}::uuid) and read_at is null`.execute(trx);
  const spaces = caller.organisation.spaces.filter(space => mayRead(caller, space)).map(({id}) => id);
  const news = newsOf(topics, organisation, person, {}, new Date(now()).toISOString());
  return {answer: {unread: await countUnread(trx, organisation, person, spaces)}, activities: [news], post: null};
}

/** Switches a kind on or off. What one was told before stays. */
export async function chooseNotifications(
  {now, topics}: Services, caller: Caller, {kind, on}: Input<'notifications.choose'>, trx: Trx,
): Promise<Deed<'notifications.choose'>> {
  const organisation = caller.organisation.id;
  const {person: {id: person}} = signedIn(caller);
  await (on
    ? sql`delete from notification_choice where organisation = ${organisation} and person = ${person} and kind = ${kind}`
    : sql`insert into notification_choice (organisation, person, kind) values (${organisation}, ${person}, ${kind}) on conflict do nothing`
  ).execute(trx);
  const {rows} = await sql<{kind: NotificationKind}>`
    select kind from notification_choice where organisation = ${organisation} and person = ${person} order by kind`.execute(trx);
  const news = newsOf(topics, organisation, person, {}, new Date(now()).toISOString());
  return {answer: {off: rows.map(row => row.kind)}, activities: [news], post: null};
}
