import {expect, fixture, html} from '@open-wc/testing';
import {configure, memoryStorage} from '@social-learning/sdk';
import {define, ThreadElement, type Provider} from '@social-learning/elements';
import '@social-learning/elements/provider/define';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {backendAs, backendUrl} from './support/backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type} from './support/mount.ts';
import {ann} from './support/people.ts';

describe('where a thread finds its backend', () => {
  it('in the provider around it, with the person and the space of that', async () => {
    const url = await backendUrl();
    const subject = newSubject();
    const provider = await fixture<Provider>(html`
      <sl-provider backend=${url} token-endpoint="${url}/demo/token?person=lucia" space="questions">
        <div><sl-thread subject=${subject}></sl-thread></div>
      </sl-provider>`);
    const element = provider.querySelector('sl-thread')!;
    await type(element, 'From a provider');
    button(element, 'Post')!.click();
    await seen(() => posts(element)[0]?.classList.contains('sending') === false, 'the acknowledgement');
    expect(posts(element)[0]!.querySelector('.author')!.textContent).to.equal('Lucía Navarro');
    const answer = await (await fetch(`${url}/v1/thread?subject=${encodeURIComponent(subject)}&space=questions`)).json() as {thread: {posts: number} | null};
    expect(answer.thread).to.not.equal(null);
  });

  it('follows a provider that changes the person', async () => {
    const url = await backendUrl();
    const provider = await fixture<Provider>(html`
      <sl-provider backend=${url} token-endpoint="${url}/demo/token?person=elin" space="onboarding">
        <sl-thread subject="onboarding/day-1"></sl-thread>
      </sl-provider>`);
    const element = provider.querySelector('sl-thread')!;
    await seen(() => button(element, 'Lock'), 'what a moderator may');
    provider.tokenEndpoint = `${url}/demo/token?person=joris`;
    await seen(() => !button(element, 'Lock') && root(element).querySelector('.write'), 'what a learner may');
  });

  it('in a client of the page’s own making', async () => {
    const provider = await fixture<Provider>(html`<sl-provider><sl-thread subject=${newSubject()}></sl-thread></sl-provider>`);
    provider.client = clientFor(new ArrayBackend().as(ann));
    await seen(() => root(provider.querySelector('sl-thread')!).querySelector('.write'), 'the thread');
  });

  it('in what the page configured, also later', async () => {
    const element = await fixture<ThreadElement>(html`<sl-thread subject=${newSubject()}></sl-thread>`);
    await seen(() => root(element).querySelector('[role="alert"]')?.textContent?.includes('does not know its backend'), 'the sentence for developers');
    configure({backend: new ArrayBackend().as(ann)});
    await seen(() => root(element).querySelector('.write'), 'the thread');
  });

  it('under another prefix as well, beside the first', async () => {
    define('thread', ThreadElement, {prefix: 'learn'});
    define('thread', ThreadElement, {prefix: 'learn'});
    const element = document.createElement('learn-thread') as ThreadElement;
    element.client = clientFor(new ArrayBackend().as(ann), {drafts: memoryStorage()});
    element.subject = newSubject();
    (await fixture(html`<div></div>`)).append(element);
    await seen(() => root(element).querySelector('.write'), 'the thread');
  });

  it('leaves a tag that is taken alone, and says so once', () => {
    class Taken extends HTMLElement {}
    customElements.define('mine-thread', Taken);
    const said: unknown[] = [];
    const {warn} = console;
    console.warn = (...words: unknown[]) => said.push(words[0]);
    define('thread', ThreadElement, {prefix: 'mine'});
    console.warn = warn;
    expect(customElements.get('mine-thread')).to.equal(Taken);
    expect(said).to.have.length(1);
    expect(said[0]).to.contain('<mine-thread> is defined already');
  });
});

describe('the other end of a thread', () => {
  it('is where one may begin, and go back from', async () => {
    const url = await backendUrl();
    const element = await fixture<ThreadElement>(html`
      <sl-provider backend=${url} space="history"><sl-thread subject="onboarding/day-1" space="onboarding" from="end" fetch-ahead="0"></sl-thread></sl-provider>`);
    const thread = element.querySelector('sl-thread')!;
    await seen(() => posts(thread).length === 20, 'the last page');
    const last = texts(thread).at(-1);
    button(thread, 'Show earlier posts')!.click();
    await seen(() => posts(thread).length > 20 && !button(thread, 'Show earlier posts'), 'the earlier posts');
    expect(texts(thread).at(-1)).to.equal(last);
    const said = texts(thread);
    element.remove();
    const fromStart = await mountThread(clientFor(await backendAs(null)), {subject: 'onboarding/day-1', space: 'onboarding'});
    await seen(() => posts(fromStart).length === said.length, 'the whole thread');
    expect(texts(fromStart)).to.deep.equal(said);
  });
});
