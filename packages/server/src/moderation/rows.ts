import type {Case, Decision, DecisionAction, Person, Report, Target} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import type {Tables} from '../store/tables.ts';
import {sentenceOf} from './sentence.ts';
import {targetKinds} from './targets/targets.ts';

interface CaseRow {
  readonly id: string;
  readonly space: string;
  readonly type: Target['type'];
  readonly target: string;
  readonly about: Person | null;
  readonly state: Case['state'];
  readonly waiting: boolean;
  readonly openedAt: Date;
  readonly revision: number;
  readonly version: number;
  readonly decision: (Omit<Decision, 'action' | 'at'> & {act: DecisionAction; at: string}) | null;
  readonly reports: readonly (Omit<Case['reports'][number], 'at'> & {at: string})[] | null;
}

const personOf = (column: 'c.about' | 'a.actor' | 'r.reporter') => sql`(
  select json_build_object('id', p.id, 'name', p.name, 'picture', p.picture) from person p
  where p.organisation = ${sql.raw(column.charAt(0))}.organisation and p.id = ${sql.raw(column)} and p.state <> 'erased')`;

/** Cases as moderators see them, with what they are about as it is now. */
export async function readCases(db: Kysely<Tables>, organisation: string, ids: readonly string[]): Promise<Map<string, Case>> {
  if (ids.length === 0) return new Map();
  const {rows} = await sql<CaseRow>`
    select c.id, c.space, c.target_type as type, c.target, c.state, c.waiting, c.opened_at as "openedAt", c.revision, c.version,
      ${personOf('c.about')} as about,
      (select json_build_object('act', a.act, 'reason', a.reason, 'rule', a.rule, 'guidelines', a.guidelines, 'sentence', ${sentenceOf('a')},
         'by', ${personOf('a.actor')}, 'at', a.at)
       from audit a where a.organisation = c.organisation and a.case_id = c.id order by a.seq desc limit 1) as decision,
      (select json_agg(json_build_object('id', r.id, 'by', ${personOf('r.reporter')}, 'rule', r.rule, 'sentence', ${sentenceOf('r')},
         'note', r.note, 'at', r.created_at) order by r.seq)
       from report r where r.organisation = c.organisation and r.case_id = c.id
         and (r.state = 'open' or (c.state = 'decided' and r.decided_at = c.decided_at))) as reports
    from moderation_case c
    where c.organisation = ${organisation} and c.id = any (${ids}::uuid[])`.execute(db);
  const contents = await describeAll(db, organisation, rows);
  return new Map(rows.map(({id, type, target, openedAt, decision, reports, ...row}) => [id, {
    ...row, id, target: {type, id: target},
    openedAt: openedAt.toISOString(),
    decision: decision && toDecision(decision),
    reports: (reports ?? []).map(report => ({...report, at: new Date(report.at).toISOString()})),
    content: contents.get(`${type} ${target}`) ?? {},
  }]));
}

function toDecision({act, at, ...rest}: NonNullable<CaseRow['decision']>): Decision {
  return {...rest, action: act, at: new Date(at).toISOString()};
}

async function describeAll(
  db: Kysely<Tables>, organisation: string, rows: readonly Pick<CaseRow, 'type' | 'target'>[],
): Promise<Map<string, Case['content']>> {
  const all = new Map<string, Case['content']>();
  for (const [type, some] of Map.groupBy(rows, ({type}) => type)) {
    const described = await targetKinds[type].describe(db, organisation, some.map(({target}) => target));
    for (const [id, content] of described) all.set(`${type} ${id}`, content);
  }
  return all;
}

/** A report, as it lies in the database. */
export interface ReportRow {
  readonly seq: string;
  readonly id: string;
  readonly type: Target['type'];
  readonly target: string;
  readonly rule: string | null;
  readonly guidelines: number | null;
  readonly sentence: string | null;
  readonly note: string;
  readonly state: Report['state'];
  readonly createdAt: Date;
  readonly decidedAt: Date | null;
}

/** The columns of a {@link ReportRow}, of `report r`. */
export const reportColumns = sql`
  r.seq::text as seq, r.id, r.target_type as type, r.target, r.rule, r.guidelines, ${sentenceOf('r')} as sentence, r.note, r.state,
  r.created_at as "createdAt", r.decided_at as "decidedAt"`;

export function toReport({id, type, target, rule, guidelines, sentence, note, state, createdAt, decidedAt}: ReportRow): Report {
  return {
    id, target: {type, id: target}, rule, guidelines, sentence, note, state,
    createdAt: createdAt.toISOString(), decidedAt: decidedAt?.toISOString() ?? null,
  };
}

export async function readReport(db: Kysely<Tables>, organisation: string, id: string): Promise<Report> {
  const {rows: [row]} = await sql<ReportRow>`
    select ${reportColumns} from report r where r.organisation = ${organisation} and r.id = ${id}`.execute(db);
  return toReport(row!);
}
