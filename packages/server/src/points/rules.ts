import type {EarningActivity, PointsRule} from '@social-learning/protocol';
import {earningActivities, limits} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {StartError} from '../internal/start-error.ts';
import type {Tables} from '../store/tables.ts';
import type {Trx} from '../store/transaction.ts';

/** What an activity is worth, as an operator or a curator says it. */
export type PointsSetting = Omit<PointsRule, 'effectiveAt'>;

/** What holds in a space for which nothing was said. */
export const defaultPoints: readonly PointsSetting[] = [
  {activity: 'asked', points: 2, capPerDay: 10},
  {activity: 'posted', points: 3, capPerDay: 15},
  {activity: 'replied', points: 1, capPerDay: 10},
  {activity: 'answer-accepted', points: 10, capPerDay: 50},
  {activity: 'reaction-received', points: 1, capPerDay: 20},
  {activity: 'kudos-received', points: 5, capPerDay: 25},
  {activity: 'kudos-given', points: 1, capPerDay: 3},
  {activity: 'mentorship-completed', points: 20, capPerDay: 40},
  {activity: 'content-published', points: 5, capPerDay: 15},
  {activity: 'checklist-finished', points: 5, capPerDay: 20},
];

/** Throws a {@link StartError} for rules that cannot be meant. */
export function demandPoints(space: string, settings: readonly PointsSetting[]): void {
  const isCount = (count: number, most: number) => Number.isSafeInteger(count) && count >= 0 && count <= most;
  for (const {activity, points, capPerDay} of settings) {
    const about = `The rule for “${activity}” in the space “${space}”`;
    if (!earningActivities.includes(activity)) throw new StartError(`${about} is about nothing that earns points.`);
    if (!isCount(points, limits.points) || !isCount(capPerDay, limits.pointsPerDay)) {
      throw new StartError(`${about} needs whole numbers: at most ${limits.points} points, and at most ${limits.pointsPerDay} a day.`);
    }
    if (capPerDay < points) throw new StartError(`${about} allows less on a day than it is worth once.`);
  }
  const activities = settings.map(({activity}) => activity);
  if (new Set(activities).size < activities.length) throw new StartError(`Two rules of the space “${space}” are about the same activity.`);
}

/** The rule of an activity that holds, or will within seconds. */
export interface RuleRow extends PointsSetting {
  readonly effectiveAt: Date;
}

/** The rules of a space that were said last. */
export async function readRules(db: Kysely<Tables>, organisation: string, space: string): Promise<readonly RuleRow[]> {
  const {rows} = await sql<RuleRow>`
    select distinct on (activity) activity, points, cap_per_day as "capPerDay", effective_at as "effectiveAt" from points_rule
    where organisation = ${organisation} and space = ${space} order by activity, effective_at desc`.execute(db);
  return rows.toSorted((a, b) => earningActivities.indexOf(a.activity) - earningActivities.indexOf(b.activity));
}

/**
 * Brings a space to rules. Without any said, a space that has none gets those by default; what a curator has said since stays.
 *
 * @param isNew Whether the space was made just now, so that its rules hold for everything in it.
 */
export async function saveRules(
  trx: Trx, organisation: string, space: string, settings: readonly PointsSetting[] | undefined, isNew: boolean, now: number,
): Promise<void> {
  const known = await readRules(trx, organisation, space);
  if (settings === undefined && known.length > 0) return;
  const wanted = settings ?? defaultPoints;
  const off = known.filter(({activity, points}) => points > 0 && !wanted.some(rule => rule.activity === activity))
    .map(({activity}): PointsSetting => ({activity, points: 0, capPerDay: 0}));
  const changed = [...wanted, ...off].filter(({activity, points, capPerDay}) => {
    const before = known.find(rule => rule.activity === activity);
    return before?.points !== points || before.capPerDay !== capPerDay;
  });
  for (const rule of changed) await writeRule(trx, organisation, space, rule, new Date(isNew ? 0 : now));
}

/** Says what an activity is worth from an instant on. */
export async function writeRule(trx: Trx, organisation: string, space: string, {activity, points, capPerDay}: PointsSetting, effectiveAt: Date): Promise<void> {
  await sql`
    insert into points_rule (organisation, space, activity, effective_at, points, cap_per_day)
    values (${organisation}, ${space}, ${activity}, ${effectiveAt}, ${points}, ${capPerDay})
    on conflict (organisation, space, activity, effective_at) do update set points = excluded.points, cap_per_day = excluded.cap_per_day`.execute(trx);
}

/** Every rule that ever held in some organisations, to be asked what held when. */
export interface Rulebook {
  inForce(organisation: string, space: string, activity: EarningActivity, at: Date): PointsSetting | undefined;
  timeZone(organisation: string): string;
  /** Whether what was brought in from elsewhere earns in a space. */
  countsImported(organisation: string, space: string): boolean;
}

export async function readRulebook(db: Kysely<Tables>, organisations: readonly string[]): Promise<Rulebook> {
  const {rows} = await sql<RuleRow & {organisation: string; space: string}>`
    select organisation, space, activity, points, cap_per_day as "capPerDay", effective_at as "effectiveAt" from points_rule
    where organisation = any (${organisations}::uuid[]) order by effective_at desc`.execute(db);
  const {rows: zones} = await sql<{id: string; timeZone: string}>`
    select id, time_zone as "timeZone" from organisation where id = any (${organisations}::uuid[])`.execute(db);
  const {rows: counting} = await sql<{organisation: string; id: string}>`
    select organisation, id from space where organisation = any (${organisations}::uuid[]) and imported_points`.execute(db);
  const imported = new Set(counting.map(({organisation, id}) => `${organisation} ${id}`));
  const keyOf = (organisation: string, space: string, activity: string) => `${organisation} ${space} ${activity}`;
  const byActivity = Map.groupBy(rows, ({organisation, space, activity}) => keyOf(organisation, space, activity));
  const byOrganisation = new Map(zones.map(({id, timeZone}) => [id, timeZone]));
  return {
    inForce: (organisation, space, activity, at) => byActivity.get(keyOf(organisation, space, activity))?.find(({effectiveAt}) => effectiveAt <= at),
    timeZone: organisation => byOrganisation.get(organisation) ?? 'UTC',
    countsImported: (organisation, space) => imported.has(`${organisation} ${space}`),
  };
}
