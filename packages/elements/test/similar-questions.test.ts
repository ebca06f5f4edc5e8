import {expect} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import type {Backend} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {clientFor, mountThread, newSubject, root, seen, typeInto} from './support/mount.ts';

const space = 'onboarding';

/** A word that nobody else asks about. */
const newWord = () => `gearbox${newId().replaceAll('-', '').slice(-12)}`;

async function askAs(backend: Backend, title: string, url?: string): Promise<string> {
  const key = newSubject();
  await backend.call('posts.create', {space, subject: {key, ...(url && {url})}, kind: 'question', title, source: 'Who knows?'}, {key: newId()});
  return key;
}

async function compose(element: ThreadElement, title: string): Promise<HTMLInputElement> {
  await seen(() => root(element).querySelector('.write'), 'the button to write');
  await element.write();
  const field = await seen(() => root(element).querySelector<HTMLInputElement>('[part=title-field]'), 'the title');
  typeInto(field as never, title);
  return field;
}

const similar = (element: Element) => root(element).querySelector<HTMLElement>('.similar')!;

describe('a question that is being asked', () => {
  it('shows what was asked before with words like it, where it stands, and says so', async () => {
    const word = newWord();
    const asker = await backendAs('pieter');
    await askAs(asker, `Where is the ${word} kept?`, 'https://intranet.example/tools');
    await askAs(asker, `Who may open the ${word}?`);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject: newSubject(), space, kind: 'question'});
    const field = await compose(element, `How do I find the ${word}`);
    await seen(() => similar(element).querySelectorAll('li').length === 2, 'both questions');
    const link = similar(element).querySelector('a')!;
    expect([link.textContent, link.href, link.target, link.rel]).to.deep.equal([`Where is the ${word} kept?`, 'https://intranet.example/tools', '_blank', 'noopener']);
    expect(similar(element).textContent).to.contain(`Who may open the ${word}?`);
    await seen(() => similar(element).querySelector('[role=status]')!.textContent === '2 similar questions below.', 'the announcement');
    expect(root(element).activeElement).to.equal(field);
    await expect(element).to.be.accessible();
    typeInto(field as never, 'Something else altogether, of other words');
    await seen(() => similar(element).querySelector('ul') === null, 'their end');
  });

  it('follows the page in where these stand', async () => {
    const word = newWord();
    const key = await askAs(await backendAs('pieter'), `Is the ${word} loud?`);
    const element = await mountThread(clientFor(await backendAs('femke')), {subject: newSubject(), space, kind: 'question'});
    element.addressOf = thread => `/questions?about=${encodeURIComponent(thread.subject.key)}`;
    await compose(element, `Loud ${word}`);
    const link = await seen(() => similar(element).querySelector('a'), 'the link');
    expect(link.getAttribute('href')).to.equal(`/questions?about=${encodeURIComponent(key)}`);
  });

  it('is asked all the same where the search fails, and no hostile address is followed', async () => {
    const word = newWord();
    await askAs(await backendAs('pieter'), `Why the ${word}?`);
    const real = await backendAs('femke');
    let failures = 0;
    const element = await mountThread(clientFor({...real, call: async (name, input, options) => {
      if (name !== 'threads.search') return real.call(name, input, options);
      if (failures++ === 0) throw new Error('no');
      const {items} = (await real.call('threads.search', input as never, options));
      return {items: items.map(item => ({...item, title: '<img src=x>', subject: {...item.subject, url: 'javascript:alert(1)'}}))} as never;
    }}), {subject: newSubject(), space, kind: 'question'});
    const field = await compose(element, `The ${word} again`);
    await seen(() => failures === 1, 'the failed search');
    expect(similar(element).childElementCount).to.equal(0);
    typeInto(field as never, `The ${word} once more`);
    await seen(() => similar(element).querySelector('li'), 'the question');
    expect(similar(element).querySelectorAll('a, img')).to.have.length(0);
    expect(similar(element).querySelector('li')!.textContent).to.contain('<img src=x>');
  });
});
