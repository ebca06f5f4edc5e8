import {expect} from '@open-wc/testing';
import type {ThreadElement} from '@social-learning/elements';
import {backendAs} from './support/backend.ts';
import {GivenBackend, idOf, postOf} from './support/given-backend.ts';
import {button, clientFor, mountThread, newSubject, posts, root, seen} from './support/mount.ts';
import {ann} from './support/people.ts';

async function drawPicture(name = 'scanner.png', width = 60, height = 40): Promise<File> {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  canvas.getContext('2d')!.fillRect(0, 0, width / 2, height);
  const blob = await new Promise<Blob | null>(resolve => canvas.toBlob(resolve, 'image/png'));
  return new File([blob!], name, {type: 'image/png'});
}

async function compose(element: ThreadElement): Promise<HTMLTextAreaElement> {
  await seen(() => root(element).querySelector('.write'), 'the button to write');
  await element.write();
  return seen(() => root(element).querySelector('textarea'), 'the composer');
}

/** Drops files on a field, as a hand does. */
function drop(field: HTMLElement, ...files: readonly File[]): void {
  const data = new DataTransfer();
  for (const file of files) data.items.add(file);
  field.dispatchEvent(new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true}));
}

const alertOf = (element: Element) => root(element).querySelector('[role=alert]')!.textContent!;

describe('a picture in a post', () => {
  it('is dropped, described, posted, and shown to others in its place', async () => {
    const subject = newSubject();
    const author = await mountThread(clientFor(await backendAs('pieter')), {subject});
    const field = await compose(author);
    field.value = 'The light is here: ';
    field.setSelectionRange(field.value.length, field.value.length);
    drop(field, await drawPicture());
    await seen(() => /is on its way|\(file:/.test(field.value), 'the mark of a picture');
    button(author, 'Post')!.click();
    await seen(() => /still on its way|Say what each picture/.test(alertOf(author)), 'that it cannot be posted like this');
    await seen(() => /^The light is here: !\[What the picture shows\]\(file:[0-9a-f-]{36}\)$/.test(field.value), 'the picture');
    button(author, 'Post')!.click();
    await seen(() => alertOf(author).includes('Say what each picture shows'), 'that words are missing');
    field.value = field.value.replace('What the picture shows', 'A yellow light beside the trigger');
    field.dispatchEvent(new InputEvent('input', {bubbles: true}));
    button(author, 'Preview')!.click();
    await seen(() => root(author).querySelector<HTMLImageElement>('.preview img')?.naturalWidth === 60, 'the preview');
    button(author, 'Post')!.click();
    const reader = await mountThread(clientFor(await backendAs(null)), {subject});
    const picture = await seen(() => posts(reader)[0]?.querySelector<HTMLImageElement>('.body img'), 'the picture');
    expect([picture.alt, picture.width, picture.style.aspectRatio]).to.deep.equal(['A yellow light beside the trigger', 60, '60 / 40']);
    picture.scrollIntoView();
    const room = picture.getBoundingClientRect().height;
    await seen(() => picture.complete && picture.naturalWidth === 60, 'its pixels');
    expect(picture.getBoundingClientRect().height, 'nothing moves when it comes').to.equal(room);
    await expect(reader).to.be.accessible();
    picture.dispatchEvent(new Event('error'));
    await seen(() => picture.complete && picture.naturalWidth === 60, 'it again, after its address was good no longer');
  });

  it('is refused with the reason where it is none, and what was typed stays', async () => {
    const element = await mountThread(clientFor(await backendAs('pieter')));
    const field = await compose(element);
    field.value = 'Look: ';
    drop(field, new File(['words'], 'notes.txt', {type: 'text/plain'}));
    await seen(() => alertOf(element).includes('“notes.txt” is no picture'), 'that it is none');
    drop(field, new File(['no pixels at all'], 'photo.png', {type: 'image/png'}));
    await seen(() => alertOf(element) !== '' && !alertOf(element).includes('notes.txt'), 'the reason of the server');
    expect(field.value).to.equal('Look: ');
  });
});

describe('the picture of a person', () => {
  const face = new URL('/docs/images/course.png', location.href).href;

  it('stands over the initials beside what they wrote, once it is there, and is not loaded again when the post changes', async () => {
    const pia = {id: idOf(1), name: 'Pia Smit', picture: face};
    const given = new GivenBackend([postOf(1, {author: pia})]);
    const element = await mountThread(clientFor(given.as(ann)));
    const avatar = posts(element)[0]!.querySelector<HTMLElement>('.avatar')!;
    const image = avatar.querySelector('img')!;
    await seen(() => getComputedStyle(image).opacity === '1', 'the picture');
    expect(image.getBoundingClientRect().width).to.equal(avatar.getBoundingClientRect().width);
    expect([avatar.ariaHidden, image.alt]).to.deep.equal(['true', '']);
    await seen(() => given.listeners > 0, 'the feed');
    given.tell(postOf(1, {author: pia, text: 'Otherwise', version: 2}));
    await seen(() => posts(element)[0]!.querySelector('.body')!.textContent === 'Otherwise', 'the change');
    expect(avatar.querySelector('img')).to.equal(image);
    await expect(element).to.be.accessible();
  });
});
