import {msg, str} from '@lit/localize';
import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {sayClock} from '../internal/sizes.ts';
import {record, sourcesHere, type Recording, type Source} from './recorder.ts';

/** Records for its host, and shows how it goes. */
export class RecorderController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #onFile: (file: File) => void;
  #recording: Recording | undefined;
  #asking = false;
  #problem = '';
  #clock: ReturnType<typeof setInterval> | undefined;
  #count = 0;

  /** @param onFile Takes what was recorded. */
  constructor(host: ReactiveControllerHost & HTMLElement, onFile: (file: File) => void) {
    this.#host = host;
    this.#onFile = onFile;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#recording?.discard();
    this.#end();
  }

  /** A button for everything that can be recorded here. */
  renderButtons(): TemplateResult[] {
    return sourcesHere().map(source => html`
      <button type="button" class="more" part="action record" aria-disabled=${this.#recording || this.#asking ? 'true' : 'false'} @click=${() => this.#begin(source)}>${sayAction(source)}</button>`);
  }

  /** The recording under way, or why there is none. */
  render(): TemplateResult | typeof nothing {
    if (this.#problem !== '') return html`<p class="error" role="alert">${this.#problem}</p>`;
    const recording = this.#recording;
    if (!recording) return nothing;
    const {source, stream, began} = recording;
    return html`
      <div class="panel" part="recording" role="group" aria-label=${sayRecording(source)}>
        ${source === 'microphone' ? nothing : html`<video .srcObject=${stream} .muted=${true} autoplay playsinline aria-hidden="true"></video>`}
        <p>${sayRecording(source)} <span class="clock" aria-hidden="true">${sayClock((Date.now() - began) / 1_000)}</span></p>
        <div class="buttons">
          <button type="button" class="send" part="action stop" data-stop @click=${() => this.#stop()}>${msg('Stop and keep')}</button>
          <button type="button" class="action" part="action" @click=${() => this.#discard()}>${msg('Stop and discard')}</button>
        </div>
      </div>
    `;
  }

  async #begin(source: Source): Promise<void> {
    if (this.#recording || this.#asking) return;
    this.#asking = true;
    this.#problem = '';
    this.#host.requestUpdate();
    try {
      this.#recording = await record(source, `${sayName(source)} ${++this.#count}`, () => void this.#stop());
      this.#clock = setInterval(() => this.#host.requestUpdate(), 1_000);
    } catch (error) {
      this.#problem = sayProblem(source, (error as Error).name);
    }
    this.#asking = false;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#host.shadowRoot?.querySelector<HTMLElement>('[data-stop]')?.focus();
  }

  async #stop(): Promise<void> {
    const recording = this.#recording;
    if (!recording) return;
    this.#end();
    this.#onFile(await recording.stop());
  }

  #discard(): void {
    this.#recording?.discard();
    this.#end();
  }

  #end(): void {
    this.#recording = undefined;
    clearInterval(this.#clock);
    this.#host.requestUpdate();
    // The buttons of the recording are gone with it.
    this.#host.shadowRoot?.querySelector<HTMLElement>('#pick')?.focus();
  }
}

function sayAction(source: Source): string {
  switch (source) {
    case 'camera': return msg('Record a video');
    case 'screen': return msg('Record the screen');
    case 'microphone': return msg('Record your voice');
  }
}

function sayRecording(source: Source): string {
  switch (source) {
    case 'camera': return msg('The camera records.');
    case 'screen': return msg('The screen is recorded.');
    case 'microphone': return msg('The microphone records.');
  }
}

function sayName(source: Source): string {
  switch (source) {
    case 'camera': return msg('Video');
    case 'screen': return msg('Screen');
    case 'microphone': return msg('Voice');
  }
}

function sayProblem(source: Source, name: string): string {
  if (name === 'NotAllowedError') return msg('This page may not record. Allow it in the settings of the browser, and try again.');
  if (name === 'NotFoundError') return source === 'microphone' ? msg('There is no microphone. Connect one, and try again.') : msg('There is no camera or microphone. Connect one, and try again.');
  return msg(str`Recording did not work (${name}). Close other programs that record, and try again.`);
}
