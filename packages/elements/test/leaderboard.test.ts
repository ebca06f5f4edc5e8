import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {LeaderboardElement} from '@social-learning/elements';
import '@social-learning/elements/leaderboard/define';
import {SocialLearningError, type Backend, type Client} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, newSubject, root, seen} from './support/mount.ts';

const space = 'onboarding';
/** Two people and one who leaves, for each engine. */
const [one, other, leaver] = {chromium: ['viktor', 'chloe', 'henry'], firefox: ['mehdi', 'ingrid', 'clara'], webkit: ['ana', 'george', 'daan']}[engine] as [string, string, string];

async function mount(client: Client, attributes: Partial<Pick<LeaderboardElement, 'view' | 'period' | 'lang'>> = {}): Promise<LeaderboardElement> {
  const {view = 'near', period = 'month', lang = 'en'} = attributes;
  const element = await fixture<LeaderboardElement>(html`<sl-leaderboard .client=${client} space=${space} view=${view} period=${period} lang=${lang}></sl-leaderboard>`);
  await seen(() => root(element).querySelector('.own-place'), 'the board');
  return element;
}

const place = (element: Element) => root(element).querySelector('.own-place')!.textContent!;
const rows = (element: Element) => [...root(element).querySelectorAll<HTMLTableRowElement>('tbody tr')];
const names = (element: Element) => rows(element).map(row => row.querySelector('bdi')!.textContent!);

async function ask(backend: Backend): Promise<void> {
  const client = clientFor(backend);
  await client.call('posts.create', {space, subject: {key: newSubject()}, kind: 'question', title: 'Where?', source: 'Where is it?'}, {key: client.createId()});
}

describe('the leaderboard', () => {
  it('shows who stands near oneself in a table, and says one’s own place in words', async () => {
    const backend = await backendAs(one);
    await ask(backend);
    const element = await mount(clientFor(backend));
    await seen(() => /^You are in place [\d,]+ of [\d,]+, with [\d,]+ points/.test(place(element)), 'one’s own place');
    const own = root(element).querySelector<HTMLTableRowElement>('tr.own')!;
    expect(own.querySelector('.you')!.textContent).to.equal('You');
    expect(root(element).querySelector('caption')!.textContent).to.contain('Near me');
    expect(root(element).querySelector('thead th')!.getAttribute('aria-sort')).to.equal('ascending');
    expect(own.querySelector('th')!.scope).to.equal('row');
    const ranks = rows(element).map(row => Number(row.cells[0]!.textContent!.replaceAll(',', '')));
    expect(ranks).to.deep.equal(ranks.toSorted((a, b) => a - b));
    await expect(element).to.be.accessible();
  });

  it('follows what happens, without taking the focus or another row away', async () => {
    const [me, them] = await Promise.all([backendAs(one), backendAs(other)]);
    const element = await mount(clientFor(me), {view: 'top', period: 'all'});
    const before = place(element);
    const first = await seen(() => rows(element)[0], 'a row');
    const top = button(element, 'Top')!;
    top.focus();
    await ask(them);
    await ask(me);
    await seen(() => place(element) !== before, 'the new place');
    expect(rows(element)).to.include(first);
    expect(root(element).activeElement).to.equal(top);
  });

  it('changes view and period by keyboard alone', async () => {
    const element = await mount(clientFor(await backendAs(one)));
    button(element, 'Teams')!.focus();
    button(element, 'Teams')!.click();
    await seen(() => root(element).querySelector('caption')?.textContent?.includes('Teams'), 'the teams');
    expect(button(element, 'Teams')!.ariaPressed).to.equal('true');
    expect(root(element).activeElement).to.equal(button(element, 'Teams'));
    const period = root(element).querySelector('select')!;
    period.value = 'all';
    period.dispatchEvent(new Event('change', {bubbles: true}));
    await seen(() => element.period === 'all' && root(element).querySelectorAll('thead th').length === 3, 'all time');
    await expect(element).to.be.accessible();
  });

  it('lets one leave and come back, for everybody to see', async () => {
    const [own, them] = await Promise.all([backendAs(leaver), backendAs(other)]);
    await ask(own);
    const [mine, theirs] = [await mount(clientFor(own)), await mount(clientFor(them), {view: 'top', period: 'all'})];
    const name = (await clientFor(own).call('me.read', {})).person!.name;
    await seen(() => names(mine).includes(name), 'oneself on the board');
    const leave = button(mine, 'Leave the leaderboards')!;
    leave.focus();
    leave.click();
    await seen(() => mine.matches(':state(left)'), 'the leaving');
    expect(place(mine)).to.contain('You are on no leaderboard');
    expect(names(mine)).not.to.include(name);
    expect(root(mine).activeElement?.textContent).to.equal('Come back to the leaderboards');
    await seen(() => !names(theirs).includes(name), 'the same at another');
    await expect(mine).to.be.accessible();
    button(mine, 'Come back to the leaderboards')!.click();
    await seen(() => names(mine).includes(name), 'the coming back');
  });

  it('says what earns points, and what one’s own are for', async () => {
    const backend = await backendAs(one);
    await ask(backend);
    const element = await mount(clientFor(backend));
    for (const details of root(element).querySelectorAll('details')) details.open = true;
    await seen(() => root(element).querySelector('.rules')?.textContent?.includes('Asking a question'), 'the rules');
    await seen(() => root(element).querySelector('.ledger')?.textContent?.includes('Asking a question'), 'one’s own points');
    expect(root(element).querySelectorAll('.rule-form').length).to.equal(0);
    await expect(element).to.be.accessible();
  });

  it('lets a curator say what an activity is worth, and names what cannot be', async () => {
    const element = await mount(clientFor(await backendAs('elin')));
    root(element).querySelector<HTMLDetailsElement>('details')!.open = true;
    const cap = await seen(() => root(element).querySelector<HTMLInputElement>('[aria-label="A day at most: A finished checklist"]'), 'the form');
    cap.value = '1';
    button(element, 'Save: A finished checklist')!.click();
    await seen(() => root(element).querySelector('[role="alert"]')?.textContent, 'the refusal');
    cap.value = '25';
    button(element, 'Save: A finished checklist')!.click();
    await seen(() => root(element).querySelector('[role="status"]')!.textContent === 'Saved. It holds from now on.', 'the saving');
    expect(root(element).querySelectorAll('[role="alert"]').length).to.equal(0);
  });

  it('asks a guest to sign in, and says so in Dutch', async () => {
    const client = clientFor(await backendAs(null));
    const element = await fixture<LeaderboardElement>(html`<sl-leaderboard .client=${client} space=${space} lang="nl"></sl-leaderboard>`);
    await seen(() => root(element).textContent!.includes('Meld u op deze pagina aan om de ranglijst te zien.'), 'the sentence');
    await expect(element).to.be.accessible();
  });

  it('says what went wrong, and reads again when it is asked to', async () => {
    const real = await backendAs(one);
    let away = true;
    const failing: Backend = {...real, call: (name, input, options) =>
      name === 'leaderboard.read' && away ? Promise.reject(new SocialLearningError('unavailable', 'away')) : real.call(name, input, options)};
    const element = await fixture<LeaderboardElement>(html`<sl-leaderboard .client=${clientFor(failing)} space=${space} lang="en"></sl-leaderboard>`);
    const again = await seen(() => button(element, 'Try again'), 'the failure');
    away = false;
    again.click();
    await seen(() => root(element).querySelector('table'), 'the board');
  });

  it('fits 320 pixels, in the dark, from right to left', async () => {
    await setViewport({width: 320, height: 640});
    await emulateMedia({colorScheme: 'dark'});
    const element = await mount(clientFor(await backendAs(one)), {view: 'top', period: 'all'});
    element.parentElement!.dir = 'rtl';
    await seen(() => rows(element).length > 0, 'rows');
    expect(document.scrollingElement!.scrollWidth).to.be.at.most(320);
    for (const control of root(element).querySelectorAll('button, select, summary')) {
      const {height} = control.getBoundingClientRect();
      expect(height, control.textContent!.trim()).to.be.at.least(24);
    }
    await emulateMedia({colorScheme: 'light'});
    await setViewport({width: 800, height: 600});
  });
});
