import {Refusal} from './refusal.ts';

/** The parameters of a query, each at most once. */
export function readQuery(parameters: URLSearchParams): Record<string, string> {
  const query: Record<string, string> = Object.create(null);
  for (const [name, value] of parameters) {
    if (name in query) throw new Refusal('invalid', `“${name.slice(0, 100)}” stands twice in the address.`, {field: `/${name.slice(0, 100)}`});
    query[name] = value;
  }
  return {...query};
}
