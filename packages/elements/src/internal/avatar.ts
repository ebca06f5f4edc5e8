import type {Person} from '@social-learning/sdk';

/** What the circle of a person shows. */
export type Face = Pick<Person, 'id' | 'name' | 'picture'>;

/** Somebody of whom nothing is known but what they are called. */
export const nobody = (name: string): Face => ({id: '', name, picture: null});

/**
 * Fills the circle of a person: the initials, and over them the picture once it is there. It is for the eye alone, the name stands beside it.
 *
 * @param around What has the hue: the circle, or an element around it that has attributes of its own anyway. Those of a clone take no memory until one changes.
 */
export function fillAvatar(place: HTMLElement, {id, name, picture}: Face, around: HTMLElement = place): void {
  const initials = initialsOf(name);
  const src = isAddress(picture) ? picture : null;
  around.setAttribute('data-hue', String(hueOf(id)));
  if (place.firstChild?.nodeValue === initials && (place.firstElementChild?.getAttribute('src') ?? null) === src) return;
  place.replaceChildren(initials);
  if (src) place.append(Object.assign(document.createElement('img'), {alt: '', loading: 'lazy', referrerPolicy: 'no-referrer', onload: settle, onerror: settle, src}));
}

/** Whether a picture is at an address that may be asked for: a backend may say anything. */
export const isAddress = (picture: string | null): picture is string => /^https?:/i.test(picture ?? '');

/** Hears whether a picture loads: one that does not is not seen, and leaves the initials. */
export function settle({type, target}: Event): void {
  (target as HTMLElement).classList.toggle('there', type === 'load');
}

/** The first letters of the first and the last word of a name. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? [...words.at(-1)!][0] ?? '' : '';
  return (first + last).toUpperCase();
}

/** One of twelve hues, the same for a person everywhere. */
export function hueOf(id: string): number {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 12;
  return sum;
}
