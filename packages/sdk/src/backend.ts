import type {EndpointName, FeedEvent, Id, Input, Output} from '@social-learning/protocol';
import {SocialLearningError} from './errors.ts';

/** What travels beside the input of a call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of an act: its idempotency key, and the id of what it makes. */
  readonly key?: Id;
  /** Of `me.read`: the page is asked again who is signed in, whatever is known. */
  readonly fresh?: boolean;
  /** Of an act: the person whose act it is. A backend that would act for another refuses with `person-changed`. */
  readonly person?: Id;
}

/** Where a backend takes files, by tus 1.0. */
export interface UploadTarget {
  /** Where uploads are made. */
  readonly url: string;
  /**
   * Sends a request as whoever is signed in.
   *
   * @param fresh Whether the session is to be made anew first, since the last one was refused.
   */
  send(address: string, init: RequestInit, fresh: boolean): Promise<Response>;
}

/**
 * Where everything comes from and goes to. Two functions, of which one is optional.
 *
 * `call` rejects with a `SocialLearningError`. `subscribe` reads the live feed of some topics from the oldest of the
 * cursors on, and settles when the stream ends; whoever called it subscribes again.
 */
export interface Backend {
  /** The endpoints that it has: its capabilities. */
  readonly supports: Pick<ReadonlySet<EndpointName>, 'has'>;
  call<Name extends EndpointName>(name: Name, input: Input<Name>, options?: CallOptions): Promise<Output<Name>>;
  /** Where files go; without it nobody is offered to upload. */
  readonly uploads?: UploadTarget;
  subscribe?(
    topics: readonly string[],
    cursors: readonly string[],
    onEvent: (event: FeedEvent) => void,
    signal: AbortSignal,
  ): Promise<void>;
}

/** A handler per endpoint; what is not in the table is not supported. */
export type Handlers = {
  readonly [Name in EndpointName]?: (input: Input<Name>, options: CallOptions) => Output<Name> | Promise<Output<Name>>;
};

/**
 * Makes a backend of a table of handlers. Four make a useful one: `me.read`, `threads.read`, `posts.list` and
 * `posts.create`. A handler refuses by throwing a `SocialLearningError`.
 *
 * @param subscribe The live feed, if there is one; without, views look for news every 15 seconds.
 */
export function defineBackend(handlers: Handlers, subscribe?: Backend['subscribe']): Backend {
  return {
    supports: new Set(Object.keys(handlers) as EndpointName[]),
    async call(name, input, options = {}) {
      const handle = handlers[name];
      if (!handle) throw new SocialLearningError('unsupported', `This backend does not support ${name}.`);
      return handle(input, options);
    },
    ...(subscribe && {subscribe}),
  };
}

/**
 * Mixes backends by feature: each call goes to the first one that supports it, the feed to the first that has one.
 */
export function compose(...backends: readonly Backend[]): Backend {
  const live = backends.find(backend => backend.subscribe);
  const taking = backends.find(backend => backend.uploads);
  return {
    supports: {has: name => backends.some(backend => backend.supports.has(name))},
    async call(name, input, options) {
      const backend = backends.find(candidate => candidate.supports.has(name));
      if (!backend) throw new SocialLearningError('unsupported', `No backend supports ${name}.`);
      return backend.call(name, input, options);
    },
    ...(taking?.uploads && {uploads: taking.uploads}),
    ...(live?.subscribe && {subscribe: live.subscribe.bind(live)}),
  };
}
