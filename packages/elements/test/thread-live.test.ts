import {expect} from '@open-wc/testing';
import {button, clientFor, mountThread, newSubject, posts, root, seen, texts, type, typeInto} from './support/mount.ts';
import {backendAs} from './support/backend.ts';

/** Two people at the same thread of the real server. */
async function meet(kind: 'discussion' | 'question' = 'discussion') {
  const subject = newSubject();
  const space = 'onboarding';
  const [amara, joris] = await Promise.all(['amara', 'joris'].map(async person =>
    mountThread(clientFor(await backendAs(person)), {subject, space, kind})));
  return {amara: amara!, joris: joris!, subject, space};
}

async function say(element: Element, text: string): Promise<void> {
  await type(element, text);
  button(element, /^(Post|Answer)$/)!.click();
}

describe('a thread on the real server', () => {
  it('brings what one says to the other, with its Markdown, and only once', async () => {
    const {amara, joris} = await meet();
    await say(amara, 'What is a **tote**?');
    await seen(() => texts(joris)[0] === 'What is a tote?', 'the post at the other');
    expect(posts(joris)[0]!.querySelector('strong')!.textContent).to.equal('tote');
    await seen(() => texts(amara)[0] === 'What is a tote?' && !posts(amara)[0]!.classList.contains('sending'), 'the acknowledgement');
    expect([posts(amara).length, posts(joris).length]).to.deep.equal([1, 1]);
  });

  it('brings replies, reactions, edits and removals as they happen', async () => {
    const {amara, joris} = await meet();
    await say(amara, 'First');
    (await seen(() => button(joris, /^Reply to Amara/), 'the reply button')).click();
    typeInto(await seen(() => posts(joris)[0]!.querySelector('textarea'), 'the reply composer'), 'A reply');
    posts(joris)[0]!.querySelector('form')?.requestSubmit();
    await seen(() => texts(amara).join() === 'First,A reply', 'the reply');
    (await seen(() => button(amara, /^Thanks for the post of Joris/), 'the thanks button')).click();
    await seen(() => posts(joris)[1]?.querySelector('[data-kind="thanks"]')?.textContent === '1', 'the thanks');
    expect(posts(joris)[1]!.querySelector('[data-kind="thanks"]')!.ariaPressed).to.equal('false');
    await seen(() => posts(amara)[1]!.querySelector('[data-kind="thanks"]')!.ariaPressed === 'true', 'one’s own thanks');

    [...posts(joris)[1]!.querySelectorAll('button')].find(({textContent}) => textContent === 'Edit')!.click();
    const field = await seen(() => posts(joris)[1]!.querySelector('textarea'), 'the edit composer');
    expect(field.value).to.equal('A reply');
    typeInto(field, 'A better reply');
    posts(joris)[1]!.querySelector('form')!.requestSubmit();
    await seen(() => texts(amara)[1] === 'A better reply', 'the edit');
    expect(posts(amara)[1]!.querySelector('.marks')!.textContent).to.contain('edited');

    const removal = () => posts(joris)[1]!.querySelector<HTMLElement>('[data-act=remove]');
    removal()!.click();
    const undo = await seen(() => button(joris, 'Undo'), 'the way back');
    await seen(() => root(joris).activeElement === undo, 'the focus on it');
    expect(posts(joris)[1]!.querySelector('.delivery')!.textContent).to.contain('Removed.');
    await expect(joris).to.be.accessible();
    undo.click();
    (await seen(removal, 'the post as it was')).click();
    expect(texts(amara)[1]).to.equal('A better reply');
    await seen(() => posts(amara).length === 1 && posts(joris).length === 1, 'the removal');
    expect(root(joris).activeElement?.classList.contains('post')).to.equal(true);
  });

  it('removes once what was pressed twice, so that one undo is enough', async () => {
    const {joris} = await meet();
    await say(joris, 'Something hasty');
    const removal = await seen(() => posts(joris)[0]?.querySelector<HTMLElement>('[data-act=remove]'), 'the button to remove');
    removal.click();
    removal.click();
    (await seen(() => button(joris, 'Undo'), 'the way back')).click();
    await seen(() => posts(joris)[0]!.querySelector('[data-act=remove]'), 'the post as it was');
    expect((await joris.client!.outbox())!.items()).to.deep.equal([]);
  });

  it('leaves a place for a removed post that was answered, and the focus on it', async () => {
    const {amara, joris} = await meet();
    await say(joris, 'Something rash');
    (await seen(() => button(amara, /^Reply to Joris/), 'the reply button')).click();
    typeInto(await seen(() => posts(amara)[0]!.querySelector('textarea'), 'the reply composer'), 'An answer');
    posts(amara)[0]!.querySelector('form')!.requestSubmit();
    await seen(() => texts(joris).join() === 'Something rash,An answer', 'the answer');
    (await seen(() => posts(joris)[0]!.querySelector<HTMLElement>('[data-act=remove]'), 'the button to remove')).click();
    await seen(() => root(joris).activeElement === button(joris, 'Undo'), 'the focus on the way back');
    await seen(() => posts(amara)[0]!.classList.contains('removed') && posts(joris)[0]!.classList.contains('removed'), 'the place that is left');
    expect(texts(amara)).to.deep.equal(['This post was removed.', 'An answer']);
    await seen(() => root(joris).activeElement === posts(joris)[0], 'the focus on the place');
  });

  it('lets the asker accept an answer, for everybody to see', async () => {
    const {amara, joris} = await meet('question');
    await type(amara, 'I have tried to turn it off and on.');
    const title = root(amara).querySelector('input')!;
    title.value = 'How do I start the scanner?';
    title.dispatchEvent(new InputEvent('input', {bubbles: true}));
    button(amara, 'Ask')!.click();
    await seen(() => root(joris).querySelector('.heading')?.textContent === 'How do I start the scanner?', 'the question');
    await say(joris, 'Hold the yellow button.');
    (await seen(() => button(amara, /^This helped/), 'the button to accept')).click();
    await seen(() => posts(joris)[1]?.classList.contains('accepted'), 'the acceptance');
    expect(posts(joris)[1]!.querySelector('.accepted-mark')!.textContent).to.equal('Accepted answer');
    expect(button(joris, /^This helped/)).to.equal(undefined);
  });

  it('shows a guest what is open, and asks to sign in instead of offering to write', async () => {
    const element = await mountThread(clientFor(await backendAs(null)), {subject: 'onboarding/day-1', space: 'onboarding'});
    await seen(() => root(element).querySelector('slot[name="signed-out"]'), 'the sentence for guests');
    expect(root(element).querySelector('.write')).to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('says of a space that is for reading that it is', async () => {
    const element = await mountThread(clientFor(await backendAs('amara')), {space: 'archive'});
    await seen(() => [...root(element).querySelectorAll('.notice')].some(({textContent}) => textContent!.includes('This space is for reading')), 'the sentence');
    expect(root(element).querySelector('.write')).to.equal(null);
  });

  it('does not tell a private space from one that is not there', async () => {
    const element = await mountThread(clientFor(await backendAs(null)), {space: 'mentors'});
    await seen(() => root(element).querySelector('[role="alert"]')?.textContent?.includes('This is not there, or not for you to see.'), 'the sentence');
  });

  it('locks for everybody when a moderator locks it', async () => {
    const {joris, subject, space} = await meet();
    await say(joris, 'Before the lock');
    await seen(() => posts(joris)[0] && !posts(joris)[0]!.classList.contains('sending'), 'the post');
    const elin = await mountThread(clientFor(await backendAs('elin')), {subject, space});
    (await seen(() => button(elin, 'Lock'), 'the button to lock')).click();
    await seen(() => joris.matches(':state(locked)'), 'the lock');
    await seen(() => button(joris, /^Reply/) === undefined && root(joris).querySelector('.write') === null, 'the end of writing');
    await expect(joris).to.be.accessible();
  });

  it('says quietly who else is there, and who writes', async () => {
    const {amara, joris} = await meet();
    await say(amara, 'Anybody here?');
    const line = (element: Element) => root(element).getElementById('presence')!.textContent;
    await seen(() => line(joris) === '2 reading' && line(amara) === '2 reading', 'the two');
    await type(joris, 'I am');
    await seen(() => line(amara) === '2 reading · Joris van den Berg is writing…', 'who writes');
    expect(root(amara).querySelector('#presence')!.closest('[aria-live], [role="status"]') === null).to.equal(true);
    joris.remove();
    await seen(() => line(amara) === '', 'that nobody else is there');
    await expect(amara).to.be.accessible();
  });
});
