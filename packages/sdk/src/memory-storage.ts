import type {KeyValueStorage} from './environment.ts';

/** Keeps drafts while the page lives: where the browser gives nothing better. */
export function memoryStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
  };
}
