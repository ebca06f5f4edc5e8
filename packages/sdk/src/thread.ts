import type {Id, Post} from '@social-learning/protocol';
import {atom, onMount, readonlyType} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {toSocialLearningError} from './errors.ts';
import {createPostList, type PostView} from './post-list.ts';
import {pageSize, type ThreadCore} from './thread-core.ts';
import type {ThreadOptions, ThreadPlace, ThreadState, ThreadStore} from './thread-store.ts';
import type {Upkeep} from './thread-upkeep.ts';

const none: readonly never[] = [];

/** The store of a thread: reads it, so that it can be shown. All that comes after is done by its upkeep, which comes when the posts are on screen. */
export function createThread(client: ClientCore, place: ThreadPlace, options: ThreadOptions = {}): ThreadStore {
  const {environment} = client;
  const $state = atom<ThreadState>({status: 'loading'});
  const posts = createPostList();
  const authors = new Map<string, Post['author']>();
  let thread = '';
  let made: Upkeep | undefined;
  let coming: Promise<Upkeep> | undefined;
  /** Starts the upkeep, as soon as it may follow what was read. */
  let start: ((upkeep: Upkeep) => void) | undefined;

  const core: ThreadCore = {
    client, place, options, $state, posts,
    known: new Map(),
    surplus: none,
    cursors: {before: null, after: null},
    feedCursor: '',
    owner: '',
    signal: AbortSignal.abort(),
    places: undefined,
    further: undefined,
    layOver: undefined,
    ready: () => ($state.value.status === 'ready' ? $state.value : undefined),
    patch(changes) {
      const state = core.ready();
      if (state) $state.set({...state, ...changes});
    },
    begin({space, topic, thread, cursor}, {before, after}) {
      core.cursors = {before, after};
      core.feedCursor = cursor;
      core.owner = client.owner;
      $state.set({status: 'ready', space, topic, thread, paging: core.surplus.length > 0, earlier: before !== null, later: after !== null, attended: made !== undefined, following: core.ready()?.following ?? false});
    },
    async takeRest(rest) {
      if (!Array.isArray(rest) || rest.length === 0) return;
      const {createFurtherReplies} = await import('./further-replies.ts');
      core.further ??= createFurtherReplies(posts, core.find);
      core.further.add(rest);
    },
    keep(post) {
      // Each comes with an author and the id of the thread of its own; a long conversation has few authors, and one id.
      const said = JSON.stringify(post.author);
      const author = authors.get(said) ?? post.author;
      authors.set(said, author);
      if (thread !== post.thread) ({thread} = post);
      core.known.set(post.id, {...post, author, thread});
    },
    find: id => core.known.get(id) ?? posts.get(id)?.post,
    placeOf: post => (core.places ? core.places.of(post) : post.position),
    show(ids) {
      const upserts: PostView[] = [];
      const removals: Id[] = [];
      for (const id of ids) {
        const view = viewOf(id);
        if (view && !isGone(view)) upserts.push(view);
        else removals.push(id);
      }
      posts.apply(upserts, removals);
      const moved = core.further?.settle();
      if (moved && moved.length > 0) core.show(moved);
    },
  };

  const viewOf = (id: Id): PostView | undefined => {
    const post = core.known.get(id);
    const view = core.layOver ? core.layOver(id, post) : post && {post, mine: none, pending: undefined};
    const where = view && (core.placeOf(view.post) ?? (post && core.places?.behind(post)));
    return view && where !== undefined ? {...view, place: where, ...core.further?.after(id)} : undefined;
  };

  const load = async (signal: AbortSignal) => {
    if (options.order && options.order !== 'oldest') {
      const {createPlaces} = await import('./post-places.ts');
      core.places ??= createPlaces(options.order, core.find, () => core.ready()?.thread?.question ?? null);
    }
    const answer = await client.call('threads.read', {...place, ...options, limit: pageSize}, {signal});
    if (signal.aborted) return;
    await core.takeRest(answer.posts.rest);
    if (signal.aborted) return;
    const {items} = answer.posts;
    core.surplus = items.slice(pageSize);
    core.begin(answer, answer.posts);
    for (const post of items.slice(0, pageSize)) core.keep(post);
    core.show(core.known.keys());
  };

  const upkeep = async () => {
    coming ??= import('./thread-upkeep.ts').then(({createUpkeep}) => createUpkeep(core)).catch((cause: unknown) => {
      coming = undefined;
      throw toSocialLearningError(cause);
    });
    made = await coming;
    start?.(made);
    return made;
  };

  /** Until it succeeds: a chunk that did not arrive is asked for again. */
  const keepUp = async (signal: AbortSignal) => {
    for (let failures = 0; !signal.aborted; failures++) {
      try {
        return await upkeep();
      } catch {
        await environment.wait(environment.random() * Math.min(5_000, 250 * 2 ** failures), signal);
      }
    }
    return undefined;
  };

  onMount($state, () => {
    const mounted = new AbortController();
    const {signal} = mounted;
    core.signal = signal;
    const isNew = !core.ready();
    const mayStart = () => {
      if (signal.aborted) return;
      start = made => {
        start = undefined;
        made.start(isNew, signal);
      };
    };
    const read = async () => {
      if (!isNew) return mayStart();
      await load(signal).catch((cause: unknown) => {
        if (!signal.aborted) $state.set({status: 'failed', error: toSocialLearningError(cause)});
      });
      mayStart();
      await environment.idle();
    };
    void read().then(() => keepUp(signal));
    return () => {
      mounted.abort();
      start = undefined;
    };
  });

  /** Does something whose outcome is in the state. */
  const attempt = async (act: (upkeep: Upkeep) => Promise<unknown>) => {
    try {
      await act(await upkeep());
    } catch (cause) {
      core.patch({error: toSocialLearningError(cause)});
    }
  };

  return {
    place,
    $state: readonlyType($state),
    posts,
    may: (...input) => made?.may(...input) ?? false,
    more: end => attempt(({more}) => more(end)),
    reload: () => attempt(({reload}) => reload()),
    moreReplies: async id => (await upkeep()).moreReplies(id),
    post: async post => (await upkeep()).post(post),
    act: async (...input) => (await upkeep()).act(...input),
    follow: async on => (await upkeep()).follow(on),
    reported: id => void upkeep().then(({reported}) => reported(id), () => undefined),
    retry: async id => (await upkeep()).retry(id),
    discard: async id => (await upkeep()).discard(id),
  };
}

/** A post that is not shown leaves a place behind only where something stands below it, or where its author is told why. */
function isGone({post, notice}: PostView): boolean {
  return (post.state === 'removed' || post.state === 'hidden') && post.content === null && post.replies === 0 && !notice;
}
