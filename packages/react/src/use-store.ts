import type {ReadableAtom} from 'nanostores';
import {useSyncExternalStore} from 'react';

/** The value of a store of the SDK. The component is drawn anew with each change; the store loads with its first reader. */
export function useStore<Value>(store: ReadableAtom<Value>): Value {
  // A server shows what a store begins with, and loads nothing. Only a computed store begins with nothing, and the SDK has none.
  return useSyncExternalStore(store.listen, store.get, () => store.value as Value);
}
