import {msg, str} from '@lit/localize';
import type {KudosRing} from '@social-learning/sdk/moderation';
import {html, nothing, type TemplateResult} from 'lit';
import {sayNumber} from '../internal/times.ts';

/** Pairs who only thank each other: something to look at, and no accusation. */
export function renderRings(rings: readonly KudosRing[]): TemplateResult | typeof nothing {
  if (rings.length === 0) return nothing;
  const pairs = rings.map(({people}) => {
    const [one, other] = people;
    if (!one || !other) return nothing;
    return html`<li>${msg(str`${one.person.name} thanked ${other.person.name}: ${sayNumber(one.given)} times; and was thanked back: ${sayNumber(other.given)} times.`)}</li>`;
  });
  return html`
    <details class="rings" part="rings">
      <summary>${rings.length === 1 ? msg('1 pair thanks only each other') : msg(str`${sayNumber(rings.length)} pairs thank only each other`)}</summary>
      <p class="quiet">${msg('It may well be honest: two who work the same night. Look, and ask before you judge.')}</p>
      <ul class="log">${pairs}</ul>
    </details>
  `;
}
