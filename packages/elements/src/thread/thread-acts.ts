import {msg, str} from '@lit/localize';
import {limits, SocialLearningError, type Client, type Id, type Post, type Thread, type ThreadKind, type ThreadStore} from '@social-learning/sdk';
import {formStyles} from '../internal/form.styles.ts';
import {onLanguage} from '../internal/locale.ts';
import {Composer, type ComposerOptions} from './composer.ts';
import {draftPlace, editPlace} from './draft-places.ts';
import {permalink, quotable} from './permalink.ts';
import type {GuidelinesNote} from './guidelines-note.ts';
import type {PostConcerns} from './post-concerns.ts';
import type {AskedAct} from './post-renderer.ts';
import type {PresenceLine} from './presence-line.ts';
import {removeWithUndo} from './removal.ts';
import {PostSendEvent, PostSentEvent} from './thread.events.ts';
import type {Visits} from './visits.ts';
import {writingStyles} from './writing.styles.ts';

/** The part of a thread's element that writing needs. */
export interface ActingElement extends HTMLElement {
  readonly addressOf?: ((thread: Thread) => string | undefined) | undefined;
  readonly kind: ThreadKind;
  readonly subjectTitle?: string;
  readonly headingLevel: number;
}

/** A composer that is open, with the guidelines beside it once they are there. */
interface Writing {
  readonly composer: Composer;
  readonly root: HTMLElement;
  note?: GuidelinesNote;
}

/** Everything that one does in a thread; loaded when somebody begins to. */
export class ThreadActs {
  readonly #thread: ActingElement;
  readonly #client: Client;
  readonly #store: ThreadStore;
  readonly #nodeOf: (id: Id) => HTMLElement | undefined;
  readonly #say: (text: string) => void;
  readonly #open = new Map<string, Writing>();
  readonly #stopListening: () => void;
  readonly #stopSpeaking = onLanguage(() => this.#speak());
  #concerns: PostConcerns | undefined;
  #presence: PresenceLine | undefined;
  #visits: Visits | undefined;
  #closed = false;
  #attends = false;

  /** @param nodeOf Finds the node of a post. @param say Says something to a screen reader. */
  constructor(thread: ActingElement, client: Client, store: ThreadStore, nodeOf: (id: Id) => HTMLElement | undefined, say: (text: string) => void) {
    this.#say = say;
    this.#thread = thread;
    this.#client = client;
    this.#store = store;
    this.#nodeOf = nodeOf;
    this.#stopListening = store.posts.listen(({removed}) => {
      for (const id of removed.filter(each => !store.posts.get(each))) {
        this.#leave(id);
        this.#rescue(id);
      }
      // The first post makes the thread, which can be visited from then on.
      if (this.#attends && !this.#visits) void this.attend().catch(() => undefined);
    });
    const root = thread.shadowRoot!;
    for (const {styleSheet} of [formStyles, writingStyles]) if (!root.adoptedStyleSheets.includes(styleSheet!)) root.adoptedStyleSheets.push(styleSheet!);
  }

  /** Opens the composer of the thread in place of its button. */
  open({focus = true} = {}): void {
    const writing = this.#thread.shadowRoot!.getElementById('writing');
    if (!writing) return;
    const state = this.#store.$state.get();
    const thread = state.status === 'ready' ? state.thread : null;
    const asks = !thread && this.#thread.kind === 'question';
    const isQuestion = (thread?.kind ?? this.#thread.kind) === 'question';
    const label = () => asks ? msg('What have you tried, and where are you stuck?') : isQuestion ? msg('Your answer') : msg('Your post');
    this.#compose('new', writing, focus, {
      place: draftPlace(this.#store.place),
      label,
      verb: () => asks ? msg('Ask') : isQuestion ? msg('Answer') : msg('Post'),
      ...(asks && {
        titleLimit: this.#client.me!.limits.title,
        similar: {
          client: this.#client, space: this.#store.place.space,
          addressOf: found => this.#thread.addressOf?.(found) ?? (/^https?:\/\//i.test(found.subject.url ?? '') ? found.subject.url! : undefined),
        },
      }),
      submit: async (source, {title}) => {
        await this.#post(source, undefined, title);
        // After the question its composer becomes that of an answer.
        if (asks) this.#close('new');
      },
    });
  }

  /** Opens every composer that something was typed into before, without taking the focus. */
  reopen(): void {
    const {drafts} = this.#client;
    const {place, posts} = this.#store;
    if (drafts.read(draftPlace(place)) !== '' || drafts.read(`${draftPlace(place)}/title`) !== '') this.open({focus: false});
    for (const {post} of posts.items) {
      const node = drafts.read(draftPlace(place, post.id)) === '' ? undefined : this.#nodeOf(post.id);
      if (node && this.#store.may('post.create', post)) this.#reply(post, node, false);
    }
  }

  /** Does what a post was asked for. */
  async perform(asked: AskedAct): Promise<void> {
    const {post: id, act, button, kind} = asked;
    const view = this.#store.posts.get(id);
    const node = this.#nodeOf(id);
    if (!view || !node) return;
    const {post, pending} = view;
    switch (act) {
      case 'react':
        await this.#store.act('posts.react', {post: id, kind: kind!, on: !view.mine.includes(kind!)});
        return;
      case 'accept':
        await this.#store.act('posts.accept', {post: id, on: !post.accepted});
        return;
      case 'remove':
        await this.#remove(id);
        return;
      case 'reply':
        this.#reply(post, node);
        return;
      case 'edit':
        await this.#edit(post, node);
        return;
      case 'quote':
        this.#quote(post, node);
        return;
      case 'link':
        await navigator.clipboard.writeText(permalink(id));
        this.#say(msg('The link is copied.'));
        return;
      case 'copy-code':
        await navigator.clipboard.writeText(button.parentElement?.querySelector('code')?.textContent ?? '');
        this.#say(msg('The code is copied.'));
        return;
      case 'history':
        await (await import('./post-history.ts')).showHistory(this.#client, post, this.#below(node), () => node.focus());
        return;
      case 'retry':
        if (pending) await this.#store.retry(pending.id);
        return;
      case 'copy':
        if (pending && 'source' in pending.input) await navigator.clipboard.writeText(pending.input.source);
        return;
      case 'discard':
        if (pending) await this.#takeBack(pending.id, post, node);
        return;
      default:
        await (await this.#loadConcerns()).perform(asked, view, node);
    }
  }

  async #loadConcerns(): Promise<PostConcerns> {
    const {PostConcerns} = await import('./post-concerns.ts');
    return (this.#concerns ??= new PostConcerns(this.#client, this.#store, node => this.#below(node), this.#say));
  }

  /** Is there for others to see, and shows who else is. */
  async attend(): Promise<void> {
    const state = this.#store.$state.get();
    const root = this.#thread.shadowRoot!;
    this.#attends = true;
    if (state.status !== 'ready') return;
    const [{PresenceLine}, {Visits}] = await Promise.all([import('./presence-line.ts'), import('./visits.ts')]);
    if (this.#closed) return;
    if (this.#client.can('presence.say')) this.#presence ??= new PresenceLine(root.getElementById('presence')!, root, this.#client, state.topic);
    if (state.thread) this.#visits ??= new Visits(state.thread.id, this.#client, this.#store.posts, this.#nodeOf, root.getElementById('news')!);
  }

  /** Follows the thread, or follows it no longer. */
  async toggleFollow(): Promise<void> {
    const state = this.#store.$state.get();
    if (state.status === 'ready') await this.#store.follow(!state.following);
  }

  /** Locks the thread, or opens it again. */
  async toggleLock(): Promise<void> {
    const state = this.#store.$state.get();
    const thread = state.status === 'ready' ? state.thread : null;
    if (thread) await this.#store.act('threads.lock', {thread: thread.id, on: thread.state === 'open'});
  }

  close(): void {
    this.#closed = true;
    this.#presence?.close();
    this.#visits?.close();
    this.#stopListening();
    this.#stopSpeaking();
    for (const key of [...this.#open.keys()]) this.#close(key);
  }

  /** Says anew what is on screen, in the language that the reader has changed to. */
  #speak(): void {
    this.#presence?.render();
    this.#visits?.render();
    for (const {composer, note} of this.#open.values()) {
      composer.render();
      note?.render();
    }
  }

  /** Somebody takes out the post that a reply is being written to: what was typed goes on as a post of its own. */
  #rescue(id: Id): void {
    const {composer} = this.#open.get(`reply/${id}`) ?? {};
    if (!composer) return;
    const {drafts} = this.#client;
    const place = draftPlace(this.#store.place);
    drafts.write(place, [drafts.read(place), composer.source].filter(Boolean).join('\n\n'));
    drafts.write(draftPlace(this.#store.place, id), '');
    this.#close(`reply/${id}`);
    this.#close('new');
    this.open();
  }

  #reply(post: Post, node: HTMLElement, focus = true): void {
    this.#compose(`reply/${post.id}`, this.#below(node), focus, {
      place: draftPlace(this.#store.place, post.id),
      label: () => msg(str`Your reply to ${post.author?.name ?? msg('Somebody who left')}`),
      verb: () => msg('Reply'),
      submit: async source => {
        const id = await this.#post(source, post.id);
        this.#close(`reply/${post.id}`);
        this.#nodeOf(id)?.focus();
      },
      cancel: () => this.#cancel(`reply/${post.id}`, node),
    });
  }

  /** Replies with what is selected in a post, or with all of it, and says where it stands. */
  #quote(post: Post, node: HTMLElement): void {
    const name = post.author?.name ?? msg('Somebody who left');
    const lines = quotable(node.querySelector<HTMLElement>(':scope > .body')!).split('\n').map(line => `> ${line}`.trimEnd());
    this.#reply(post, node);
    this.#open.get(`reply/${post.id}`)?.composer.append(`${lines.join('\n')}\n>\n> — [${name.replace(/[\\[\]]/g, '\\$&')}](${permalink(post.id)})\n\n`);
  }

  async #edit(post: Post, node: HTMLElement, typed?: string): Promise<void> {
    const place = editPlace(post.id);
    // Before anything can go wrong: what was typed is a draft again.
    if (typed !== undefined) {
      this.#close(place);
      this.#client.drafts.write(place, typed);
    }
    const {source, revision} = await this.#client.call('sources.read', {post: post.id});
    this.#compose(place, this.#below(node), true, {
      place,
      label: () => msg('Edit your post'),
      verb: () => msg('Save'),
      initial: source,
      reasonLimit: limits.editReason,
      submit: async (text, {reason}) => {
        await this.#store.act('posts.edit', {post: post.id, revision, source: text, ...(reason && {reason})});
        this.#close(place);
        node.focus();
      },
      cancel: () => {
        this.#client.drafts.write(place, '');
        this.#cancel(place, node);
      },
    });
  }

  /** Gives up what could not be done, and puts what was typed where it can be sent again. */
  async #takeBack(item: Id, post: Post, node: HTMLElement): Promise<void> {
    const taken = await this.#store.discard(item);
    if (taken?.name === 'posts.remove') {
      this.#say(msg('It stays.'));
      node.focus();
    }
    if (!taken || !('source' in taken.input)) return;
    if (taken.name === 'posts.edit') {
      await this.#edit(post, node, taken.input.source);
      return;
    }
    const place = draftPlace(this.#store.place, post.parent ?? undefined);
    const {drafts} = this.#client;
    drafts.write(place, [drafts.read(place), taken.input.source].filter(Boolean).join('\n\n'));
    if ('title' in taken.input && taken.input.title) drafts.write(`${place}/title`, taken.input.title);
    const parent = post.parent === null ? undefined : this.#store.posts.get(post.parent);
    const parentNode = parent && this.#nodeOf(parent.post.id);
    if (parent && parentNode) {
      this.#close(`reply/${parent.post.id}`);
      this.#reply(parent.post, parentNode);
    } else {
      this.#close('new');
      this.open();
    }
  }

  /** When the post in which the focus is goes, the focus goes to the one beside it, or to where one writes. */
  #leave(id: Id): void {
    const root = this.#thread.shadowRoot!;
    const nodes = [...root.querySelectorAll<HTMLElement>('.post')];
    const index = nodes.findIndex(node => node.dataset['post'] === id);
    if (!nodes[index]?.contains(root.activeElement)) return;
    (nodes[index + 1] ?? nodes[index - 1] ?? root.querySelector<HTMLElement>('.write'))?.focus();
  }

  async #remove(id: Id): Promise<void> {
    await removeWithUndo(this.#store, id);
    this.#say(msg('Removed. This can be undone for a few seconds.'));
    const node = this.#nodeOf(id);
    // The button to undo it is drawn by that chunk.
    await import('./delivery.ts');
    (node?.querySelector<HTMLElement>('[data-act="discard"]') ?? node)?.focus();
  }

  async #post(source: string, parent?: Id, title?: string): Promise<Id> {
    if (!this.#thread.dispatchEvent(new PostSendEvent(source, parent ?? null))) {
      throw new Error('The page did not let this post through.');
    }
    const state = this.#store.$state.get();
    const isFirst = state.status === 'ready' && !state.thread;
    const subjectTitle = (this.#thread.subjectTitle ?? document.title).trim().slice(0, this.#client.me!.limits.title);
    const url = location.origin + location.pathname;
    const id = await this.#store.post({
      source,
      ...(parent && {parent}),
      ...(isFirst && {
        kind: this.#thread.kind,
        subject: {...(subjectTitle && {title: subjectTitle}), ...(/^https?:/.test(url) && {url})},
      }),
      ...(title && {title}),
    });
    this.#thread.dispatchEvent(new PostSentEvent(id));
    return id;
  }

  #compose(key: string, root: HTMLElement, focus: boolean, options: Omit<ComposerOptions, 'drafts' | 'limit' | 'people' | 'headingLevel'>): void {
    const there = this.#open.get(key);
    if (there?.root.isConnected) {
      if (focus) there.composer.focus();
      return;
    }
    const place = document.createElement('div');
    place.className = 'composing';
    root.append(place);
    const writing: Writing = {
      root: place,
      composer: new Composer(place.appendChild(document.createElement('div')), {
        ...options, drafts: this.#client.drafts, limit: this.#client.me!.limits.source,
        headingLevel: this.#thread.headingLevel,
        people: {client: this.#client, space: this.#store.place.space},
        submit: async (source, words) => {
          if (writing.note?.mustAgree && !key.startsWith('edit/')) {
            writing.note.ask(() => void writing.composer.send());
            throw new SocialLearningError('guidelines-not-accepted', 'The guidelines come first.');
          }
          await options.submit(source, words);
        },
      }),
    };
    const {composer} = writing;
    this.#open.set(key, writing);
    void this.#addGuidelines(writing).catch(() => undefined);
    root.classList.add('is-writing');
    if (focus) composer.focus();
  }

  /** Puts the guidelines of the space beside what one writes. Without a connection they stay away, and the server asks. */
  async #addGuidelines(writing: Writing): Promise<void> {
    if (!this.#client.can('guidelines.read')) return;
    const {GuidelinesNote} = await import('./guidelines-note.ts');
    if (!writing.root.isConnected) return;
    const place = document.createElement('div');
    writing.root.append(place);
    writing.note = new GuidelinesNote(place, this.#client, this.#store.place.space);
  }

  /** The place below a post's node where one writes about it. */
  #below(node: HTMLElement): HTMLElement {
    const there = node.querySelector<HTMLElement>(':scope > .below');
    if (there) return there;
    const below = document.createElement('div');
    below.className = 'below';
    node.append(below);
    return below;
  }

  #cancel(key: string, node: HTMLElement): void {
    this.#close(key);
    node.focus();
  }

  #close(key: string): void {
    const {root, note} = this.#open.get(key) ?? {};
    this.#open.delete(key);
    note?.close();
    root?.parentElement?.classList.remove('is-writing');
    root?.remove();
  }
}
