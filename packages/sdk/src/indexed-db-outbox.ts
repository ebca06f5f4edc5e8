import type {OutboxItem, OutboxStorage} from './outbox-item.ts';

const store = 'outbox';

/** The outbox of this browser; where a sandbox forbids it, one that keeps nothing and so makes items say that. */
export function openIndexedDbOutbox(): OutboxStorage {
  try {
    return indexedDbOutbox(indexedDB);
  } catch {
    return {
      put: () => Promise.reject(new Error('This page has no storage.')),
      delete: () => Promise.resolve(),
      all: () => Promise.resolve([]),
    };
  }
}

/** Keeps the outbox in IndexedDB (W3C Indexed Database 3.0). Opened with the first use. */
export function indexedDbOutbox(factory: IDBFactory, name = 'social-learning'): OutboxStorage {
  let opened: Promise<IDBDatabase> | undefined;

  const open = () =>
    (opened ??= new Promise<IDBDatabase>((resolve, reject) => {
      const request = factory.open(name, 1);
      request.onupgradeneeded = () => request.result.createObjectStore(store, {keyPath: 'id'}).createIndex('owner', 'owner');
      request.onsuccess = () => {
        // Another tab with a newer version of us must not wait for this one.
        request.result.onversionchange = () => {
          request.result.close();
          opened = undefined;
        };
        resolve(request.result);
      };
      request.onblocked = request.onerror = () => {
        opened = undefined;
        reject(request.error ?? new Error('The outbox is blocked by another tab.'));
      };
    }));

  const run = async <Result>(mode: IDBTransactionMode, act: (objects: IDBObjectStore) => IDBRequest<Result>) => {
    const database = await open();
    return new Promise<Result>((resolve, reject) => {
      // Strict: an intent that was called kept survives the crash of the machine too.
      const transaction = database.transaction(store, mode, {durability: 'strict'});
      const request = act(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error ?? new Error('The outbox could not be written.'));
    });
  };

  return {
    put: async item => void (await run('readwrite', objects => objects.put(item))),
    delete: async id => void (await run('readwrite', objects => objects.delete(id))),
    all: owner => run('readonly', objects => objects.index('owner').getAll(owner) as IDBRequest<OutboxItem[]>),
  };
}
