import {endpoints, feedPath, limits, permissions, problemStatus, reactionKinds, roles, verbs, type Endpoint, type Grant} from '@social-learning/protocol';
import {code, generated, page, table} from './markdown.ts';

/** The contract in words and tables, from the data that routing, types and checks come from. */
export function contractPage(): string {
  const all: readonly Endpoint[] = Object.values(endpoints);
  return page(
    generated,
    '# The contract',
    'What travels between a client and a backend over HTTP. `/openapi.json` of a running server has the same with every field. ' +
      'The schemas are in `packages/protocol/src/*.schemas.ts`.',
    '## Endpoints',
    'A `GET` takes its input in the query, a `POST` as JSON. Every `POST` but `session.create` is an act: it carries an ' +
      '`Idempotency-Key` (a UUIDv7 that the client makes when the person acts), which becomes the id of what it makes. The same key with the same ' +
      'body gets the same answer for ever; with another body it is refused.',
    table(['name', 'request', 'what it does', 'permission', 'may write', 'problems of its own'], all.map(({name, method, path, summary, permission, activities, problems}) => [
      code(name), code(`${method} ${path}`), summary, permission ? code(permission) : 'anybody',
      activities.map(code).join(', '), problems.map(code).join(', '),
    ])),
    `The live feed is \`GET ${feedPath}?topics=…&cursor=…\`, Server-Sent Events: \`ready\`, \`change\` and \`reset\`. A \`change\` carries the changed ` +
      'things whole, each with a `version` that only grows: applied twice, late or out of order it does no harm. The `id` of an event is the cursor to resume from; ' +
      'of several cursors the oldest counts. A topic that one may not read is passed over; where none is left, the answer is 404.',
    '## Permissions',
    `Roles add up: ${roles.map(code).join(', ')}. Any one line is enough.`,
    table(['action', 'role', 'where'], Object.entries(permissions).flatMap(([action, grants]: [string, readonly Grant[]]) =>
      grants.map(({role, when}) => [code(action), role, when.map(code).join(' and ')]))),
    '## Problems',
    'Every answer that is not 2xx is problem details (RFC 9457) with one of these codes.',
    table(['code', 'status'], Object.entries(problemStatus).map(([name, status]) => [code(name), String(status)])),
    '## Limits',
    'Lengths are in UTF-16 code units.',
    table(['field', 'at most'], Object.entries(limits).map(([name, limit]) => [code(name), limit.toLocaleString('en')])),
    '## Words',
    `Verbs of the log: ${verbs.map(code).join(', ')}. Kinds of reactions: ${reactionKinds.map(code).join(', ')}.`,
  );
}
