import type {DecisionAction, Input, Notification, NotificationKind, Output, Person, Target} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {personTopic} from '../feed/reserved.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import {sentenceOf} from '../moderation/sentence.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {mayRead} from '../spaces/policy.ts';
import {readNewestFirst} from '../store/newest-first.ts';
import type {Tables} from '../store/tables.ts';

interface Row {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly from: Person | null;
  readonly space: string;
  readonly key: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly post: string | null;
  readonly text: string | null;
  readonly at: Date;
  readonly read: boolean;
  readonly targetType: Target['type'] | null;
  readonly target: string | null;
  readonly action: DecisionAction | null;
  readonly reason: string | null;
  readonly sentence: string | null;
}

/** The notifications `n` of a person that they may still read: the space is open to them, the post is shown, the kudos stand. */
const shown = (organisation: string, person: string, spaces: readonly string[]) => sql`
  notification n
    left join post o on o.organisation = n.organisation and o.id = n.post
    left join kudos k on k.organisation = n.organisation and k.id = n.kudos
  where n.organisation = ${organisation} and n.person = ${person} and n.space = any (${spaces}::uuid[])
    and (n.post is null or o.state = 'visible') and (n.kudos is null or k.state = 'given')`;

/** One's own notifications. */
export async function listNotifications(
  {store: {db}, cursors, epoch, topics}: Services, caller: Caller, input: Omit<Input<'notifications.list'>, 'limit'> & {limit?: number | undefined},
): Promise<Output<'notifications.list'>> {
  const organisation = caller.organisation.id;
  const {person: {id: person}} = signedIn(caller);
  const spaces = caller.organisation.spaces.filter(space => mayRead(caller, space)).map(({id}) => id);
  // First, so that what comes while the rest is read is heard of.
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const notifications = await readNewestFirst<Row, Notification>({
    cursors, scope: `notifications:${organisation}:${person}`, cursor: input.cursor, length: pageLength(input.limit), at: sql`n.at`, id: sql`n.id`,
    read: async (beyond, order, amount) => (await sql<Row>`
      with page as (select n.* from ${shown(organisation, person, spaces)} and ${beyond} order by ${order} limit ${amount})
      select n.id, n.kind, n.space, n.post, n.at, n.read_at is not null as read,
        case when a.id is null then null else json_build_object('id', a.id, 'name', a.name, 'picture', a.picture) end as "from",
        coalesce(s.key, k.subject ->> 'key') as key, case when w.id is null then coalesce(t.title, s.title, k.subject ->> 'title') end as title,
        case when w.id is null then coalesce(s.url, k.subject ->> 'url') end as url,
        left(coalesce(k.message, m.goal), 300) as text,
        r.target_type as "targetType", r.target,
        -- Who reported something is told that it was handled, and not how.
        case when n.kind = 'decision' then r.act end as action, case when n.kind = 'decision' then r.reason end as reason,
        case when n.kind = 'decision' then ${sentenceOf('r')} end as sentence
      from page n
        left join person a on a.organisation = n.organisation and a.id = n.actor and a.state <> 'erased'
        left join audit r on r.organisation = n.organisation and r.id = n.ruling
        left join kudos k on k.organisation = n.organisation and k.id = n.kudos
        left join mentorship m on m.organisation = n.organisation and m.id = n.mentorship
        left join post o on o.organisation = n.organisation and o.id = coalesce(n.post, k.post, case when r.target_type = 'post' then r.target end)
        left join thread t on t.organisation = o.organisation and t.id = o.thread
        left join subject s on s.organisation = t.organisation and s.id = t.subject
        -- The post whose words the title is, where it is not shown; who wrote it goes on seeing it while it is hidden.
        left join post w on w.organisation = t.organisation and w.id = coalesce(t.opener, t.question) and w.state <> 'visible'
          and not (w.state = 'hidden' and w.author = n.person)
      order by ${order}`.execute(db)).rows,
    placeOf: row => row,
    show: ({key, title, url, at, targetType, target, action, reason, sentence, ...row}) => ({
      ...row, subject: key === null ? null : {key, title, url}, at: at.toISOString(),
      decision: targetType && target ? {target: {type: targetType, id: target}, action, reason, sentence} : null,
    }),
  });
  const {rows: off} = await sql<{kind: NotificationKind}>`
    select kind from notification_choice where organisation = ${organisation} and person = ${person} order by kind`.execute(db);
  return {notifications, unread: await countUnread(db, organisation, person, spaces), off: off.map(({kind}) => kind), topic: personTopic(topics, organisation, person), cursor};
}

/** How many of a person's notifications are unread. */
export async function countUnread(db: Kysely<Tables>, organisation: string, person: string, spaces: readonly string[]): Promise<number> {
  const {rows: [row]} = await sql<{unread: number}>`
    select count(*)::integer as unread from ${shown(organisation, person, spaces)} and n.read_at is null`.execute(db);
  return row!.unread;
}
