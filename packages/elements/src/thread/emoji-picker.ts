import {msg} from '@lit/localize';
import {html, render} from 'lit';

/** Emoji that people at work use, by name in English (Unicode CLDR short names), so that they are found by it. Native glyphs. */
const emoji: readonly (readonly [string, string])[] = [
  ['👍', 'thumbs up'], ['👏', 'clapping hands'], ['🙏', 'folded hands'], ['🙌', 'raising hands'], ['💪', 'flexed biceps'], ['👋', 'waving hand'],
  ['👌', 'ok hand'], ['🤝', 'handshake'], ['✌️', 'victory hand'], ['👀', 'eyes'], ['🙂', 'slightly smiling face'], ['😀', 'grinning face'],
  ['😄', 'grinning face with smiling eyes'], ['😉', 'winking face'], ['😊', 'smiling face with smiling eyes'], ['😅', 'grinning face with sweat'],
  ['😂', 'face with tears of joy'], ['🤔', 'thinking face'], ['😮', 'face with open mouth'], ['😕', 'confused face'], ['😢', 'crying face'],
  ['😴', 'sleeping face'], ['🤯', 'exploding head'], ['🥳', 'partying face'], ['😎', 'smiling face with sunglasses'], ['🤗', 'smiling face with open hands'],
  ['❤️', 'red heart'], ['💚', 'green heart'], ['⭐', 'star'], ['🎉', 'party popper'], ['🏆', 'trophy'], ['🎯', 'bullseye'], ['🚀', 'rocket'],
  ['🔥', 'fire'], ['💡', 'light bulb'], ['✅', 'check mark button'], ['❌', 'cross mark'], ['❓', 'question mark'], ['❗', 'exclamation mark'],
  ['⚠️', 'warning'], ['📌', 'pushpin'], ['📝', 'memo'], ['📖', 'open book'], ['📅', 'calendar'], ['⏰', 'alarm clock'], ['🔧', 'wrench'],
  ['🔑', 'key'], ['🔗', 'link'], ['📦', 'package'], ['🚚', 'delivery truck'], ['🏠', 'house'], ['☕', 'hot beverage'], ['🍰', 'shortcake'],
  ['🌱', 'seedling'], ['☀️', 'sun'], ['🌍', 'globe'], ['🐢', 'turtle'], ['🐛', 'bug'], ['💯', 'hundred points'], ['🙈', 'see-no-evil monkey'],
];

/** Opens a list of emoji below a button, to be found by name. One that is chosen goes to `onPick`, and the list closes. */
export function pickEmoji(button: HTMLElement, onPick: (text: string) => void): void {
  const open = button.parentElement!.querySelector('.emoji');
  if (open) {
    open.remove();
    button.focus();
    return;
  }
  const panel = Object.assign(document.createElement('div'), {className: 'emoji', role: 'dialog', ariaLabel: msg('Emoji')});
  const close = () => {
    panel.remove();
    button.ariaExpanded = 'false';
  };
  const draw = (wanted: string) => {
    const words = wanted.toLowerCase().trim();
    const found = emoji.filter(([, name]) => name.includes(words)).map(([glyph, name]) => html`
      <button type="button" class="glyph" aria-label=${name} title=${name} @click=${() => { close(); onPick(glyph); }}>${glyph}</button>`);
    render(html`
      <input class="field" type="search" aria-label=${msg('Find an emoji by its English name')} placeholder=${msg('Find')} @input=${(event: Event) => draw((event.target as HTMLInputElement).value)} />
      <div class="glyphs">${found.length > 0 ? found : msg('None of that name.')}</div>
    `, panel);
  };
  draw('');
  panel.addEventListener('keydown', event => {
    // Nothing in here sends or cancels what one writes.
    event.stopPropagation();
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
      event.preventDefault();
      panel.querySelector<HTMLElement>('.glyph')?.click();
    }
    if (event.key !== 'Escape') return;
    close();
    button.focus();
  });
  panel.addEventListener('focusout', event => {
    if (event.relatedTarget instanceof Node && !panel.contains(event.relatedTarget) && event.relatedTarget !== button) close();
  });
  button.ariaExpanded = 'true';
  button.after(panel);
  panel.querySelector('input')!.focus();
}
