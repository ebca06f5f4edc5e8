import {expect} from '@open-wc/testing';
import {httpBackend} from '@social-learning/sdk';
import {backendUrl} from './support/backend.ts';
import {clientFor, mountThread, newSubject, root, seen, type} from './support/mount.ts';

describe('signing in and out below an open page', () => {
  it('is noticed when the page says so, and each person has drafts of their own', async () => {
    const url = await backendUrl();
    let person: string | null = null;
    let asked = 0;
    const client = clientFor(httpBackend({
      url,
      getToken: async () => {
        asked++;
        if (person === null) return null;
        return ((await (await fetch(`${url}/demo/token?person=${person}`, {method: 'POST'})).json()) as {token: string}).token;
      },
    }));
    const element = await mountThread(client, {subject: newSubject(), space: 'onboarding'});
    await seen(() => root(element).querySelector('slot[name="signed-out"]'), 'the sentence for guests');
    person = 'amara';
    await client.refresh();
    await type(element, 'What Amara thinks');
    person = 'joris';
    await client.refresh();
    await seen(() => client.me?.person?.name === 'Joris van den Berg', 'the other person');
    await seen(() => root(element).querySelector('textarea')?.value !== 'What Amara thinks', 'a composer without Amara’s draft');
    person = 'amara';
    await client.refresh();
    await seen(() => root(element).querySelector('textarea')?.value === 'What Amara thinks', 'Amara’s draft');
    expect(asked).to.be.at.most(5);
  });
});
