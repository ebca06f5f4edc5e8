import {expect} from '@open-wc/testing';
import type {KudosElement, PostSendEvent, ThreadElement} from '@social-learning/elements';
import {Kudos, Provider, Thread, useClient, useStore} from '@social-learning/react';
import type {Client} from '@social-learning/sdk';
import {createElement, createRef, StrictMode, useMemo, type ReactNode} from 'react';
import {createRoot, type Root} from 'react-dom/client';
import {backendAs} from '../../elements/test/support/backend.ts';
import {button, clientFor, newSubject, root, seen, settled, type} from '../../elements/test/support/mount.ts';

const space = 'onboarding';
let place: HTMLElement;
let app: Root;

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  app = createRoot(place);
});
afterEach(() => {
  app.unmount();
  place.remove();
});

const draw = (client: Client, ...children: readonly ReactNode[]) =>
  app.render(createElement(StrictMode, null, createElement(Provider, {client, space}, ...children)));

describe('in React', () => {
  it('elements take their properties from React, their client from the provider, and tell React of their events', async () => {
    const subject = newSubject();
    const sent: PostSendEvent[] = [];
    const thread = createRef<ThreadElement>();
    const client = clientFor(await backendAs('lucia'));
    const show = (headingLevel: number) => draw(client, createElement(Thread, {
      ref: thread, key: 'thread', subject, headingLevel, onPostSend: event => sent.push(event),
    }));
    show(3);
    const element = await seen(() => thread.current, 'the thread');
    await settled(element);
    expect(element.localName).to.equal('sl-thread');
    expect(element.headingLevel).to.equal(3);

    await type(element, 'Said in React');
    button(element, 'Post')!.click();
    await seen(() => root(element).querySelector('.post'), 'the post');
    expect(sent.map(({source}) => source)).to.deep.equal(['Said in React']);

    show(4);
    await seen(() => element.headingLevel === 4, 'the changed property');
    expect(thread.current).to.equal(element);
  });

  it('a component reads a store of the SDK, together with the elements', async () => {
    const subject = newSubject();
    const client = clientFor(await backendAs('lucia'));
    draw(client, createElement(Count, {subject}), createElement(Thread, {subject}));
    const element = await seen(() => place.querySelector('sl-thread'), 'the thread');
    await seen(() => place.querySelector('output')?.textContent === '0', 'the count');
    await settled(element);
    await type(element, 'One more');
    button(element, 'Post')!.click();
    await seen(() => place.querySelector('output')?.textContent === '1', 'the new count');
  });

  it('a property that React takes away is as if it had never been given', async () => {
    const kudos = createRef<KudosElement>();
    const client = clientFor(await backendAs('lucia'));
    const show = (to?: string) => draw(client, createElement(Kudos, {ref: kudos, ...(to !== undefined && {to})}));
    show('joris');
    await seen(() => kudos.current?.to === 'joris', 'the person');
    show();
    await seen(() => kudos.current?.to === undefined, 'nobody');
  });

  it('a hook without a provider says what is missing', async () => {
    const failed: unknown[] = [];
    const alone = createRoot(place.appendChild(document.createElement('div')), {onUncaughtError: error => failed.push(error)});
    alone.render(createElement(Count, {subject: 'none'}));
    await seen(() => failed[0], 'the failure');
    expect(String(failed[0])).to.match(/Provider/);
  });
});

/** How many posts there are, without an element. */
function Count({subject}: {subject: string}): ReactNode {
  const client = useClient();
  const thread = useMemo(() => client.thread({subject, space}), [client, subject]);
  const state = useStore(thread.$state);
  return createElement('output', null, state.status === 'ready' ? (state.thread?.posts ?? 0) : '…');
}
