import type {Change, EndpointName, Id, Input, Output, Post, Thread} from '@social-learning/protocol';
import {atom, onMount, readonlyType} from 'nanostores';
import {mayInThread} from './abilities.ts';
import type {ClientCore} from './client-core.ts';
import {toSocialLearningError} from './errors.ts';
import {isSoundChange} from './guard.ts';
import type {Watch} from './live-feed.ts';
import {createMine, isInside, outsideOf} from './mine.ts';
import type {Outbox, OutboxEvent} from './outbox.ts';
import type {FurtherReplies} from './further-replies.ts';
import {createPostList, type PostView} from './post-list.ts';
import type {Places} from './post-places.ts';
import type {Rest} from './read-as-far.ts';
import type {ThreadOptions, ThreadPlace, ThreadState, ThreadStore} from './thread-store.ts';

const pageSize = 20;
const furtherPageSize = 100;

export function createThread(client: ClientCore, place: ThreadPlace, options: ThreadOptions = {}): ThreadStore {
  const {environment, backend} = client;
  const lane = `${place.space ?? ''}/${place.subject}`;
  const $state = atom<ThreadState>({status: 'loading'});
  const posts = createPostList();
  /** The posts that were read, by id: as everybody sees them, or as their author and moderators do. */
  const known = new Map<Id, Post>();
  const mine = createMine();
  const find = (id: Id) => known.get(id) ?? posts.get(id)?.post;
  /** Where another order than that of reading is asked for. */
  let places: Places | undefined;
  /** Where not all replies were read. */
  let further: FurtherReplies | undefined;
  /** Roots of which further replies are on their way. */
  const fetching = new Set<Id>();
  let cursors: {before: string | null; after: string | null} = {before: null, after: null};
  /** Pages on their way, and posts that came meanwhile and may belong to them. */
  let reading = 0;
  const held: Post[] = [];
  let outbox: Outbox | undefined;
  /** Loaded with the outbox: without one there is nothing to lay over. */
  let overlay: typeof import('./overlay.ts') | undefined;
  let watch: Watch | undefined;
  let mounted = new AbortController();
  mounted.abort();

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);
  const patch = (changes: Partial<Extract<ThreadState, {status: 'ready'}>>) => {
    const state = ready();
    if (state) $state.set({...state, ...changes});
  };

  /** The items on their way, by the post that they concern. */
  const pendingOf = (id: Id) => outbox?.items(lane).filter(item => overlay?.targetOf(item) === id) ?? [];

  const placeOf = (post: Post) => (places ? places.of(post) : post.position);

  const viewOf = (id: Id): PostView | undefined => {
    const post = known.get(id);
    const reactions = mine.reactionsTo(id);
    const view = overlay
      ? overlay.layOver(post, reactions, pendingOf(id), client, parent => posts.get(parent)?.post)
      : post && {post, mine: reactions, pending: undefined};
    const where = view && (placeOf(view.post) ?? (post && places?.behind(post)));
    return view && where !== undefined ? {...view, place: where, ...further?.after(id), ...mine.marksOf(view.post)} : undefined;
  };

  /** Brings the list up to date with what is known of these posts. */
  const show = (ids: Iterable<Id>) => {
    const upserts: PostView[] = [];
    const removals: Id[] = [];
    for (const id of ids) {
      const view = viewOf(id);
      if (view && !isGone(view)) upserts.push(view);
      else removals.push(id);
    }
    posts.apply(upserts, removals);
    const moved = further?.settle();
    if (moved && moved.length > 0) show(moved);
  };

  /** Takes posts in; of two copies the newer one stands, and of two of one age that which says more. */
  const learn = (items: readonly Post[]) => {
    const fresh = items.filter(item => {
      const before = known.get(item.id);
      return !before || item.version > before.version || (item.version === before.version && !before.content && isInside(item));
    });
    for (const item of fresh) known.set(item.id, item);
    return fresh.map(item => item.id);
  };

  const learnThread = (thread: Thread | undefined) => {
    const state = ready();
    if (thread && state && thread.version > (state.thread?.version ?? -1)) patch({thread});
  };

  /** Whether a post belongs to the part of the thread that was read. */
  const inRange = (post: Post) => {
    const {items} = posts;
    const where = placeOf(post);
    if (where === undefined || further?.holdsBack(post, where)) return false;
    const isLater = (view: PostView | undefined) => view !== undefined && view.place < where;
    if (cursors.before !== null && !isLater(items[0])) return false;
    return cursors.after === null || !isLater(items.findLast(view => view.post.version > 0));
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
    else if (verb === 'replied' && further?.count(post)) show(posts.items.filter(view => view.further).map(view => view.post.id));
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

  /** Shows what was read, and follows what comes after it. */
  const begin = (answer: Output<'threads.read'>, ends: {before: string | null; after: string | null}) => {
    cursors = {before: ends.before, after: ends.after};
    $state.set({
      status: 'ready', space: answer.space, topic: answer.topic, thread: answer.thread, paging: false,
      earlier: cursors.before !== null, later: cursors.after !== null, following: mine.following,
    });
    if (watch) watch.resume(answer.cursor);
    else watch = client.feed.watch(answer.topic, answer.cursor, {onChange, onReset: () => void catchUp()});
    void readMine().catch(() => undefined);
  };

  /** Remembers what was not read of the replies. */
  const takeRest = async (rest: readonly Rest[] | undefined) => {
    if (!Array.isArray(rest) || rest.length === 0) return;
    const {createFurtherReplies} = await import('./further-replies.ts');
    further ??= createFurtherReplies(posts, find);
    further.add(rest);
  };

  const load = async (signal: AbortSignal) => {
    if (options.order && options.order !== 'oldest') {
      const {createPlaces} = await import('./post-places.ts');
      places ??= createPlaces(options.order, find, () => ready()?.thread?.question ?? null);
    }
    const answer = await client.call('threads.read', {...place, ...options, limit: pageSize}, {signal});
    if (signal.aborted) return;
    await takeRest(answer.posts.rest);
    if (signal.aborted) return;
    begin(answer, answer.posts);
    show(learn(answer.posts.items));
  };

  /** Reads as much as was shown again, and lets go of what is no longer there. */
  const readAgain = async (signal: AbortSignal) => {
    const versions = new Map([...known].map(([id, post]) => [id, post.version]));
    const {readAsFar} = await import('./read-as-far.ts');
    const {answer, items, before, after, rest} = await readAsFar(client, place, options, known.size, pageSize, root => further?.readBelow(root) ?? 0, signal);
    if (signal.aborted) return;
    const present = new Set(items.map(item => item.id));
    // What came or changed while we read is newer than what we read.
    const gone = [...known.values()].filter(post => !present.has(post.id) && !isInside(post) && versions.get(post.id) === post.version).map(post => post.id);
    for (const id of gone) known.delete(id);
    await takeRest(rest);
    if (signal.aborted) return;
    further?.replace(rest);
    begin(answer, {before, after});
    places?.reset();
    show([...learn(items), ...posts.items.map(({post}) => post.id), ...gone]);
  };

  const reload = async (): Promise<boolean> => {
    const {signal} = mounted;
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
      await environment.wait(environment.random() * Math.min(5_000, 250 * 2 ** failures), mounted.signal);
    }
  };

  const more = async (end: 'earlier' | 'later') => {
    const {signal} = mounted;
    const cursor = end === 'earlier' ? cursors.before : cursors.after;
    const state = ready();
    if (cursor === null || !state?.thread || state.paging) return;
    const {thread} = state;
    patch({paging: true});
    try {
      await whileReading(async () => {
        const page = await client.call('posts.list', {thread: thread.id, cursor, limit: furtherPageSize}, {signal});
        if (signal.aborted) return;
        cursors = end === 'earlier' ? {...cursors, before: page.before} : {...cursors, after: page.after};
        const {error: _, ...rest} = ready() ?? state;
        $state.set({...rest, paging: false, earlier: cursors.before !== null, later: cursors.after !== null});
        await takeRest(page.rest);
        // Their places depend on those of the page.
        show(learn(page.items));
        show(learn(mine.posts.filter(inRange)));
      });
    } catch (cause) {
      if (!signal.aborted) patch({paging: false, error: toSocialLearningError(cause)});
    }
  };

  const moreReplies = async (id: Id) => {
    const {signal} = mounted;
    const post = known.get(id);
    const rest = further?.below(post);
    if (!post || !rest || fetching.has(rest.post)) return;
    fetching.add(rest.post);
    try {
      await whileReading(async () => {
        const page = await client.call('posts.list', {thread: post.thread, cursor: rest.after, limit: furtherPageSize}, {signal});
        further?.took(rest, page);
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
    if (overlay) show([overlay.targetOf(event.item)]);
  };

  /** Follows the outbox of whoever is signed in; somebody else's acts are not shown. */
  const follow = (signal: AbortSignal) => {
    let stop: (() => void) | undefined;
    let owner = client.owner;
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
      show([...posts.items].map(({post}) => post.id));
      if (!me?.person) return;
      void readMine().catch(() => undefined);
      void Promise.all([client.outbox(), import('./overlay.ts')]).then(([opened, module]) => {
        if (signal.aborted || opened?.owner !== client.owner) return;
        outbox = opened;
        overlay = module;
        stop = opened.listen(onOutbox);
        show(opened.items(lane).map(module.targetOf));
      }).catch(() => undefined);
    });
    signal.addEventListener('abort', () => {
      stopMe();
      stop?.();
    });
  };

  onMount($state, () => {
    mounted = new AbortController();
    const {signal} = mounted;
    if (ready()) void reload();
    else {
      load(signal).catch((cause: unknown) => {
        if (!signal.aborted) $state.set({status: 'failed', error: toSocialLearningError(cause)});
      });
    }
    const stopWaking = environment.onWake(() => {
      if ($state.value.status === 'failed') void reload();
    });
    follow(signal);
    if (!backend.subscribe) void import('./poll.ts').then(({poll}) => poll(environment, reload, signal)).catch(() => undefined);
    return () => {
      mounted.abort();
      stopWaking();
      watch?.stop();
      watch = undefined;
    };
  });

  const opened = async () => {
    const box = await client.outbox();
    if (!box) throw toSocialLearningError(new Error('Nobody is signed in.'));
    return box;
  };

  return {
    place,
    $state: readonlyType($state),
    posts,
    may(action, post) {
      const state = ready();
      const {me} = client;
      // An action is named for a thing, its endpoint for the things: `post.edit` is done by `posts.edit`.
      if (!state || !me || !client.can(action.replace('.', 's.') as EndpointName)) return false;
      const question = state.thread?.question ? known.get(state.thread.question) : undefined;
      return mayInThread(action, {me, space: state.space, thread: state.thread, now: client.serverNow(), ...(post && {post}), ...(question && {question})});
    },
    more,
    reload: async () => void (await reload()),
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

/** A post that is not shown leaves a place behind only where something stands below it, or where its author is told why. */
function isGone({post, notice}: PostView): boolean {
  return (post.state === 'removed' || post.state === 'hidden') && post.content === null && post.replies === 0 && !notice;
}
