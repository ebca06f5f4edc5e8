import {html, nothing, type TemplateResult} from 'lit';
import {hueOf, initialsOf, isAddress, settle, type Face} from './avatar.ts';

/** The circle of a person, as a template; see `fillAvatar`. */
export function renderAvatar({id, name, picture}: Face): TemplateResult {
  return html`<span class="avatar" part="avatar" aria-hidden="true" data-hue=${hueOf(id)}>${initialsOf(name)}${isAddress(picture)
    ? html`<img alt="" loading="lazy" referrerpolicy="no-referrer" src=${picture} @load=${settle} @error=${settle}>`
    : nothing}</span>`;
}
