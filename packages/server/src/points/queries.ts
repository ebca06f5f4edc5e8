import type {Input, Output, PointsEntry, PointsRule} from '@social-learning/protocol';
import {sql} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import {readRules, type RuleRow} from './rules.ts';

/** One's own points in a space, and why. */
export async function listPoints(
  {store: {db}, cursors}: Services, caller: Caller, {space: slug, cursor, limit}: Omit<Input<'points.list'>, 'limit'> & {limit?: number | undefined},
): Promise<Output<'points.list'>> {
  const space = readableSpace(caller, slug);
  const {person: {id: person}} = signedIn(caller);
  demand('points.read', caller, space, spaceFacts(caller, space));
  const organisation = caller.organisation.id;
  const {rows: [total]} = await sql<{points: number}>`
    select coalesce(sum(points), 0)::integer as points from points_entry
    where organisation = ${organisation} and space = ${space.id} and person = ${person}`.execute(db);
  const scope = `points:${organisation}:${space.id}:${person}`;
  const place = cursor === undefined ? undefined : cursors.read(scope, cursor)?.split('~');
  if (cursor !== undefined && place?.length !== 3) throw new Refusal('cursor-invalid', 'This cursor is not of this list. Read the list from its start.');
  const length = pageLength(limit);
  const {rows} = await sql<EntryRow>`
    select e.seq::text as seq, activity, source, cause, points, object_type as type, object as id, at from points_entry e
    where organisation = ${organisation} and space = ${space.id} and person = ${person}
      and ${place ? sql`(e.seq, activity, source) < (${place[0]}::bigint, ${place[1]}::text, ${place[2]}::text)` : sql`true`}
    order by e.seq desc, activity desc, source desc limit ${length + 1}`.execute(db);
  const shown = rows.slice(0, length);
  const last = rows.length > length ? shown.at(-1) : undefined;
  const entries = {
    items: shown.map(({activity, cause, points, type, id, at}): PointsEntry => ({activity, cause, points, about: {type, id}, at: at.toISOString()})),
    before: null,
    after: last ? cursors.sign(scope, [last.seq, last.activity, last.source].join('~')) : null,
  };
  return {space, points: total!.points, entries};
}

interface EntryRow extends Pick<PointsEntry, 'activity' | 'cause' | 'points'> {
  readonly seq: string;
  readonly source: string;
  readonly type: string;
  readonly id: string;
  readonly at: Date;
}

/** What earns points in a space. */
export async function readPointsRules({store: {db}}: Services, caller: Caller, {space: slug}: Input<'points.rules'>): Promise<Output<'points.rules'>> {
  const space = readableSpace(caller, slug);
  signedIn(caller);
  demand('leaderboard.read', caller, space, spaceFacts(caller, space));
  const rules = await readRules(db, caller.organisation.id, space.id);
  return {space, rules: rules.filter(({points}) => points > 0).map(toRule)};
}

export function toRule({activity, points, capPerDay, effectiveAt}: RuleRow): PointsRule {
  return {activity, points, capPerDay, effectiveAt: effectiveAt.toISOString()};
}
