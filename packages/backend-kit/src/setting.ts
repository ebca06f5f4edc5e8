import {createId, type EndpointName, type Id, type Input, type Output} from '@social-learning/protocol';
import {schemas} from '@social-learning/protocol/schemas';
import type {Backend} from '@social-learning/sdk';
import * as v from 'valibot';
import {hold} from './expect.ts';

/** What the kit is given: a backend as each of three people, and where to write. */
export interface KitSubject {
  /** The backend as a person uses it: two learners, and a guest. */
  backendAs(who: 'ann' | 'bob' | 'guest'): Backend | Promise<Backend>;
  /** A space that both learners may post in. Default: the organisation's. */
  readonly space?: string;
}

/** One person at the backend. Every answer is held to the schema of its endpoint. */
export interface KitPerson {
  readonly backend: Backend;
  call<Name extends EndpointName>(name: Name, input: Input<Name>, key?: Id): Promise<Output<Name>>;
  /** Posts on a subject; gives the id and the answer. */
  post(subject: string, source: string, more?: Partial<Input<'posts.create'>>): Promise<Output<'posts.create'>>;
}

export const newId = (): Id => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

/** A subject that nobody has talked about. */
export const newSubject = (): string => `backend-kit/${newId()}`;

export async function personAt({backendAs, space}: KitSubject, who: 'ann' | 'bob' | 'guest'): Promise<KitPerson> {
  const backend = await backendAs(who);
  const call: KitPerson['call'] = async (name, input, key) => {
    const output = await backend.call(name, input, key ? {key} : {});
    const checked = v.safeParse(schemas[name].output, output);
    hold(checked.success, `${name} answers as its schema says: ${checked.issues?.map(issue => `${v.getDotPath(issue) ?? ''} ${issue.message}`).join('; ')}`);
    return output;
  };
  return {
    backend,
    call,
    post: (subject, source, more = {}) => call('posts.create', {subject: {key: subject}, source, ...(space && {space}), ...more}, newId()),
  };
}
