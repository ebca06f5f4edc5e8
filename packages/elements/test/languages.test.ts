import {expect, fixture, html} from '@open-wc/testing';
import type {KudosWallElement} from '@social-learning/elements';
import '@social-learning/elements/kudos-wall/define';
import type {Backend} from '@social-learning/sdk';
import {ArrayBackend} from '../../../examples/array-backend/array-backend.ts';
import {backendAs} from './support/backend.ts';
import {newId} from './support/ids.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen, type} from './support/mount.ts';
import {ann, bob} from './support/people.ts';

const languages = {
  en: {reply: 'Reply', invitation: 'Join the conversation…', removed: 'This post was removed.', send: 'Post', count: '# posts'},
  nl: {reply: 'Reageren', invitation: 'Doe mee aan het gesprek…', removed: 'Dit bericht is verwijderd.', send: 'Plaatsen', count: '# berichten'},
  de: {reply: 'Antworten', invitation: 'An der Unterhaltung teilnehmen …', removed: 'Dieser Beitrag wurde entfernt.', send: 'Veröffentlichen', count: '# Beiträge'},
  fr: {reply: 'Répondre', invitation: 'Participer à la conversation…', removed: 'Ce message a été supprimé.', send: 'Publier', count: 'Messages : #'},
  es: {reply: 'Responder', invitation: 'Participar en la conversación…', removed: 'Esta publicación se eliminó.', send: 'Publicar', count: '# publicaciones'},
  ar: {reply: 'رد', invitation: 'المشاركة في المحادثة…', removed: 'تم حذف هذا المنشور.', send: 'نشر المنشور', count: 'عدد المنشورات: #'},
} as const;

const lastYear = '2024-03-05T12:00:00.000Z';

/** White space of any kind as one that is easy to type. */
const plain = (text: string | null) => (text ?? '').replace(/\s/g, ' ').trim();

/** A backend that says of a thread that it is old and long, and that its second post was removed. */
function oldAndLong(backend: Backend): Backend {
  return {
    ...backend,
    call: async (name, input, options) => {
      const output = await backend.call(name, input, options);
      if (name !== 'threads.read') return output;
      const read = structuredClone(output) as unknown as {thread: {posts: number}; posts: {items: {createdAt: string; state: string; content: unknown}[]}};
      read.thread.posts = 1234;
      for (const item of read.posts.items) item.createdAt = lastYear;
      Object.assign(read.posts.items[1]!, {state: 'removed', content: null, replies: 1});
      return read as never;
    },
  };
}

async function threadOfThree(): Promise<{backend: Backend; subject: string}> {
  const array = new ArrayBackend();
  const subject = newSubject();
  const key = () => ({key: newId()});
  const first = await array.as(bob).call('posts.create', {subject: {key: subject}, source: 'First, with `code`:\n\n```\na\n```'}, key());
  const second = await array.as(bob).call('posts.create', {subject: {key: subject}, source: 'Second', parent: first.post.id}, key());
  await array.as(bob).call('posts.create', {subject: {key: subject}, source: 'Third', parent: second.post.id}, key());
  return {backend: oldAndLong(array.as(ann)), subject};
}

afterEach(() => {
  for (const name of ['lang', 'dir']) document.documentElement.removeAttribute(name);
});

describe('the languages', () => {
  it('change while a thread is on screen, with its dates and numbers, and with what one is writing', async () => {
    const {backend, subject} = await threadOfThree();
    const element = await mountThread(clientFor(backend), {subject});
    expect((await seen(() => root(element).querySelector('.write'), 'the invitation')).textContent!.trim()).to.equal(languages.en.invitation);
    const field = await type(element, 'Not sent yet');
    for (const [lang, words] of [...Object.entries(languages), ['en', languages.en] as const]) {
      element.lang = lang;
      await seen(() => button(element, words.reply), `“${words.reply}”`);
      const date = new Intl.DateTimeFormat(lang, {dateStyle: 'medium'}).format(new Date(lastYear));
      await seen(() => posts(element)[0]!.querySelector('time')!.textContent === date, date);
      const count = plain(words.count.replace('#', new Intl.NumberFormat(lang).format(1234)));
      await seen(() => plain(root(element).querySelector('.count')!.textContent) === count, count);
      expect(root(element).querySelector('.post.removed .body')!.textContent).to.equal(words.removed);
      expect(root(element).querySelector('.writing .send')!.textContent).to.equal(words.send);
      expect(field.isConnected && field.value).to.equal('Not sent yet');
    }
  });

  it('say who was thanked as each makes a list', async () => {
    // Without a feed: kudos that arrive would push the ones below out.
    const {subscribe: _, ...backend} = await backendAs(null);
    const names = ['Ann', 'Bo', 'Cas'];
    const to = names.map(name => ({id: name, name, picture: null}));
    const wall = await fixture<KudosWallElement>(html`<sl-kudos-wall lang="en" .client=${clientFor({
      ...backend,
      call: async (name, input, options) => {
        const output = await backend.call(name, input, options);
        if (name !== 'kudos.list') return output;
        const {kudos: {items}} = output as unknown as {kudos: {items: object[]}};
        return {...(output as object), kudos: {items: [{...items[0], to}], before: null, after: null}} as never;
      },
    })}></sl-kudos-wall>`);
    for (const lang of Object.keys(languages)) {
      wall.lang = lang;
      const list = new Intl.ListFormat(lang, {type: 'conjunction'}).format(names);
      await seen(() => root(wall).textContent?.includes(list), list);
    }
  });

  it('are found for a region, whose dates and numbers they use', async () => {
    const {backend, subject} = await threadOfThree();
    const element = await mountThread(clientFor(backend), {subject});
    for (const [lang, words] of [
      ['en-US', languages.en], ['en-GB', languages.en], ['nl-NL', languages.nl], ['nl-BE', languages.nl], ['de-DE', languages.de], ['fr-FR', languages.fr],
      ['de-AT', languages.de], ['fr-CA', languages.fr], ['es-MX', languages.es], ['ar-EG', languages.ar], ['de_CH', languages.de], ['nothing at all', languages.en],
    ] as const) {
      element.lang = lang;
      await seen(() => button(element, words.reply), `“${words.reply}” for ${lang}`);
      const number = new Intl.NumberFormat(lang.includes(' ') ? 'en' : lang.replace('_', '-')).format(1234);
      await seen(() => plain(root(element).querySelector('.count')!.textContent).includes(plain(number)), number);
    }
  });

  it('follow the page when it changes its own', async () => {
    const {backend, subject} = await threadOfThree();
    document.documentElement.lang = 'fr';
    const element = await mountThread(clientFor(backend), {subject});
    element.removeAttribute('lang');
    await seen(() => button(element, languages.fr.reply), 'French');
    document.documentElement.lang = 'de';
    await seen(() => button(element, languages.de.reply), 'German');
  });
});

describe('Arabic', () => {
  const isRightToLeft = (element: Element) => getComputedStyle(root(element).querySelector('.thread')!).direction === 'rtl';

  it('runs from right to left without a word of the page about it, and is accessible', async () => {
    const {backend, subject} = await threadOfThree();
    const element = await mountThread(clientFor(backend), {subject, lang: 'ar'});
    await seen(() => button(element, languages.ar.reply) && isRightToLeft(element), 'Arabic from right to left');
    const avatar = posts(element)[0]!.querySelector('.avatar')!.getBoundingClientRect();
    const author = posts(element)[0]!.querySelector('.author')!.getBoundingClientRect();
    expect(avatar.left).to.be.greaterThan(author.right);
    await type(element, 'مرحبا');
    await expect(element).to.be.accessible();
    element.lang = 'en';
    await seen(() => !isRightToLeft(element), 'English from left to right');
  });

  it('runs as the page says where that stands as near as the language', async () => {
    const {backend, subject} = await threadOfThree();
    const client = clientFor(backend);
    document.documentElement.dir = 'ltr';
    const element = await mountThread(client, {subject, lang: 'ar'});
    await seen(() => isRightToLeft(element), 'the language, which is nearer');
    element.dir = 'ltr';
    await seen(() => !isRightToLeft(element), 'what is said of the element itself');
    element.removeAttribute('dir');
    element.removeAttribute('lang');
    document.documentElement.lang = 'ar';
    await seen(() => button(element, languages.ar.reply), 'Arabic');
    expect(isRightToLeft(element)).to.equal(false);
    document.documentElement.removeAttribute('dir');
    await seen(() => isRightToLeft(element), 'the language of the page');
  });
});
