import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import type {ChecklistElement} from '@social-learning/elements';
import '@social-learning/elements/checklist/define';
import {indexedDbOutbox, memoryStorage, SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, newSubject, root, seen, typeInto} from './support/mount.ts';

const space = 'onboarding';
const author = {chromium: 'kwame', firefox: 'bram', webkit: 'zeynep'}[engine];
const learner = {chromium: 'viktor', firefox: 'mehdi', webkit: 'ana'}[engine];
const colleague = {chromium: 'chloe', firefox: 'ingrid', webkit: 'george'}[engine];
const texts = ['Meet your buddy', 'Walk the house', 'Write three words'];

/** A published checklist on a subject of its own. */
async function publish(words: readonly string[] = texts): Promise<{id: string; subject: string; steps: readonly string[]}> {
  const backend = await backendAs(author);
  const subject = newSubject();
  const steps = words.map((text, index) => ({id: newId(), text, note: index === 0 ? 'Ask at the gate.' : null, critical: index === 1}));
  const id = newId();
  await backend.call('checklists.create', {space, subject: {key: subject}, title: 'Day 1', description: 'What to do first.', steps}, {key: id});
  await backend.call('checklists.publish', {checklist: id, revision: 1}, {key: newId()});
  return {id, subject, steps: steps.map(step => step.id)};
}

async function mount(client: Client, attributes: Partial<Pick<ChecklistElement, 'checklist' | 'subject' | 'create' | 'lang'>>): Promise<ChecklistElement> {
  const {checklist, subject, create = false, lang = 'en'} = attributes;
  const element = await fixture<ChecklistElement>(html`<sl-checklist
    .client=${client} space=${space} lang=${lang} .checklist=${checklist} .subject=${subject} ?create=${create}
  ></sl-checklist>`);
  await seen(() => !element.matches(':state(loading)') && root(element).querySelector('.steps, .editor, .quiet, .notice'), 'the checklist');
  return element;
}

const boxes = (element: Element) => [...root(element).querySelectorAll<HTMLInputElement>('.tick input')];
const done = (element: Element) => root(element).querySelector('#done')?.textContent;
const written = (element: Element) => [...root(element).querySelectorAll<HTMLTextAreaElement>('[data-control="text"]')];
const values = (element: Element) => written(element).map(({value}) => value);
const focused = (element: Element) => root(element).activeElement as HTMLElement;
const said = (element: Element) => root(element).querySelector('.editor [role="status"]')?.textContent;

/** A backend whose ticks do not arrive while `on` says so. */
function cutOff(backend: Backend, on: () => boolean, error = new SocialLearningError('network', 'Offline.')): Backend {
  return {...backend, call: (name, input, options) => (name === 'checklists.tick' && on() ? Promise.reject(error) : backend.call(name, input, options))};
}

describe('a checklist to work through', () => {
  it('is ticked with real checkboxes by keyboard alone, and says how far one is', async () => {
    const {id} = await publish();
    const client = clientFor(await backendAs(learner));
    const element = await mount(client, {checklist: id});
    await seen(() => done(element) === '0 of 3 steps done.', 'one’s own run');
    expect(root(element).querySelector('.critical-mark')!.textContent).to.equal('Critical');
    expect(root(element).getElementById(boxes(element)[0]!.getAttribute('aria-describedby')!)!.textContent).to.equal('Ask at the gate.');
    await expect(element).to.be.accessible();
    let finished: string | undefined;
    element.addEventListener('sl-checklist-finished', ({checklist}) => (finished = checklist));
    for (const [index, box] of boxes(element).entries()) {
      box.focus();
      await sendKeys({press: ' '});
      await seen(() => done(element) === `${index + 1} of 3 steps done.`, 'the tick');
      expect(focused(element)).to.equal(box);
    }
    await seen(() => element.matches(':state(finished)') && finished === id, 'the end');
    await seen(() => root(element).querySelector('.finished'), 'the praise');
    await expect(element).to.be.accessible();
    boxes(element)[1]!.click();
    await seen(() => !element.matches(':state(finished)') && done(element) === '2 of 3 steps done.', 'the tick taken back');
    const outbox = (await client.outbox())!;
    await seen(() => outbox.items().length === 0, 'the acknowledgement');
    const again = await mount(clientFor(await backendAs(learner)), {checklist: id});
    await seen(() => done(again) === '2 of 3 steps done.', 'the run after a reload');
    expect(boxes(again).map(({checked}) => checked)).to.deep.equal([true, false, true]);
  });

  it('keeps ticks that were made offline through a reload, and ends as the last was meant', async () => {
    const {id} = await publish();
    let offline = true;
    const storage = crypto.randomUUID();
    const backend = await backendAs(learner);
    const environment = {openOutbox: () => Promise.resolve(indexedDbOutbox(indexedDB, storage))};
    const first = clientFor(cutOff(backend, () => offline), environment);
    const element = await mount(first, {checklist: id});
    await seen(() => done(element) === '0 of 3 steps done.', 'one’s own run');
    for (const place of [0, 1, 1, 2]) boxes(element)[place]!.click();
    const kept = (await first.outbox())!;
    await seen(() => kept.items().length === 4 && done(element) === '2 of 3 steps done.', 'the ticks at once');
    await seen(() => root(element).querySelector('.delivery')?.textContent?.includes('It is kept'), 'what became of them');
    await expect(element).to.be.accessible();
    first.close();
    element.remove();

    const second = clientFor(cutOff(backend, () => offline), environment);
    const again = await mount(second, {checklist: id});
    await seen(() => done(again) === '2 of 3 steps done.', 'the ticks after a reload');
    expect(boxes(again).map(({checked}) => checked)).to.deep.equal([true, false, true]);
    offline = false;
    (await seen(() => button(again, /^Try again now/), 'the way to send them')).click();
    const outbox = (await second.outbox())!;
    await seen(() => outbox.items().length === 0, 'the acknowledgement');
    expect(root(again).querySelector('.delivery')).to.equal(null);
    const {run} = await backend.call('checklists.mine', {checklist: id});
    expect(run.ticks.filter(({on}) => on)).to.have.length(2);
  });

  it('says why a tick was refused, and lets one try again or leave it', async () => {
    const {id} = await publish();
    let refused = true;
    const element = await mount(clientFor(cutOff(await backendAs(learner), () => refused, new SocialLearningError('forbidden', 'No.'))), {checklist: id});
    await seen(() => done(element) === '0 of 3 steps done.', 'one’s own run');
    boxes(element)[0]!.click();
    await seen(() => root(element).querySelector('.delivery')?.textContent?.includes('You may not do that here.'), 'the reason');
    expect(boxes(element)[0]!.checked).to.equal(false);
    refused = false;
    button(element, 'Try again now: Meet your buddy')!.click();
    await seen(() => boxes(element)[0]!.checked && root(element).querySelector('.delivery') === null, 'the tick');
  });

  it('shows how far colleagues are, live, and an edit without a reload', async () => {
    const {id, steps} = await publish();
    const element = await mount(clientFor(await backendAs(learner)), {checklist: id});
    await seen(() => root(element).querySelector('.colleagues')?.textContent?.includes('None of your colleagues'), 'the colleagues');
    const other = await backendAs(colleague);
    for (const step of steps) await other.call('checklists.tick', {checklist: id, step, on: true, order: 1}, {key: newId()});
    await seen(() => root(element).querySelector('.colleagues')?.textContent?.includes('1 of your colleagues has finished.'), 'the news');
    expect(root(element).querySelectorAll('.who .avatar')).to.have.length(1);
    boxes(element)[2]!.focus();
    const maker = await backendAs(author);
    const {checklist} = await maker.call('checklists.read', {checklist: id});
    await maker.call('checklists.edit', {
      checklist: id, revision: 1, title: 'Day one', description: null, steps: [...checklist!.steps, {id: newId(), text: 'Eat together', note: null, critical: false}],
    }, {key: newId()});
    await seen(() => boxes(element).length === 4 && root(element).querySelector('#heading')!.textContent!.includes('Day one'), 'the edit');
    expect(focused(element)).to.equal(boxes(element)[2]);
    await expect(element).to.be.accessible();
  });

  it('is there to read for guests, and says where there is none', async () => {
    const {subject} = await publish();
    const element = await mount(clientFor(await backendAs(null)), {subject});
    expect(boxes(element).every(({disabled}) => disabled)).to.equal(true);
    await seen(() => root(element).textContent!.includes('Sign in to tick the steps.'), 'the way in');
    expect(button(element, 'Edit')).to.equal(undefined);
    await expect(element).to.be.accessible();
    const none = await mount(clientFor(await backendAs(null)), {subject: newSubject()});
    expect(none.matches(':state(empty)')).to.equal(true);
  });

  it('fits 320 pixels, also dark, and speaks Dutch', async () => {
    const {id} = await publish(['Averyverylongwordthatnobodyhaseverwrittenbeforebutsomebodymight'.repeat(2), 'b', 'c']);
    await setViewport({width: 320, height: 640});
    await emulateMedia({colorScheme: 'dark'});
    const element = await mount(clientFor(await backendAs(learner)), {checklist: id, lang: 'nl'});
    await seen(() => done(element) === '0 van 3 stappen gedaan.', 'the Dutch words');
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await expect(element).to.be.accessible();
    await emulateMedia({colorScheme: 'light'});
    await setViewport({width: 1024, height: 768});
    const english = await mount(clientFor(await backendAs(learner)), {checklist: id});
    await seen(() => done(english) === '0 of 3 steps done.', 'the English words');
  });
});

describe('a checklist in the making', () => {
  it('is built, put in order and published by keyboard alone', async () => {
    const element = await mount(clientFor(await backendAs(author)), {create: true});
    (await seen(() => root(element).querySelector<HTMLElement>('#title'), 'the editor')).focus();
    await sendKeys({type: 'Before you drive'});
    written(element)[0]!.focus();
    await sendKeys({type: 'Lights'});
    for (const text of ['Tyres', 'Belt']) {
      const before = written(element).length;
      await sendKeys({press: 'Enter'});
      await seen(() => written(element).length === before + 1 && focused(element) === written(element).at(-1), 'the next step');
      await sendKeys({type: text});
    }
    await expect(element).to.be.accessible();
    const belt = focused(element);
    await altKey(belt, 'ArrowUp');
    await seen(() => values(element).join() === 'Lights,Belt,Tyres', 'the new order');
    expect(focused(element)).to.equal(belt);
    expect(said(element)).to.equal('Belt: now 2 of 3.');
    await altKey(belt, 'ArrowUp');
    await seen(() => said(element) === 'Belt: now 1 of 3.' && focused(element) === belt, 'the first place');
    await altKey(belt, 'ArrowUp');
    await seen(() => said(element) === 'It is the first already.', 'the end of the list');
    const down = button(element, 'Down: step 1')!;
    down.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => values(element).join() === 'Lights,Belt,Tyres' && focused(element) === down, 'the focus on the button that moved');
    const remove = button(element, 'Remove: step 3')!;
    remove.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => focused(element) === written(element)[1], 'the focus on what is left');
    const back = button(element, 'Put the removed step back')!;
    back.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => values(element).join() === 'Lights,Belt,Tyres' && focused(element) === written(element)[2], 'the step again');
    let published: string | undefined;
    element.addEventListener('sl-checklist-published', ({checklist}) => (published = checklist));
    button(element, 'Publish')!.focus();
    await sendKeys({press: 'Enter'});
    await seen(() => published && boxes(element).length === 3, 'the published list');
    expect(focused(element).id).to.equal('heading');
    expect(element.checklist).to.equal(published);
    expect([...root(element).querySelectorAll('.step-text')].map(({textContent}) => textContent)).to.deep.equal(['Lights', 'Belt', 'Tyres']);
  });

  it('is dragged into another order, and Escape leaves it', async () => {
    const {id} = await publish();
    const element = await mount(clientFor(await backendAs(author)), {checklist: id});
    (await seen(() => button(element, 'Edit'), 'the button to edit')).click();
    await seen(() => written(element).length === 3, 'the editor');
    const handles = [...root(element).querySelectorAll('.handle')];
    const items = [...root(element).querySelectorAll('.step-editor')];
    const at = (type: string, target: EventTarget, clientY: number) =>
      target.dispatchEvent(new PointerEvent(type, {bubbles: true, cancelable: true, composed: true, pointerId: 1, isPrimary: true, button: 0, clientY}));
    const bottom = () => items[2]!.getBoundingClientRect().bottom + 5;
    at('pointerdown', handles[0]!, items[0]!.getBoundingClientRect().top);
    at('pointermove', document, bottom());
    expect(items[2]!.hasAttribute('data-after')).to.equal(true);
    document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
    at('pointerup', document, bottom());
    expect(values(element)).to.deep.equal(texts);
    at('pointerdown', handles[0]!, items[0]!.getBoundingClientRect().top);
    at('pointermove', document, bottom());
    at('pointerup', document, bottom());
    await seen(() => values(element).join() === 'Walk the house,Write three words,Meet your buddy', 'the new order');
    button(element, 'Save')!.click();
    await seen(() => root(element).querySelector('.step-text')?.textContent === 'Walk the house', 'the saved list');
  });

  it('is kept as it is typed, saved as a draft, and hidden from others until it is published', async () => {
    const subject = newSubject();
    const drafts = memoryStorage();
    const backend = await backendAs(author);
    const first = await mount(clientFor(backend, {drafts}), {subject, create: true});
    await seen(() => root(first).querySelector('#title'), 'the editor');
    typeInto(root(first).querySelector<HTMLTextAreaElement>('#title')!, 'Half written');
    typeInto(written(first)[0]!, 'A first step');
    first.remove();
    const again = await mount(clientFor(backend, {drafts}), {subject, create: true});
    await seen(() => values(again)[0] === 'A first step', 'what was typed');
    button(again, 'Save as draft')!.click();
    await seen(() => root(again).querySelector('.badge')?.textContent === 'Draft', 'the draft');
    const others = await mount(clientFor(await backendAs(learner)), {subject});
    expect(others.matches(':state(empty)')).to.equal(true);
    button(again, 'Edit')!.click();
    (await seen(() => button(again, 'Publish'), 'the editor')).click();
    await seen(() => boxes(others).length === 1, 'the list where others look, without a reload');
  });

  it('keeps what one wrote when somebody else saves first, and says so', async () => {
    const {id} = await publish();
    const backend = await backendAs(author);
    const element = await mount(clientFor(backend), {checklist: id});
    (await seen(() => button(element, 'Edit'), 'the button to edit')).click();
    typeInto((await seen(() => written(element)[0], 'the editor')), 'Mine');
    const {checklist} = await backend.call('checklists.read', {checklist: id});
    await backend.call('checklists.edit', {checklist: id, revision: 1, title: 'Theirs', description: null, steps: checklist!.steps}, {key: newId()});
    button(element, 'Save')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent?.includes('Save again'), 'the conflict');
    expect(values(element)[0]).to.equal('Mine');
    button(element, 'Save')!.click();
    await seen(() => root(element).querySelector('.step-text')?.textContent === 'Mine', 'the saved list');
  });

  it('names what is missing, and puts the focus there', async () => {
    const element = await mount(clientFor(await backendAs(author)), {create: true, subject: newSubject()});
    (await seen(() => button(element, 'Publish'), 'the editor')).click();
    await seen(() => root(element).querySelector('.error')?.textContent === 'It needs a title.' && focused(element).id === 'title', 'the title');
    typeInto(root(element).querySelector<HTMLTextAreaElement>('#title')!, 'T');
    button(element, 'Publish')!.click();
    await seen(() => root(element).querySelector('.error')?.textContent === 'It needs at least one step.' && focused(element) === written(element)[0], 'the step');
    await expect(element).to.be.accessible();
  });

  it('is taken out of use after a second word', async () => {
    const {id} = await publish();
    const element = await mount(clientFor(await backendAs(author)), {checklist: id});
    (await seen(() => button(element, 'Edit'), 'the button to edit')).click();
    (await seen(() => button(element, 'Take out of use…'), 'the editor')).click();
    (await seen(() => button(element, 'Take it out of use'), 'the question')).click();
    await seen(() => root(element).querySelector('.notice')?.textContent?.includes('not in use any more'), 'the end');
    expect(boxes(element).every(({disabled}) => disabled)).to.equal(true);
  });
});

/** Presses a key with Alt. */
async function altKey(element: HTMLElement, key: string): Promise<void> {
  element.focus();
  await sendKeys({down: 'Alt'});
  await sendKeys({press: key});
  await sendKeys({up: 'Alt'});
}
