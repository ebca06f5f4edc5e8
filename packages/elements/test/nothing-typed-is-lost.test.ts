import {expect, fixture, html} from '@open-wc/testing';
import {configure, indexedDbOutbox, memoryStorage, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {Provider} from '@social-learning/elements';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {backendAs, backendUrl} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type, typeInto} from './support/mount.ts';
import {ann, bob} from './support/people.ts';

const space = 'onboarding';

/** A backend one of whose endpoints refuses. */
function refusing(backend: Backend, names: readonly string[], code: 'forbidden' | 'network' = 'forbidden'): Backend {
  return {...backend, call: (name, input, options) =>
    names.includes(name) ? Promise.reject(new SocialLearningError(code, code)) : backend.call(name, input, options)};
}

/** How many locks this page holds; those of others are seen too. */
async function heldHere(): Promise<number> {
  const probe = `probe ${newId()}`;
  return navigator.locks.request(probe, async () => {
    const {held} = await navigator.locks.query();
    const here = held!.find(({name}) => name === probe)!.clientId;
    return held!.filter(({clientId}) => clientId === here).length;
  });
}

async function say(element: Element, text: string): Promise<void> {
  await type(element, text);
  root(element).querySelector<HTMLFormElement>('.writing form')!.requestSubmit();
}

async function reply(element: Element, index: number, text: string): Promise<HTMLTextAreaElement> {
  (await seen(() => posts(element)[index]?.querySelector<HTMLElement>('[data-act="reply"]'), 'the reply button')).click();
  return typeInto(await seen(() => posts(element)[index]!.querySelector('textarea'), 'the reply composer'), text);
}

describe('what a person typed', () => {
  it('comes back from a refused edit although its source cannot be read', async () => {
    const subject = newSubject();
    const real = await backendAs('amara');
    const first = await mountThread(clientFor(real), {subject, space});
    await say(first, 'As it was');
    await seen(() => posts(first)[0]?.classList.contains('sending') === false, 'the post');
    const broken: string[] = ['posts.edit'];
    const drafts = memoryStorage();
    const client: Client = clientFor(refusing(real, broken), {drafts});
    const element = await mountThread(client, {subject, space});
    (await seen(() => posts(element)[0]?.querySelector<HTMLElement>('[data-act="edit"]'), 'the edit button')).click();
    typeInto(await seen(() => posts(element)[0]!.querySelector('textarea'), 'the edit composer'), 'As it should be');
    posts(element)[0]!.querySelector('form')!.requestSubmit();
    const back = await seen(() => button(element, 'Take back'), 'the button to take it back');
    broken.push('sources.read');
    back.click();
    await seen(() => root(element).querySelector('[role="alert"]')?.textContent?.includes('That did not work.'), 'the reason');
    broken.length = 0;
    posts(element)[0]!.querySelector<HTMLElement>('[data-act="edit"]')!.click();
    expect((await seen(() => posts(element)[0]!.querySelector('textarea'), 'the edit composer')).value).to.equal('As it should be');
  });

  it('comes back from a refused reply beside a second one', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    const open = await mountThread(clientFor(array.as(ann)), {subject});
    await say(open, 'Reply to this');
    await seen(() => posts(open)[0]?.classList.contains('sending') === false, 'the post');
    const element = await mountThread(clientFor(refusing(array.as(ann), ['posts.create'])), {subject});
    await reply(element, 0, 'first');
    posts(element)[0]!.querySelector('form')!.requestSubmit();
    await seen(() => button(element, 'Take back'), 'the refusal');
    await reply(element, 0, 'second');
    button(element, 'Take back')!.click();
    await seen(() => posts(element)[0]!.querySelector('textarea')?.value === 'second\n\nfirst', 'both texts');
  });

  it('is a post of its own when what it replied to is taken out', async () => {
    const subject = newSubject();
    const [amara, joris] = await Promise.all(['amara', 'joris'].map(async person => mountThread(clientFor(await backendAs(person)), {subject, space})));
    await say(joris!, 'Something rash');
    await seen(() => posts(amara!).length === 1, 'the post');
    await reply(amara!, 0, 'Let me think about');
    (await seen(() => posts(joris!)[0]!.querySelector<HTMLElement>('[data-act="remove"]'), 'the button to remove')).click();
    await seen(() => posts(amara!).length === 0, 'the removal');
    await seen(() => root(amara!).querySelector<HTMLTextAreaElement>('.writing textarea')?.value === 'Let me think about', 'the text');
  });

  it('stays in title and text of a question across a reload', async () => {
    const drafts = memoryStorage();
    const subject = newSubject();
    const array = new ArrayBackend();
    const first = await mountThread(clientFor(array.as(ann), {drafts}), {subject, kind: 'question'});
    await type(first, 'All that I tried');
    const title = root(first).querySelector('input')!;
    title.value = 'How?';
    title.dispatchEvent(new InputEvent('input', {bubbles: true}));
    first.remove();
    const again = await mountThread(clientFor(array.as(ann), {drafts}), {subject, kind: 'question'});
    await seen(() => root(again).querySelector('input')?.value === 'How?' && root(again).querySelector('textarea')?.value === 'All that I tried', 'both');
  });

  it('stays in sight when the thread is locked meanwhile, and can be sent when it is opened again', async () => {
    const subject = newSubject();
    const [learner, moderator] = await Promise.all(['amara', 'elin'].map(async person => mountThread(clientFor(await backendAs(person)), {subject, space})));
    await say(learner!, 'Before the lock');
    await seen(() => posts(moderator!)[0]?.classList.contains('sending') === false, 'the post');
    const field = typeInto(await seen(() => root(learner!).querySelector<HTMLTextAreaElement>('.writing textarea'), 'the composer'), 'While it was locked');
    (await seen(() => button(moderator!, 'Lock'), 'the lock')).click();
    await seen(() => learner!.matches(':state(locked)') && root(learner!).querySelector('.notice'), 'the notice');
    expect(root(learner!).querySelector('.writing textarea')).to.equal(field);
    expect(field.value).to.equal('While it was locked');
    button(moderator!, 'Unlock')!.click();
    await seen(() => !learner!.matches(':state(locked)'), 'the end of the lock');
    field.form!.requestSubmit();
    await seen(() => texts(moderator!).includes('While it was locked'), 'the post');
  });

  it('while a post is being kept is not taken for a part of it', async () => {
    const {promise: opened, resolve: open} = Promise.withResolvers<undefined>();
    const subject = newSubject();
    const client = clientFor(await backendAs('amara'), {
      openOutbox: async () => {
        await opened;
        return indexedDbOutbox(indexedDB, crypto.randomUUID());
      },
    });
    const element = await mountThread(client, {subject, space});
    const field = await type(element, 'Sent.');
    field.form!.requestSubmit();
    typeInto(field, 'Sent. And one thing more');
    open(undefined);
    await seen(() => texts(element)[0] === 'Sent.', 'the post');
    await seen(() => field.value === ' And one thing more', 'the rest');
    expect(client.drafts.read(`${space}/${subject}/new`)).to.equal(' And one thing more');
  });

  it('lives as long as the page where its storage is full', async () => {
    const full = memoryStorage();
    full.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    const client = clientFor(await backendAs('amara'), {drafts: full});
    const subject = newSubject();
    const element = await mountThread(client, {subject, space});
    await type(element, 'Kept in mind');
    element.remove();
    const again = await mountThread(client, {subject, space});
    expect((await seen(() => root(again).querySelector<HTMLTextAreaElement>('.writing textarea'), 'the composer')).value).to.equal('Kept in mind');
  });

  it('goes with the element when that is moved, replies too', async () => {
    const array = new ArrayBackend();
    const element = await mountThread(clientFor(array.as(ann)));
    await say(element, 'Reply to this');
    await seen(() => posts(element)[0]?.classList.contains('sending') === false, 'the post');
    await reply(element, 0, 'Half a reply');
    (await fixture(html`<div></div>`)).append(element);
    await seen(() => posts(element)[0]?.querySelector('textarea')?.value === 'Half a reply', 'the reply');
  });
});

describe('the keyboard focus', () => {
  it('stays on the button that accepts an answer', async () => {
    const subject = newSubject();
    const [amara, joris] = await Promise.all(['amara', 'joris'].map(async person =>
      mountThread(clientFor(await backendAs(person)), {subject, space, kind: 'question'})));
    await type(amara!, 'What I tried');
    const title = root(amara!).querySelector('input')!;
    title.value = 'How?';
    title.dispatchEvent(new InputEvent('input', {bubbles: true}));
    root(amara!).querySelector<HTMLFormElement>('.writing form')!.requestSubmit();
    await seen(() => root(joris!).querySelector('.heading')?.textContent === 'How?', 'the question');
    await say(joris!, 'So.');
    const accept = await seen(() => button(amara!, /^This helped/), 'the button to accept');
    accept.focus();
    accept.click();
    await seen(() => posts(amara!)[1]!.classList.contains('accepted'), 'the acceptance');
    expect((root(amara!).activeElement as HTMLElement | null)?.dataset['act']).to.equal('accept');
  });
});

describe('a provider', () => {
  it('follows what the page says later, also from one backend of its own to another', async () => {
    configure({backend: new ArrayBackend().as(ann)});
    const provider = await fixture<Provider>(html`<sl-provider><sl-thread subject=${newSubject()}></sl-thread></sl-provider>`);
    await seen(() => provider.client?.me?.person?.id === ann.id, 'the first backend');
    configure({backend: new ArrayBackend().as(bob)});
    await seen(() => provider.client?.me?.person?.id === bob.id, 'the second backend');
    await seen(() => root(provider.querySelector('sl-thread')!).querySelector('.write'), 'the thread on it');
  });

  it('that is gone leaves nothing behind that sends for those after it', async () => {
    const url = await backendUrl();
    const before = await heldHere();
    const provider = await fixture<Provider>(html`
      <sl-provider backend=${url} token-endpoint="${url}/demo/token?person=chloe" space="onboarding"><sl-thread subject=${newSubject()}></sl-thread></sl-provider>`);
    await say(provider.querySelector('sl-thread')!, 'Hello');
    await seen(() => posts(provider.querySelector('sl-thread')!)[0]?.classList.contains('sending') === false, 'the post');
    provider.remove();
    let held = Infinity;
    await seen(() => {
      void heldHere().then(count => (held = count));
      return held <= before;
    }, 'the end of its locks');
  });

  it('asks the function that is there now, and not the one before', async () => {
    const url = await backendUrl();
    const tokenOf = (person: string) => async () =>
      ((await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string}).token;
    const provider = await fixture<Provider>(html`<sl-provider backend=${url} space="onboarding" .getToken=${tokenOf('amara')}><sl-thread subject=${newSubject()}></sl-thread></sl-provider>`);
    await seen(() => provider.client?.me?.person?.name === 'Amara Okafor', 'the first person');
    provider.getToken = tokenOf('joris');
    await seen(() => provider.client?.me?.person?.name === 'Joris van den Berg', 'the second person');
  });
});

describe('the list of posts', () => {
  it('keeps its order when posts come and go in the same frame', async () => {
    const array = new ArrayBackend();
    const subject = newSubject();
    const backend = array.as(ann);
    const client = clientFor(backend);
    const element = await mountThread(client, {subject});
    for (let number = 0; number < 20; number++) await client.thread({subject}, {order: 'oldest'}).post({source: `p${number}`});
    await seen(() => posts(element).length === 20 && posts(element).every(post => !post.classList.contains('sending')), 'the posts');
    const list = client.thread({subject}, {order: 'oldest'}).posts as import('@social-learning/sdk').PostList & {apply(upserts: unknown[], removals: string[]): void};
    const third = list.items[3]!;
    list.apply([{...third, post: {...third.post, version: third.post.version + 1}}], [list.items[15]!.post.id]);
    await seen(() => posts(element).length === 19, 'the removal');
    expect(texts(element)).to.deep.equal(Array.from({length: 20}, (_, number) => `p${number}`).filter(text => text !== 'p15'));
  });
});
