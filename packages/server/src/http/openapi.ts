import {endpoints, feedPath, isAct, problemStatus, type EndpointName, type ProblemCode} from '@social-learning/protocol';
import {schemas} from '@social-learning/protocol/schemas';
import {toJsonSchema} from '@valibot/to-json-schema';
import type * as v from 'valibot';

/** What any request may meet. */
const common: readonly ProblemCode[] = ['malformed', 'unauthenticated', 'token-invalid', 'token-expired', 'forbidden', 'invalid', 'rate-limited', 'internal', 'unavailable'];
const ofActs: readonly ProblemCode[] = ['idempotency-key-missing', 'in-flight', 'idempotency-key-reused', 'too-large', 'unsupported-media-type'];

let described: string | undefined;

/** The OpenAPI 3.1 document, as JSON, made from the contract. */
export function describeApi(server: string): string {
  return (described ??= JSON.stringify({
    openapi: '3.1.0',
    info: {title: 'Social Learning', version: '1'},
    servers: [{url: server}],
    security: [{}, {access: []}],
    paths: {...describePaths(), [feedPath]: {get: describeFeed()}},
    components: {
      securitySchemes: {access: {type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: 'The access token of session.create.'}},
      schemas: {Problem: describeProblem()},
    },
  }));
}

function describePaths(): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const {method, path} = endpoints[name];
    paths[path] = {...paths[path], [method.toLowerCase()]: describeEndpoint(name)};
  }
  return paths;
}

function describeEndpoint(name: EndpointName): unknown {
  const {summary, method, problems, permission, activities} = endpoints[name];
  const input = toSchema(schemas[name].input, 'input');
  const act = isAct(name);
  const key = {name: 'Idempotency-Key', in: 'header', required: true, schema: {type: 'string', format: 'uuid'}};
  return {
    operationId: name,
    summary,
    ...(act && {security: [{access: []}]}),
    ...(name === 'session.create' && {security: [{}]}),
    ...(method === 'GET'
      ? {parameters: toParameters(input)}
      : {...(act && {parameters: [key]}), requestBody: {required: true, content: {'application/json': {schema: input}}}}),
    responses: {
      200: {description: 'Done.', content: {'application/json': {schema: toSchema(schemas[name].output, 'output')}}},
      ...describeProblems([...common, ...(method === 'POST' ? ofActs : []), ...problems]),
    },
    'x-permission': permission,
    'x-activities': activities,
  };
}

function describeProblems(codes: readonly ProblemCode[]): Record<string, unknown> {
  const byStatus = Map.groupBy(new Set(codes), code => problemStatus[code]);
  return Object.fromEntries([...byStatus].map(([status, each]) => [status, {
    description: each.join(', '),
    content: {'application/problem+json': {schema: {$ref: '#/components/schemas/Problem'}}},
  }]));
}

function describeFeed(): unknown {
  const text = {type: 'string'};
  return {
    operationId: 'feed',
    summary: 'The live feed: Server-Sent Events `ready`, `change` and `reset`.',
    parameters: [
      {name: 'topics', in: 'query', required: true, schema: text, description: 'Topics of threads.read, with commas between.'},
      {name: 'cursor', in: 'query', schema: text, description: 'Where to resume; the oldest of several with commas between.'},
      {name: 'Last-Event-ID', in: 'header', schema: text},
    ],
    responses: {
      200: {description: 'A stream that does not end.', content: {'text/event-stream': {schema: text}}},
      ...describeProblems([...common, 'not-found']),
    },
  };
}

type JsonSchema = Record<string, unknown> & {properties?: Record<string, unknown>; required?: string[]};

function toParameters(schema: JsonSchema): unknown[] {
  return Object.entries(schema.properties ?? {}).map(([name, each]) =>
    ({name, in: 'query', required: schema.required?.includes(name) ?? false, schema: each}));
}

/** Checks that JSON Schema cannot express (a tree, well-formed text) are left out; the words of the schema stay. */
function toSchema(schema: v.GenericSchema, typeMode: 'input' | 'output'): JsonSchema {
  const {$schema: _, ...rest} = toJsonSchema(schema, {typeMode, errorMode: 'ignore', target: 'draft-2020-12'}) as JsonSchema;
  return rest;
}

function describeProblem(): unknown {
  const text = {type: 'string'};
  const count = {type: 'integer'};
  return {
    type: 'object',
    required: ['type', 'title', 'status', 'code', 'detail'],
    properties: {
      type: text, title: text, status: count, code: {enum: Object.keys(problemStatus)}, detail: text, field: text, limit: count,
      revision: count, version: count, decidedBy: text, retryAfter: count, serverTime: text, requestId: text,
    },
  };
}
