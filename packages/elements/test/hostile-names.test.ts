import {expect} from '@open-wc/testing';
import {GivenBackend, idOf, mentioning, postOf} from './support/given-backend.ts';
import {clientFor, mountThread, posts, root, seen} from './support/mount.ts';
import {ann} from './support/people.ts';

describe('names that are made to spoil what stands beside them', () => {
  const zalgo = `Z${'\u0301\u0334\u0327'.repeat(60)}algo`;
  const reversing = '\u2069\u202eevil.example';

  /** Whether these words, in a text, run from left to right. */
  function runsForward(text: Text, words: string): boolean {
    const start = text.data.indexOf(words);
    const [first, last] = [start, start + words.length - 1].map(at => {
      const range = document.createRange();
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      return range.getBoundingClientRect();
    });
    return first!.left < last!.left;
  }

  it('reverse no word of ours', async () => {
    const given = new GivenBackend([postOf(1, {author: {id: idOf(1), name: reversing, picture: null}, content: mentioning([reversing])}), postOf(2, {parent: idOf(1), depth: 1})]);
    const element = await mountThread(clientFor(given.as(ann, {'presence.say': () => ({}) as never})));
    const line = await seen(() => root(element).getElementById('presence'), 'the line for who is there');
    await seen(() => {
      given.say({type: 'presence', topic: 'given', presence: {readers: 2, writing: [reversing]}});
      return line.textContent!.includes('is writing…');
    }, 'who writes');
    expect(runsForward(line.firstChild as Text, 'is writing')).to.equal(true);
    const author = posts(element)[0]!.querySelector('.author')!;
    expect([author.localName, author.textContent]).to.deep.equal(['bdi', reversing]);
    expect(posts(element)[0]!.querySelector('.mention')!.localName).to.equal('bdi');
    expect(runsForward(posts(element)[1]!.querySelector('.context')!.firstChild as Text, 'In reply')).to.equal(true);
  });

  it('leave the posts where they are, and themselves as they are', async () => {
    const given = new GivenBackend([postOf(1), postOf(2, {author: {id: idOf(2), name: zalgo, picture: null}}), postOf(3)]);
    const element = await mountThread(clientFor(given.as(ann)));
    const heights = posts(element).map(post => post.offsetHeight);
    expect(heights[1]).to.be.closeTo(heights[0]!, 30);
    expect(posts(element)[1]!.querySelector('.author')!.textContent).to.equal(zalgo);
    const {scrollWidth, clientWidth} = root(element).querySelector('.thread')!;
    expect(scrollWidth).to.equal(clientWidth);
  });
});
