import {createId, type Id} from '@social-learning/protocol';
import {atom, onMount, readonlyType} from 'nanostores';
import type {Backend} from './backend.ts';
import {browserEnvironment} from './browser-environment.ts';
import type {ClientCore, MeState} from './client-core.ts';
import {createDrafts, type Drafts} from './drafts.ts';
import type {Environment} from './environment.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {checkOutput} from './guard.ts';
import {createLiveFeed} from './live-feed.ts';
import type {Outbox} from './outbox.ts';
import type {ThreadOptions, ThreadPlace, ThreadStore} from './thread-store.ts';
import {createThread} from './thread.ts';

export interface ClientOptions {
  readonly backend: Backend;
  /** The world around. Default: this page's. */
  readonly environment?: Environment;
}

/** One connection to a backend, with a store for each thing that is shown. */
export interface Client extends ClientCore {
  /** Drafts of whoever uses the page. */
  readonly drafts: Drafts;
  /** The thread of a subject: the same store for the same place. */
  thread(place: ThreadPlace, options?: ThreadOptions): ThreadStore;
  /** Asks again who uses the page, after somebody signed in or out. */
  refresh(): Promise<void>;
  /** A new id. */
  createId(): Id;
  /** Ends every connection and timer. What is not acknowledged stays kept. */
  close(): void;
}

/**
 * Makes a client. Nothing is sent before a store is listened to or a method called.
 *
 * @example
 * ```ts
 * const client = createClient({backend: httpBackend({url: 'https://learning.example', getToken})});
 * const thread = client.thread({subject: 'onboarding/day-1'});
 * thread.$state.subscribe(state => console.log(state.status, thread.posts.items.length));
 * ```
 */
export function createClient({backend, environment = browserEnvironment()}: ClientOptions): Client {
  const $me = atom<MeState>({status: 'loading'});
  const things = new Map<string, unknown>();
  const drafts = new Map<string, Drafts>();
  const closing = new AbortController();
  let offset = 0;
  let opening: {owner: string; outbox: Promise<Outbox>} | undefined;
  let asking: Promise<void> | undefined;

  const call: Client['call'] = async (name, input, options) => {
    try {
      const output = await backend.call(name, input, options);
      checkOutput(name, output, (input as {limit?: number}).limit);
      return output;
    } catch (cause) {
      throw toSocialLearningError(cause);
    }
  };

  const ask = async (fresh: boolean) => {
    try {
      const me = await call('me.read', {}, {fresh});
      // A time that is none tells nothing.
      offset = Date.parse(me.serverTime) - environment.now() || 0;
      // Before anybody hears of it: who does opens the outbox of the new person.
      if (me.person?.id !== $me.value.me?.person?.id) closeOutbox();
      $me.set({status: 'ready', me});
    } catch (cause) {
      const {me} = $me.value;
      $me.set({status: 'failed', error: toSocialLearningError(cause), ...(me && {me})});
    }
  };
  const refresh = (fresh = true) => (asking ??= ask(fresh).finally(() => (asking = undefined)));

  const closeOutbox = () => {
    const {outbox} = opening ?? {};
    opening = undefined;
    void outbox?.then(box => box.close()).catch(() => undefined);
  };

  onMount($me, () => void refresh(false));

  let shared: {owner: string; subscribe: Promise<NonNullable<Backend['subscribe']>>; end: AbortController} | undefined;

  /** The feed by way of the one connection of this browser, once it is known whose tabs may share it. */
  const subscribe: Backend['subscribe'] = async (...watch) => {
    if (!$me.value.me) await refresh(false);
    const {me, error} = $me.value;
    if (!me) throw error ?? new SocialLearningError('network', 'It is not known who uses the page.');
    const {owner} = client;
    if (shared?.owner !== owner) {
      shared?.end.abort();
      const end = new AbortController();
      const sharing = import('./shared-feed.ts').then(({shareFeed}) =>
        shareFeed(backend.subscribe!.bind(backend), environment, owner, AbortSignal.any([closing.signal, end.signal])));
      shared = {owner, subscribe: sharing, end};
    }
    await (await shared.subscribe)(...watch);
  };

  const client: Client = {
    backend,
    environment,
    $me: readonlyType($me),
    feed: createLiveFeed(backend.subscribe && subscribe, environment),
    get me() {
      return $me.value.me;
    },
    get owner() {
      const {me} = $me.value;
      return `${me?.organisation.id ?? ''}/${me?.person?.id ?? 'guest'}`;
    },
    get drafts() {
      const {owner} = client;
      const own = drafts.get(owner) ?? createDrafts(environment.drafts, owner);
      drafts.set(owner, own);
      return own;
    },
    call,
    can: name => backend.supports.has(name),
    thread(place, options) {
      const name = JSON.stringify(['thread', place.space, place.subject, options?.from, options?.around, options?.order]);
      return client.share(name, () => createThread(client, place, options));
    },
    share<Thing>(name: string, make: () => Thing) {
      const thing = things.has(name) ? things.get(name) : make();
      things.set(name, thing);
      return thing as Thing;
    },
    async outbox() {
      const person = $me.value.me?.person?.id;
      if (!person || closing.signal.aborted) return undefined;
      const {owner} = client;
      if (opening?.owner !== owner) {
        closeOutbox();
        const outbox = import('./outbox.ts').then(({createOutbox}) =>
          createOutbox(owner, person, async (item, signal) => {
            try {
              return await call(item.name, item.input, {signal, key: item.id, person});
            } catch (cause) {
              const error = toSocialLearningError(cause);
              if (error.code === 'person-changed') void refresh();
              throw error;
            }
          }, environment));
        opening = {owner, outbox};
        // A chunk that did not arrive is asked for again the next time.
        outbox.catch(() => {
          if (opening?.outbox === outbox) opening = undefined;
        });
      }
      return opening!.outbox;
    },
    refresh: () => refresh(),
    serverNow: () => environment.now() + offset,
    createId: () => createId(environment.now(), bytes => environment.fill(bytes)),
    close() {
      closeOutbox();
      closing.abort();
      client.feed.close();
    },
  };
  return client;
}
