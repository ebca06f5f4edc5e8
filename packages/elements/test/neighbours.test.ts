import {expect, fixture, html} from '@open-wc/testing';
import '@awesome.me/webawesome/dist/components/button/button.js';
import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import '@shoelace-style/shoelace/dist/components/badge/badge.js';
import '@shoelace-style/shoelace/dist/components/button/button.js';
import '@shoelace-style/shoelace/dist/components/dialog/dialog.js';
import {ThreadElement, type Provider} from '@social-learning/elements';
import {defineAll} from '@social-learning/elements/define-all';
import {backendAs} from './support/backend.ts';
import {button, clientFor, mountThread, newSubject, root, seen, settled, type} from './support/mount.ts';

const themes = ['@shoelace-style/shoelace/dist/themes/light.css', '@awesome.me/webawesome/dist/styles/themes/default.css'];

const theirTags = ['sl-badge', 'sl-button', 'sl-dialog', 'wa-button', 'wa-dialog'];

describe('beside Shoelace and Web Awesome', () => {
  it('each tag is whose it was, and ours are all there', () => {
    const before = theirTags.map(tag => customElements.get(tag));
    expect(before).to.not.include(undefined);
    const ours = defineAll();
    expect(ours.filter(tag => !customElements.get(tag))).to.deep.equal([]);
    expect(ours.filter(tag => theirTags.includes(tag))).to.deep.equal([]);
    expect(theirTags.map(tag => customElements.get(tag))).to.deep.equal(before);
  });

  it('a thread looks the same with their themes and without', async () => {
    const element = await mountThread(clientFor(await backendAs('lucia')), {subject: 'onboarding/day-1', space: 'onboarding'});
    // It takes font and colour from where it stands, and their themes say these of the whole page.
    Object.assign(element.parentElement!.style, {font: '16px/1.5 sans-serif', color: 'black', colorScheme: 'light'});
    const links = await Promise.all(themes.map(addTheme));
    try {
      expect(getComputedStyle(document.documentElement).getPropertyValue('--sl-color-primary-600')).to.not.equal('');
      expect(getComputedStyle(document.documentElement).getPropertyValue('--wa-color-brand-fill-loud')).to.not.equal('');
      // In one go: the thread is live.
      const themed = looks(element);
      for (const link of links) link.disabled = true;
      expect(themed.length).to.be.greaterThan(20);
      expect(themed).to.deep.equal(looks(element));
    } finally {
      for (const link of links) link.remove();
    }
  });

  for (const tag of ['sl-dialog', 'wa-dialog']) {
    it(`a thread in their ${tag} is written in, and neither hears the other’s events`, async () => {
      defineAll();
      const page = await fixture(html`<div></div>`);
      const dialog = document.createElement(tag) as HTMLElement & {open: boolean; updateComplete: Promise<unknown>};
      dialog.setAttribute('label', 'Talk about it');
      const element = document.createElement('sl-thread') as ThreadElement;
      Object.assign(element, {subject: newSubject(), client: clientFor(await backendAs('lucia'))});
      dialog.append(element);
      page.append(dialog);
      const heard: string[] = [];
      for (const name of ['sl-show', 'sl-hide', 'sl-change', 'sl-input', 'wa-show', 'wa-hide']) {
        page.addEventListener(name, event => heard.push(`${name} of ${(event.target as Element).localName}`));
      }
      await dialog.updateComplete;
      dialog.open = true;
      await seen(() => heard.length > 0, 'the event of the dialog');
      await settled(element);
      await type(element, 'Said in a dialog');
      button(element, 'Post')!.click();
      await seen(() => root(element).querySelector('.post'), 'the post');
      expect(dialog.open).to.equal(true);
      expect(heard).to.deep.equal([`${tag.slice(0, 2)}-show of ${tag}`]);
    });
  }
});

describe('under another prefix', () => {
  it('every element stands on one page beside the one under ours', async () => {
    const ours = defineAll();
    const others = defineAll({prefix: 'acme'});
    expect(others).to.deep.equal(ours.map(tag => tag.replace(/^sl-/, 'acme-')));
    const client = clientFor(await backendAs('lucia'));
    const page = await fixture(html`<div></div>`);
    for (const [index, tag] of ours.entries()) {
      const [one, other] = [tag, others[index]!].map(each => page.appendChild(Object.assign(document.createElement(each), {client, space: 'onboarding'})));
      expect(one!.constructor, tag).to.not.equal(other!.constructor);
      expect(Object.getPrototypeOf(one!.constructor), tag).to.equal(Object.getPrototypeOf(other!.constructor));
      await seen(() => (other!.shadowRoot ?? other!).isConnected && (one!.shadowRoot?.childElementCount ?? 0) === (other!.shadowRoot?.childElementCount ?? 0), `${others[index]} like ${tag}`);
    }
  });

  it('a provider serves the elements of its own prefix, through and through', async () => {
    defineAll({prefix: 'acme'});
    const page = await fixture<HTMLElement>(html`<div></div>`);
    const provider = document.createElement('acme-provider') as Provider;
    provider.client = clientFor(await backendAs('lucia'));
    provider.space = 'onboarding';
    const element = document.createElement('acme-thread') as ThreadElement;
    element.subject = newSubject();
    provider.append(element);
    page.append(provider);
    expect(element).to.be.instanceOf(ThreadElement);
    await settled(element);
    await type(element, 'Under another name');
    button(element, 'Post')!.click();
    await seen(() => root(element).querySelector('.post'), 'the post');
  });
});

/** How the beginning of what is inside an element is drawn; the rest is made in idle time. */
function looks(element: Element): string[] {
  return [...root(element).querySelectorAll('*')].slice(0, 60).map(each => {
    const {color, backgroundColor, borderTopColor, fontFamily, fontSize, lineHeight, paddingTop, display} = getComputedStyle(each);
    return [each.localName, each.className, color, backgroundColor, borderTopColor, fontFamily, fontSize, lineHeight, paddingTop, display].join(' ');
  });
}

async function addTheme(path: string): Promise<HTMLLinkElement> {
  const link = Object.assign(document.createElement('link'), {rel: 'stylesheet', href: `/node_modules/${path}`});
  await new Promise((resolve, reject) => {
    link.addEventListener('load', resolve);
    link.addEventListener('error', reject);
    document.head.append(link);
  });
  return link;
}
