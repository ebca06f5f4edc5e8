import {expect, fixture, html} from '@open-wc/testing';
import {emulateMedia, setViewport} from '@web/test-runner-commands';
import type {ContentElement, UploaderElement} from '@social-learning/elements';
import '@social-learning/elements/uploader/define';
import '@social-learning/elements/content/define';
import {memoryStorage, type Client} from '@social-learning/sdk';
import {backendAs} from './support/backend.ts';
import {engine} from './support/engine.ts';
import {button, clientFor, newSubject, root, seen, typeInto} from './support/mount.ts';

const space = 'onboarding';
const [one, other] = {chromium: ['viktor', 'chloe'], firefox: ['mehdi', 'ingrid'], webkit: ['ana', 'george']}[engine] as [string, string];

async function mount(client: Client, subject = newSubject(), lang = 'en'): Promise<UploaderElement> {
  const element = await fixture<UploaderElement>(html`<sl-uploader .client=${client} space=${space} subject=${subject} lang=${lang}></sl-uploader>`);
  await seen(() => root(element).querySelector('#pick'), 'the choice of files');
  return element;
}

/** A picture of one point. */
const picture = (name = 'point.png') => new File([Uint8Array.from(atob(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=='), character => character.charCodeAt(0))], name, {type: 'image/png'});

/** Silence of so many bytes. */
function silence(bytes: number, name = 'silence.wav'): File {
  const head = new DataView(new ArrayBuffer(44));
  const write = (offset: number, text: string) => [...text].forEach((character, index) => head.setUint8(offset + index, character.charCodeAt(0)));
  write(0, 'RIFF');
  head.setUint32(4, 36 + bytes, true);
  write(8, 'WAVEfmt ');
  for (const [offset, value] of [[16, 16], [24, 8_000], [28, 8_000], [40, bytes]] as const) head.setUint32(offset, value, true);
  for (const [offset, value] of [[20, 1], [22, 1], [32, 1], [34, 8]] as const) head.setUint16(offset, value, true);
  write(36, 'data');
  return new File([head, new Uint8Array(bytes).fill(128)], name, {type: 'audio/wav', lastModified: 1});
}

function choose(element: Element, ...files: File[]): void {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  root(element).querySelector('.drop')!.dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
}

const field = (element: Element, name: string) => root(element).querySelector<HTMLInputElement>(`.upload [id$="-${name}"]`)!;
function fill(element: Element, name: string, text: string): void {
  const input = field(element, name);
  input.value = text;
  input.dispatchEvent(new InputEvent('input', {bubbles: true}));
}

describe('the uploader', () => {
  it('says what is taken before anything is chosen, and by whom', async () => {
    const element = await mount(clientFor(await backendAs(one)));
    const input = root(element).querySelector<HTMLInputElement>('#pick')!;
    expect(input.accept).to.contain('.mp4').and.not.contain('.svg');
    expect(root(element).getElementById(input.getAttribute('aria-describedby')!)!.textContent).to.match(/Videos \(mp4, m4v, webm, mov\) of up to 1 GB/);
    await expect(element).to.be.accessible();
    const guest = await fixture<UploaderElement>(html`<sl-uploader .client=${clientFor(await backendAs(null))} space=${space} lang="en"></sl-uploader>`);
    await seen(() => /Sign in on this page/.test(root(guest).textContent!), 'the request to sign in');
  });

  it('takes a file, asks what it is, and shares it', async () => {
    const client = clientFor(await backendAs(one));
    const subject = newSubject();
    const element = await mount(client, subject);
    choose(element, picture());
    await seen(() => field(element, 'title')?.value === 'point', 'the form');
    fill(element, 'title', 'A grey point');
    fill(element, 'alt', 'One grey point');
    await seen(() => root(element).querySelector('progress') === null, 'the end of the upload');
    await expect(element).to.be.accessible();
    const shared = new Promise<Event>(resolve => element.addEventListener('sl-content-shared', resolve, {once: true}));
    button(element, 'Publish point.png')!.click();
    await shared;
    await seen(() => /It is published/.test(root(element).querySelector('[role="status"]')!.textContent!), 'the outcome');
    expect(root(element).activeElement?.className).to.equal('upload');

    const list = await fixture<ContentElement>(html`<sl-content .client=${client} space=${space} subject=${subject} lang="en"></sl-content>`);
    (await seen(() => button(list, 'A grey point'), 'the card')).click();
    const image = await seen(() => root(list).querySelector<HTMLImageElement>('img.picture'), 'the picture');
    expect(image.alt).to.equal('One grey point');
    await seen(() => image.naturalWidth === 1, 'the loaded picture');
    await expect(list).to.be.accessible();
  });

  it('names a file that cannot be taken, why, and what to do', async () => {
    const element = await mount(clientFor(await backendAs(one)));
    choose(element, new File(['<svg/>'], 'drawing.svg', {type: 'image/svg+xml'}), new File([], 'empty.png', {type: 'image/png'}), new File(['<html>'], 'film.mp4', {type: 'video/mp4'}));
    const errors = () => [...root(element).querySelectorAll('.upload .error')].map(error => error.textContent!);
    await seen(() => errors().length === 3, 'three reasons');
    expect(errors()[0]).to.match(/^Files like drawing\.svg are not taken\. Choose one of these: /);
    expect(errors()[1]).to.equal('empty.png is empty. Choose another file.');
    expect(errors()[2]).to.match(/^film\.mp4 is not what its name says/);
    await expect(element).to.be.accessible();
    button(element, 'Put away: drawing.svg')!.click();
    await seen(() => errors().length === 2, 'one less');
    expect(root(element).activeElement?.id).to.equal('pick');
  });

  it('pauses, goes on, and is cancelled by buttons that name the file', async () => {
    const backend = await backendAs(one);
    let hold = Promise.withResolvers<undefined>();
    const uploads = {...backend.uploads!, async send(address: string, init: RequestInit, fresh: boolean) {
      if (init.method === 'PATCH') await hold.promise;
      return backend.uploads!.send(address, init, fresh);
    }};
    const element = await mount(clientFor({...backend, uploads}));
    choose(element, silence(600_000));
    const pause = await seen(() => button(element, 'Pause silence.wav'), 'the button to pause');
    expect(root(element).querySelector('progress')!.getAttribute('aria-label')).to.equal('silence.wav');
    pause.click();
    (await seen(() => button(element, 'Go on with silence.wav'), 'the button to go on')).click();
    hold.resolve(undefined);
    await seen(() => root(element).querySelector('progress') === null, 'the end');
    hold = Promise.withResolvers<undefined>();
    choose(element, silence(600_000, 'other.wav'));
    (await seen(() => button(element, 'Cancel other.wav'), 'the button to cancel')).click();
    await seen(() => button(element, 'Cancel other.wav') === undefined, 'its end');
    expect(root(element).querySelector('[role="status"]')!.textContent).to.equal('other.wav was taken away.');
    hold.resolve(undefined);
  });

  it('goes on after a cut and after a reload, and sends no more than a piece again', async () => {
    const backend = await backendAs(other);
    const environment = new Map<string, string>();
    const drafts = {getItem: (key: string) => environment.get(key) ?? null, setItem: (key: string, value: string) => void environment.set(key, value), removeItem: (key: string) => void environment.delete(key)};
    let sent = 0;
    let cut = false;
    const uploads = {...backend.uploads!, async send(address: string, init: RequestInit, fresh: boolean) {
      if (cut) throw new TypeError('cut');
      const response = await backend.uploads!.send(address, init, fresh);
      if (init.method === 'PATCH') {
        sent += (init.body as Blob).size;
        if (sent > 1_000_000) cut = true;
      }
      return response;
    }};
    const first = await mount(clientFor({...backend, uploads}, {drafts}));
    const file = silence(3_000_000);
    choose(first, file);
    await seen(() => cut, 'the cut');
    first.remove();
    cut = false;
    const before = sent;
    sent = -10_000_000;
    const client = clientFor({...backend, uploads}, {drafts});
    const second = await mount(client);
    choose(second, file);
    await seen(() => root(second).querySelector('.upload progress') === null && field(second, 'title'), 'the end');
    expect(sent + 10_000_000).to.equal(file.size - before);
    expect(environment.size).to.equal(0);
    const shared = new Promise<Event & {item?: {id: string}}>(resolve => second.addEventListener('sl-content-shared', resolve, {once: true}));
    button(second, 'Keep as a draft: silence.wav')!.click();
    const {item} = await shared;
    const {media} = await client.call('content.read', {item: item!.id});
    const hash = async (bytes: ArrayBuffer) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)).join();
    expect(await hash(await (await fetch(media!.url)).arrayBuffer())).to.equal(await hash(await file.arrayBuffer()));
  });

  it('shares a link, and says what is missing', async () => {
    const element = await mount(clientFor(await backendAs(one)));
    root(element).querySelector('summary')!.click();
    const form = root(element).querySelector<HTMLFormElement>('details form')!;
    button(element, 'Publish the link')!.click();
    await seen(() => /The address is missing/.test(form.textContent!), 'what is missing');
    for (const [name, text] of [['link', 'https://example.org/'], ['title', 'A link']] as const) {
      const input = root(element).querySelector<HTMLInputElement>(`#link-${name}`)!;
      input.value = text;
      input.dispatchEvent(new InputEvent('input', {bubbles: true}));
    }
    button(element, 'Publish the link')!.click();
    await seen(() => /A link: It is published/.test(root(element).querySelector('[role="status"]')!.textContent!), 'the outcome');
  });

  it('finds what was typed after a reload: about the same file, and about a link', async () => {
    const drafts = memoryStorage();
    const backend = await backendAs(one);
    const subject = newSubject();
    const first = await mount(clientFor(backend, {drafts}), subject);
    choose(first, picture());
    await seen(() => field(first, 'title'), 'the form');
    fill(first, 'description', 'Seen from above');
    root(first).querySelector('summary')!.click();
    typeInto(root(first).querySelector('#link-title')!, 'Half a title');
    first.remove();

    const client = clientFor(backend, {drafts});
    const second = await mount(client, subject);
    expect(root(second).querySelector('details')!.open).to.equal(true);
    expect(root(second).querySelector<HTMLInputElement>('#link-title')!.value).to.equal('Half a title');
    choose(second, picture());
    await seen(() => field(second, 'description')?.value === 'Seen from above', 'what was typed');
    await seen(() => root(second).querySelector('progress') === null, 'the end of the upload');
    const shared = new Promise<Event>(resolve => second.addEventListener('sl-content-shared', resolve, {once: true}));
    button(second, 'Keep as a draft: point.png')!.click();
    await shared;
    second.remove();

    const third = await mount(clientFor(backend, {drafts}), subject);
    choose(third, picture());
    await seen(() => field(third, 'title'), 'the form');
    expect(field(third, 'description').value).to.equal('');
    expect(root(third).querySelector<HTMLInputElement>('#link-title')!.value).to.equal('Half a title');
  });

  it('reads well when it is dark, narrow, and in Dutch', async () => {
    const element = await mount(clientFor(await backendAs(one)), newSubject(), 'nl');
    await seen(() => /Iets delen/.test(root(element).textContent!), 'Dutch');
    await setViewport({width: 320, height: 640});
    expect(document.documentElement.scrollWidth).to.be.at.most(320);
    await setViewport({width: 800, height: 600});
    await emulateMedia({colorScheme: 'dark'});
    await expect(element).to.be.accessible();
    await emulateMedia({colorScheme: 'light'});
  });
});
