import {expect} from '@open-wc/testing';
import {plainContent} from '@social-learning/sdk';
import {GivenBackend, idOf, postOf} from './support/given-backend.ts';
import {clientFor, mountThread, posts, root, seen, texts, type} from './support/mount.ts';
import {ann} from './support/people.ts';

/** A thread of two posts whose feed says what the test makes it say. */
async function listen(given = new GivenBackend([postOf(1), postOf(2)])) {
  const element = await mountThread(clientFor(given.as(ann)));
  await seen(() => given.listeners > 0, 'the feed');
  return {given, element};
}

const sequence = (...numbers: readonly number[]) => numbers.map(number => `Post ${number}`);

describe('a feed', () => {
  it('that repeats says nothing twice', async () => {
    const {given, element} = await listen();
    given.tell(postOf(3), postOf(3), postOf(1), postOf(2), postOf(3));
    await seen(() => texts(element).length === 3, 'the post');
    given.tell(postOf(3));
    given.tell(postOf(4));
    await seen(() => texts(element).length >= 4, 'the next post');
    expect(texts(element)).to.deep.equal(sequence(1, 2, 3, 4));
  });

  it('that has one reaction take the place of another shows that one', async () => {
    const given = new GivenBackend([postOf(1, {reactions: {thanks: 1}})]);
    const element = await mountThread(clientFor(given.as(null)));
    const kinds = () => [...posts(element)[0]!.querySelectorAll<HTMLElement>('.reaction')].map(({dataset}) => dataset['kind']);
    expect(kinds()).to.deep.equal(['thanks']);
    await seen(() => given.listeners > 0, 'the feed');
    given.tell(postOf(1, {reactions: {insightful: 1}, version: 2}));
    await seen(() => kinds().join() === 'insightful', 'the other reaction');
  });

  it('that reorders puts every post where it belongs, and brings back nothing older', async () => {
    const {given, element} = await listen();
    const reply = postOf(6, {text: 'Reply to 5', parent: idOf(5), depth: 1, position: '000005000006'});
    given.tell(reply, postOf(5), postOf(4), postOf(3));
    await seen(() => texts(element).length === 6, 'all of them');
    expect(texts(element)).to.deep.equal([...sequence(1, 2, 3, 4, 5), 'Reply to 5']);
    given.tell(
      postOf(1, {version: 3, revision: 3, content: plainContent('Edited twice'), editedAt: new Date().toISOString()}),
      postOf(1, {version: 2, revision: 2, content: plainContent('Edited once'), editedAt: new Date().toISOString()}),
      postOf(2, {version: 3, state: 'removed', content: null}),
      postOf(2, {version: 2, content: plainContent('Not removed yet')}),
    );
    await seen(() => texts(element)[0] === 'Edited twice', 'the edit');
    expect(texts(element)).to.deep.equal(['Edited twice', ...sequence(3, 4, 5), 'Reply to 5']);
  });

  it('that skips says so, and what was missed is there, what is gone is gone, and what one types stays', async () => {
    const {given, element} = await listen();
    const field = await type(element, 'While it was away');
    given.posts.push(postOf(3), postOf(4), postOf(5));
    given.posts.splice(0, 1);
    given.tell(postOf(5));
    await seen(() => texts(element).includes('Post 5'), 'what came through');
    given.say({type: 'reset', cursor: '9'});
    await seen(() => texts(element).join() === sequence(2, 3, 4, 5).join(), 'what was missed');
    given.say({type: 'reset', cursor: '9'});
    given.tell(postOf(6));
    await seen(() => texts(element).join() === sequence(2, 3, 4, 5, 6).join() || texts(element).join() === sequence(2, 3, 4, 5).join(), 'calm');
    expect([field.value, field.isConnected, root(element).activeElement === field]).to.deep.equal(['While it was away', true, true]);
  });

  it('that says what makes no sense is not heard, and what comes after it is', async () => {
    const {given, element} = await listen();
    const nonsense: unknown[] = [
      {type: 'change', cursor: 7, change: null}, {type: 'change', cursor: '1', change: {topic: 'given', verb: 'created', post: {id: 7}}},
      {type: 'change', cursor: '1', change: {topic: 'given', verb: 'exploded'}}, {type: 'change', cursor: '1', change: {topic: 'elsewhere', verb: 'created', post: postOf(9)}},
      {type: 'change', cursor: '1', change: {topic: 'given', verb: 'created', thread: {id: 'x'}, post: postOf(8)}}, {type: 'presence', topic: 'given', presence: null}, {type: 'unheard-of'}, {},
    ];
    for (const event of nonsense) given.say(event as never);
    given.tell(postOf(3));
    await seen(() => texts(element).length === 3, 'what makes sense');
    expect(texts(element)).to.deep.equal(sequence(1, 2, 3));
  });

  it('of a thousand changes at once moves nothing that one reads, and ends with the last of each', async () => {
    const {given, element} = await listen();
    for (let version = 2; version <= 500; version++) given.tell(postOf(1, {version, content: plainContent(`Version ${version}`)}), postOf(2, {version, reactions: {thanks: version}}));
    await seen(() => texts(element)[0] === 'Version 500', 'the last version');
    expect(posts(element)[1]!.querySelector('[data-kind=thanks]')!.textContent).to.equal('500');
    expect(posts(element)).to.have.length(2);
  });
});
