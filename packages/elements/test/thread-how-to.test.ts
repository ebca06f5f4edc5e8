import {expect} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, typeInto} from './support/mount.ts';

async function compose(element: ThreadElement): Promise<HTMLTextAreaElement> {
  await seen(() => root(element).querySelector('.write'), 'the button to write');
  await element.write();
  return seen(() => root(element).querySelector('textarea'), 'the composer');
}

function press(field: HTMLTextAreaElement, key: string): void {
  if (field.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))) field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
}

describe('showing how one did something', () => {
  it('is written in steps, tried by others, and counted', async () => {
    const subject = newSubject();
    const author = await mountThread(clientFor(await backendAs('pieter')), {subject});
    const field = await compose(author);
    button(author, 'Show how you did it')!.click();
    await seen(() => field.value === '1. ', 'the first step begun');
    typeInto(field, '1. Hold the yellow button');
    button(author, 'Post')!.click();
    await seen(() => root(author).querySelector('[role=alert]')!.textContent!.includes('at least two numbered steps'), 'what is missing');
    field.setSelectionRange(field.value.length, field.value.length);
    press(field, 'Enter');
    expect(field.value).to.equal('1. Hold the yellow button\n2. ');
    typeInto(field, `${field.value}Count to ten`);
    button(author, 'Post')!.click();
    await seen(() => posts(author)[0]?.querySelector('.marks')!.textContent === 'How I did it' && posts(author)[0]!.querySelector('ol li:nth-child(2)'), 'the steps');

    const reader = await mountThread(clientFor(await backendAs('femke')), {subject});
    (await seen(() => button(reader, /^I tried it/), 'the button of those who tried')).click();
    const tale = await seen(() => root(reader).querySelector('textarea'), 'the composer');
    expect((tale.labels![0] as HTMLElement).textContent).to.contain('How did it go');
    typeInto(tale, 'It beeped at eight.');
    button(reader, 'Post')!.click();
    await seen(() => posts(author)[0]!.querySelector('.marks')!.textContent!.includes('1 has tried it'), 'the count, live');
    expect(posts(author)[1]!.querySelector('.marks')!.textContent).to.equal('Tried it');
    await expect(reader).to.be.accessible();
  });

  it('keeps as a draft that it is to be steps', async () => {
    const subject = newSubject();
    const client = clientFor(await backendAs('pieter'));
    const element = await mountThread(client, {subject});
    await compose(element);
    button(element, 'Show how you did it')!.click();
    typeInto((await seen(() => root(element).querySelector('textarea'), 'the composer')), '1. First');
    element.remove();
    const again = await mountThread(client, {subject});
    const field = await seen(() => root(again).querySelector('textarea'), 'the composer again');
    expect([field.value, button(again, 'Show how you did it')!.ariaPressed]).to.deep.equal(['1. First', 'true']);
  });
});

describe('writing a list', () => {
  it('goes on by itself with the next item, and ends with an empty one', async () => {
    const element = await mountThread(clientFor(await backendAs('pieter')));
    const field = await compose(element);
    for (const [typed, expected] of [['- a', '- a\n- '], ['  9. i', '  9. i\n  10. '], ['- [x] done', '- [x] done\n- [ ] '], ['words', 'words\n'], ['- a\n- ', '- a\n']] as const) {
      typeInto(field, typed);
      field.setSelectionRange(typed.length, typed.length);
      press(field, 'Enter');
      expect(field.value).to.equal(expected);
    }
  });
});

describe('a page’s own renderers', () => {
  it('stand in the place of the avatar and the body, add actions, and ours stand where they give nothing or fail', async () => {
    const subject = newSubject();
    const backend = await backendAs('pieter');
    for (const source of ['a', 'b']) await backend.call('posts.create', {subject: {key: subject}, source}, {key: newId()});
    const element = await mountThread(clientFor(await backendAs('femke')), {subject});
    const asked: string[] = [];
    const make = (tag: string, textContent: string) => Object.assign(document.createElement(tag), {textContent});
    element.renderers = {
      avatar: post => make('b', post.author!.name.slice(0, 1)),
      body: post => (texts(element).length > 0 && post.id === posts(element)[0]!.dataset['post'] ? make('p', 'Own body') : undefined),
      actions(post) {
        const save = make('button', 'Save') as HTMLButtonElement;
        save.addEventListener('click', () => asked.push(post.id));
        return [save];
      },
    };
    await seen(() => texts(element).join() === 'Own body,b', 'the own body of one of them');
    expect(root(element).querySelectorAll('.avatar.own b')).to.have.length(2);
    button(element, 'Save')!.click();
    expect(asked).to.deep.equal([posts(element)[0]!.dataset['post']]);
    await seen(() => button(element, /^Reply/), 'our own actions beside it');
    element.renderers = {
      body() {
        throw new Error('The page’s own fault.');
      },
    };
    await seen(() => texts(element).join() === 'a,b', 'ours again');
    expect(root(element).querySelector('.avatar.own')).to.equal(null);
  });
});

describe('the density of a thread', () => {
  it('is compact where the page says so', async () => {
    const element = await mountThread(clientFor(await backendAs('pieter')));
    const size = () => Number.parseFloat(getComputedStyle(root(element).querySelector('.thread')!).rowGap);
    const comfortable = size();
    element.density = 'compact';
    await element.updateComplete;
    expect(element.getAttribute('density')).to.equal('compact');
    expect(size()).to.be.lessThan(comfortable / 2);
  });
});
