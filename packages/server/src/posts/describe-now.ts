import type {ActName} from '@social-learning/protocol';
import type {Database} from '../store/tables.ts';
import {readPostRow, readThreadRow} from '../threads/read-rows.ts';
import {toThread} from '../threads/rows.ts';
import {toPost} from './rows.ts';

/** The answer to an act on a post whose kept answer was taken away when the post was removed: the post as it is now. */
export async function describeNow(db: Database, organisation: string, name: ActName, id: string): Promise<string> {
  const row = (await readPostRow(db, organisation, id))!;
  // What waits is told to its author alone: nobody else has done anything to it.
  const view = row.state === 'pending' && !row.published ? 'inside' : 'public';
  const post = toPost(row, view);
  if (name !== 'posts.create' && name !== 'posts.accept' && name !== 'posts.pin') return JSON.stringify({post});
  const thread = toThread((await readThreadRow(db, organisation, row.thread))!, view);
  return JSON.stringify({...(name === 'posts.create' && {status: row.state === 'pending' ? 'pending' : 'published'}), post, thread});
}
