import type {Id} from '@social-learning/protocol';
import type {KeyValueStorage} from './environment.ts';
import type {OutboxItem, OutboxStorage} from './outbox.ts';

/** Keeps drafts while the page lives: where the browser gives nothing better. */
export function memoryStorage(): KeyValueStorage {
  const values = new Map<string, string>();
  return {
    getItem: key => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: key => void values.delete(key),
  };
}

/** Refuses to keep an outbox: items then live in memory, and say so. */
export const noOutboxStorage: OutboxStorage = {
  put: (_item: OutboxItem) => Promise.reject(new Error('This page has no storage.')),
  delete: (_id: Id) => Promise.resolve(),
  all: () => Promise.resolve([]),
};
