import type {DecisionAction, Target, Verb} from '@social-learning/protocol';
import {sql} from 'kysely';
import {queueTopic} from '../feed/reserved.ts';
import {newId} from '../internal/new-id.ts';
import type {Activity} from '../log/append.ts';
import type {Services} from '../services.ts';
import type {Database} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';

/** A thing as a case names it. `about` is the person whose it is, or who it is. */
export interface Matter {
  readonly organisation: string;
  readonly space: string;
  readonly target: Target;
  readonly about: string | null;
}

/** A case, as far as deciding needs it. */
export interface CaseState {
  readonly id: string;
  readonly revision: number;
}

/** Opens the case of a thing, or opens it again. Gives its id. @param waiting Whether the thing waits for approval. */
export async function openCase(trx: Database, {organisation, space, target, about}: Matter, waiting: boolean, now: number): Promise<string> {
  const {rows: [row]} = await sql<{id: string}>`
    insert into moderation_case as c (organisation, id, space, target_type, target, about, state, waiting, opened_at)
    values (${organisation}, ${newId(now)}, ${space}, ${target.type}, ${target.id}, ${about}, 'open', ${waiting}, ${new Date(now)})
    on conflict (organisation, space, target_type, target) do update set
      state = 'open', waiting = c.waiting or excluded.waiting, version = c.version + 1,
      turn = case when c.state = 'open' then c.turn else nextval('moderation_turn') end,
      opened_at = case when c.state = 'open' then c.opened_at else excluded.opened_at end
    returning id`.execute(trx);
  return row!.id;
}

/** Takes hold of the case of a thing, so that of two decisions one comes first. Makes one, decided by nobody, where there is none. */
export async function holdCase(trx: Trx, {organisation, space, target, about}: Matter, now: number): Promise<CaseState> {
  await sql`
    insert into moderation_case (organisation, id, space, target_type, target, about, state, opened_at)
    values (${organisation}, ${newId(now)}, ${space}, ${target.type}, ${target.id}, ${about}, 'decided', ${new Date(now)})
    on conflict do nothing`.execute(trx);
  const {rows: [row]} = await sql<CaseState>`
    select id, revision from moderation_case
    where organisation = ${organisation} and space = ${space} and target_type = ${target.type} and target = ${target.id}
    for update`.execute(trx);
  return row!;
}

/** What a moderator decided, and why. */
export interface Ruling {
  readonly actor: string;
  readonly action: DecisionAction;
  readonly reason: string | null;
  readonly rule: string | null;
  /** Version of the guidelines that the rule is cited from. */
  readonly guidelines: number | null;
}

const upholding: ReadonlySet<DecisionAction> = new Set(['hide', 'remove', 'warn']);

/** Writes a decision down: in its case, in the reports that it answers, and in the audit log. */
export async function recordRuling(trx: Trx, matter: Matter, {id}: CaseState, ruling: Ruling, now: number): Promise<void> {
  const {organisation} = matter;
  const at = new Date(now);
  await sql`
    update moderation_case set state = 'decided', waiting = false, decided_at = ${at}, turn = nextval('moderation_turn'), revision = revision + 1, version = version + 1
    where organisation = ${organisation} and id = ${id}`.execute(trx);
  await sql`
    update report set state = ${upholding.has(ruling.action) ? 'upheld' : 'dismissed'}, decided_at = ${at}
    where organisation = ${organisation} and case_id = ${id} and state = 'open'`.execute(trx);
  await appendAudit(trx, {...matter, ...ruling, case: id, act: ruling.action}, now);
}

/** Something for the audit log. */
export interface AuditLine extends Partial<Pick<Matter, 'target' | 'about'>>, Partial<Pick<Ruling, 'reason' | 'rule' | 'guidelines'>> {
  readonly organisation: string;
  readonly space: string | null;
  readonly actor: string;
  readonly act: DecisionAction | 'publish' | 'refused';
  readonly attempt?: string;
  readonly case?: string;
}

export async function appendAudit(trx: Trx, line: AuditLine, now: number): Promise<void> {
  const {organisation, space, actor, act, attempt = null, target, about = null, reason = null, rule = null, guidelines = null} = line;
  await sql`
    insert into audit (organisation, id, space, actor, act, attempt, case_id, target_type, target, about, reason, rule, guidelines, at)
    values (${organisation}, ${newId(now)}, ${space}, ${actor}, ${act}, ${attempt}, ${line.case ?? null}, ${target?.type ?? null},
      ${target?.id ?? null}, ${about}, ${reason}, ${rule}, ${guidelines}, ${new Date(now)})`.execute(trx);
}

/** What waited is gone by itself: its case needs nobody any longer. Gives the case, if there is an open one of any kind. */
export async function touchCase(trx: Trx, {organisation, space, target}: Matter, gone: boolean): Promise<string | undefined> {
  const {rows: [row]} = await sql<{id: string}>`
    update moderation_case c set version = version + 1, waiting = waiting and not ${gone},
      state = case when ${gone} and not exists (
        select 1 from report r where r.organisation = c.organisation and r.case_id = c.id and r.state = 'open') then 'decided' else state end
    where organisation = ${organisation} and space = ${space} and target_type = ${target.type} and target = ${target.id} and state = 'open'
    returning id`.execute(trx);
  return row?.id;
}

/** A line for the moderators of a space: something changed about a case. @param at Of a ruling, its own time: followers find it by that. */
export function caseLine(
  {topics, now}: Pick<Services, 'topics' | 'now'>, {organisation, space, target, about}: Matter, id: string, verb: Verb, actor: string | null,
  at = now(),
): Activity {
  return {
    organisation, verb, actor, space, topic: queueTopic(topics, organisation, space), object: {type: 'case', id},
    ...(target.type === 'post' && {post: target.id}), people: about === null ? [] : [about], at: new Date(at).toISOString(),
  };
}
