import type {Action, Change, ContentItem, Id, Input, Output} from '@social-learning/protocol';
import {atom, onMount, readonlyType, type ReadableAtom} from 'nanostores';
import {mayOf} from './may.ts';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';
import {hasNumbers, hasTexts, isObject, isPage, isPerson, isSpace} from './guard.ts';
import type {Watch} from './live-feed.ts';
import {perform} from './perform.ts';

export type {ContentItem} from '@social-learning/protocol';

/** Which list: of a space (by slug, default the organisation's), of what is shared on a subject in it, or of one's own items. */
export interface ContentPlace {
  readonly space?: string;
  readonly subject?: string;
  readonly own?: boolean;
}

/** What is known of a list. What was shown stays shown while it is read anew. */
export type ContentListState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | {
      readonly status: 'ready';
      readonly items: readonly ContentItem[];
      /** Whether there are more, and whether they are on their way. */
      readonly more: boolean;
      readonly paging: boolean;
      /** Why the last attempt to read failed. */
      readonly error?: SocialLearningError;
    };

/** A list of what is shared, the newest first. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface ContentListStore {
  readonly $state: ReadableAtom<ContentListState>;
  more(): Promise<void>;
  reload(): Promise<void>;
}

/** What is known of an item. */
export type ContentItemState =
  | {readonly status: 'loading'}
  | {readonly status: 'failed'; readonly error: SocialLearningError}
  | ({readonly status: 'ready'; readonly error?: SocialLearningError} & Pick<Output<'content.read'>, 'space' | 'item' | 'media' | 'captions' | 'expiresAt'>);

/** One item with the addresses of its files. It is read with the first listener of `$state`, and followed until the last is gone. */
export interface ContentItemStore {
  readonly $state: ReadableAtom<ContentItemState>;
  reload(): Promise<void>;
  /** Whether the reader may do this with it. */
  may(action: Extract<Action, `content.${string}`>): boolean;
  /** Whether the reader may report it. */
  mayReport(): boolean;
  /**
   * Replaces what it says about itself.
   * @param revision The one that was shown to who edited it.
   * @throws SocialLearningError `revision-conflict` with `details.revision` where it was edited in the meantime.
   */
  edit(words: Omit<Input<'content.edit'>, 'item' | 'revision'>, revision: number): Promise<ContentItem>;
  publish(): Promise<ContentItem>;
  archive(): Promise<ContentItem>;
  remove(): Promise<ContentItem>;
}

const pageSize = 12;
const pollInterval = 30_000;
const lane = 'content';

/** A list: the same store for the same place of a client. */
export function contentOf(client: ClientCore, place: ContentPlace): ContentListStore {
  return client.share(JSON.stringify(['content', place.space, place.subject, place.own]), () => createList(client, place));
}

/** An item: the same store for the same id of a client. */
export function contentItemOf(client: ClientCore, item: Id): ContentItemStore {
  return client.share(JSON.stringify(['content item', item]), () => createItem(client, item));
}

/** Makes a draft. */
export async function createContent(client: ClientCore, input: Input<'content.create'>): Promise<ContentItem> {
  return (await perform(client, 'content.create', input, lane)).item;
}

/** Replaces what an item says about itself. */
export async function editContent(client: ClientCore, input: Input<'content.edit'>): Promise<ContentItem> {
  return (await perform(client, 'content.edit', input, lane)).item;
}

/** Publishes an item; where moderators look first, its state is `pending` then. */
export async function publishContent(client: ClientCore, item: Id): Promise<ContentItem> {
  return (await perform(client, 'content.publish', {item}, lane)).item;
}

/** What holds for one's own sharing. */
export function readContentTerms(client: ClientCore, space: string | undefined): Promise<Output<'content.terms'>> {
  return client.call('content.terms', space === undefined ? {} : {space});
}

/** Reads now and follows: on every change, on waking, for another person, and by and by where there is no feed. */
function keepRead(client: ClientCore, read: () => Promise<void>, signal: AbortSignal): void {
  let owner: string | undefined;
  const stopMe = client.$me.subscribe(({status}) => {
    if (status === 'loading' || client.owner === owner) return;
    ({owner} = client);
    void read();
  });
  const stopWaking = client.environment.onWake(() => void read());
  signal.addEventListener('abort', () => {
    stopMe();
    stopWaking();
  });
  void (async () => {
    while (!client.backend.subscribe && !signal.aborted) {
      await client.environment.wait(pollInterval, signal);
      if (!signal.aborted) await read();
    }
  })();
}

function createList(client: ClientCore, {space, subject, own = false}: ContentPlace): ContentListStore {
  const $state = atom<ContentListState>({status: 'loading'});
  const named = {...(space !== undefined && {space}), ...(subject !== undefined && {subject})};
  let mounted = new AbortController();
  let watch: {readonly topic: string; readonly watch: Watch} | undefined;
  let after: string | null = null;

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  const readPage = async (more: {limit: number; cursor?: string}) => {
    const answer = own
      ? {items: await client.call('content.own', {...(space !== undefined && {space}), ...more}), follow: undefined}
      : await client.call('content.list', {...named, ...more}).then(list => ({items: list.items, follow: list}));
    if (!isPage(answer.items, isItem)) throw unsound('content.list');
    return answer;
  };

  const reload = async () => {
    const {signal} = mounted;
    try {
      const {items, follow} = await readPage({limit: Math.min(100, Math.max(pageSize, ready()?.items.length ?? 0))});
      if (signal.aborted) return;
      ({after} = items);
      $state.set({status: 'ready', items: items.items, more: after !== null, paging: false});
      if (!follow || watch?.topic === follow.topic) return watch?.watch.resume(follow?.cursor ?? '');
      watch?.watch.stop();
      watch = {topic: follow.topic, watch: client.feed.watch(follow.topic, follow.cursor, {onChange, onReset: () => void reload()})};
    } catch (cause) {
      if (signal.aborted) return;
      const error = toSocialLearningError(cause);
      const shown = ready();
      $state.set(shown && error.code !== 'not-found' ? {...shown, error} : {status: 'failed', error});
    }
  };

  const onChange = ({content}: Change) => {
    const shown = ready();
    if (!content || !shown || !isItem(content)) return;
    const others = shown.items.filter(({id}) => id !== content.id);
    const known = shown.items.find(({id}) => id === content.id);
    if (known && known.version >= content.version) return;
    const belongs = content.state === 'published' && (subject === undefined || content.subject?.key === subject);
    if (!known && !belongs) return;
    const items = belongs ? [...others, content].toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1)) : others;
    $state.set({...shown, items});
  };

  onMount($state, () => {
    mounted = new AbortController();
    keepRead(client, reload, mounted.signal);
    return () => {
      mounted.abort();
      watch?.watch.stop();
      watch = undefined;
    };
  });

  return {
    $state: readonlyType($state),
    reload,
    async more() {
      const state = ready();
      const {signal} = mounted;
      if (!state || after === null || state.paging) return;
      const {error: _, ...rest} = state;
      $state.set({...rest, paging: true});
      try {
        const {items} = await readPage({limit: pageSize, cursor: after});
        const now = ready();
        if (signal.aborted || !now) return;
        ({after} = items);
        const known = new Set(now.items.map(({id}) => id));
        $state.set({...now, items: [...now.items, ...items.items.filter(({id}) => !known.has(id))], more: after !== null, paging: false});
      } catch (cause) {
        const now = ready();
        if (!signal.aborted && now) $state.set({...now, paging: false, error: toSocialLearningError(cause)});
      }
    },
  };
}

function createItem(client: ClientCore, id: Id): ContentItemStore {
  const $state = atom<ContentItemState>({status: 'loading'});
  let mounted = new AbortController();
  let watch: {readonly topic: string; readonly watch: Watch} | undefined;

  const ready = () => ($state.value.status === 'ready' ? $state.value : undefined);

  const reload = async () => {
    const {signal} = mounted;
    try {
      const answer = await client.call('content.read', {item: id}, {signal});
      if (!isObject(answer) || !isSpace(answer.space) || !isItem(answer.item) || !Array.isArray(answer.captions)) throw unsound('content.read');
      if (signal.aborted) return;
      const {space, item, media, captions, expiresAt, topic, cursor} = answer;
      $state.set({status: 'ready', space, item, media, captions, expiresAt});
      if (watch?.topic === topic) return watch.watch.resume(cursor);
      watch?.watch.stop();
      watch = {topic, watch: client.feed.watch(topic, cursor, {onChange, onReset: () => void reload()})};
    } catch (cause) {
      if (signal.aborted) return;
      const error = toSocialLearningError(cause);
      const shown = ready();
      $state.set(shown && error.code !== 'not-found' && error.code !== 'gone' ? {...shown, error} : {status: 'failed', error});
    }
  };

  // What it is now depends on who looks: its author sees more of it than others.
  const onChange = ({content}: Change) => {
    if (content?.id === id && content.version > (ready()?.item.version ?? 0)) void reload();
  };

  onMount($state, () => {
    mounted = new AbortController();
    keepRead(client, reload, mounted.signal);
    return () => {
      mounted.abort();
      watch?.watch.stop();
      watch = undefined;
    };
  });

  const act = async (name: 'content.publish' | 'content.archive' | 'content.remove') => {
    const {item} = await perform(client, name, {item: id}, lane);
    await reload();
    return item;
  };

  return {
    $state: readonlyType($state),
    reload,
    may(action) {
      const {space, item} = ready() ?? {};
      const {me} = client;
      return Boolean(space && item && me && mayOf(action, {me, space, author: item.author?.id ?? null}));
    },
    mayReport() {
      const {item} = ready() ?? {};
      const person = client.me?.person;
      return Boolean(item && person && item.author?.id !== person.id && client.can('reports.create'));
    },
    async edit(words, revision) {
      const item = await editContent(client, {item: id, revision, ...words});
      await reload();
      return item;
    },
    publish: () => act('content.publish'),
    archive: () => act('content.archive'),
    remove: () => act('content.remove'),
  };
}

const unsound = (name: string) => new SocialLearningError('invalid-response', `The answer to ${name} is not of the contract.`);

/** Whether an item has the shapes that views rely on. */
function isItem(value: unknown): value is ContentItem {
  return (
    isObject(value) && hasTexts(value, 'id', 'kind', 'state', 'createdAt') && hasNumbers(value, 'version', 'revision') && Array.isArray(value['skills']) &&
    Array.isArray(value['captions']) && (value['author'] === null || isPerson(value['author'])) &&
    ['title', 'description', 'alt', 'link'].every(name => value[name] === null || typeof value[name] === 'string')
  );
}
