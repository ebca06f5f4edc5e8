import {msg} from '@lit/localize';
import {html, nothing, type TemplateResult} from 'lit';
import {drawIcon} from '../internal/icons.ts';
import type {Mark} from './markdown-marks.ts';

// Whoever shows the buttons does what they say.
export {mark} from './markdown-marks.ts';

/** What stands above the text one writes. */
export interface Tools {
  /** Of the text field. */
  readonly id: string;
  readonly previewing: boolean;
  mark(kind: Mark): void;
  emoji(button: HTMLElement): void;
  /** Chooses pictures; without it, there is no button for that. */
  readonly pictures?: ((files: Iterable<File>) => void) | undefined;
  show(previewing: boolean): void;
}

const outlines: Readonly<Record<Mark | 'emoji' | 'picture', string>> = {
  bold: 'M4.5 3h4a2.4 2.4 0 0 1 0 5h-4ZM4.5 8H9a2.5 2.5 0 0 1 0 5H4.5Z',
  italic: 'M6.5 3H12M4 13h5.5M9.5 3l-3 10',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.9.9M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.9-.9',
  quote: 'M3 4h10M6.5 8H13M6.5 12H13M3 7.2v5.6',
  code: 'M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5',
  list: 'M6 4h8M6 8h8M6 12h8M2.5 4h.01M2.5 8h.01M2.5 12h.01',
  numbers: 'M6.5 4H14M6.5 8H14M6.5 12H14M2.2 3.2 3.2 2.6v3M2 10.4c1.6-1 2 .3 0 2.6h1.9',
  picture: 'M2.5 3.5h11v9h-11ZM2.5 10.5 6 7l3.5 3.5L11 9l2.5 2M10.5 6.2h.01',
  emoji: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM5.6 9.6a2.8 2.8 0 0 0 4.8 0M6 6.4h.01M10 6.4h.01',
};

/** Tabs to write and to preview (WAI-ARIA APG), and a toolbar whose buttons are one stop of the Tab key. */
export function renderTools({id, previewing, mark, emoji, pictures, show}: Tools): TemplateResult {
  const names: readonly [Mark, string][] = [
    ['bold', msg('Bold')], ['italic', msg('Italic')], ['link', msg('Link')], ['quote', msg('Quote')], ['code', msg('Code')],
    ['list', msg('List')], ['numbers', msg('Numbered list')],
  ];
  const buttons = names.map(([kind, name], index) => html`
    <button type="button" class="tool" tabindex=${index === 0 ? 0 : -1} aria-label=${name} title=${name} @click=${() => mark(kind)}>${drawIcon(outlines[kind])}</button>`);
  return html`
    <div class="composer-head">
      <div class="tabs" role="tablist" aria-label=${msg('Write or preview')} @keydown=${moveFocus}>
        <button type="button" class="tab" id="${id}-write-tab" role="tab" aria-selected=${previewing ? 'false' : 'true'} aria-controls="${id}-write"
          tabindex=${previewing ? -1 : 0} @click=${() => show(false)}>${msg('Write')}</button>
        <button type="button" class="tab" id="${id}-preview-tab" role="tab" aria-selected=${previewing ? 'true' : 'false'} aria-controls="${id}-preview"
          tabindex=${previewing ? 0 : -1} @click=${() => show(true)}>${msg('Preview')}</button>
      </div>
      <div class="tools" role="toolbar" aria-label=${msg('Formatting')} aria-controls=${id} ?hidden=${previewing} @keydown=${moveFocus}>
        ${buttons}
        ${pictures
          ? html`
              <button type="button" class="tool" tabindex="-1" aria-label=${msg('Picture')} title=${msg('Picture')} @click=${openChooser}>${drawIcon(outlines.picture)}</button>
              <input type="file" accept="image/*" multiple hidden @change=${(event: Event) => takeChosen(event.target as HTMLInputElement, pictures)} />
            `
          : nothing}
        <button type="button" class="tool" tabindex="-1" aria-label=${msg('Emoji')} title=${msg('Emoji')} aria-haspopup="dialog"
          @click=${(event: Event) => emoji(event.currentTarget as HTMLElement)}>${drawIcon(outlines.emoji)}</button>
      </div>
    </div>
  `;
}

function openChooser(event: Event): void {
  ((event.currentTarget as HTMLElement).nextElementSibling as HTMLInputElement).click();
}

function takeChosen(input: HTMLInputElement, pictures: (files: Iterable<File>) => void): void {
  pictures([...(input.files ?? [])]);
  // The same file may be chosen again.
  input.value = '';
}

/** Left and Right, Home and End go through the buttons of a group; which one the Tab key comes back to is the last. */
function moveFocus(event: KeyboardEvent): void {
  const group = event.currentTarget as HTMLElement;
  const buttons = [...group.querySelectorAll('button')];
  const index = buttons.indexOf(event.target as HTMLButtonElement);
  const back = getComputedStyle(group).direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const forward = back === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  const next = {[back]: index - 1, [forward]: index + 1, Home: 0, End: buttons.length - 1}[event.key];
  if (index < 0 || next === undefined) return;
  event.preventDefault();
  const target = buttons[(next + buttons.length) % buttons.length]!;
  for (const button of buttons) button.tabIndex = button === target ? 0 : -1;
  target.focus();
}
