import {expect, fixture, html} from '@open-wc/testing';
import {SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import type {NotificationOpenEvent, NotificationsElement} from '@social-learning/elements';
import '@social-learning/elements/notifications/define';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, newSubject, root, seen} from './support/mount.ts';

const space = 'onboarding';
/** A reader and one who chooses, for each engine. */
const [reader, chooser] = {chromium: ['zeynep', 'mehdi'], firefox: ['emil', 'ingrid'], webkit: ['ana', 'wouter']}[engine] as [string, string];

async function mount(client: Client, lang = 'en'): Promise<NotificationsElement> {
  return fixture<NotificationsElement>(html`<sl-notifications .client=${client} lang=${lang}></sl-notifications>`);
}

const bell = (element: Element) => root(element).querySelector<HTMLButtonElement>('.bell')!;
const items = (element: Element) => [...root(element).querySelectorAll<HTMLElement>('.item')].map(item => item.querySelector('.what')!.textContent);
const text = (element: Element) => root(element).textContent!.replaceAll(/\s+/g, ' ');

/** Reads everything away, so that a test begins with nothing unread. */
async function quiet(backend: Backend): Promise<void> {
  const client = clientFor(backend);
  const {notifications: {items: [last]}} = await client.call('notifications.list', {});
  if (last) await client.call('notifications.read', {until: last.id}, {key: client.createId()});
}

/** Somebody replies to a post of somebody. */
async function reply(to: Backend, from: Backend, title: string): Promise<void> {
  const [one, other] = [clientFor(to), clientFor(from)];
  const subject = {key: newSubject(), title, url: 'https://intranet.example/day-1'};
  const {post} = await one.call('posts.create', {space, subject, source: 'Where is the map?'}, {key: one.createId()});
  await other.call('posts.create', {space, subject: {key: subject.key}, parent: post.id, source: 'On the wall.'}, {key: other.createId()});
  let told = false;
  await seen(() => {
    void one.call('notifications.list', {}).then(({notifications: {items: [last]}}) => (told = last?.subject?.key === subject.key));
    return told;
  }, 'the notification on the server');
}

describe('the bell', () => {
  it('says how much is unread, opens to what it is, and is read in every tab at once', async () => {
    const [me, other] = await Promise.all([backendAs(reader), backendAs('viktor')]);
    await quiet(me);
    await reply(me, other, 'A day with a map');
    const environment = {channel: clientFor(me).environment.channel};
    const [first, second] = await Promise.all([mount(clientFor(me, environment)), mount(clientFor(me, environment))]);
    await seen(() => bell(first).ariaLabel === 'Notifications, 1 unread' && bell(second).ariaLabel === 'Notifications, 1 unread', 'the number');
    await expect(first).to.be.accessible();
    bell(first).click();
    await seen(() => items(first)[0] === 'Viktor Novák replied to you', 'the notification');
    expect(text(first)).to.include('A day with a map');
    expect(root(first).querySelector<HTMLAnchorElement>('a.item')!.href).to.match(/^https:\/\/intranet\.example\/day-1#sl-post-[0-9a-f-]{36}$/);
    await expect(first).to.be.accessible();
    button(first, 'Mark all as read')!.click();
    await seen(() => bell(first).ariaLabel === 'Notifications', 'that nothing is unread');
    await seen(() => bell(second).ariaLabel === 'Notifications', 'the same in the other tab');
    expect(root(first).querySelector('.item.unread')).to.equal(null);
  });

  it('is used by keyboard alone, and closes with Escape and by a press elsewhere', async () => {
    const element = await mount(clientFor(await backendAs('oskar')));
    bell(element).focus();
    bell(element).click();
    const panel = root(element).querySelector<HTMLElement>('.panel')!;
    await seen(() => root(element).activeElement === panel, 'the focus in the panel');
    panel.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true, composed: true}));
    await seen(() => panel.hidden, 'the end');
    expect(root(element).activeElement).to.equal(bell(element));
    bell(element).click();
    await seen(() => !panel.hidden, 'the panel again');
    document.body.dispatchEvent(new PointerEvent('pointerdown', {bubbles: true, composed: true}));
    await seen(() => panel.hidden, 'the end again');
  });

  it('lets a kind be switched off, and says so in Dutch', async () => {
    const me = await backendAs(chooser);
    const element = await mount(clientFor(me), 'nl');
    await seen(() => bell(element).ariaLabel?.startsWith('Meldingen'), 'the Dutch name');
    bell(element).click();
    const choice = await seen(() => [...root(element).querySelectorAll<HTMLLabelElement>('.choice')].find(label => label.textContent!.includes('Dank aan mij')), 'the choice');
    choice.querySelector('input')!.click();
    const client = clientFor(me);
    let off: readonly string[] = [];
    await seen(() => {
      void client.call('notifications.list', {}).then(answer => (off = answer.off));
      return off.includes('kudos');
    }, 'the choice on the server');
    choice.querySelector('input')!.click();
    await seen(() => {
      void client.call('notifications.list', {}).then(answer => (off = answer.off));
      return !off.includes('kudos');
    }, 'that it is on again');
  });

  it('lets the page open what a notification is about', async () => {
    const [me, other] = await Promise.all([backendAs(reader), backendAs('viktor')]);
    await reply(me, other, 'Another day');
    const element = await mount(clientFor(me));
    let opened: NotificationOpenEvent | undefined;
    element.addEventListener('sl-notification-open', event => {
      event.preventDefault();
      opened = event;
    });
    bell(element).click();
    (await seen(() => root(element).querySelector<HTMLAnchorElement>('a.item'), 'the link')).click();
    expect(opened?.notification.subject?.url).to.equal('https://intranet.example/day-1');
    expect(opened?.defaultPrevented).to.equal(true);
  });

  it('is calm for a guest, and says why when it cannot be read', async () => {
    const guest = await mount(clientFor(await backendAs(null)));
    bell(guest).click();
    await seen(() => text(guest).includes('Sign in on this page to see what is new for you.'), 'the sentence');
    const real = await backendAs('oskar');
    let fails = true;
    const failing: Backend = {...real, call: (name, input, options) =>
      name === 'notifications.list' && fails ? Promise.reject(new SocialLearningError('unavailable', 'away')) : real.call(name, input, options)};
    const element = await mount(clientFor(failing));
    bell(element).click();
    const again = await seen(() => button(element, 'Try again'), 'the way to try again');
    await seen(() => text(element).includes('The server has a problem just now.'), 'the reason');
    fails = false;
    again.click();
    await seen(() => root(element).querySelector('.panel-head'), 'the list');
  });

  it('hears of news without being asked to look, of a decision with rule and reason, and follows nothing of another', async () => {
    const {author, reporter} = {
      chromium: {author: 'clara', reporter: 'maya'}, firefox: {author: 'henry', reporter: 'liam'}, webkit: {author: 'soraya', reporter: 'daan'},
    }[engine];
    const [me, other, moderator] = await Promise.all([backendAs(author), backendAs(reporter), backendAs('elin')]);
    await Promise.all([quiet(me), quiet(other)]);
    const [mine, theirs] = [await mount(clientFor(me)), await mount(clientFor(other))];
    for (const element of [mine, theirs]) {
      bell(element).click();
      await seen(() => root(element).querySelector('.panel-head'), 'the list');
    }
    const client = clientFor(me);
    const target = {type: 'post', id: client.createId()} as const;
    const url = 'https://intranet.example/rough';
    await me.call('posts.create', {space, subject: {key: newSubject(), title: 'Rough words', url}, source: 'Rough.'}, {key: target.id});
    await other.call('reports.create', {target, rule: 'be-kind', note: 'x'}, {key: client.createId()});
    await moderator.call('cases.decide', {target, revision: 0, action: 'hide', reason: 'Say it gently.', rule: 'be-kind'}, {key: client.createId()});
    await seen(() => items(mine)[0] === 'A moderator hid a post of yours', 'the decision');
    expect(text(mine)).to.match(/The rule: “.+”.*Say it gently\./);
    expect(text(mine)).not.to.include('Elin');
    await seen(() => items(theirs)[0] === 'The moderators have dealt with what you reported. Thank you', 'that it was handled');
    expect(text(theirs)).not.to.include('Say it gently.');
    await expect(mine).to.be.accessible();
  });
});
