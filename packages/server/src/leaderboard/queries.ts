import type {BoardRow, Input, Output, TeamRow} from '@social-learning/protocol';
import {sql, type Kysely} from 'kysely';
import {Refusal} from '../http/refusal.ts';
import {signedIn, type Caller} from '../identity/caller.ts';
import {signPosition} from '../log/position.ts';
import {dayOf, periodBefore, periodOf} from '../points/calendar.ts';
import {pageLength} from '../posts/page.ts';
import type {Services} from '../services.ts';
import {demand, readableSpace, spaceFacts} from '../spaces/policy.ts';
import type {Tables} from '../store/tables.ts';
import type {Board} from './board.ts';
import type {Ranked} from './ranked-set.ts';
import {leaderboardTopic} from './topic.ts';

type Query = Omit<Input<'leaderboard.read'>, 'limit'> & {readonly limit?: number | undefined};

/** Rows around oneself. */
const usualNear = 7;

/** A board as one person sees it. */
export async function readLeaderboard(services: Services, caller: Caller, input: Query): Promise<Output<'leaderboard.read'>> {
  const {store: {db}, cursors, epoch, topics, boards, now} = services;
  const {id: organisation, timeZone} = caller.organisation;
  const space = readableSpace(caller, input.space);
  const {person: {id: me}} = signedIn(caller);
  demand('leaderboard.read', caller, space, spaceFacts(caller, space));
  const {view = 'near', limit} = input;

  const period = periodOf(input.period ?? 'month', dayOf(new Date(now()), timeZone));
  const earlier = periodBefore(period);
  const [board, before] = await Promise.all([
    boards.of({organisation, space, period}), earlier && boards.of({organisation, space, period: earlier}),
  ]);

  const scope = `leaderboard:${organisation}:${space.id}:${period.kind}:${period.starts}`;
  const length = view === 'near' ? pageLength(limit ?? usualNear) : pageLength(limit);
  const {ranked, after} = view === 'top' ? topOf(board, length, readPlace(services, scope, input.cursor)) : {ranked: view === 'near' ? near(board, me, length) : [], after: undefined};
  const own = board.member(me) ?? (await readOwn(db, organisation, me));
  const movementOf = (id: string, rank: number) => movement(before?.rankOf(before.people.pointsOf(id)), rank);

  const rows = ranked.map(({id, points}): BoardRow => {
    const {name, picture} = board.member(id)!;
    const rank = board.rankOf(points)!;
    return {rank, person: {id, name, picture}, points, movement: movementOf(id, rank)};
  });
  const points = board.people.pointsOf(me);
  const rank = board.rankOf(points) ?? null;
  return {
    space, view, period: {...period, timeZone}, rows,
    teams: view === 'teams' ? teamsOf(board, before, length) : [],
    me: {ranked: !('ranked' in own) || own.ranked, team: own.team, points: points ?? 0, rank, movement: rank === null ? null : movementOf(me, rank)},
    total: board.people.size,
    after: after ? cursors.sign(scope, `${after.points}~${after.id}`) : null,
    topic: leaderboardTopic(topics, organisation, space.id),
    // What the board may show already comes by the feed once more, which does no harm.
    cursor: signPosition(cursors, epoch, organisation, {epoch: epoch.number, tx: BigInt(board.transaction), seq: 0n}),
  };
}

function readPlace({cursors}: Services, scope: string, cursor: string | undefined): Ranked | undefined {
  if (cursor === undefined) return undefined;
  const [points, id] = cursors.read(scope, cursor)?.split('~') ?? [];
  if (points === undefined || id === undefined) throw new Refusal('cursor-invalid', 'This cursor is not of this board. Read it from its start.');
  return {points: Number(points), id};
}

/** A page from the top, or from behind a place on; the last of it where more come after. */
function topOf({people}: Board, length: number, place: Ranked | undefined): {ranked: Ranked[]; after: Ranked | undefined} {
  const start = place ? people.indexOf(place) + (people.pointsOf(place.id) === place.points ? 1 : 0) : 0;
  const ranked = people.slice(start, length);
  return {ranked, after: start + ranked.length < people.size ? ranked.at(-1) : undefined};
}

/** Those around somebody: as many above as below, and more on one side where the other ends. Who is not on the board sees its end. */
function near({people}: Board, id: string, length: number): Ranked[] {
  const points = people.pointsOf(id);
  const index = points === undefined ? people.size : people.indexOf({id, points});
  const start = Math.min(index - Math.floor((length - 1) / 2), people.size - length);
  return people.slice(Math.max(0, start), length);
}

function teamsOf(board: Board, before: Board | undefined, length: number): TeamRow[] {
  return board.teams.slice(0, length).map(({team, people, mean, rank}) => ({
    rank, team, mean, people, movement: movement(before?.teams.find(({team: name}) => name === team)?.rank, rank),
  }));
}

const movement = (before: number | undefined, now: number) => (before === undefined ? null : before - now);

/** What one is oneself, where one is on no board. */
async function readOwn(db: Kysely<Tables>, organisation: string, me: string): Promise<{ranked: boolean; team: string | null}> {
  const {rows: [row]} = await sql<{ranked: boolean; team: string | null}>`
    select ranked, team from person where organisation = ${organisation} and id = ${me}`.execute(db);
  return row ?? {ranked: true, team: null};
}
