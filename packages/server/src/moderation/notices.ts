import type {DecisionAction, Input, Notice, Output, Target} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {signedIn, type Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Tables} from '../store/tables.ts';
import {pageBySeq, type SeqRow} from './pages.ts';
import {sentenceOf} from './sentence.ts';

interface NoticeRow extends SeqRow {
  readonly type: Target['type'];
  readonly target: string;
  readonly act: DecisionAction;
  readonly reason: string | null;
  readonly rule: string | null;
  readonly guidelines: number | null;
  readonly sentence: string | null;
  readonly at: Date;
}

/** What its author is told of: what was put up again or approved as well as what was taken down. */
const told = sql`a.act in ('hide', 'remove', 'restore', 'approve', 'warn')`;

/** The last decision about each post of a person in a thread, the latest first. */
export async function readNotices(
  db: Kysely<Tables>, organisation: string, person: string, {thread, limit}: {thread: string; limit: number},
): Promise<Notice[]> {
  const {rows} = await sql<NoticeRow>`
    select * from (
      select distinct on (a.target) a.seq::text as seq, a.target_type as type, a.target, a.act, a.reason, a.rule, a.guidelines, a.at,
        ${sentenceOf('a')} as sentence
      from audit a join post p on p.organisation = a.organisation and p.id = a.target
      where a.organisation = ${organisation} and a.about = ${person} and a.target_type = 'post' and p.thread = ${thread} and ${told}
        and a.actor <> ${person}
      order by a.target, a.seq desc) last
    order by last.at desc limit ${limit}`.execute(db);
  return rows.map(toNotice);
}

/** What moderators decided about the caller in a space. */
export async function listNotices(services: Services, caller: Caller, input: Input<'notices.list'>): Promise<Output<'notices.list'>> {
  const space = readableSpace(caller, input.space);
  demand('report.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const {person} = signedIn(caller);
  return pageBySeq(services, `notices:${organisation}:${space.id}:${person.id}`, input, ({beyond, order, limit}) => sql<NoticeRow>`
    select a.seq::text as seq, a.target_type as type, a.target, a.act, a.reason, a.rule, a.guidelines, a.at, ${sentenceOf('a')} as sentence
    from audit a
    where a.organisation = ${organisation} and a.about = ${person.id} and a.space = ${space.id} and ${told} and ${beyond(sql`a.seq`)}
    order by a.seq ${order} limit ${limit}`, toNotice);
}

function toNotice({type, target, act, reason, rule, guidelines, sentence, at}: NoticeRow): Notice {
  return {target: {type, id: target}, action: act, reason, rule, guidelines, sentence, by: null, at: at.toISOString()};
}
