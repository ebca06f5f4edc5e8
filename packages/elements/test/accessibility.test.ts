import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, sendKeys, setViewport} from '@web/test-runner-commands';
import '@social-learning/elements/checklist/define';
import '@social-learning/elements/content/define';
import '@social-learning/elements/guidelines/define';
import '@social-learning/elements/kudos/define';
import '@social-learning/elements/kudos-wall/define';
import '@social-learning/elements/leaderboard/define';
import '@social-learning/elements/mentor-card/define';
import '@social-learning/elements/mentor-finder/define';
import '@social-learning/elements/moderation/define';
import '@social-learning/elements/notifications/define';
import '@social-learning/elements/profile/define';
import '@social-learning/elements/provider/define';
import '@social-learning/elements/thread/define';
import '@social-learning/elements/uploader/define';
import {backendAs, backendUrl} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {clientFor, mountThread, newSubject, posts, root, seen} from './support/mount.ts';

const tags = [
  'thread', 'kudos', 'kudos-wall', 'leaderboard', 'mentor-card', 'mentor-finder', 'profile', 'content', 'uploader', 'checklist', 'guidelines', 'moderation', 'notifications',
] as const;

/** A page with one of each, as a moderator sees them, who is offered the most. */
async function everything(headingLevel = 2): Promise<readonly HTMLElement[]> {
  const url = await backendUrl();
  // A short conversation: what far posts look like, a browser that skips them does not say rightly.
  const subject = newSubject();
  const backend = await backendAs('pieter');
  const {post} = await backend.call('posts.create', {space: 'onboarding', subject: {key: subject}, source: 'A beginning, with `code`.'}, {key: newId()});
  await backend.call('posts.create', {space: 'onboarding', subject: {key: subject}, source: 'An answer.', parent: post.id}, {key: newId()});
  const page = await fixture<HTMLElement>(html`
    <sl-provider backend=${url} token-endpoint="${url}/demo/token?person=elin" space="onboarding" lang="en">
      <sl-thread subject=${subject} heading-level=${headingLevel}></sl-thread>
      <sl-kudos to="sanne" variant="card" heading-level=${headingLevel}></sl-kudos>
      <sl-kudos-wall heading-level=${headingLevel}></sl-kudos-wall>
      <sl-leaderboard heading-level=${headingLevel}></sl-leaderboard>
      <sl-mentor-card person="sanne" heading-level=${headingLevel}></sl-mentor-card>
      <sl-mentor-finder heading-level=${headingLevel}></sl-mentor-finder>
      <sl-profile heading-level=${headingLevel}></sl-profile>
      <sl-content heading-level=${headingLevel}></sl-content>
      <sl-uploader heading-level=${headingLevel}></sl-uploader>
      <sl-checklist subject="onboarding/day-1" heading-level=${headingLevel}></sl-checklist>
      <sl-guidelines heading-level=${headingLevel}></sl-guidelines>
      <sl-moderation heading-level=${headingLevel}></sl-moderation>
      <sl-notifications heading-level=${headingLevel}></sl-notifications>
    </sl-provider>`);
  const all = tags.map(tag => page.querySelector<HTMLElement>(`sl-${tag}`)!);
  for (const element of all) {
    element.scrollIntoView();
    await seen(() => root(element).querySelector('.skeleton, [aria-busy="true"]') === null && root(element).querySelector('button, input, a') !== null, `what ${element.localName} shows`);
  }
  return all;
}

const name = (element: Element) => `${(element.getRootNode() as ShadowRoot).host.localName} ${element.outerHTML.slice(0, 160)}`;
const within = (all: readonly HTMLElement[], selector: string) => all.flatMap(element => [...root(element).querySelectorAll<HTMLElement>(selector)]).filter(each => each.checkVisibility());
const controls = 'button, a[href], input, select, textarea, summary, [tabindex="0"]';

/** Where a target may be smaller: a link in a sentence, and what is hidden until it has the focus (WCAG 2.2, 2.5.8). */
const isExempt = (control: HTMLElement) =>
  control.matches('.body a, p a, li a, .permalink, .pick') || (control.matches('input') && control.closest('label') !== null);

describe('every element', () => {
  it('H5: has targets of 24 pixels, and names that hold the words on them', async () => {
    const all = await everything();
    for (const width of [1_280, 320]) {
      await setViewport({width, height: 800});
      const small = within(all, `${controls}, label:has(input)`).filter(control => !isExempt(control)).filter(control => {
        const box = control.getBoundingClientRect();
        return box.width < 24 || box.height < 24;
      });
      expect(small.map(name), `${width}`).to.deep.equal([]);
    }
    const misnamed = within(all, 'button[aria-label]').filter(button => {
      const shown = button.textContent!.replaceAll(/\s+/g, ' ').trim().toLowerCase();
      return /\p{L}{2}/u.test(shown) && !button.ariaLabel!.toLowerCase().includes(shown);
    });
    expect(misnamed.map(name)).to.deep.equal([]);
    await setViewport({width: 800, height: 600});
  });

  it('H13: stays readable at 320 pixels with wider text, and with text of twice the size', async () => {
    const all = await everything();
    for (const [width, style] of [
      [320, '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }'],
      [640, ':host { font-size: 200% !important; }'],
    ] as const) {
      await setViewport({width, height: 800});
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(style);
      for (const element of all) root(element).adoptedStyleSheets.push(sheet);
      const wide = all.filter(element => element.getBoundingClientRect().right > width || element.scrollWidth > element.clientWidth + 1);
      expect(wide.map(({localName}) => localName), style).to.deep.equal([]);
      const cut = within(all, 'button, [role="heading"], h3, p').filter(each => getComputedStyle(each).overflowX !== 'visible' && each.scrollWidth > each.clientWidth + 1 && !each.matches('.visually-hidden'));
      expect(cut.map(name), style).to.deep.equal([]);
      for (const element of all) root(element).adoptedStyleSheets = root(element).adoptedStyleSheets.filter(other => other !== sheet);
    }
    await setViewport({width: 800, height: 600});
  });

  it('H15: moves nothing for who wants no motion', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const all = await everything();
    const moving = all.flatMap(element => root(element).getAnimations()).filter(({effect, playState}) => playState === 'running' && Number(effect?.getComputedTiming().activeDuration) > 100);
    expect(moving.map(animation => (animation as CSSAnimation).animationName)).to.deep.equal([]);
    await emulateMedia({reducedMotion: 'no-preference'});
  });

  it('H15: shows its buttons, and which of them are pressed, in forced colours', async function () {
    if (!/Chrome/.test(navigator.userAgent)) this.skip();
    const all = await everything();
    await emulateMedia({forcedColors: 'active'});
    const edgeless = within(all, '.send, .more, .write, input:not(.pick), select, textarea').filter(control => {
      const {borderTopStyle, borderTopWidth, appearance} = getComputedStyle(control);
      return (borderTopStyle === 'none' || Number.parseFloat(borderTopWidth) === 0) && appearance === 'none';
    });
    expect(edgeless.map(name)).to.deep.equal([]);
    const look = (button: Element) => {
      const {borderTopColor, borderTopWidth, outlineStyle, outlineWidth, color, backgroundColor, fontWeight, textDecorationLine} = getComputedStyle(button);
      return [borderTopColor, borderTopWidth, outlineStyle, outlineWidth, color, backgroundColor, fontWeight, textDecorationLine].join();
    };
    for (const pressed of within(all, '[aria-pressed="true"]')) {
      const other = pressed.parentElement!.querySelector('[aria-pressed="false"]');
      if (other) expect(look(pressed), name(pressed)).not.to.equal(look(other));
    }
    await emulateMedia({forcedColors: 'none'});
  });

  for (const theme of ['fluent', 'plain', 'compact']) {
    it(`H14: stands out from its background in the theme “${theme}”, in light and in dark`, async () => {
      const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: `/packages/elements/themes/${theme}.css`});
      const loaded = new Promise(resolve => link.addEventListener('load', resolve, {once: true}));
      document.head.append(link);
      document.documentElement.style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText';
      try {
        await loaded;
        const all = await everything();
        expect(getComputedStyle(all[0]!).getPropertyValue(theme === 'compact' ? '--social-space-3' : '--social-accent')).not.to.equal('');
        for (const colorScheme of ['light', 'dark'] as const) {
          await emulateMedia({colorScheme});
          for (const element of all) await expect(element).to.be.accessible({ignoredRules: ['region', 'landmark-one-main', 'page-has-heading-one', 'heading-order']});
        }
      } finally {
        await emulateMedia({colorScheme: 'light'});
        document.documentElement.style.cssText = '';
        link.remove();
      }
    });
  }

  it('H16: fits the outline of the page from the level that it is given, with one landmark of its own at most', async () => {
    const all = await everything(4);
    for (const element of all) {
      const levels = [...root(element).querySelectorAll<HTMLElement>('[role="heading"], h1, h2, h3, h4, h5, h6')].map(each => Number(each.getAttribute('aria-level') ?? each.localName.slice(1)));
      expect(levels.filter(level => level < 4 || level > 6), element.localName).to.deep.equal([]);
      const landmarks = [...root(element).querySelectorAll('section[aria-labelledby], section[aria-label], aside, nav, main, [role="region"], [role="search"], form[aria-label], form[aria-labelledby]')]
        .filter(each => !each.matches('form') && each.checkVisibility());
      expect(landmarks.length, element.localName).to.be.at.most(1);
    }
  });

  it('H18: refers to nothing outside its own tree, and to nothing that is not there', async () => {
    const all = await everything();
    for (const element of all) {
      const lost = [...root(element).querySelectorAll('*')].flatMap(each =>
        ['aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'for', 'list']
          .flatMap(attribute => (each.getAttribute(attribute) ?? '').split(/\s+/).filter(id => id !== '' && !root(element).getElementById(id)).map(id => `${attribute}=${id} ${each.outerHTML.slice(0, 100)}`)));
      expect(lost, element.localName).to.deep.equal([]);
      const ids = [...root(element).querySelectorAll('[id]')].map(({id}) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index), element.localName).to.deep.equal([]);
    }
  });

  it('H4: shows where the focus is, by a ring of two pixels', async function () {
    const all = await everything();
    // Who goes by the keyboard sees the ring, from the first key on; in WebKitGTK only in a window that its desktop gives the focus.
    await sendKeys({press: 'Tab'});
    const probe = root(all[0]!).querySelector<HTMLElement>('button')!;
    probe.focus();
    if (!probe.matches(':focus-visible')) this.skip();
    for (const element of all) {
      const first = [...root(element).querySelectorAll<HTMLElement>('button:not([disabled]), a[href], select, summary')].find(each => each.checkVisibility() && each.tabIndex >= 0);
      if (!first) continue;
      first.focus();
      const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(root(element).activeElement!);
      expect(outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 || boxShadow !== 'none', name(first)).to.equal(true);
    }
  });

  it('H21: does nothing by a single key, so that who speaks to the machine does nothing unawares', async () => {
    const all = await everything();
    const post = root(all[0]!).querySelector<HTMLElement>('.post')!;
    for (const element of [post, ...all.map(each => root(each).querySelector<HTMLElement>('button')).filter(each => each !== null)]) {
      element.focus();
      const host = (element.getRootNode() as ShadowRoot).host as HTMLElement;
      const before = root(host).querySelectorAll('form, dialog[open], [aria-expanded="true"], [aria-pressed="true"]').length;
      for (const key of ['j', 'k', 'r', 'e', 'l', 'x', '/', '?', '1']) await sendKeys({press: key});
      expect(root(host).querySelectorAll('form, dialog[open], [aria-expanded="true"], [aria-pressed="true"]').length, name(element)).to.equal(before);
      expect(root(host).activeElement, name(element)).to.equal(element);
    }
  });
});

describe('a conversation', () => {
  it('H7, H8: has posts that are articles with a name, say in words whom they answer, and reactions that say what they are', async () => {
    const backend = await backendAs('pieter');
    const subject = newSubject();
    const say = async (source: string, parent?: string) => (await backend.call('posts.create', {space: 'onboarding', subject: {key: subject}, source, ...(parent && {parent})}, {key: newId()})).post.id;
    await say('An answer', await say('A beginning'));
    const element = await mountThread(clientFor(await backendAs('femke')), {subject, space: 'onboarding'});
    await seen(() => posts(element).length === 2 && root(element).querySelector('.reaction'), 'the posts');
    for (const post of posts(element)) {
      expect(post.localName).to.equal('article');
      const words = post.getAttribute('aria-labelledby')!.split(' ').map(id => root(element).getElementById(id)!.textContent!.trim());
      expect(words[0]).to.equal('Pieter Smit');
      const time = post.querySelector('time')!;
      expect(Date.parse(time.dateTime)).to.be.greaterThan(0);
      expect(time.title).to.match(/\d{4}/);
    }
    expect(posts(element)[1]!.querySelector('.context')!.textContent).to.equal('In reply to Pieter Smit');
    const thanks = posts(element)[0]!.querySelector<HTMLButtonElement>('[data-kind="thanks"]')!;
    expect([thanks.ariaLabel, thanks.ariaPressed]).to.deep.equal(['Thanks for the post of Pieter Smit', 'false']);
    const status = root(element).querySelector('[role="status"]')!;
    const said: string[] = [];
    new MutationObserver(() => said.push(status.textContent!)).observe(status, {childList: true, characterData: true, subtree: true});
    thanks.click();
    await seen(() => thanks.ariaPressed === 'true' && thanks.ariaLabel === 'Thanks for the post of Pieter Smit, 1', 'the thanks');
    expect(said.filter(text => text !== '')).to.deep.equal([]);
  });

  it('H12: has a composer with a label, an error that is linked, tabs and a toolbar as ARIA wants them', async () => {
    const element = await mountThread(clientFor(await backendAs('femke')), {space: 'onboarding'});
    await seen(() => root(element).querySelector('.write'), 'the button to write');
    await element.write();
    const field = await seen(() => root(element).querySelector<HTMLTextAreaElement>('#writing textarea'), 'the field');
    expect(field.labels[0]!.textContent).to.equal('Your post');
    field.form!.requestSubmit();
    await seen(() => field.getAttribute('aria-invalid') === 'true', 'the error');
    const described = field.getAttribute('aria-describedby')!.split(' ').map(id => root(element).getElementById(id)!.textContent!.trim());
    expect(described).to.include('Write something first.');
    const toolbar = await seen(() => root(element).querySelector('[role="toolbar"]'), 'the toolbar');
    expect(toolbar.ariaLabel ?? toolbar.getAttribute('aria-labelledby')).not.to.equal(null);
    expect([...toolbar.querySelectorAll<HTMLElement>('button')].filter(({tabIndex}) => tabIndex === 0)).to.have.length(1);
    for (const tab of root(element).querySelectorAll<HTMLElement>('[role="tab"]')) {
      expect(root(element).getElementById(tab.getAttribute('aria-controls')!)!.role).to.equal('tabpanel');
    }
    field.focus();
    await sendKeys({press: 'Tab'});
    expect(root(element).activeElement).not.to.equal(field);
  });

  it('H19: keeps what people write below its own heading, with names for pictures and scopes in tables', async () => {
    const backend = await backendAs('pieter');
    const subject = newSubject();
    const source = '# Big\n\n## Small\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n![A red gate](https://example.org/gate.png)';
    await backend.call('posts.create', {space: 'onboarding', subject: {key: subject}, source}, {key: newId()});
    const element = await mountThread(clientFor(await backendAs('femke')), {subject, space: 'onboarding'});
    const body = await seen(() => posts(element)[0]?.querySelector('.body'), 'the post');
    const levels = [...body.querySelectorAll('h1, h2, h3, h4, h5, h6, [role="heading"]')].map(each => Number(each.ariaLevel ?? each.localName.slice(1)));
    expect(levels).to.have.length(2);
    for (const level of levels) expect(level).to.be.within(4, 6);
    expect([...body.querySelectorAll('th')].map(({scope}) => scope)).to.deep.equal(['col', 'col']);
    expect(body.textContent).to.contain('A red gate');
    await expect(element).to.be.accessible();
  });
});
