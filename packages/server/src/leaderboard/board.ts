import type {Person, Space} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {mayReadIn} from '../people/find.ts';
import {allTime, type Period} from '../points/calendar.ts';
import type {Tables} from '../store/tables.ts';
import {RankedSet} from './ranked-set.ts';

/** What a board is of. */
export interface BoardPlace {
  readonly organisation: string;
  readonly space: Space;
  readonly period: Period;
}

/** A team as it stands: the mean over all its people who may be seen, those without points among them. */
export interface TeamStanding {
  readonly team: string;
  readonly people: number;
  readonly mean: number;
  readonly rank: number;
}

interface Member extends Person {
  readonly points: number;
  readonly team: string | null;
}

interface Refreshed {
  readonly people: readonly string[];
  readonly tx: string;
}

/** Fewer people than this are no team that is shown: a mean of one is that person's points. */
const smallestTeam = 3;
/** Changes beyond which everything is read anew. */
const mostChanges = 2_000;

/**
 * One board in memory: who may be seen, with the points of the period. What changed since is read from `board_change` before each
 * reading, so that it is never older than the question.
 */
export class Board {
  readonly place: BoardPlace;
  readonly people = new RankedSet();
  readonly #members = new Map<string, Member>();
  readonly #teams = new Map<string, {people: number; points: number}>();
  #standings: readonly TeamStanding[] | undefined;
  /** Transaction from which on changes may be unknown here. */
  #since: string | undefined;
  #refreshing: Promise<void> | undefined;
  #next: Promise<void> | undefined;

  constructor(place: BoardPlace) {
    this.place = place;
  }

  /** Brings the board to what is committed when this is called. */
  async refresh(db: Kysely<Tables>): Promise<void> {
    if (!this.#refreshing) {
      this.#refreshing = this.#read(db).finally(() => (this.#refreshing = undefined));
      return this.#refreshing;
    }
    // What is under way may have begun before the change that the caller knows of; all who come meanwhile share the next.
    this.#next ??= this.#refreshing.catch(() => undefined).then(() => {
      this.#next = undefined;
      return this.refresh(db);
    });
    return this.#next;
  }

  /** Transaction up to which everything is on the board; what comes after it may be. */
  get transaction(): string {
    return this.#since ?? '0';
  }

  /** Somebody who may be seen, with their team. */
  member(id: string): (Person & {readonly team: string | null}) | undefined {
    return this.#members.get(id);
  }

  /** The rank for points; `undefined` for none. */
  rankOf(points: number | undefined): number | undefined {
    return points === undefined ? undefined : this.people.ahead(points) + 1;
  }

  get teams(): readonly TeamStanding[] {
    if (this.#standings) return this.#standings;
    const shown = [...this.#teams].filter(([, {people}]) => people >= smallestTeam)
      .map(([team, {people, points}]) => ({team, people, mean: Math.round((points / people) * 10) / 10}))
      .sort((a, b) => b.mean - a.mean || (a.team < b.team ? -1 : 1));
    this.#standings = shown.map(team => ({...team, rank: 1 + shown.findIndex(({mean}) => mean === team.mean)}));
    return this.#standings;
  }

  async #read(db: Kysely<Tables>): Promise<void> {
    const since = this.#since;
    const {people, tx} = await changesSince(db, this.place.organisation, since);
    if (since === undefined || people.length > mostChanges) {
      const rows = await readMembers(db, this.place);
      for (const id of [...this.#members.keys()]) this.#put(id, undefined);
      for (const row of rows) this.#put(row.id, row);
    } else if (people.length > 0) {
      const rows = new Map((await readMembers(db, this.place, people)).map(row => [row.id, row]));
      for (const id of people) this.#put(id, rows.get(id));
    }
    this.#since = tx;
  }

  #put(id: string, member: Member | undefined): void {
    const before = this.#members.get(id);
    this.#count(before, -1);
    this.#count(member, 1);
    if (member) this.#members.set(id, member);
    else this.#members.delete(id);
    this.people.set(id, member && member.points > 0 ? member.points : undefined);
    this.#standings = undefined;
  }

  #count(member: Member | undefined, by: 1 | -1): void {
    if (!member || member.team === null) return;
    const {people, points} = this.#teams.get(member.team) ?? {people: 0, points: 0};
    if (people + by === 0) this.#teams.delete(member.team);
    else this.#teams.set(member.team, {people: people + by, points: points + by * Math.max(0, member.points)});
  }
}

/** Whose standing changed from a transaction on, and from which one to ask the next time. Some are told twice, none never. */
async function changesSince(db: Kysely<Tables>, organisation: string, since: string | undefined): Promise<Refreshed> {
  const {rows} = await sql<{person: string | null; tx: string}>`
    with horizon as (select pg_snapshot_xmin(pg_current_snapshot())::text as tx)
    select c.person, h.tx from horizon h left join lateral (
      select distinct person from board_change where organisation = ${organisation} and tx >= ${since ?? null}::bigint limit ${mostChanges + 1}
    ) c on true`.execute(db);
  return {people: rows.flatMap(({person}) => person ?? []), tx: rows[0]!.tx};
}

/**
 * The one place that decides who may be seen on a board: who is active, has not left the boards, and may read the space. Those
 * without points count for their teams.
 */
async function readMembers(db: Kysely<Tables>, {organisation, space, period}: BoardPlace, people?: readonly string[]): Promise<Member[]> {
  const {rows} = await sql<Member>`
    select p.id, p.name, p.picture, coalesce(t.points, 0) as points, p.team
    from person p left join points_total t on t.organisation = p.organisation and t.person = p.id and t.space = ${space.id}
      and t.period = ${period.kind} and t.starts = ${period.starts ?? allTime}::date
    where p.organisation = ${organisation} and p.state = 'active' and p.ranked and (p.team is not null or t.points > 0) and ${mayReadIn(space)}
      and ${people ? sql`p.id = any (${people}::uuid[])` : sql`true`}`.execute(db);
  return rows;
}
