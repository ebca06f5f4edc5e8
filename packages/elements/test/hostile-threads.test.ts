import {expect} from '@open-wc/testing';
import type {PostOrder} from '@social-learning/sdk';
import {GivenBackend, idOf, mentioning, postOf} from './support/given-backend.ts';
import {button, clientFor, mountThread, posts, root, seen, texts, typeInto} from './support/mount.ts';
import {ann} from './support/people.ts';

/** How much wider than its place a thread is, in CSS pixels. */
function overflowOf(element: Element): number {
  const {scrollWidth, clientWidth} = root(element).querySelector('.thread')!;
  return scrollWidth - clientWidth;
}

describe('posts that refer to nothing', () => {
  for (const order of ['oldest', 'newest', 'helpful', 'unanswered'] satisfies PostOrder[]) {
    it(`are all shown in the order ${order}: a missing parent, a circle, and oneself`, async () => {
      const given = new GivenBackend([
        postOf(1), postOf(2, {parent: 'nobody', depth: 1}), postOf(3, {parent: idOf(4), depth: 1}), postOf(4, {parent: idOf(3), depth: 1}),
        postOf(5, {parent: idOf(5), depth: 1}), postOf(6, {parent: idOf(2), depth: 2}),
      ]);
      const element = await mountThread(clientFor(given.as(ann)));
      element.order = order;
      await seen(() => root(element).querySelector<HTMLSelectElement>('[part=order]')?.value === order && posts(element).length === 6, 'all posts');
      expect(texts(element).sort()).to.deep.equal([1, 2, 3, 4, 5, 6].map(number => `Post ${number}`));
      const orphan = posts(element).find(({dataset}) => dataset['post'] === idOf(2))!;
      expect(orphan.querySelector<HTMLElement>('.context')!.hidden, 'nobody is named whom it answers').to.equal(true);
      await expect(element).to.be.accessible();
      (await seen(() => orphan.querySelector<HTMLElement>('[data-act=reply]'), 'the button to reply')).click();
      typeInto(await seen(() => orphan.querySelector('textarea'), 'the composer'), 'To an orphan');
      orphan.querySelector('form')!.requestSubmit();
      await seen(() => posts(element).some(post => post.querySelector('.body')!.textContent === 'To an orphan' && !post.classList.contains('sending')), 'the reply');
    });
  }

  it('can be folded and unfolded although they stand below each other', async () => {
    const given = new GivenBackend([postOf(1, {parent: idOf(2), depth: 1, replies: 2}), postOf(2, {parent: idOf(1), depth: 1, replies: 2}), postOf(3)]);
    const element = await mountThread(clientFor(given.as(ann)));
    (await seen(() => button(element, /^Hide replies/), 'the button to fold')).click();
    expect(posts(element)[2]!.hidden).to.equal(false);
    (await seen(() => button(element, /^Show 2 replies/), 'the button to unfold')).click();
    expect(posts(element).map(post => post.hasAttribute('hidden'))).to.deep.equal([false, false, false]);
  });
});

describe('replies 5,000 levels deep', () => {
  const levels = 5_000;
  /** All posts at once, as to print needs them: a busy machine is not idle for long. */
  const allOf = (element: Element) => {
    dispatchEvent(new Event('beforeprint'));
    return posts(element);
  };
  const chain = () => Array.from({length: levels}, (_, level) =>
    postOf(level, {text: `Level ${level}`, depth: level, parent: level === 0 ? null : idOf(level - 1), replies: level === levels - 1 ? 0 : 1}));

  it('are all there, no wider than the page, and say in words whom they answer', async () => {
    const element = await mountThread(clientFor(new GivenBackend(chain()).as(ann)));
    await seen(() => allOf(element).length === levels, 'all levels');
    expect(texts(element).at(-1)).to.equal(`Level ${levels - 1}`);
    expect(posts(element).at(-1)!.querySelector('.context')!.textContent).to.equal('In reply to Somebody');
    expect(overflowOf(element)).to.equal(0);
    button(element, /^Hide replies/)!.click();
    expect(posts(element).filter(post => !post.hasAttribute('hidden'))).to.have.length(1);
    button(element, /^Show 1 reply/)!.click();
    expect(posts(element).filter(post => post.hasAttribute('hidden'))).to.have.length(0);
  });

  it('are all there in another order, too', async () => {
    const element = await mountThread(clientFor(new GivenBackend(chain()).as(ann)));
    element.order = 'newest';
    await seen(() => root(element).querySelector<HTMLSelectElement>('[part=order]')?.value === 'newest' && allOf(element).length === levels, 'all levels');
    expect(texts(element).at(-1)).to.equal(`Level ${levels - 1}`);
  });
});

describe('a thousand mentions', () => {
  const names = Array.from({length: 1_000}, (_, number) => `Person (${number}) [x] $&`);

  it('are names and no links, and fit', async () => {
    const element = await mountThread(clientFor(new GivenBackend([postOf(1, {content: mentioning(names)})]).as(ann)));
    const body = posts(element)[0]!.querySelector('.body')!;
    expect([...body.querySelectorAll('bdi.mention')].map(({textContent}) => textContent)).to.deep.equal(names.map(name => `@${name}`));
    expect(body.querySelector('a')).to.equal(null);
    expect(overflowOf(element)).to.equal(0);
  });

  it('are the same thousand people when one edits what one said', async () => {
    const source = names.map((name, index) => `[@${name.replace(/[\\[\]]/g, '\\$&')}](person:${idOf(index)})`).join(' ');
    const saved: string[] = [];
    const post = postOf(1, {author: ann, content: mentioning(names)});
    const element = await mountThread(clientFor(new GivenBackend([post]).as(ann, {
      'sources.read': () => ({source, revision: 1}) as never,
      'posts.edit': input => {
        saved.push(input.source);
        return {post: {...post, version: 2, revision: 2}} as never;
      },
    })));
    (await seen(() => button(element, /^Edit/), 'the button to edit')).click();
    const field = await seen(() => root(element).querySelector('textarea'), 'the composer');
    expect(field.value).to.equal(names.map(name => `@${name}`).join(' '));
    typeInto(field, `${field.value} and all others`);
    button(element, 'Save')!.click();
    await seen(() => saved.length === 1, 'what was saved');
    expect(saved).to.deep.equal([`${source} and all others`]);
  });
});

describe('pictures that never load', () => {
  const address = 'https://pictures.invalid/tracker.png';

  it('are not even asked for in a text where somebody else keeps them: their words are a link', async () => {
    const content = {type: 'root', children: [{type: 'paragraph', children: [{type: 'image', url: address, alt: 'The scanner'}]}]} as never;
    const element = await mountThread(clientFor(new GivenBackend([postOf(1, {content})]).as(ann)));
    expect(root(element).querySelectorAll('img')).to.have.length(0);
    expect(posts(element)[0]!.querySelector<HTMLAnchorElement>('.body a')!.textContent).to.equal('The scanner');
    expect(performance.getEntriesByName(address)).to.have.length(0);
  });

  it('leave the initials of a person where they are, also of an address that is none', async () => {
    const author = {id: idOf(1), name: 'Pia Smit', picture: address};
    const element = await mountThread(clientFor(new GivenBackend([postOf(1, {author}), postOf(2, {author: {...author, picture: 'javascript:alert(1)'}})]).as(ann)));
    const [avatar, other] = posts(element).map(node => node.querySelector<HTMLElement>('.avatar')!);
    const image = avatar!.querySelector('img')!;
    await seen(() => image.complete && performance.getEntriesByName(address).length > 0, 'that it was tried');
    expect(getComputedStyle(image).opacity).to.equal('0');
    expect([avatar!.textContent, other!.textContent]).to.deep.equal(['PS', 'PS']);
    expect(other!.querySelector('img')).to.equal(null);
  });

  it('leave room and name where the page shows them itself', async () => {
    const element = await mountThread(clientFor(new GivenBackend([postOf(1)]).as(ann)));
    const plain = posts(element)[0]!.offsetHeight;
    let failed = false;
    element.renderers = {avatar: () => Object.assign(new Image(), {src: address, alt: '', onerror: () => (failed = true)})};
    await seen(() => failed, 'that it does not load');
    expect(posts(element)[0]!.offsetHeight).to.equal(plain);
    expect(posts(element)[0]!.querySelector('.author')!.textContent).to.equal('Somebody');
    expect(root(element).querySelector<HTMLElement>('.avatar')!.offsetWidth).to.be.greaterThan(20);
  });
});
