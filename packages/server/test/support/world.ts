import {
  createId, endpoints, isAct, type ActName, type EndpointName, type Id, type Input, type Output, type Problem, type Role,
} from '@social-learning/protocol';
import {schemas} from '@social-learning/protocol/schemas';
import {createApp, saveOrganisation, type App, type AppConfig, type OrganisationSettings} from '@social-learning/server';
import * as v from 'valibot';
import {atTheEnd, createDatabase, type TestDatabase} from './database.ts';
import {createHost, type Host, type TokenWish} from './host.ts';

export const publicUrl = 'https://backend.example';

/** An answer of the app, its body read. */
export interface Reply<Body = unknown> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly text: string;
}

/** Somebody who is signed in. */
export interface Visitor {
  readonly id: Id;
  readonly name: string;
  readonly accessToken: string;
}

/** An app on a database of its own, with organisations and people in it. */
export interface World {
  readonly app: App;
  readonly database: TestDatabase;
  /** Ids by slug. */
  readonly organisations: Readonly<Record<string, Id>>;
  host(organisation: string): Host;
  signIn(name: string, wish?: TokenWish & {organisation?: string}): Promise<Visitor>;
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
  /** Calls an endpoint and checks the answer against the contract. A refusal is thrown as a {@link RefusedError}. */
  call<Name extends EndpointName>(name: Name, input: Input<Name>, visitor?: Visitor, key?: Id): Promise<Output<Name>>;
  /** The problem that a call is refused with. */
  refusal<Name extends EndpointName>(name: Name, input: Input<Name>, visitor?: Visitor, key?: Id): Promise<Problem>;
  raw<Name extends EndpointName>(name: Name, input: Input<Name>, visitor?: Visitor, key?: Id): Promise<Reply>;
}

export interface RequestOptions {
  readonly visitor?: Visitor | undefined;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
}

export class RefusedError extends Error {
  readonly problem: Problem;
  constructor(name: string, problem: Problem) {
    super(`${name}: ${problem.status} ${problem.code}: ${problem.detail}`);
    this.problem = problem;
  }
}

export const newKey = (): Id => createId(Date.now(), bytes => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));

/** Two organisations: `red` (the default one) and `blue`, each with an open, a signed-in, a members-only and a read-only space. */
export async function createWorld(
  config: Partial<AppConfig> = {}, settings: Partial<OrganisationSettings> = {}, given?: TestDatabase,
): Promise<World> {
  const database = given ?? (await createDatabase());
  const hosts = new Map<string, Host>([['red', await createHost('https://red.example', 'red')], ['blue', await createHost('https://blue.example', 'blue')]]);
  const spaces = [
    {slug: 'open', name: 'Open'},
    {slug: 'inside', name: 'Inside', readers: 'signed-in'},
    {slug: 'club', name: 'Club', readers: 'members', posters: 'members'},
    {slug: 'archive', name: 'Archive', posters: 'nobody'},
  ] as const;
  const app = await createApp({
    store: await database.open(), publicUrl, rateLimit: null, onFault: (error, id) => console.error('FAULT', id, error), ...config,
  });
  atTheEnd(() => app.close());
  const organisations: Record<string, Id> = {};
  for (const [slug, host] of hosts) {
    organisations[slug] = await saveOrganisation(app.services.store, {
      slug, name: slug.toUpperCase(), spaces: [...spaces], issuers: [host.issuer], origins: [`https://${slug}.example`], isDefault: slug === 'red', ...settings,
    });
  }

  const request: World['request'] = async (method, path, {visitor, headers = {}, body} = {}) => {
    const response = await app.fetch(new Request(`${publicUrl}${path}`, {
      method, body: body ?? null,
      headers: {...(visitor && {authorization: `Bearer ${visitor.accessToken}`}), ...headers},
    }));
    const text = await response.text();
    return {status: response.status, headers: response.headers, text, body: text.startsWith('{') ? (JSON.parse(text) as unknown) : text};
  };
  const raw: World['raw'] = (name, input, visitor, key = newKey()) => {
    const {method, path} = endpoints[name];
    if (method === 'GET') {
      const query = new URLSearchParams();
      for (const [field, value] of Object.entries(input)) if (value !== undefined) query.set(field, String(value));
      return request('GET', `${path}?${query}`, {visitor});
    }
    return request('POST', path, {
      visitor, body: JSON.stringify(input),
      headers: {'content-type': 'application/json', ...(isAct(name) && {'idempotency-key': key})},
    });
  };
  const call: World['call'] = async (name, input, visitor, key) => {
    const {status, body} = await raw(name, input, visitor, key);
    if (status !== 200) throw new RefusedError(name, body as Problem);
    return v.parse(schemas[name].output as v.GenericSchema, body) as Output<typeof name>;
  };
  return {
    app, database, organisations, request, raw, call,
    host: organisation => hosts.get(organisation)!,
    async signIn(name, {organisation = 'red', ...wish} = {}) {
      const token = await hosts.get(organisation)!.sign({sub: name, name, ...wish});
      const {accessToken, me} = await call('session.create', {token});
      return {id: me.person!.id, name, accessToken};
    },
    async refusal(name, input, visitor, key) {
      const {status, body} = await raw(name, input, visitor, key);
      if (status === 200) throw new Error(`${name} was not refused.`);
      return body as Problem;
    },
  };
}

/** Roles in the words of the table, with the person that holds each. */
export type Cast = Readonly<Record<Role, Visitor | undefined>>;

/** A first post on a subject, and its thread. */
export function ask(world: World, visitor: Visitor, input: Partial<Input<'posts.create'>> = {}, key?: Id): Promise<Output<'posts.create'>> {
  return world.call('posts.create', {subject: {key: `subject ${newKey()}`}, source: 'Something worth saying.', ...input}, visitor, key);
}

export const actNames = (Object.keys(endpoints) as EndpointName[]).filter((name): name is ActName => isAct(name));
