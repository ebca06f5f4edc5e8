import type {KeyValueStorage} from './environment.ts';

/** What a person has typed and not sent, by place. Kept at every keystroke, across reloads and tabs. */
export interface Drafts {
  /** The draft of a place; an empty text where there is none. */
  read(place: string): string;
  /** Keeps a draft; an empty text forgets it. */
  write(place: string, text: string): void;
}

const prefix = 'social-learning:draft:';

/** @param owner Whose drafts: another person on the same machine does not see them. */
export function createDrafts(storage: KeyValueStorage, owner: string): Drafts {
  const unkept = new Map<string, string>();
  const keyOf = (place: string) => `${prefix}${owner}:${place}`;
  return {
    read(place) {
      const key = keyOf(place);
      try {
        return unkept.get(key) ?? storage.getItem(key) ?? '';
      } catch {
        return unkept.get(key) ?? '';
      }
    },
    write(place, text) {
      const key = keyOf(place);
      try {
        if (text === '') storage.removeItem(key);
        else storage.setItem(key, text);
        unkept.delete(key);
      } catch {
        // The storage is full or forbidden: the draft lives as long as the page does.
        unkept.set(key, text);
      }
    },
  };
}
