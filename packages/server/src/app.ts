import {affectedTopics} from './feed/affected.ts';
import {encodeEvent} from './feed/changes.ts';
import {FeedHub} from './feed/hub.ts';
import type {OpenStream} from './feed/sink.ts';
import {createTopics} from './feed/topics.ts';
import {completeFiles, type FileSettings} from './files/files.ts';
import {reapFiles} from './files/reap.ts';
import {createFileAddresses} from './files/signed-address.ts';
import {createOrigins} from './http/cors.ts';
import {PageCache} from './http/page-cache.ts';
import {RateLimiter, type RateLimit} from './http/rate-limit.ts';
import {createRouter} from './http/router.ts';
import type {Asked, ReadyAnswer} from './http/shared-answer.ts';
import {createAccessTokens} from './identity/access-token.ts';
import {createStandings} from './identity/caller.ts';
import {toBytes} from './internal/encoding.ts';
import {Turns} from './internal/turns.ts';
import {Boards} from './leaderboard/boards.ts';
import {createCursors} from './log/cursor.ts';
import {enterEpoch} from './log/epoch.ts';
import {Followers} from './log/followers.ts';
import {currentPosition} from './log/position.ts';
import {welcome} from './mentoring/welcome.ts';
import {tell} from './notifications/tell.ts';
import {earnPoints} from './points/earn.ts';
import {PresenceBoard} from './presence/presence.ts';
import {tellTheTwo} from './mentoring/live.ts';
import {createDirectory} from './organisations/directory.ts';
import {saveOrganisation, type OrganisationSettings} from './organisations/save.ts';
import type {Services, Step} from './services.ts';
import {isAway} from './store/failure.ts';
import {migrate} from './store/migrate.ts';
import {readSecrets} from './store/secrets.ts';
import type {Store} from './store/store.ts';

/** What an app is made of. */
export interface AppConfig {
  /** Where everything is kept. It is closed with the app. */
  readonly store: Store;
  /** The address under which browsers reach the app, without a slash at its end; host tokens must name it as `aud`. */
  readonly publicUrl: string;
  /** Organisations to be made, or brought to these settings, at the start. */
  readonly organisations?: readonly OrganisationSettings[];
  /** Whether pages on loopback addresses belong to the default organisation. Only for trials. Default false. */
  readonly openLoopback?: boolean;
  /** How often one person may act; `null` for no limit. Default 20 a second, 60 at once. */
  readonly rateLimit?: RateLimit | null;
  /** Live streams at most: of one person (default 30), and in all (default 10,000). */
  readonly streams?: {readonly perPerson?: number; readonly all?: number};
  /** Milliseconds since the epoch. Default the system's clock. */
  readonly now?: () => number;
  /** Told of what went wrong on our side, with the id that the caller was given. Default the console. */
  readonly onFault?: (error: unknown, requestId: string | undefined) => void;
  /** How files are taken and kept; without it none are. */
  readonly files?: FileSettings;
  readonly hooks?: {readonly onStep?: (step: Step, key: string) => void | Promise<void>};
}

/** A backend: a function from requests to responses, over a store. */
export interface App {
  /** @param open A cheaper way to stream, if what serves the app has one. */
  fetch(request: Request, open?: OpenStream): Promise<Response>;
  /**
   * A short way to answer a `GET` as {@link fetch} would, for what serves the app: `undefined` for what was not asked before by the same
   * address, and for what is refused.
   */
  recall(url: string, asked: Asked): Promise<ReadyAnswer | undefined>;
  readonly services: Services;
  /** Settles when everything is done that follows from what was acted until now. */
  settled(): Promise<void>;
  /** Ends the live streams and closes the store. */
  close(): Promise<void>;
}

/** Milliseconds between two looks for files that nobody needs. */
const reapInterval = 60_000;

/** A database that is away needs a line, not a page, for each request. */
function logFault(error: unknown, requestId: string | undefined): void {
  console.error(requestId ?? 'feed', isAway(error) ? (error as Error).message : error);
}

/** Brings the database up to date and makes an app over it. Throws a `StartError` where it cannot. */
export async function createApp(config: AppConfig): Promise<App> {
  const {store, now = () => Date.now(), openLoopback = false, rateLimit = {perSecond: 20, burst: 60}, streams = {}, hooks = {}} = config;
  const onFault = config.onFault ?? logFault;
  const publicUrl = config.publicUrl.replace(/\/$/, '');

  await migrate(store);
  const secrets = await readSecrets(store);
  const epoch = await enterEpoch(store);
  const [cursors, topics] = await Promise.all([createCursors(secrets), createTopics(secrets)]);
  for (const settings of config.organisations ?? []) await saveOrganisation(store, settings);

  const pages = new PageCache();
  const directory = createDirectory(store, now);
  const appended = (changed: Iterable<string>) => {
    for (const topic of changed) pages.drop(topic);
    hub.wake();
    store.announce();
  };
  const followed = (changed: readonly string[]) => {
    if (changed.length > 0) appended(changed);
    else hub.release();
  };
  const followers = new Followers(store, epoch, [welcome(now), tellTheTwo(topics), tell(topics), earnPoints(topics)], followed, error => onFault(error, undefined));
  const hub: FeedHub = new FeedHub(
    store, epoch, cursors, await currentPosition(store.db, epoch),
    {
      entries(entries) {
        for (const entry of entries) for (const topic of affectedTopics(topics, entry)) pages.drop(topic);
      },
      told: () => followers.wake(),
      error: error => onFault(error, undefined),
    },
  );
  const presence = new PresenceBoard(now, (topic, present) => hub.say(topic, toBytes(encodeEvent('presence', {topic, presence: present}))));
  const services: Services = {
    store, now, publicUrl, epoch, cursors, topics, pages, directory,
    standings: createStandings(store, now),
    accessTokens: await createAccessTokens(secrets, publicUrl, now),
    boards: new Boards(store.db, now),
    presence,
    files: config.files && completeFiles(config.files),
    fileAddresses: await createFileAddresses(secrets, publicUrl),
    turns: new Turns(),
    committed: appended,
    onStep: hooks.onStep ?? (() => undefined),
  };
  followers.wake();
  const reap = () => reapFiles(services).catch((error: unknown) => onFault(error, undefined));
  const reaping = services.files && setInterval(() => void reap(), reapInterval);
  (reaping as {unref?: () => void} | undefined)?.unref?.();
  const stopListening = await store.listen(() => hub.wake());
  const {route, recall} = createRouter(services, {
    hub, onFault,
    origins: createOrigins(directory, openLoopback),
    rateLimiter: rateLimit === null ? undefined : new RateLimiter(rateLimit, now),
    streamsPerPerson: streams.perPerson ?? 30,
    streams: streams.all ?? 10_000,
  });

  return {
    fetch: route,
    recall,
    services,
    settled: () => followers.settled(),
    async close() {
      presence.close();
      clearInterval(reaping);
      await hub.close();
      await followers.close();
      await stopListening();
      await store.close();
    },
  };
}
