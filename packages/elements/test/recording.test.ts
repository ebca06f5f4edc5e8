import {expect, fixture, html} from '@open-wc/testing';
import {sendMouse} from '@web/test-runner-commands';
import type {ContentSharedEvent, UploaderElement} from '@social-learning/elements';
import '@social-learning/elements/uploader/define';
import {backendAs} from './support/backend.ts';
import {drawPeople} from './support/cast.ts';
import {button, clientFor, newSubject, root, seen} from './support/mount.ts';

/** Whether this engine has something to record from: WebKitGTK has neither a camera nor a way to feign one. */
const canRecord = async (ask: () => Promise<MediaStream>) => {
  try {
    for (const track of (await ask()).getTracks()) track.stop();
    return typeof MediaRecorder !== 'undefined';
  } catch {
    return false;
  }
};

async function mount(): Promise<UploaderElement> {
  const [person] = await drawPeople(1);
  const element = await fixture<UploaderElement>(html`<sl-uploader .client=${clientFor(await backendAs(person!.id))} space="onboarding" subject=${newSubject()} lang="en"></sl-uploader>`);
  await seen(() => root(element).querySelector('#pick'), 'the choice of files');
  return element;
}

/** Presses a button as a person does: screens are recorded for nobody else. */
async function press(target: HTMLElement): Promise<void> {
  target.scrollIntoView({block: 'center'});
  const {x, y, width, height} = target.getBoundingClientRect();
  await sendMouse({type: 'click', position: [Math.round(x + width / 2), Math.round(y + height / 2)]});
}

/** Records a second and a bit, shares it, and gives what was shared. */
async function recordAndShare(element: UploaderElement, start: string, sign: RegExp, file: RegExp) {
  await press(await seen(() => button(element, start), 'the button to record'));
  const stop = await seen(() => button(element, 'Stop and keep'), 'the recording');
  expect(root(element).querySelector('[part=recording]')!.getAttribute('aria-label')).to.match(sign);
  expect(root(element).activeElement).to.equal(stop);
  await seen(() => !['0:00', '00:00'].includes(root(element).querySelector('.clock')!.textContent!), 'the clock');
  await expect(element).to.be.accessible();
  stop.click();
  await seen(() => file.test(root(element).querySelector('.upload .name')?.textContent ?? ''), 'the file');
  await seen(() => root(element).querySelector('progress') === null, 'the end of the upload');
  expect(root(element).querySelector('.upload .error')?.textContent).to.equal(undefined);
  const shared = new Promise<ContentSharedEvent>(resolve => element.addEventListener('sl-content-shared', event => resolve(event as ContentSharedEvent), {once: true}));
  root(element).querySelector<HTMLButtonElement>('.upload [part~=publish]')!.click();
  return (await shared).item;
}

describe('recording', () => {
  it('makes a recording of one’s voice that can be shared', async function () {
    if (!(await canRecord(() => navigator.mediaDevices.getUserMedia({audio: true})))) this.skip();
    const {kind, title} = await recordAndShare(await mount(), 'Record your voice', /microphone records/, /^Voice 1\.(m4a|ogg|webm)$/);
    expect([kind, title]).to.deep.equal(['audio', 'Voice 1']);
  });

  it('makes a video with the camera that can be shared', async function () {
    if (!(await canRecord(() => navigator.mediaDevices.getUserMedia({audio: true, video: true})))) this.skip();
    const {kind} = await recordAndShare(await mount(), 'Record a video', /camera records/, /^Video 1\.(mp4|webm)$/);
    expect(kind).to.equal('video');
  });

  it('makes a video of the screen that can be shared', async function () {
    if (!/Chrome/.test(navigator.userAgent)) this.skip();
    const {kind} = await recordAndShare(await mount(), 'Record the screen', /screen is recorded/, /^Screen 1\.(mp4|webm)$/);
    expect(kind).to.equal('video');
  });

  it('says what is missing, and what to do', async function () {
    if (typeof MediaRecorder === 'undefined' || !navigator.mediaDevices) this.skip();
    const element = await mount();
    const {getUserMedia} = navigator.mediaDevices;
    try {
      for (const [name, words] of [['NotAllowedError', /This page may not record\. Allow it/], ['NotFoundError', /There is no microphone\. Connect one/], ['AbortError', /did not work \(AbortError\)\. Close other programs/]] as const) {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', name));
        button(element, 'Record your voice')!.click();
        await seen(() => words.test(root(element).querySelector('[role=alert]')?.textContent ?? ''), name);
      }
    } finally {
      navigator.mediaDevices.getUserMedia = getUserMedia;
    }
    await expect(element).to.be.accessible();
  });
});
