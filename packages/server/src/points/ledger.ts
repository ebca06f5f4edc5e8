import type {EarningActivity, Verb} from '@social-learning/protocol';
import {sql, type RawBuilder} from 'kysely';
import {plannedOnce} from '../store/planned-once.ts';
import type {Trx} from '../store/transaction.ts';
import {allTime, periodOf} from './calendar.ts';
import type {PointsSetting} from './rules.ts';

/** A line of the log that changes points. */
export interface Cause {
  readonly organisation: string;
  /** Number of the line. */
  readonly seq: string;
  readonly verb: Verb;
  readonly at: Date;
}

/** A thing that must stand for the points to stand. */
export interface Earner {
  readonly type: string;
  readonly id: string;
}

/** Points that somebody may have earned. */
export interface Earning {
  readonly person: string;
  readonly space: string;
  readonly activity: EarningActivity;
  readonly object: Earner;
  /** Tells several earnings by one thing apart; each is earned once, as long as it stands. */
  readonly source: string;
  /** Who thanked, reacted or accepted. */
  readonly giver: string | null;
  /** The date on which it was earned. */
  readonly day: string;
  readonly rule: PointsSetting;
}

const columns = sql.raw('organisation, seq, person, activity, object_type, object, source, cause, points, space, giver, day, at');

/** Adds lines to the ledger, and them to the sums of their periods. Gives how many there were. */
async function append(trx: Trx, lines: RawBuilder<unknown>): Promise<number> {
  const {rows: [row]} = await sql<{added: number}>`
    with added as (
      insert into points_entry (${columns}) ${lines} on conflict do nothing returning organisation, space, person, day, points
    ), summed as (
      insert into points_total (organisation, space, period, starts, person, points)
      select organisation, space, period, starts, person, sum(points)
      from added, lateral (values
        ('week', date_trunc('week', day::timestamp)::date), ('month', date_trunc('month', day::timestamp)::date),
        ('quarter', date_trunc('quarter', day::timestamp)::date), ('year', date_trunc('year', day::timestamp)::date), ('all', ${allTime}::date)
      ) as p(period, starts)
      group by organisation, space, period, starts, person
      on conflict (organisation, space, period, starts, person) do update set points = points_total.points + excluded.points
    )
    select count(*)::integer as added from added`.execute(trx);
  return row!.added;
}

/**
 * Writes down what was earned: nothing beyond the cap of its day, nothing twice while it stands, and from the same giver half as much
 * each time in a calendar month, so that two who only thank each other get nowhere.
 */
export async function earn(trx: Trx, {organisation, seq, verb, at}: Cause, earning: Earning): Promise<number> {
  const {person, space, activity, object, source, giver, day, rule: {points, capPerDay}} = earning;
  const {starts, ends} = periodOf('month', day);
  return append(trx, sql`
    select ${organisation}::uuid, ${seq}::bigint, ${person}::uuid, ${activity}::text, ${object.type}::text, ${object.id}::uuid, ${source}::text,
      ${verb}::text, least(worth, ${capPerDay}::integer - earned), ${space}::uuid, ${giver}::uuid, ${day}::date, ${at}::timestamptz
    from (
      select (${points}::integer / power(2, least(30, (
          select count(*) from (
            select 1 from points_entry where organisation = ${organisation} and person = ${person} and space = ${space} and activity = ${activity}
              and giver = ${giver}::uuid and day >= ${starts}::date and day < ${ends}::date
            group by object, source having sum(points) > 0) given)))::integer)::integer as worth,
        (select coalesce(sum(points), 0)::integer from points_entry
          where organisation = ${organisation} and person = ${person} and space = ${space} and activity = ${activity} and day = ${day}::date) as earned
    ) amount
    where least(worth, ${capPerDay}::integer - earned) > 0
      and exists (select 1 from person where organisation = ${organisation} and id = ${person})
      and coalesce((select sum(points) from points_entry where organisation = ${organisation} and object = ${object.id} and source = ${source}
        and person = ${person} and activity = ${activity}), 0) = 0`);
}

/** Somebody's earning by a thing of their own, with the line that tells of it. */
export interface OwnEarning {
  readonly cause: Cause;
  readonly earning: Earning & {readonly giver: null};
}

/**
 * Does what {@link earn} does for several in their order, but asks and writes once for all of them.
 *
 * @returns Those for whom something was written down.
 */
export async function earnOwn(trx: Trx, earnings: readonly OwnEarning[]): Promise<readonly OwnEarning[]> {
  if (earnings.length === 0) return [];
  const wanted = earnings.map(({cause: {organisation, seq, verb, at}, earning: {person, space, activity, object, source, day}}, place) =>
    ({place, organisation, seq, verb, at, person, space, activity, type: object.type, object: object.id, source, day}));
  const {rows} = await sql<{place: number; known: boolean; earned: number; stands: number}>`${plannedOnce}
    select w.place,
      exists (select 1 from person p where p.organisation = w.organisation and p.id = w.person) as known,
      (select coalesce(sum(e.points), 0)::integer from points_entry e where e.organisation = w.organisation and e.person = w.person
        and e.space = w.space and e.activity = w.activity and e.day = w.day) as earned,
      (select coalesce(sum(e.points), 0)::integer from points_entry e where e.organisation = w.organisation and e.object = w.object
        and e.source = w.source and e.person = w.person and e.activity = w.activity) as stands
    from json_to_recordset(${JSON.stringify(wanted)}::json) as w(place integer, organisation uuid, person uuid, space uuid, activity text,
      object uuid, source text, day date)`.execute(trx);
  const found = new Map(rows.map(row => [row.place, row]));
  const onDay = new Map<string, number>();
  const standing = new Set<string>();
  const lines = wanted.flatMap((line, place) => {
    const {organisation, person, space, activity, object, source, day} = line;
    const {known, earned: before, stands} = found.get(place)!;
    const {points: worth, capPerDay} = earnings[place]!.earning.rule;
    const dayKey = [organisation, person, space, activity, day].join(' ');
    const thingKey = [organisation, object, source, person, activity].join(' ');
    const earned = onDay.get(dayKey) ?? before;
    const points = Math.min(worth, capPerDay - earned);
    if (!known || points <= 0 || stands !== 0 || standing.has(thingKey)) return [];
    onDay.set(dayKey, earned + points);
    standing.add(thingKey);
    return [{...line, points}];
  });
  if (lines.length === 0) return [];
  await append(trx, sql`
    select organisation, seq, person, activity, type, object, source, verb, points, space, null::uuid, day, at
    from json_to_recordset(${JSON.stringify(lines)}::json) as w(organisation uuid, seq bigint, person uuid, activity text, type text, object uuid,
      source text, verb text, points integer, space uuid, day date, at timestamptz)`);
  return lines.map(({place}) => earnings[place]!);
}

/** Takes back what stands by a thing, of one source or of all. It goes back on the day on which it was earned. */
export async function reverse(trx: Trx, {organisation, seq, verb, at}: Cause, object: string, source?: string): Promise<number> {
  return append(trx, sql`
    select organisation, ${seq}::bigint, person, activity, object_type, object, source, ${verb}::text, -sum(points)::integer, space, giver, day,
      ${at}::timestamptz
    from points_entry
    where organisation = ${organisation} and object = ${object} and ${source === undefined ? sql`true` : sql`source = ${source}`}
    group by organisation, person, activity, object_type, object, source, space, giver, day
    having sum(points) <> 0`);
}

/** Gives back what went when a thing was hidden, as it was. */
export async function reinstate(trx: Trx, {organisation, seq, verb, at}: Cause, object: string): Promise<number> {
  return append(trx, sql`
    select e.organisation, ${seq}::bigint, person, activity, object_type, object, source, ${verb}::text, -points, space, giver, day, ${at}::timestamptz
    from points_entry e join (
      select max(seq) as seq, max(seq) filter (where cause = 'hid') as hidden from points_entry where organisation = ${organisation} and object = ${object}
    ) last on last.hidden = last.seq
    where e.organisation = ${organisation} and e.object = ${object} and e.seq = last.hidden`);
}
