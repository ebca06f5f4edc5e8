import type {Input, Output, ThreadKind} from '@social-learning/protocol';
import {sql} from 'kysely';
import type {Caller} from '../identity/caller.ts';
import type {Services} from '../services.ts';
import {readableSpace} from '../spaces/policy.ts';
import {threadColumns, toThread, type ThreadRow} from './rows.ts';

type Search = Omit<Input<'threads.search'>, 'limit'> & {readonly limit?: number | undefined};

/** Words of a search that are looked for; the others say little more. */
const mostWords = 12;

/** Languages whose little words are passed over: those of the elements. */
const languages = ['english', 'dutch', 'german', 'french', 'spanish', 'arabic'];

/**
 * The threads of a space whose titles have at least half of the words that are asked for, those with the most first. What is not
 * shown to everybody is not found.
 */
export async function searchThreads({store: {db}}: Services, caller: Caller, {space: slug, kind, text, limit = 5}: Search): Promise<Output<'threads.search'>> {
  const space = readableSpace(caller, slug);
  const terms = (await tellingWords(db, text)).map(toTerm);
  if (terms.length === 0) return {items: []};
  const words = sql`to_tsvector('simple', coalesce(t.title, ''))`;
  const {rows} = await sql<ThreadRow>`
    select ${threadColumns} from thread t join subject s on s.organisation = t.organisation and s.id = t.subject
    cross join lateral (select count(*) as found from unnest(${terms}::text[]) term where ${words} @@ to_tsquery('simple', term)) hits
    where t.organisation = ${caller.organisation.id} and t.space = ${space.id} and t.posts > 0
      and ${kind === undefined ? sql`true` : sql`t.kind = ${kind satisfies ThreadKind}`}
      and ${words} @@ to_tsquery('simple', ${terms.join(' | ')}) and hits.found >= ${Math.ceil(terms.length / 2)}
      and exists (select 1 from post o where o.organisation = t.organisation and o.id = coalesce(t.opener, t.question) and o.state = 'visible')
    order by hits.found desc, t.accepted > 0 desc, t.last_activity_at desc, t.id desc
    limit ${Math.min(Math.max(limit, 1), 20)}`.execute(db);
  return {items: rows.map(row => toThread(row))};
}

/** The words of a text that say what it is about: without those that stand in every sentence. */
async function tellingWords(db: Services['store']['db'], text: string): Promise<string[]> {
  const words = wordsOf(text).filter(word => word.length > 1).slice(0, 3 * mostWords);
  const {rows} = await sql<{word: string}>`
    select word from unnest(${words}::text[]) with ordinality as asked (word, place)
    where not exists (select 1 from unnest(${languages}::regconfig[]) language where to_tsvector(language, word) = ''::tsvector)
    order by place limit ${mostWords}`.execute(db);
  return rows.map(({word}) => word);
}

/** The words of a text, once each. */
export function wordsOf(text: string): string[] {
  return [...new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))];
}

/** A word as a term of a search, without its ending: endings differ from language to language, and what stands before them does not. */
export function toTerm(word: string): string {
  const letters = [...word];
  const kept = letters.length < 4 ? letters.length : letters.length < 7 ? letters.length - 1 : letters.length - 2;
  return `'${letters.slice(0, kept).join('')}':*`;
}
