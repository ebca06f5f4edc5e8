import {msg, str} from '@lit/localize';
import type {Upload, UploadTerms} from '@social-learning/sdk/uploads';
import {html, nothing, type TemplateResult} from 'lit';
import {percentOf, sayProgress, sayUploadFailure} from './upload-words.ts';

/** What a row needs to know, and what it asks for. */
export interface RowContext {
  readonly terms: UploadTerms | undefined;
  pause(): void;
  resume(): void;
  cancel(): void;
  onWords(): void;
}

/** Files that failed for what they are cannot be tried again as they are. */
const final: ReadonlySet<string> = new Set(['unsupported-media-type', 'too-large', 'invalid']);

/** A file on its way: how far it is, and what can be done about it. */
export function renderUpload(upload: Upload, {terms, pause, resume, cancel, onWords}: RowContext): TemplateResult {
  const {name, status, error} = upload;
  const isMoving = status === 'running' || status === 'waiting';
  const isRefused = status === 'failed' && error !== undefined && final.has(error.code);
  const mayResume = status === 'paused' || (status === 'failed' && !isRefused);
  return html`
    <div class="upload-head">
      <span class="name" part="name"><bdi>${name}</bdi></span>
      <span class="quiet" part="progress-text">${sayProgress(upload)}</span>
    </div>
    ${status === 'finished' || isRefused ? nothing : html`<progress part="progress" aria-label=${name} max="100" value=${percentOf(upload)}></progress>`}
    ${error ? html`<p class="error" part="error" role="alert">${sayUploadFailure(upload, error, terms, onWords)}</p>` : nothing}
    <div class="upload-foot">
      ${isMoving ? html`<button type="button" class="action" part="action pause" aria-label=${msg(str`Pause ${name}`)} @click=${pause}>${msg('Pause')}</button>` : nothing}
      ${mayResume ? html`<button type="button" class="action" part="action resume" aria-label=${msg(str`Go on with ${name}`)} @click=${resume}>${msg('Go on')}</button>` : nothing}
      <button type="button" class="action" part="action cancel" aria-label=${status === 'failed' ? msg(str`Put away: ${name}`) : msg(str`Cancel ${name}`)} @click=${cancel}>
        ${status === 'failed' ? msg('Put away') : msg('Cancel')}
      </button>
    </div>
  `;
}
