import {expect} from '@open-wc/testing';
import type {Backend, Content, Post} from '@social-learning/sdk';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {GivenBackend, postOf} from './support/given-backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, type, typeInto} from './support/mount.ts';
import {ann} from './support/people.ts';

/** A thread whose one post is what a hostile backend says it is. */
async function show(content: unknown, more: Partial<Post> = {}) {
  const array = new ArrayBackend().as(ann);
  const subject = newSubject();
  await array.call('posts.create', {subject: {key: subject}, source: 'x'}, {key: '01920000-0000-7000-8000-0000000000ff'});
  const backend: Backend = {
    ...array,
    call: async (name, input, options) => {
      const output = await array.call(name, input, options);
      if (name === 'threads.read') for (const post of (output as {posts: {items: Post[]}}).posts.items) Object.assign(post, {content: content as Content}, more);
      return output;
    },
  };
  return mountThread(clientFor(backend), {subject});
}

const root1 = (...children: unknown[]) => ({type: 'root', children});
const allowed = new Set(['p', 'h4', 'h5', 'h6', 'em', 'strong', 'del', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'input', 'a', 'br', 'hr', 'div', 'table', 'tr', 'th', 'td', 'sup', 'bdi', 'button']);

describe('a hostile backend', () => {
  it('puts no element, attribute or address into the page that is not on the list', async () => {
    const element = await show(root1(
      {type: 'html', value: '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>'},
      {type: 'script', value: 'window.hacked = 1', children: [{type: 'text', value: 'text of an unknown type'}]},
      {type: 'paragraph', children: [
        {type: 'link', url: 'javascript:window.hacked=1', children: [{type: 'text', value: 'no link'}]},
        {type: 'link', url: ' java\nscript:window.hacked=1', children: [{type: 'text', value: 'no link either'}]},
        {type: 'link', url: 'data:text/html,<script>1</script>', children: [{type: 'text', value: 'nor this'}]},
        {type: 'image', url: 'https://evil.example/track.png', alt: 'a picture'},
        {type: 'image', url: 'javascript:1', alt: 'no picture'},
      ]},
      {type: 'code', lang: '"><img src=x>', value: '</code></pre><script>window.hacked = 1</script>'},
      {type: 'heading', depth: 1e9, children: []}, {type: 'heading', depth: 'x', children: []},
      {type: 'list', ordered: true, start: 1e99, children: [{type: 'listItem', checked: 'yes', children: null}]},
      {type: 'table', children: [{type: 'tableRow'}, {type: 'tableRow', children: [{type: 'tableCell'}]}]},
    ));
    const body = posts(element)[0]!.querySelector('.body')!;
    for (const node of body.querySelectorAll('*')) {
      expect(allowed.has(node.localName), `<${node.localName}>`).to.equal(true);
      for (const {name, value} of node.attributes) {
        expect(name.startsWith('on') || name === 'style' || name === 'srcdoc', name).to.equal(false);
        if (name === 'href') expect(value).to.match(/^https:\/\/evil\.example\//);
      }
    }
    expect(body.querySelectorAll('img, script')).to.have.length(0);
    expect(body.querySelector('a')!.rel).to.equal('noopener noreferrer nofollow ugc');
    expect(body.textContent).to.contain('no link').and.to.contain('text of an unknown type').and.to.contain('window.hacked = 1');
    expect('hacked' in window).to.equal(false);
  });

  it('does not overflow the stack with a tree 20,000 levels deep, and loses no text of it', async () => {
    let node: unknown = {type: 'text', value: 'at the bottom'};
    for (let level = 0; level < 20_000; level++) node = {type: 'blockquote', children: [node]};
    const element = await show(root1(node));
    expect(posts(element)[0]!.querySelector('.body')!.textContent).to.contain('at the bottom');
    expect(posts(element)[0]!.querySelectorAll('blockquote').length).to.be.lessThan(100);
  });

  it('cannot break the page by names, times and counts that make no sense', async () => {
    const element = await show(root1({type: 'paragraph', children: [{type: 'text', value: 'still here'}]}), {
      author: {id: 'x', name: '\u202e<b>moc.elpmaxe</b>\u0301\u0301\u0301'.repeat(40), picture: null}, createdAt: 'yesterday', editedAt: 'never',
      depth: 1e9, reactions: {thanks: -5} as never, parent: 'nobody',
    });
    expect(posts(element)[0]!.querySelector('.body')!.textContent).to.equal('still here');
    expect(posts(element)[0]!.querySelector('b')).to.equal(null);
    expect(posts(element)[0]!.querySelector('.permalink')!.textContent, 'a link has words').to.equal('yesterday');
    expect(root(element).querySelector('.thread')!.scrollWidth).to.be.at.most(root(element).querySelector('.thread')!.clientWidth);
  });

  it('is refused where its shapes are not those of the contract', async () => {
    const element = await show('<p>HTML</p>');
    await seen(() => root(element).querySelector('[role="alert"]'), 'the alert');
    expect(posts(element)).to.have.length(0);
  });
});

describe('a hostile backend, asked for more than the thread', () => {
  const nonsense: readonly unknown[] = [null, 'text', {}, {items: 'none', revisions: 'none', source: 7}, {items: [null, {id: 7}], revisions: [null, {source: null}]}];

  for (const answer of nonsense) {
    it(`that answers ${JSON.stringify(answer)} takes nothing away that one reads or types`, async () => {
      const edited = postOf(1, {author: ann, editedAt: new Date().toISOString(), revision: 2, text: 'What one reads'});
      const lie = () => answer as never;
      const element = await mountThread(clientFor(new GivenBackend([edited, postOf(2)]).as(ann, {
        'mine.read': lie, 'people.list': lie, 'revisions.list': lie, 'sources.read': lie, 'presence.say': lie, 'guidelines.read': lie, 'threads.search': lie,
        'posts.react': lie, 'posts.edit': lie,
      })));
      const field = await type(element, 'Ask @S');
      field.setSelectionRange(6, 6);
      typeInto(field, 'Ask @So');
      (await seen(() => button(element, /^Thanks/), 'the thanks')).click();
      (await seen(() => button(element, /^More/), 'the menu')).click();
      (await seen(() => button(element, /^Earlier versions/), 'the button for the history')).click();
      (await seen(() => button(element, /^Edit/), 'the button to edit')).click();
      await seen(() => root(element).querySelector('.notice.critical, .history, .post textarea'), 'what became of it');
      expect(posts(element).map(post => post.querySelector('.body')!.textContent)).to.deep.equal(['What one reads', 'Post 2']);
      expect([field.value, field.isConnected]).to.deep.equal(['Ask @So', true]);
    });
  }
});
