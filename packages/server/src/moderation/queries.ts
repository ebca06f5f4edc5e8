import type {AuditEntry, Case, Input, Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import {queueTopic} from '../feed/reserved.ts';
import {readGuidelinesRow, toGuidelines} from '../guidelines/rows.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {currentPosition, signPosition} from '../log/position.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {pageBySeq} from './pages.ts';
import {readCases, reportColumns, toReport, type ReportRow} from './rows.ts';

/** What waits for the moderators of a space, or what they decided. What is about the caller is for the others to see. */
export async function listCases(services: Services, caller: Caller, input: Input<'cases.list'>): Promise<Output<'cases.list'>> {
  const {store: {db}, topics, cursors, epoch} = services;
  const space = readableSpace(caller, input.space);
  demand('case.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const {state = 'open', target} = input;
  const {person} = signedIn(caller);
  const cursor = signPosition(cursors, epoch, organisation, await currentPosition(db, epoch));
  const page = await pageBySeq(services, `cases:${organisation}:${space.id}:${state}`, input, ({beyond, order, limit}) => sql<{seq: string; id: string}>`
    select c.turn::text as seq, c.id from moderation_case c
    where c.organisation = ${organisation} and c.space = ${space.id} and c.about is distinct from ${person.id}
      and ${target === undefined ? sql`c.state = ${state} and (${state === 'open'} or c.revision > 0)` : sql`c.target = ${target}`}
      and ${beyond(sql`c.turn`)}
    order by c.turn ${order} limit ${limit}`, ({id}) => id, state === 'open' ? 'oldest' : 'newest');
  const [cases, guidelines] = await Promise.all([
    readCases(db, organisation, page.items),
    readGuidelinesRow(db, organisation, space.id),
  ]);
  return {
    space, guidelines: guidelines ? toGuidelines(guidelines) : null,
    cases: {...page, items: page.items.map(id => cases.get(id)).filter((found): found is Case => found !== undefined)},
    topic: queueTopic(topics, organisation, space.id), cursor,
  };
}

/** The caller's own reports in a space. */
export async function listReports(services: Services, caller: Caller, input: Input<'reports.list'>): Promise<Output<'reports.list'>> {
  const space = readableSpace(caller, input.space);
  demand('report.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const {person} = signedIn(caller);
  return pageBySeq(services, `reports:${organisation}:${space.id}:${person.id}`, input, ({beyond, order, limit}) => sql<ReportRow>`
    select ${reportColumns} from report r
    where r.organisation = ${organisation} and r.space = ${space.id} and r.reporter = ${person.id} and ${beyond(sql`r.seq`)}
    order by r.seq ${order} limit ${limit}`, toReport);
}

interface AuditRow extends Omit<AuditEntry, 'at' | 'target'> {
  readonly seq: string;
  readonly type: NonNullable<AuditEntry['target']>['type'] | null;
  readonly target: string | null;
  readonly at: Date;
}

/** What moderators did in a space, and what others tried in their place. */
export async function listAudit(services: Services, caller: Caller, input: Input<'audit.list'>): Promise<Output<'audit.list'>> {
  const space = readableSpace(caller, input.space);
  demand('audit.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  return pageBySeq(services, `audit:${organisation}:${space.id}`, input, ({beyond, order, limit}) => sql<AuditRow>`
    select a.seq::text as seq, a.id, a.act, a.attempt, a.target_type as type, a.target, a.reason, a.rule, a.guidelines, a.at,
      (select json_build_object('id', p.id, 'name', p.name, 'picture', p.picture) from person p
       where p.organisation = a.organisation and p.id = a.actor and p.state <> 'erased') as actor,
      (select json_build_object('id', p.id, 'name', p.name, 'picture', p.picture) from person p
       where p.organisation = a.organisation and p.id = a.about and p.state <> 'erased') as about
    from audit a
    where a.organisation = ${organisation} and a.space = ${space.id} and ${beyond(sql`a.seq`)}
    order by a.seq ${order} limit ${limit}`, toEntry);
}

function toEntry({seq: _, type, target, at, ...row}: AuditRow): AuditEntry {
  return {...row, target: type && target ? {type, id: target} : null, at: at.toISOString()};
}
