import {msg, str} from '@lit/localize';
import type {ContentItemState} from '@social-learning/sdk/content';
import {html, nothing, type TemplateResult} from 'lit';
import {sayBytes} from '../internal/sizes.ts';
import {sayNumber} from '../internal/times.ts';

type Ready = Extract<ContentItemState, {status: 'ready'}>;

/** What is played or shown, at addresses that stay the same while it is. */
export interface ShownMedia {
  readonly media: NonNullable<Ready['media']>;
  readonly captions: Ready['captions'];
}

/** What a player asks for. */
export interface PlayerContext {
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Its address is good no longer, or the file cannot be read. */
  onError(event: Event): void;
  onReady(event: Event): void;
}

const speeds = [0.75, 1, 1.25, 1.5, 2] as const;

/** The file of an item, or the link that it is. */
export function renderMedia({item}: Ready, shown: ShownMedia | undefined, context: PlayerContext): TemplateResult | typeof nothing {
  const title = item.title ?? '';
  if (item.kind === 'link') {
    return item.link !== null && /^https?:\/\//i.test(item.link)
      ? html`<p><a class="link" part="link" href=${item.link} target="_blank" rel="noopener noreferrer">${item.link}</a> <span class="quiet">${msg('(opens in a new tab)')}</span></p>` : nothing;
  }
  if (!shown) return nothing;
  const {media, captions} = shown;
  switch (item.kind) {
    case 'image':
      return html`<img class="picture" part="media" src=${media.url} alt=${item.alt ?? title} @error=${context.onError}>`;
    case 'document':
      return html`<p><a class="send download" part="download" href=${media.url} download=${media.name}>${msg(str`Download ${media.name}`)}</a> <span class="quiet">${sayBytes(media.size)}</span></p>`;
    case 'audio':
    case 'video': {
      const tracks = captions.map(({url, language, label}, index) => html`
        <track kind="captions" src=${url} srclang=${language} label=${label ?? language} ?default=${index === 0}>`);
      // WebVTT comes from another origin than the page, which the player asks for on the page's behalf.
      const player = item.kind === 'video'
        ? html`<video class="player" part="media" controls playsinline preload="metadata" crossorigin="anonymous" src=${media.url} aria-label=${title} @error=${context.onError} @loadedmetadata=${context.onReady}>${tracks}</video>`
        : html`<audio class="player" part="media" controls preload="metadata" crossorigin="anonymous" src=${media.url} aria-label=${title} @error=${context.onError} @loadedmetadata=${context.onReady}>${tracks}</audio>`;
      return html`${player}${renderSpeed(context)}`;
    }
  }
}

function renderSpeed({speed, setSpeed}: PlayerContext): TemplateResult {
  const options = speeds.map(each => html`<option value=${each} ?selected=${each === speed}>${msg(str`${sayNumber(each)}×`)}</option>`);
  return html`
    <p class="speed"><label for="speed">${msg('Speed')}</label>
      <select id="speed" class="field" part="speed" @change=${(event: Event) => setSpeed(Number((event.target as HTMLSelectElement).value))}>${options}</select></p>
  `;
}
