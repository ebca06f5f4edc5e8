import {msg, str} from '@lit/localize';
import {limits, type Client, type Id, type Post, type Thread, type ThreadKind, type ThreadStore} from '@social-learning/sdk';
import {formStyles} from '../internal/form.styles.ts';
import {onLanguage} from '../internal/locale.ts';
import {Composers} from './composers.ts';
import {draftPlace, editPlace} from './draft-places.ts';
import {permalink} from './permalink.ts';
import {PostSendEvent, PostSentEvent} from './post.events.ts';
import type {PostConcerns} from './post-concerns.ts';
import type {AskedAct} from './asked-act.ts';
import {quotable} from './quotable.ts';
import type {Salvager} from './salvage.ts';
import type {PresenceLine} from './presence-line.ts';
import {goTo} from './go-to.ts';
import {removeWithUndo} from './removal.ts';
import type {Visits} from './visits.ts';
import {writingStyles} from './writing.styles.ts';

/** The part of a thread's element that writing needs. */
export interface ActingElement extends HTMLElement {
  readonly addressOf?: ((thread: Thread) => string | undefined) | undefined;
  readonly kind: ThreadKind;
  readonly subjectTitle?: string;
  readonly headingLevel: number;
}

/** Everything that one does in a thread; loaded when somebody begins to. */
export class ThreadActs {
  readonly #thread: ActingElement;
  readonly #client: Client;
  readonly #store: ThreadStore;
  readonly #nodeOf: (id: Id) => HTMLElement | undefined;
  readonly #say: (text: string) => void;
  readonly #composers: Composers;
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
    this.#composers = new Composers(client, store, () => thread.headingLevel);
    this.#stopListening = store.posts.listen(({removed}) => {
      for (const id of removed.filter(each => !store.posts.get(each))) {
        this.#leave(id);
        void this.#rescue(id);
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
    this.#composers.open('new', writing, focus, false, {
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
      offersSteps: !asks,
      submit: async (source, {title, form}) => {
        await this.#post(source, {title, ...(form && {form})});
        // After the question its composer becomes that of an answer.
        if (asks) this.#composers.close('new');
      },
    });
  }

  /** Opens every composer that something was typed into before, without taking the focus. */
  reopen(): void {
    const {drafts} = this.#client;
    const {place, posts} = this.#store;
    if (drafts.read(draftPlace(place)) !== '' || drafts.read(`${draftPlace(place)}/title`) !== '') this.open({focus: false});
    for (const {post} of posts.items) {
      const reply = drafts.read(draftPlace(place, post.id)) !== '';
      const tried = drafts.read(`${draftPlace(place, post.id)}/tried`) !== '';
      const node = reply || tried ? this.#nodeOf(post.id) : undefined;
      if (!node || !this.#store.may('post.create', post)) continue;
      if (reply) this.#reply(post, node, false);
      if (tried) this.#tell(post, node, false);
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
      case 'tried':
        this.#tell(post, node);
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
        if (pending) await (await import('./salvage.ts')).takeBack(this.#salvager, pending.id, post, node);
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
    // What may be needed without a connection comes with it.
    const [{PresenceLine}, {Visits}] = await Promise.all([import('./presence-line.ts'), import('./visits.ts'), import('./salvage.ts'), import('./toolbar.ts')]);
    if (this.#closed) return;
    if (this.#client.can('presence.say')) this.#presence ??= new PresenceLine(root.getElementById('presence')!, root, this.#client, state.topic);
    if (state.thread) this.#visits ??= new Visits(state.thread.id, this.#client, this.#store, this.#nodeOf, root.getElementById('news')!);
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
    this.#composers.closeAll();
  }

  /** Says anew what is on screen, in the language that the reader has changed to. */
  #speak(): void {
    this.#presence?.render();
    this.#visits?.render();
    this.#composers.render();
  }

  async #rescue(id: Id): Promise<void> {
    if (this.#composers.get(`reply/${id}`) || this.#composers.get(`tried/${id}`)) (await import('./salvage.ts')).rescue(this.#salvager, id);
  }

  #reply(post: Post, node: HTMLElement, focus = true): void {
    this.#composers.open(`reply/${post.id}`, this.#below(node), focus, false, {
      place: draftPlace(this.#store.place, post.id),
      label: () => msg(str`Your reply to ${post.author?.name ?? msg('Somebody who left')}`),
      verb: () => msg('Reply'),
      submit: async source => {
        const id = await this.#post(source, {parent: post.id});
        this.#composers.close(`reply/${post.id}`);
        goTo(this.#nodeOf(id));
      },
      cancel: () => this.#cancel(`reply/${post.id}`, node),
    });
  }

  /** Tells how it went to do what a post shows. */
  #tell(post: Post, node: HTMLElement, focus = true): void {
    const key = `tried/${post.id}`;
    this.#composers.open(key, this.#below(node), focus, false, {
      place: `${draftPlace(this.#store.place, post.id)}/tried`,
      label: () => msg('You tried it. How did it go, and what did you do another way?'),
      verb: () => msg('Post'),
      submit: async source => {
        const id = await this.#post(source, {parent: post.id, form: 'tried'});
        this.#composers.close(key);
        goTo(this.#nodeOf(id));
      },
      cancel: () => this.#cancel(key, node),
    });
  }

  /** Replies with what is selected in a post, or with all of it, and says where it stands. */
  #quote(post: Post, node: HTMLElement): void {
    const name = post.author?.name ?? msg('Somebody who left');
    const lines = quotable(node.querySelector<HTMLElement>(':scope > .body')!).split('\n').map(line => `> ${line}`.trimEnd());
    this.#reply(post, node);
    this.#composers.get(`reply/${post.id}`)?.append(`${lines.join('\n')}\n>\n> — [${name.replace(/[\\[\]]/g, '\\$&')}](${permalink(post.id)})\n\n`);
  }

  async #edit(post: Post, node: HTMLElement, typed?: string): Promise<void> {
    const place = editPlace(post.id);
    // Before anything can go wrong: what was typed is a draft again.
    if (typed !== undefined) {
      this.#composers.close(place);
      this.#client.drafts.write(place, typed);
    }
    const {source, revision} = await this.#client.call('sources.read', {post: post.id});
    this.#composers.open(place, this.#below(node), true, true, {
      place,
      label: () => msg('Edit your post'),
      verb: () => msg('Save'),
      initial: source,
      reasonLimit: limits.editReason,
      submit: async (text, {reason}) => {
        await this.#store.act('posts.edit', {post: post.id, revision, source: text, ...(reason && {reason})});
        this.#composers.close(place);
        node.focus();
      },
      cancel: () => {
        this.#client.drafts.write(place, '');
        this.#cancel(place, node);
      },
    });
  }

  /** What puts typed text where it can be sent again. */
  get #salvager(): Salvager {
    return {
      client: this.#client, store: this.#store, composers: this.#composers, nodeOf: this.#nodeOf, say: this.#say,
      open: () => this.open(), reply: (post, node) => this.#reply(post, node), tell: (post, node) => this.#tell(post, node),
      edit: (post, node, typed) => this.#edit(post, node, typed),
    };
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

  async #post(source: string, {parent, title, form}: {readonly parent?: Id; readonly title?: string; readonly form?: NonNullable<Post['form']>}): Promise<Id> {
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
      ...(form && {form}),
      ...(isFirst && {
        kind: this.#thread.kind,
        subject: {...(subjectTitle && {title: subjectTitle}), ...(/^https?:/.test(url) && {url})},
      }),
      ...(title && {title}),
    });
    this.#thread.dispatchEvent(new PostSentEvent(id));
    return id;
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
    this.#composers.close(key);
    node.focus();
  }
}
