import {msg} from '@lit/localize';
import {html, type TemplateResult} from 'lit';

/** Comes a moment late: a connection that is back at once needs no words. */
export function offline(): TemplateResult {
  return html`<p class="notice late" part="notice">${msg('There is no connection just now. What you give is kept, and sent when the connection is back.')}</p>`;
}
