import {msg} from '@lit/localize';
import type {Client, Id, Post, ThreadStore} from '@social-learning/sdk';
import type {Composers} from './composers.ts';
import {draftPlace} from './draft-places.ts';

/** What is needed to put typed text where it can be sent again. */
export interface Salvager {
  readonly client: Client;
  readonly store: ThreadStore;
  readonly composers: Composers;
  nodeOf(id: Id): HTMLElement | undefined;
  say(text: string): void;
  open(): void;
  reply(post: Post, node: HTMLElement): void;
  tell(post: Post, node: HTMLElement): void;
  edit(post: Post, node: HTMLElement, typed: string): Promise<void>;
}

/** Somebody takes out the post that a reply is being written to: what was typed goes on as a post of its own. */
export function rescue({client: {drafts}, store, composers, open}: Salvager, id: Id): void {
  const place = draftPlace(store.place);
  for (const [key, draft] of [[`reply/${id}`, draftPlace(store.place, id)], [`tried/${id}`, `${draftPlace(store.place, id)}/tried`]] as const) {
    const composer = composers.get(key);
    if (!composer) continue;
    drafts.write(place, [drafts.read(place), composer.source].filter(Boolean).join('\n\n'));
    drafts.write(draft, '');
    composers.close(key);
    composers.close('new');
    open();
  }
}

/** Gives up what could not be done, and puts what was typed where it can be sent again. */
export async function takeBack({client: {drafts}, store, composers, nodeOf, say, open, reply, tell, edit}: Salvager, item: Id, post: Post, node: HTMLElement): Promise<void> {
  const taken = await store.discard(item);
  if (taken?.name === 'posts.remove') {
    say(msg('It stays.'));
    node.focus();
  }
  if (!taken || !('source' in taken.input)) return;
  if (taken.name === 'posts.edit') {
    await edit(post, node, taken.input.source);
    return;
  }
  const form = 'form' in taken.input ? taken.input.form : undefined;
  const tried = form === 'tried';
  const place = draftPlace(store.place, post.parent ?? undefined) + (tried ? '/tried' : '');
  drafts.write(place, [drafts.read(place), taken.input.source].filter(Boolean).join('\n\n'));
  if ('title' in taken.input && taken.input.title) drafts.write(`${place}/title`, taken.input.title);
  if (form === 'how-to') drafts.write(`${place}/form`, form);
  const parent = post.parent === null ? undefined : store.posts.get(post.parent);
  const parentNode = parent && nodeOf(parent.post.id);
  if (parent && parentNode) {
    composers.close(`${tried ? 'tried' : 'reply'}/${parent.post.id}`);
    if (tried) tell(parent.post, parentNode);
    else reply(parent.post, parentNode);
  } else {
    composers.close('new');
    open();
  }
}
