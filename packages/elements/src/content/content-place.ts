import type {Client} from '@social-learning/sdk';

/** Where what its author types anew about an item is kept. */
export const editPlace = (item: string): string => `content/item/${item}`;

/** Whether something was typed about it and not saved. */
export const isBeingEdited = (client: Client, item: string): boolean => client.drafts.read(editPlace(item)) !== '';
