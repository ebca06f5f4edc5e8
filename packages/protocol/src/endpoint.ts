import type {Verb} from './activities.ts';
import type {Action} from './permissions.ts';
import type {ProblemCode} from './problems.ts';
import {splitRoute, type EndpointName} from './routes.ts';

/**
 * One endpoint as data. Routing, validation, OpenAPI, the client's types, the permission checks, the documentation and
 * the conformance kit come from it.
 *
 * A `GET` reads, and its input travels in the query. A `POST` is an act: its input is the JSON body, and it carries an
 * `Idempotency-Key` (IETF draft) that is the id of what it makes. `session.create` and `presence.say` are a `POST` without one.
 */
export interface Endpoint {
  readonly name: EndpointName;
  readonly summary: string;
  readonly method: 'GET' | 'POST';
  readonly path: `/v1/${string}`;
  /** What one must be allowed to do; `null` where anybody may ask. */
  readonly permission: Action | null;
  /** Reasons of its own to refuse, beyond those that any request may meet. */
  readonly problems: readonly ProblemCode[];
  /** What it may write to the log. */
  readonly activities: readonly Verb[];
}

/** The part of an endpoint that is written in the table of routes. */
export function route<Name extends EndpointName>(name: Name) {
  const [method, path] = splitRoute(name);
  return {name, method, path};
}
