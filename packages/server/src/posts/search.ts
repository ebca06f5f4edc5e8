import {limits, type Input, type Output} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {readableSpaceById} from '../spaces/policy.ts';
import {readThreadRow} from '../threads/read-rows.ts';
import {toTerm, wordsOf} from '../threads/search.ts';
import {postColumns, postTables, toPost, type PostRow} from './rows.ts';

type Search = Omit<Input<'posts.search'>, 'limit'> & {readonly limit?: number | undefined};

const usual = 20;
const mostWords = 12;

/** The posts of a thread that have all of some words, in the order of reading. What is not shown to everybody is not found. */
export async function searchPosts({store: {db}}: Services, caller: Caller, {thread, text, limit = usual}: Search): Promise<Output<'posts.search'>> {
  const organisation = caller.organisation.id;
  const row = await readThreadRow(db, organisation, thread);
  readableSpaceById(caller, row?.space);
  const terms = wordsOf(text).slice(0, mostWords).map(toTerm);
  if (terms.length === 0) return {items: []};
  const {rows} = await sql<PostRow>`
    select ${postColumns} from ${postTables}
    where p.organisation = ${organisation} and p.thread = ${thread} and p.state = 'visible'
      and to_tsvector('simple', coalesce(p.source, '')) @@ to_tsquery('simple', ${terms.join(' & ')})
    order by p.position collate "C" limit ${Math.min(Math.max(limit, 1), limits.page)}`.execute(db);
  return {items: rows.map(found => toPost(found))};
}
