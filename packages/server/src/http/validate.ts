import {limits} from '@social-learning/protocol';
import * as v from 'valibot';
import {Refusal} from './refusal.ts';

/** Checks an input against its schema. Throws a refusal that says in one sentence what is wrong with the first field. */
export function validate<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, {abortEarly: true});
  if (result.success) return result.output;
  throw toRefusal(result.issues[0]);
}

function toRefusal(issue: v.BaseIssue<unknown>): Refusal {
  const keys = issue.path?.map(({key}) => String(key)) ?? [];
  const field = keys.map(key => `/${key.replaceAll('~', '~0').replaceAll('/', '~1').slice(0, 100)}`).join('');
  const name = keys.join('.').slice(0, 100);
  const limit = issue.type === 'max_length' && typeof issue.requirement === 'number' ? issue.requirement : undefined;
  // A host token beyond its size is refused like any message that is too large, before it is looked at.
  const code = limit === limits.token ? 'too-large' : 'invalid';
  return new Refusal(code, sentence(issue, name), {field, ...(limit !== undefined && {limit})});
}

function sentence(issue: v.BaseIssue<unknown>, name: string): string {
  if (name === '') return 'The request must be an object of fields.';
  if (issue.type === 'strict_object' && issue.expected === 'never') return `“${name}” is not a field of this request.`;
  if (issue.received === 'undefined') return `“${name}” is missing.`;
  if (issue.kind === 'schema') return `“${name}” must be ${expected(issue)}.`;
  const {message} = issue;
  return `“${name}” ${message.charAt(0).toLowerCase()}${message.slice(1)}`;
}

function expected(issue: v.BaseIssue<unknown>): string {
  if (issue.type === 'picklist') return `one of ${(issue.expected ?? '').replace(/[()]/g, '').replaceAll(' | ', ', ')}`;
  const name = {string: 'a text', number: 'a number', boolean: 'true or false', strict_object: 'an object', array: 'a list'}[issue.type];
  return name ?? 'of another kind';
}
