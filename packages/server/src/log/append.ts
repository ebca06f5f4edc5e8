import type {Verb} from '@social-learning/protocol';
import {sql, type RawBuilder} from 'kysely';
import type {Database} from '../store/tables.ts';
import type {Epoch} from './epoch.ts';

/** The kinds of things that lines of the log are about. */
export type ObjectType = 'post' | 'thread' | 'kudos' | 'content' | 'checklist' | 'person' | 'mentor' | 'mentorship' | 'case' | 'guidelines' | 'news' | 'leaderboard';

/** What a line of the log is about. */
export interface ActivityObject {
  readonly type: ObjectType;
  readonly id: string;
}

/** One line of the log, as a command writes it. */
export interface Activity {
  readonly organisation: string;
  readonly verb: Verb;
  readonly actor: string | null;
  readonly space?: string;
  readonly topic?: string;
  readonly thread?: string;
  readonly post?: string;
  /** What was done or done to. Default: the post, or else the thread. */
  readonly object?: ActivityObject;
  /** People whom it concerns besides the actor: of `thanked`, those who were thanked. */
  readonly people?: readonly string[];
  /** Of `reacted` the kind of reaction; of `undid` the verb that is undone, with the kind behind a colon. */
  readonly detail?: string;
  /** Other posts whose public form changed by the same act. */
  readonly touched?: readonly string[];
  /** ISO 8601. */
  readonly at: string;
  readonly imported?: boolean;
}

/**
 * An insert of activities, to stand alone or within a larger statement. It must run in the transaction of the act.
 *
 * @param condition Under which they are written.
 */
export function insertActivities(epoch: Epoch, activities: readonly Activity[], condition: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> {
  const rows = activities.map(({object: given, ...activity}) => {
    const {type: objectType, id: object} = given ?? objectOf(activity) ?? {};
    return {touched: [], people: [], imported: false, ...activity, objectType, object};
  });
  return sql`
    insert into activity (organisation, epoch, tx, verb, actor, space, topic, thread, post, object_type, object, people, detail, touched, at, imported)
    select organisation, ${epoch.number}::integer, pg_current_xact_id()::text::bigint, verb, actor, space, topic, thread, post,
      "objectType", object, array(select json_array_elements_text(people)::uuid), detail, array(select json_array_elements_text(touched)::uuid), at, imported
    from json_to_recordset(${JSON.stringify(rows)}::json) as line(organisation uuid, verb text, actor uuid, space uuid, topic text,
      thread uuid, post uuid, "objectType" text, object uuid, people json, detail text, touched json, at timestamptz, imported boolean)
    where ${condition}`;
}

function objectOf({post, thread}: Activity): ActivityObject | undefined {
  if (post !== undefined) return {type: 'post', id: post};
  return thread === undefined ? undefined : {type: 'thread', id: thread};
}

/** Appends activities to the log, in the transaction of the act. */
export async function appendActivities(trx: Database, epoch: Epoch, activities: readonly Activity[]): Promise<void> {
  if (activities.length > 0) await insertActivities(epoch, activities).execute(trx);
}
