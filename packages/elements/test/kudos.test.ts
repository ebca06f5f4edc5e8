import {expect, fixture, html} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import type {KudosElement, KudosWallElement, ModerationElement} from '@social-learning/elements';
import '@social-learning/elements/kudos/define';
import '@social-learning/elements/kudos-wall/define';
import '@social-learning/elements/moderation/define';
import {memoryStorage, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import {kudosOf, type Kudos} from '@social-learning/sdk/kudos';
import {backendAs} from './support/backend.ts';
import {drawPeople} from './support/cast.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, newSubject, root, seen, typeInto} from './support/mount.ts';

const space = 'onboarding';

async function mount(client: Client, attributes: Partial<Pick<KudosElement, 'to' | 'for' | 'subject' | 'variant' | 'lang'>>): Promise<KudosElement> {
  const element = await fixture<KudosElement>(html`<sl-kudos
    .client=${client} .to=${attributes.to} .for=${attributes.for} .subject=${attributes.subject} space=${space}
    variant=${attributes.variant ?? 'button'} lang=${attributes.lang ?? 'en'}
  ></sl-kudos>`);
  await seen(() => root(element).querySelector('.open:not([aria-disabled="true"]), .card[aria-busy="false"]') ?? element.matches(':state(gone)'), 'the kudos');
  return element;
}

async function mountWall(client: Client, attributes: Partial<Pick<KudosWallElement, 'shown' | 'lang'>> = {}): Promise<KudosWallElement> {
  const wall = await fixture<KudosWallElement>(html`<sl-kudos-wall .client=${client} space=${space} .shown=${attributes.shown ?? 6} lang=${attributes.lang ?? 'en'}></sl-kudos-wall>`);
  await seen(() => entries(wall)[0], 'the wall');
  return wall;
}

const entries = (element: Element) => [...root(element).querySelectorAll<HTMLElement>('.entries:not(.skeleton) > .entry')];
const entryWith = (element: Element, text: string) => entries(element).find(entry => entry.textContent!.includes(text));
const countOf = (element: Element) => Number(root(element).querySelector('.count')?.textContent ?? '0');
const dialog = (element: Element) => root(element).querySelector('dialog[open]');

/** Opens the form, and waits until it knows what holds. */
async function open(element: KudosElement): Promise<HTMLTextAreaElement> {
  (await seen(() => root(element).querySelector<HTMLElement>('button.open, .card-foot > .send'), 'the button')).click();
  return seen(() => dialog(element)?.querySelector('textarea'), 'the form');
}

async function give(element: KudosElement, message: string): Promise<void> {
  typeInto(await open(element), message);
  button(element, 'Give kudos')!.click();
  await seen(() => !dialog(element), 'the form to close');
}

/** Somebody gives kudos elsewhere. */
async function giveFrom(person: string, to: string, message: string): Promise<Kudos> {
  return (await (await backendAs(person)).call('kudos.give', {space, to: [to], message}, {key: newId()})).kudos;
}

describe('kudos that hurt', () => {
  it('are reported on the wall, hidden by a moderator, and gone for everybody at once', async () => {
    // The first of them may be the moderator, who decides about nothing of her own.
    const [, ann, bob, cas] = await drawPeople(4);
    const words = `Oh how clever ${newId()}`;
    await giveFrom(ann!.id, bob!.id, words);
    // So many that those of other browsers push nothing out.
    const wall = await mountWall(clientFor(await backendAs(cas!.id)), {shown: 60});
    const entry = await seen(() => entryWith(wall, words), 'the kudos');
    const flag = await seen(() => entry.querySelector<HTMLElement>('.flag'), 'the way to report');
    expect(flag.ariaLabel).to.equal(`Report the kudos of ${ann!.name}`);
    flag.click();
    const field = await seen(() => entry.querySelector('textarea'), 'the form');
    await expect(wall).to.be.accessible();
    field.value = 'It makes fun of him.';
    entry.querySelector('form')!.requestSubmit();
    await seen(() => root(wall).querySelector('[role=status]')?.textContent === 'Thank you. The moderators have it.', 'the thanks');
    expect(root(wall).activeElement).to.equal(flag);
    const queue = await fixture<ModerationElement>(html`<sl-moderation .client=${clientFor(await backendAs('elin'))} space=${space} lang="en"></sl-moderation>`);
    queue.scrollIntoView();
    const card = await seen(() => [...root(queue).querySelectorAll<HTMLElement>('.case')].find(each => each.textContent!.includes(words)), 'the case');
    expect(card.textContent!.replaceAll(/\s+/g, ' ')).to.include(`Kudos of ${ann!.name}`).and.include(`To ${bob!.name}`).and.include('It makes fun of him.');
    await expect(queue).to.be.accessible();
    card.querySelector<HTMLElement>('[data-action=hide]')!.click();
    (await seen(() => card.querySelector('textarea'), 'the form')).value = 'Say it to him, and kindly.';
    card.querySelector('form')!.requestSubmit();
    await seen(() => card.textContent!.includes('Elin Lindqvist hid this.'), 'the outcome');
    await seen(() => entryWith(wall, words) === undefined, 'that they are gone');
  });
});

describe('a wall on which more arrives', () => {
  it('keeps the kudos that somebody is writing about, however many come', async () => {
    const [cas, ann, bob, ...others] = await drawPeople(10);
    const words = `Not so nice ${newId()}`;
    await giveFrom(ann!.id, bob!.id, words);
    // Without a feed, as after a while without a connection.
    const {subscribe: _, ...still} = await backendAs(cas!.id);
    const wall = await mountWall(clientFor(still), {shown: 2});
    const entry = await seen(() => entryWith(wall, words), 'the kudos');
    (await seen(() => entry.querySelector<HTMLElement>('.flag'), 'the way to report')).click();
    (await seen(() => entry.querySelector('textarea'), 'the form')).value = 'Half a sentence';
    // More than a page of them, and of no two people so many that they may not be given when this is tried again.
    for (const {id} of others) for (const [index, to] of [cas!, ann!, bob!].entries()) await giveFrom(id, to.id, `No. ${index + 1} ${words}`);
    await wall.reload();
    await seen(() => entryWith(wall, 'No. 3'), 'what came');
    expect(entryWith(wall, words)).not.to.equal(undefined);
    expect(entry.isConnected).to.equal(true);
    expect(entry.querySelector('textarea')!.value).to.equal('Half a sentence');
  });
});

describe('kudos beside a person', () => {
  it('are given by keyboard alone, to several people and for a value, and can be taken back', async () => {
    const [ann, bob, cas] = await drawPeople(3);
    const element = await mount(clientFor(await backendAs(ann!.id)), {to: bob!.id});
    await expect(element).to.be.accessible();
    const opener = root(element).querySelector<HTMLElement>('.open')!;
    // Before it is known who uses the page, it only says whose kudos these are.
    await seen(() => opener.textContent!.includes(`Thank ${bob!.name}`), 'the invitation to thank');
    const before = countOf(element);
    opener.focus();
    await sendKeys({press: 'Enter'});
    const field = await seen(() => dialog(element)?.querySelector('textarea'), 'the form');
    await seen(() => root(element).activeElement === field, 'the focus in the message');
    await seen(() => dialog(element)!.querySelectorAll('[type="radio"]').length === 5, 'the values');
    await seen(() => dialog(element)!.textContent!.match(/You can thank \d+ more people until Monday/), 'the allowance');
    await expect(element).to.be.accessible();

    await sendKeys({type: 'You asked what I did not dare to.'});
    const people = dialog(element)!.querySelector<HTMLInputElement>('[role="combobox"]')!;
    people.focus();
    await sendKeys({type: cas!.name.slice(0, 5)});
    await seen(() => dialog(element)!.querySelector('[role="option"]')?.textContent?.includes(cas!.name), 'the person');
    expect(people.getAttribute('aria-activedescendant')).to.equal(dialog(element)!.querySelector('[role="option"]')!.id);
    await sendKeys({press: 'Enter'});
    await seen(() => dialog(element)!.querySelectorAll('.chip').length === 2, 'who was chosen');
    const [none, first] = dialog(element)!.querySelectorAll<HTMLInputElement>('[type="radio"]');
    none!.focus();
    await sendKeys({press: 'ArrowRight'});
    await seen(() => first!.checked, 'the value');
    field.focus();
    await sendKeys({down: 'Control'});
    await sendKeys({press: 'Enter'});
    await sendKeys({up: 'Control'});

    await seen(() => !dialog(element), 'the form to close');
    await seen(() => root(element).querySelector('[role="status"]')?.textContent === 'Kudos given.', 'the announcement');
    expect(root(element).activeElement === opener).to.equal(true);
    expect(countOf(element)).to.equal(before + 1);
    expect(root(element).querySelector('.own')!.textContent).to.match(/^\s*You thanked .+ and .+\./);
    await expect(element).to.be.accessible();

    button(element, 'Take back')!.click();
    await seen(() => countOf(element) === before && !root(element).querySelector('.own'), 'them to be taken back');
    await seen(() => root(element).querySelector('[role="status"]')?.textContent === 'Taken back.', 'that it was said');
  });

  it('show the same number to everybody at once', async () => {
    const [ann, bob, cas] = await drawPeople(3);
    const guest = await mount(clientFor(await backendAs(null)), {to: bob!.id, variant: 'icon'});
    const other = await mount(clientFor(await backendAs(cas!.id)), {to: bob!.id, variant: 'card'});
    const before = countOf(guest);
    const {id} = await giveFrom(ann!.id, bob!.id, 'Seen by all.');
    await seen(() => countOf(guest) === before + 1, 'the number');
    await seen(() => entryWith(other, 'Seen by all.'), 'the kudos in the card');
    await (await backendAs(ann!.id)).call('kudos.withdraw', {kudos: id}, {key: newId()});
    await seen(() => countOf(guest) === before && !entryWith(other, 'Seen by all.'), 'them to go');
  });

  it('that cannot be given say why, and nothing that was typed is lost', async () => {
    const [ann, bob] = await drawPeople(2);
    for (const number of [1, 2, 3]) await giveFrom(ann!.id, bob!.id, `Number ${number}`);
    const element = await mount(clientFor(await backendAs(ann!.id)), {to: bob!.id, variant: 'card'});
    await give(element, 'One more for you');
    const entry = await seen(() => entryWith(element, 'Not given. You have thanked the same person as often as one can for now.'), 'the reason');
    expect(entry.textContent).to.contain('One more for you');
    await expect(element).to.be.accessible();
    button(element, 'Change it')!.click();
    const field = await seen(() => dialog(element)?.querySelector('textarea'), 'the form');
    await seen(() => field.value === 'One more for you', 'the text');
    expect(dialog(element)!.querySelectorAll('.chip').length).to.equal(1);
    await seen(() => !entryWith(element, 'Not given.'), 'the entry to go');
  });

  it('that need more than the allowance are held back before they are sent', async () => {
    const [ann, bob] = await drawPeople(2);
    const backend = await backendAs(ann!.id);
    const spent: Backend = {...backend, call: async (name, input, options) => {
      const answer = await backend.call(name, input, options);
      return name === 'kudos.terms' ? {...answer, allowance: {perWeek: 10, left: 0, renewsAt: '2026-03-29T22:00:00.000Z'}} : answer;
    }};
    const element = await mount(clientFor(spent), {to: bob!.id});
    const field = await open(element);
    await seen(() => dialog(element)!.textContent!.includes('You have thanked 10 people this week. It begins anew on Monday.'), 'the allowance');
    typeInto(field, 'Too late this week');
    button(element, 'Give kudos')!.click();
    await seen(() => root(element).querySelector('#message-error')?.textContent?.includes('What you wrote is kept until then.'), 'the sentence');
    expect(field.value).to.equal('Too late this week');
  });

  it('wait for the connection, are kept meanwhile, and are given once', async () => {
    const [ann, bob] = await drawPeople(2);
    let failing = true;
    const backend = await backendAs(ann!.id);
    const element = await mount(clientFor({...backend, call: async (name, input, options) => {
      if (name !== 'kudos.give') return backend.call(name, input, options);
      if (failing) throw new SocialLearningError('network', 'Offline.');
      // The answer is lost, and asked for again.
      await backend.call(name, input, options);
      return backend.call(name, input, options);
    }}), {to: bob!.id});
    const before = countOf(element);
    await give(element, 'From a train');
    await seen(() => root(element).querySelector('.own')?.textContent?.includes('It is kept, and sent by itself as soon as it can be.'), 'how far it has come');
    expect(countOf(element)).to.equal(before + 1);
    failing = false;
    button(element, 'Try again now')!.click();
    await seen(() => button(element, 'Take back'), 'the acknowledgement');
    expect(countOf(element)).to.equal(before + 1);
  });

  it('are a draft of whoever typed them, with those whom they chose', async () => {
    const [ann, bob, cas] = await drawPeople(3);
    const drafts = memoryStorage();
    const subject = newSubject();
    const first = await mount(clientFor(await backendAs(ann!.id), {drafts}), {subject});
    typeInto(await open(first), 'Half a thought');
    const people = dialog(first)!.querySelector<HTMLInputElement>('[role="combobox"]')!;
    people.focus();
    await sendKeys({type: bob!.name.slice(0, 5)});
    (await seen(() => [...dialog(first)!.querySelectorAll<HTMLElement>('[role="option"]')].find(option => option.textContent!.includes(bob!.name)), 'the person')).click();
    await sendKeys({press: 'Escape'});
    await seen(() => !dialog(first), 'the form to close');
    first.remove();

    const again = await mount(clientFor(await backendAs(ann!.id), {drafts}), {subject});
    expect((await open(again)).value).to.equal('Half a thought');
    expect(dialog(again)!.querySelector('.chip')!.textContent).to.contain(bob!.name);
    const other = await mount(clientFor(await backendAs(cas!.id), {drafts}), {subject});
    expect((await open(other)).value).to.equal('');
    button(other, 'Give kudos')!.click();
    await seen(() => root(other).querySelector('#message-error')?.textContent === 'Say first whom you thank.', 'what is missing');
    expect(root(other).activeElement?.getAttribute('role')).to.equal('combobox');
  });

  it('close only the list of people on Escape, not the form', async () => {
    const [ann, bob] = await drawPeople(2);
    const element = await mount(clientFor(await backendAs(ann!.id)), {to: bob!.id});
    await open(element);
    const people = dialog(element)!.querySelector<HTMLInputElement>('[role="combobox"]')!;
    people.focus();
    await sendKeys({type: 'so'});
    await seen(() => people.getAttribute('aria-expanded') === 'true', 'the list');
    await sendKeys({press: 'Escape'});
    await seen(() => people.getAttribute('aria-expanded') === 'false', 'the list to close');
    expect(root(element).querySelectorAll('dialog[open]')).to.have.length(1);
  });

  it('let the page stop them', async () => {
    const [ann, bob] = await drawPeople(2);
    const element = await mount(clientFor(await backendAs(ann!.id)), {to: bob!.id});
    element.addEventListener('sl-kudos-give', event => event.preventDefault());
    const field = await open(element);
    typeInto(field, 'Not this');
    button(element, 'Give kudos')!.click();
    await seen(() => root(element).querySelector('#message-error')?.textContent, 'the error');
    expect(field.value).to.equal('Not this');
  });

  it('are read by guests, who are told to sign in, and by the person themself, who has nobody to thank here', async () => {
    const [ann] = await drawPeople(1);
    const guest = await mount(clientFor(await backendAs(null)), {to: ann!.id});
    await guest.open();
    await seen(() => dialog(guest)?.textContent?.includes('Sign in on this page to thank people.'), 'the sentence');
    expect(dialog(guest)!.querySelectorAll('form')).to.have.length(0);
    await expect(guest).to.be.accessible();
    const own = await mount(clientFor(await backendAs(ann!.id)), {to: ann!.id});
    await seen(() => root(own).querySelector('.open')!.textContent!.includes(`Kudos for ${ann!.name}`), 'the words');
    await own.open();
    await seen(() => dialog(own), 'the dialog');
    expect(dialog(own)!.querySelectorAll('form')).to.have.length(0);
  });
});

describe('kudos for a post', () => {
  it('go to its author, and nothing is shown once it was removed', async () => {
    const [ann, bob] = await drawPeople(2);
    const author = await backendAs(bob!.id);
    const {post} = await author.call('posts.create', {space, subject: {key: newSubject(), title: 'A day'}, source: 'Look here.'}, {key: newId()});
    const element = await mount(clientFor(await backendAs(ann!.id)), {for: `post:${post.id}`, variant: 'icon'});
    const words = `For this post ${newId()}`;
    await give(element, words);
    await seen(() => button(element, 'Take back'), 'the acknowledgement');
    expect(countOf(element)).to.equal(1);
    const wall = await mountWall(clientFor(await backendAs(null)));
    expect((await seen(() => entryWith(wall, words), 'the entry')).textContent).to.contain('for a post in “A day”');
    await author.call('posts.remove', {post: post.id}, {key: newId()});
    await element.reload();
    await seen(() => element.matches(':state(gone)'), 'the state');
    expect(root(element).querySelectorAll('.open')).to.have.length(0);
  });
});

describe('the wall of kudos', () => {
  it('shows the latest as they come and go, and more when asked, without losing the focus', async () => {
    const [ann, bob] = await drawPeople(2);
    const wall = await mountWall(clientFor(await backendAs(null)), {shown: 4});
    await expect(wall).to.be.accessible();
    expect(entries(wall).length).to.equal(4);
    const message = `Live ${newId()}`;
    const {id} = await giveFrom(ann!.id, bob!.id, message);
    const entry = await seen(() => entryWith(wall, message), 'the news');
    expect(entry.isConnected).to.equal(true);
    const times = [...root(wall).querySelectorAll('time')].map(({dateTime}) => dateTime);
    expect(times).to.deep.equal(times.toSorted().reverse());
    await seen(() => /new kudos\.$/.test(root(wall).querySelector('[role="status"]')!.textContent!), 'the announcement');
    await (await backendAs(ann!.id)).call('kudos.withdraw', {kudos: id}, {key: newId()});
    await seen(() => !entryWith(wall, message), 'them to go');
    const last = entries(wall).at(-1)!;
    button(wall, 'Show more kudos')!.click();
    await seen(() => entries(wall).length > 4, 'more');
    await seen(() => root(wall).activeElement === last.nextElementSibling, 'the focus on the first that came');
  });

  it('shows hostile words as the text that they are', async () => {
    const [ann] = await drawPeople(1);
    const backend = await backendAs(null);
    const hostile = '<img src=x onerror="window.hacked = true"> javascript:alert(1)';
    const {kudos} = await backend.call('kudos.list', {space});
    const [first] = kudos.items;
    const client = clientFor({...backend, call: async (name, input, options) => {
      const answer = await backend.call(name, input, options);
      if (name !== 'kudos.list') return answer;
      const about = {type: 'subject', subject: {key: 'x', title: hostile, url: 'javascript:alert(1)'}};
      const item = {...first, message: hostile, from: {id: ann!.id, name: hostile, picture: null}, value: {key: 'x', name: hostile}, about};
      return {...answer, kudos: {items: [item], before: null, after: null}} as never;
    }});
    const wall = await mountWall(client);
    expect(entries(wall)[0]!.querySelector('.message')!.textContent).to.equal(hostile);
    expect(root(wall).querySelectorAll('img, a[href^="javascript"]')).to.have.length(0);
    expect((window as {hacked?: boolean}).hacked).to.equal(undefined);
  });

  it('says what is wrong with a backend that answers with something else', async () => {
    const backend = await backendAs(null);
    const wall = await fixture<KudosWallElement>(html`<sl-kudos-wall lang="en" .client=${clientFor({
      ...backend, call: async (name, input, options) => (name === 'kudos.list' ? ({kudos: {items: [{}]}} as never) : backend.call(name, input, options)),
    })}></sl-kudos-wall>`);
    await seen(() => root(wall).querySelector('[role="alert"]')?.textContent?.includes('The kudos could not be read.'), 'the failure');
    await seen(() => wall.matches(':state(failed)'), 'the state');
    await expect(wall).to.be.accessible();
  });

  it('speaks Dutch where the page does', async () => {
    const wall = await mountWall(clientFor(await backendAs(null)), {lang: 'nl'});
    await seen(() => root(wall).querySelector('.heading')!.textContent === 'Bedankjes', 'the heading');
    await seen(() => / bedankte /.test(entries(wall)[0]!.querySelector('.who')!.textContent!), 'the sentence');
    wall.lang = 'en';
    await seen(() => root(wall).querySelector('.heading')!.textContent === 'Kudos', 'English again');
  });

  it('reads one list and one topic for many buttons, each once', async () => {
    const people = await drawPeople(5);
    const backend = await backendAs(null);
    const asked: string[] = [];
    const topics: (readonly string[])[] = [];
    const client = clientFor({
      ...backend,
      call: (name, input, options) => {
        if (name === 'kudos.list') asked.push(JSON.stringify(input));
        return backend.call(name, input, options);
      },
      subscribe: (watched, ...rest) => {
        topics.push(watched);
        return backend.subscribe!(watched, ...rest);
      },
    });
    const ids = [...new Set(people.map(({id}) => id))];
    await Promise.all(ids.flatMap(id => [mount(client, {to: id, variant: 'icon'}), mount(client, {to: id})]));
    await seen(() => topics.length > 0, 'the feed');
    expect(asked.length).to.equal(ids.length);
    expect(new Set(topics.flat()).size).to.equal(1);
    expect(kudosOf(client, {space, person: ids[0]!}) === kudosOf(client, {space, person: ids[0]!})).to.equal(true);
  });
});
