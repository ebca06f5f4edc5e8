import {sql, type RawBuilder} from 'kysely';

/** The words of the rule that a row cites, from the version of the guidelines that it names. */
export function sentenceOf(table: 'a' | 'r'): RawBuilder<string | null> {
  const row = sql.raw(table);
  return sql<string | null>`(
    select cited->>'sentence' from guidelines g, jsonb_array_elements(g.rules) cited
    where g.organisation = ${row}.organisation and g.space = ${row}.space and g.version = ${row}.guidelines and cited->>'id' = ${row}.rule)`;
}
