import type {BoardPeriod, BoardRow, BoardView, Input, Output, PointsRule, Space, TeamRow} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {hasNumbers, hasTexts, isObject, isPerson, isSpace} from './guard.ts';
import type {Watch} from './live-feed.ts';
import {may} from './may.ts';
import {perform} from './perform.ts';

export {earningActivities} from '@social-learning/protocol';
export type {BoardPeriod, BoardRow, BoardView, EarningActivity, PointsEntry, PointsRule, TeamRow} from '@social-learning/protocol';

/** Which board: of a space (by slug, default the organisation's), in a view and a calendar period. */
export interface BoardPlace {
  readonly space?: string;
  readonly view: BoardView;
  readonly period: BoardPeriod;
}

/** One's own place. `rank` is `null` for one who has left the boards or has no points in the period. */
export type OwnPlace = NonNullable<Output<'leaderboard.read'>['me']>;

/** What is known of a board. What was shown stays shown while it is read anew. */
export type LeaderboardState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly space: Space;
      readonly period: Output<'leaderboard.read'>['period'];
      /** Of the views `near` and `top`. */
      readonly rows: readonly BoardRow[];
      /** Of the view `teams`. */
      readonly teams: readonly TeamRow[];
      readonly me: OwnPlace;
      /** Id of the reader. */
      readonly person: string;
      /** How many are on the board. */
      readonly total: number;
      /** Whether there are more below, and whether they are on their way. */
      readonly more: boolean;
      readonly paging: boolean;
      /** Why the last attempt to read failed. */
      readonly error?: SocialLearningError;
    };

/** A board. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface LeaderboardStore {
  readonly $state: ReadableAtom<LeaderboardState>;
  /** Whether the reader may say what earns points here. */
  readonly mayRule: boolean;
  /** Leaves all boards, or comes back. Settles when it is known to the server, as all acts here. */
  choose(ranked: boolean): Promise<void>;
  /** Reads more below; the outcome is in `$state`. */
  more(): Promise<void>;
  reload(): Promise<void>;
  /** What earns points in the space. */
  rules(): Promise<readonly PointsRule[]>;
  /** Says what an activity is worth from now on. */
  rule(rule: Omit<PointsRule, 'effectiveAt'>): Promise<void>;
  /** One's own points and why, the latest first: a page, from a cursor on. */
  points(cursor?: string): Promise<Output<'points.list'>>;
}

const pageSize = 20;
const longestReading = 100;
/** Milliseconds within which pages that hear of a change read it, each at a time of its own. */
const spread = 1_500;
/** Milliseconds between two readings where the backend has no feed. */
const pollInterval = 60_000;
const lane = 'leaderboard';

/** A board: the same store for the same place of a client. */
export function leaderboardOf(client: ClientCore, place: BoardPlace): LeaderboardStore {
  return client.share(JSON.stringify(['leaderboard', place.space, place.view, place.period]), () => createLeaderboard(client, place));
}

function createLeaderboard(client: ClientCore, {space: slug, view, period}: BoardPlace): LeaderboardStore {
  const {environment} = client;
  const $state = atom<LeaderboardState>({status: 'loading'});
  const named = slug === undefined ? {} : {space: slug};
  let mounted = new AbortController();
  let latest = new AbortController();
  let watch: {readonly topic: string; readonly watch: Watch} | undefined;
  let after: string | null = null;
  let due = false;

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  const read = async (more: Pick<Input<'leaderboard.read'>, 'cursor' | 'limit'>, signal: AbortSignal) => {
    const answer = await client.call('leaderboard.read', {...named, view, period, ...more}, {signal});
    if (!isSound(answer)) throw new SocialLearningError('invalid-response', 'The answer to leaderboard.read is not of the contract.');
    return answer;
  };

  const reload = async () => {
    latest.abort();
    latest = new AbortController();
    const signal = AbortSignal.any([latest.signal, mounted.signal]);
    try {
      const answer = await read(view === 'near' ? {} : {limit: Math.min(longestReading, Math.max(pageSize, ready()?.rows.length ?? 0))}, signal);
      if (signal.aborted) return;
      follow(answer.topic, answer.cursor);
      ({after} = answer);
      const {space, rows, teams, me, total} = answer;
      $state.set({status: 'ready', space, period: answer.period, rows, teams, me: me!, person: client.me?.person?.id ?? '', total, more: after !== null, paging: false});
    } catch (cause) {
      if (signal.aborted) return;
      const error = toSocialLearningError(cause);
      const shown = ready();
      $state.set(shown && error.code !== 'not-found' ? {...shown, error} : {status: 'failed', error});
    }
  };

  /** Reads soon: seven hundred pages that hear of the same change must not ask in the same moment. */
  const reloadSoon = async () => {
    if (due) return;
    due = true;
    const {signal} = mounted;
    await environment.wait(environment.random() * spread, signal);
    due = false;
    if (!signal.aborted) await reload();
  };

  const follow = (topic: string, cursor: string) => {
    if (watch?.topic === topic) {
      watch.watch.resume(cursor);
      return;
    }
    watch?.watch.stop();
    watch = {topic, watch: client.feed.watch(topic, cursor, {onChange: () => void reloadSoon(), onReset: () => void reloadSoon()})};
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    let owner: string | undefined;
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      if (me?.person) void reload();
      else $state.set({status: 'failed', error: new SocialLearningError('unauthenticated', 'Nobody is signed in.')});
    });
    const stopWaking = environment.onWake(() => void reload());
    void (async () => {
      while (!client.backend.subscribe && !signal.aborted) {
        await environment.wait(pollInterval, signal);
        if (!signal.aborted) await reload();
      }
    })();
    return () => {
      mounted.abort();
      watch?.watch.stop();
      watch = undefined;
      stopMe();
      stopWaking();
    };
  });

  return {
    $state: readonlyType($state),
    get mayRule() {
      const {space} = ready() ?? {};
      const {me} = client;
      return Boolean(space && me && client.can('points.rule') && may('points.rule', {me, space, thread: null, now: client.serverNow()}));
    },
    async choose(ranked) {
      await perform(client, 'leaderboard.choose', {ranked}, lane);
      await reload();
    },
    async more() {
      const state = ready();
      const {signal} = mounted;
      if (!state || after === null || state.paging) return;
      const {error: _, ...rest} = state;
      $state.set({...rest, paging: true});
      try {
        const answer = await read({cursor: after, limit: pageSize}, signal);
        const now = ready();
        if (signal.aborted || !now) return;
        ({after} = answer);
        const known = new Set(now.rows.map(({person: {id}}) => id));
        $state.set({...now, rows: [...now.rows, ...answer.rows.filter(({person: {id}}) => !known.has(id))], more: after !== null, paging: false});
      } catch (cause) {
        const now = ready();
        if (!signal.aborted && now) $state.set({...now, paging: false, error: toSocialLearningError(cause)});
      }
    },
    reload,
    rules: async () => (await client.call('points.rules', named)).rules,
    async rule(rule) {
      await perform(client, 'points.rule', {...named, ...rule}, lane);
    },
    points: cursor => client.call('points.list', {...named, ...(cursor !== undefined && {cursor})}),
  };
}

/** Whether a board has the shapes that views rely on. */
function isSound({space, period, rows, teams, me, topic, cursor}: Output<'leaderboard.read'>): boolean {
  return (
    isSpace(space) && isObject(period) && hasTexts(period, 'kind', 'timeZone') && typeof topic === 'string' && typeof cursor === 'string' &&
    Array.isArray(rows) && rows.every(row => isObject(row) && hasNumbers(row, 'rank', 'points') && isPerson(row.person)) &&
    Array.isArray(teams) && teams.every(row => isObject(row) && hasNumbers(row, 'rank', 'mean', 'people') && hasTexts(row, 'team')) &&
    isObject(me) && hasNumbers(me, 'points')
  );
}
