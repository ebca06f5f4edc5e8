import type {Change, EndpointName, Id, Input, Post, Thread} from '@social-learning/protocol';
import {mayInThread} from './abilities.ts';
import {toSocialLearningError} from './errors.ts';
import {checkSurplus, isSoundChange} from './guard-upkeep.ts';
import type {Watch} from './live-feed.ts';
import {createMine, isInside, outsideOf} from './mine.ts';
import type {Outbox, OutboxEvent} from './outbox.ts';
import {layOver, targetOf} from './overlay.ts';
import {mostItems, readAsFar} from './read-as-far.ts';
import {pageSize, type ThreadCore} from './thread-core.ts';
import type {ThreadStore} from './thread-store.ts';

/** What keeps a thread up to date once it was read: the live feed, further pages, reading it anew, and what its reader does. */
export interface Upkeep extends Pick<ThreadStore, 'may' | 'more' | 'moreReplies' | 'post' | 'act' | 'follow' | 'reported' | 'retry' | 'discard'> {
  /**
   * Follows what comes, until the signal aborts.
   *
   * @param isNew Whether the thread was read just now; otherwise it is read anew.
   */
  start(isNew: boolean, signal: AbortSignal): void;
  /** Reads everything shown anew; whether that succeeded. */
  reload(): Promise<boolean>;
}

export function createUpkeep(core: ThreadCore): Upkeep {
  const {client, place, options, posts, known, $state, ready, patch, show, placeOf} = core;
  const {environment, backend} = client;
  const lane = `${place.space ?? ''}/${place.subject}`;
  const mine = createMine();
  /** Roots of which further replies are on their way. */
  const fetching = new Set<Id>();
  /** Pages on their way, and posts that came meanwhile and may belong to them. */
  let reading = 0;
  const held: Post[] = [];
  let outbox: Outbox | undefined;
  let watch: Watch | undefined;

  core.layOver = (id, post) => {
    const pending = outbox?.items(lane).filter(item => targetOf(item) === id) ?? [];
    const view = layOver(post, mine.reactionsTo(id), pending, client, parent => posts.get(parent)?.post);
    return view && {...view, ...mine.marksOf(view.post)};
  };

  /** Takes posts in; of two copies the newer one stands, and of two of one age that which says more. */
  const learn = (items: readonly Post[]) => {
    const fresh = items.filter(item => {
      const before = known.get(item.id);
      return !before || item.version > before.version || (item.version === before.version && !before.content && isInside(item));
    });
    for (const item of fresh) core.keep(item);
    return fresh.map(item => item.id);
  };

  const learnThread = (thread: Thread | undefined) => {
    const state = ready();
    if (thread && state && thread.version > (state.thread?.version ?? -1)) patch({thread});
  };

  /** Whether a post belongs to the part of the thread that was read. */
  const inRange = (post: Post) => {
    const {items} = posts;
    const {before, after} = core.cursors;
    const where = placeOf(post);
    if (where === undefined || core.further?.holdsBack(post, where)) return false;
    const isLater = (view: {place: string} | undefined) => view !== undefined && view.place < where;
    if (before !== null && !isLater(items[0])) return false;
    return after === null || !isLater(items.findLast(view => view.post.version > 0));
  };

  const onChange = (change: Change) => {
    if (!isSoundChange(change)) return;
    learnThread(change.thread);
    const {post, verb} = change;
    if (!post) return;
    // A moderator did it, and says why.
    if ((verb === 'hid' || verb === 'removed') && known.get(post.id)?.author?.id === client.me?.person?.id) void readMine().catch(() => undefined);
    if (known.has(post.id) || inRange(post)) show(learn([post]));
    else if (reading > 0) held.push(post);
    else if (verb === 'replied' && core.further?.count(post)) show(posts.items.filter(view => view.further).map(view => view.post.id));
  };

  /** Reads, and then takes in what came meanwhile and belongs to what was read. */
  const whileReading = async (read: () => Promise<void>) => {
    reading++;
    try {
      await read();
    } finally {
      reading--;
      show(learn(held.filter(inRange)));
      if (reading === 0) held.length = 0;
    }
  };

  /** Lets go of what only its author and moderators see, as far as it is not among these. */
  const forgetInside = (kept: ReadonlySet<Id>, versions?: ReadonlyMap<Id, number>) => {
    const gone = [...known.values()].filter(post => isInside(post) && !kept.has(post.id) && (!versions || versions.get(post.id) === post.version));
    for (const post of gone) {
      const outside = outsideOf(post);
      if (outside) known.set(post.id, outside);
      else known.delete(post.id);
    }
    return gone.map(({id}) => id);
  };

  const readMine = async () => {
    const state = ready();
    // Nobody else sees a thread before its first post is approved.
    if (!state || (!state.thread && (state.space.moderation ?? 'after') === 'after') || !client.me?.person || !backend.supports.has('mine.read')) return;
    const versions = new Map([...known].map(([id, post]) => [id, post.version]));
    const {owner} = client;
    const answer = await client.call('mine.read', state.thread ? {thread: state.thread.id} : place);
    if (client.owner !== owner) return;
    learnThread(answer.thread);
    const touched = mine.replace(answer);
    if (ready()?.following !== mine.following) patch({following: mine.following});
    const gone = forgetInside(new Set(mine.posts.map(({id}) => id)), versions);
    show([...gone, ...learn(mine.posts.filter(inRange)), ...[...touched].filter(id => known.has(id))]);
  };

  /** Follows the feed from where the thread was read. */
  const goOn = () => {
    const {topic} = ready() ?? {};
    if (topic === undefined || core.signal.aborted) return;
    if (watch) watch.resume(core.feedCursor);
    else watch = client.feed.watch(topic, core.feedCursor, {onChange, onReset: () => void catchUp()});
    void readMine().catch(() => undefined);
  };

  /** Reads as much as was shown again, and lets go of what is no longer there. */
  const readAgain = async (signal: AbortSignal) => {
    const versions = new Map([...known].map(([id, post]) => [id, post.version]));
    const {answer, items, before, after, rest} = await readAsFar(client, place, options, known.size, pageSize, root => core.further?.readBelow(root) ?? 0, signal);
    if (signal.aborted) return;
    const present = new Set(items.map(item => item.id));
    // What came or changed while we read is newer than what we read.
    const gone = [...known.values()].filter(post => !present.has(post.id) && !isInside(post) && versions.get(post.id) === post.version).map(post => post.id);
    for (const id of gone) known.delete(id);
    await core.takeRest(rest);
    if (signal.aborted) return;
    core.further?.replace(rest);
    core.begin(answer, {before, after});
    goOn();
    core.places?.reset();
    show([...learn(items), ...posts.items.map(({post}) => post.id), ...gone]);
  };

  const reload = async (): Promise<boolean> => {
    const {signal} = core;
    if ($state.value.status === 'failed') $state.set({status: 'loading'});
    try {
      await whileReading(() => readAgain(signal));
      return true;
    } catch (cause) {
      if (signal.aborted) return true;
      const error = toSocialLearningError(cause);
      if (ready()) patch({error});
      else $state.set({status: 'failed', error});
      return false;
    }
  };

  /** After changes were missed: reads anew until that succeeds, since nothing else would tell them. */
  const catchUp = async () => {
    for (let failures = 0; !(await reload()); failures++) {
      await environment.wait(environment.random() * Math.min(5_000, 250 * 2 ** failures), core.signal);
    }
  };

  /** Takes in what an answer had beyond what was asked for. */
  const takeSurplus = () => {
    const {surplus} = core;
    core.surplus = [];
    if (surplus.length === 0) return;
    try {
      checkSurplus(surplus);
      show(learn(surplus));
      patch({paging: false});
    } catch (cause) {
      $state.set({status: 'failed', error: toSocialLearningError(cause)});
    }
  };

  const more: ThreadStore['more'] = async end => {
    const {signal, cursors} = core;
    const cursor = end === 'earlier' ? cursors.before : cursors.after;
    const state = ready();
    if (cursor === null || !state?.thread || state.paging) return;
    const {thread} = state;
    patch({paging: true});
    try {
      await whileReading(async () => {
        const page = await client.call('posts.list', {thread: thread.id, cursor, limit: mostItems}, {signal});
        if (signal.aborted) return;
        core.cursors = end === 'earlier' ? {...core.cursors, before: page.before} : {...core.cursors, after: page.after};
        const {error: _, ...rest} = ready() ?? state;
        $state.set({...rest, paging: false, earlier: core.cursors.before !== null, later: core.cursors.after !== null});
        await core.takeRest(page.rest);
        // Their places depend on those of the page.
        show(learn(page.items));
        show(learn(mine.posts.filter(inRange)));
      });
    } catch (cause) {
      if (!signal.aborted) patch({paging: false, error: toSocialLearningError(cause)});
    }
  };

  const moreReplies: ThreadStore['moreReplies'] = async id => {
    const {signal} = core;
    const post = known.get(id);
    const rest = core.further?.below(post);
    if (!post || !rest || fetching.has(rest.post)) return;
    fetching.add(rest.post);
    try {
      await whileReading(async () => {
        const page = await client.call('posts.list', {thread: post.thread, cursor: rest.after, limit: mostItems}, {signal});
        core.further?.took(rest, page);
        show(learn(page.items));
      });
    } finally {
      fetching.delete(rest.post);
    }
  };

  const onOutbox = (event: OutboxEvent) => {
    if (event.item.lane !== lane) return;
    if (event.type === 'acknowledged') {
      const output = event.output as {post?: Post; thread?: Thread};
      learnThread(output.thread);
      if (output.post && isSoundChange({topic: '', ...output})) learn([output.post]);
      if (event.item.name === 'posts.react') {
        const {post, kind, on} = event.item.input as Input<'posts.react'>;
        mine.react(post, kind, on);
      }
    }
    show([targetOf(event.item)]);
  };

  /** Follows the outbox of whoever is signed in; somebody else's acts are not shown. */
  const followOutbox = (signal: AbortSignal) => {
    let stop: (() => void) | undefined;
    let {owner} = core;
    let isFirst = true;
    const stopMe = client.$me.subscribe(({me}) => {
      stop?.();
      outbox = undefined;
      // What somebody else was shown alone is not for who comes after them.
      if (client.owner !== owner) {
        // The thread itself may be one that nobody else sees yet, or not by that name.
        if (ready()?.thread?.posts === 0 || [...known.values()].some(isInside)) {
          patch({thread: null});
          void reload();
        }
        mine.clear();
        show(forgetInside(new Set()));
      }
      ({owner} = client);
      // At first all is shown as it is, and what is the reader's own is read with what follows.
      if (!isFirst) {
        show([...posts.items].map(({post}) => post.id));
        void readMine().catch(() => undefined);
      }
      isFirst = false;
      if (!me?.person) return;
      void client.outbox().then(opened => {
        if (signal.aborted || opened?.owner !== client.owner) return;
        outbox = opened;
        stop = opened.listen(onOutbox);
        show(opened.items(lane).map(targetOf));
      }).catch(() => undefined);
    });
    signal.addEventListener('abort', () => {
      stopMe();
      stop?.();
    });
  };

  const opened = async () => {
    const box = await client.outbox();
    if (!box) throw toSocialLearningError(new Error('Nobody is signed in.'));
    return box;
  };

  return {
    start(isNew, signal) {
      patch({attended: true});
      takeSurplus();
      if (isNew) goOn();
      else void reload();
      const stopWaking = environment.onWake(() => {
        if ($state.value.status === 'failed') void reload();
      });
      followOutbox(signal);
      if (!backend.subscribe) void import('./poll.ts').then(({poll}) => poll(environment, reload, signal)).catch(() => undefined);
      signal.addEventListener('abort', () => {
        stopWaking();
        watch?.stop();
        watch = undefined;
      });
    },
    may(action, post) {
      const state = ready();
      const {me} = client;
      // An action is named for a thing, its endpoint for the things: `post.edit` is done by `posts.edit`.
      if (!state || !me || !client.can(action.replace('.', 's.') as EndpointName)) return false;
      const question = state.thread?.question ? known.get(state.thread.question) : undefined;
      return mayInThread(action, {me, space: state.space, thread: state.thread, now: client.serverNow(), ...(post && {post}), ...(question && {question})});
    },
    more,
    reload,
    moreReplies,
    async post({source, parent, form, kind, title, subject}) {
      const input: Input<'posts.create'> = {
        ...(place.space !== undefined && {space: place.space}),
        subject: {key: place.subject, ...subject},
        ...(kind && {kind}),
        ...(title && {title}),
        ...(parent && {parent}),
        ...(form && {form}),
        source,
      };
      return (await (await opened()).add('posts.create', input, lane)).id;
    },
    async act(name, input, hold) {
      return (await (await opened()).add(name, input, lane, hold)).id;
    },
    async follow(on) {
      const {thread} = ready() ?? {};
      if (!thread) return;
      const {perform} = await import('./perform.ts');
      mine.following = (await perform(client, 'threads.follow', {thread: thread.id, on}, `${lane}/follow`)).following;
      patch({following: mine.following});
    },
    reported(id) {
      mine.report(id);
      show([id]);
    },
    async retry(id) {
      await (await opened()).retry(id);
    },
    async discard(id) {
      return (await opened()).discard(id);
    },
  };
}
