import type {Id, Notification, NotificationKind, Output} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {followNews} from './news.ts';
import {perform} from './perform.ts';

export type {Notification, NotificationKind} from '@social-learning/protocol';

/** Every kind, in the order in which one chooses among them. */
export const notificationKinds = ['reply', 'answer', 'mention', 'followed', 'accepted', 'kudos', 'mentor-request', 'mentor-answer', 'newcomer', 'decision', 'report'] as const satisfies readonly NotificationKind[];

/** What a person should know. What was shown stays shown while it is read anew. */
export type NotificationsState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      /** The latest first. */
      readonly items: readonly Notification[];
      readonly unread: number;
      /** Whether there are more than were read. */
      readonly more: boolean;
      /** Kinds that are switched off. */
      readonly off: readonly NotificationKind[];
    };

/** One's own notifications. They are read with the first listener of `$state`, and kept up to date until the last is gone. */
export interface NotificationsStore {
  readonly $state: ReadableAtom<NotificationsState>;
  /** Marks all that is shown as read, here and in every other tab and device. */
  readAll(): Promise<void>;
  /** Switches a kind on or off. */
  choose(kind: NotificationKind, on: boolean): Promise<void>;
  more(): Promise<void>;
  reload(): Promise<void>;
}

const lane = 'notifications';

/** The notifications of whoever uses the page: the same store for the same client. */
export function notificationsOf(client: ClientCore): NotificationsStore {
  return client.share('notifications', () => createNotifications(client));
}

function createNotifications(client: ClientCore): NotificationsStore {
  const $state = atom<NotificationsState>({status: 'loading'});
  let mounted = new AbortController();
  const news = followNews(client, 'notifications', () => reload());
  let cursor: string | null = null;
  let tellOthers: () => void = () => undefined;

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  const reload = async () => {
    const {signal} = mounted;
    try {
      const answer: Output<'notifications.list'> = await client.call('notifications.list', {limit: Math.min(100, Math.max(20, ready()?.items.length ?? 0))}, {signal});
      const {notifications, unread, off} = answer;
      if (!notifications.items.every(isSound)) throw new SocialLearningError('invalid-response', 'The notifications are not of the contract.');
      if (signal.aborted) return;
      cursor = notifications.after;
      news.from(answer);
      $state.set({status: 'ready', items: notifications.items, unread, more: cursor !== null, off});
    } catch (cause) {
      if (!signal.aborted && !ready()) $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    let owner: string | undefined;
    let stopHearing: (() => void) | undefined;
    const stopMe = client.$me.subscribe(({status, me}) => {
      if (status === 'loading' || client.owner === owner) return;
      ({owner} = client);
      stopHearing?.();
      news.from({});
      if (!me?.person) {
        $state.set({status: 'failed', error: new SocialLearningError('unauthenticated', 'Nobody is signed in.')});
        return;
      }
      const channel = client.environment.channel(`social-learning:notifications:${owner}`);
      const stopListening = channel.listen(() => void reload());
      tellOthers = () => channel.post('changed');
      stopHearing = () => {
        stopListening();
        channel.close();
        tellOthers = () => undefined;
      };
      void reload();
    });
    const stopWaking = client.environment.onWake(() => void reload());
    news.start(signal);
    return () => {
      mounted.abort();
      stopMe();
      stopWaking();
      stopHearing?.();
    };
  });

  return {
    $state: readonlyType($state),
    async readAll() {
      const until: Id | undefined = ready()?.items[0]?.id;
      const state = ready();
      if (!state || until === undefined || state.unread === 0) return;
      const before = state;
      $state.set({...state, unread: 0, items: state.items.map(item => ({...item, read: true}))});
      try {
        const {unread} = await perform(client, 'notifications.read', {until}, lane);
        const now = ready();
        if (now) $state.set({...now, unread});
        tellOthers();
      } catch (cause) {
        // One that is gone in the meantime is no failure: what is there now says it.
        $state.set(before);
        void reload();
        const error = toSocialLearningError(cause);
        if (error.code !== 'not-found') throw error;
      }
    },
    async choose(kind, on) {
      const {off} = await perform(client, 'notifications.choose', {kind, on}, lane);
      const state = ready();
      if (state) $state.set({...state, off});
      tellOthers();
    },
    async more() {
      const state = ready();
      if (!state || cursor === null) return;
      const {notifications} = await client.call('notifications.list', {cursor, limit: 20}, {signal: mounted.signal});
      if (!notifications.items.every(isSound)) return;
      cursor = notifications.after;
      const known = new Set(state.items.map(({id}) => id));
      $state.set({...state, items: [...state.items, ...notifications.items.filter(({id}) => !known.has(id))], more: cursor !== null});
    },
    reload,
  };
}

/** Whether a notification has the shapes that views rely on. */
function isSound({id, kind, from, subject, decision, at}: Notification): boolean {
  const decided = kind === 'decision' || kind === 'report';
  if (decided && typeof decision?.target.type !== 'string') return false;
  return typeof id === 'string' && (notificationKinds as readonly string[]).includes(kind) && typeof at === 'string' &&
    (from === null || typeof from.name === 'string') && (subject === null || typeof subject.key === 'string');
}
