import type * as v from 'valibot';
import {route, type Endpoint} from './endpoint.ts';
import type {listPeopleInput, listPeopleOutput, personReferenceSchema, personSchema} from './people.schemas.ts';

/** A member of an organisation, as others see one. */
export type Person = v.InferOutput<typeof personSchema>;

/** Names a person: by id, or by what the host calls them (the `sub` of their host tokens), which a page knows. */
export type PersonReference = v.InferOutput<typeof personReferenceSchema>;

/** Whom to look for: those in a space of whose name some word begins so. Without a name, the first of all. */
export type ListPeopleInput = Omit<v.InferInput<typeof listPeopleInput>, 'limit'> & {readonly limit?: number};
export type ListPeopleOutput = v.InferOutput<typeof listPeopleOutput>;

export const listPeople = {
  ...route('people.list'),
  summary: 'The people of a space by the start of a word of their name, to choose among. Case and accents do not matter.',
  permission: 'person.list',
  problems: ['not-found'],
  activities: [],
} as const satisfies Endpoint;
