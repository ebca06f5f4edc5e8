import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {importStackExchange} from '@social-learning/server/node';
import {sql} from 'kysely';
import {readFeed} from './support/feed-reader.ts';
import {createWorld} from './support/world.ts';

const sample = fileURLToPath(new URL('../../../../shared/data/history-meta-stackexchange', import.meta.url));

test('a real dump comes in whole, with its times, authors and accepted answers, and twice adds nothing', {skip: !existsSync(sample) && 'the sample dump is not here', timeout: 120_000}, async () => {
  const world = await createWorld();
  const {store} = world.app.services;
  const ann = await world.signIn('Ann');
  const target = {organisation: 'red', space: 'history', spaceName: 'History Meta'};
  const first = await importStackExchange(store, sample, target);
  assert.deepEqual(first.read, {questions: 556, answers: 1_095, comments: 3_454});
  assert.equal(first.added, 5_105);
  assert.deepEqual(Object.fromEntries(first.skipped), {
    'is a tag wiki, not a question or an answer': 3, 'is a tag wiki excerpt, not a question or an answer': 3,
  });
  world.app.services.directory.forget();
  const again = await importStackExchange(store, sample, target);
  assert.equal(again.added, 0);

  const {rows: [counts]} = await sql`
    select (select count(*) from post where accepted)::integer as accepted, (select count(*) from post where edited_at is not null)::integer as edited,
      (select count(*) from post where author is null)::integer as nobody, (select count(*) from activity where imported)::integer as lines,
      (select count(*) from thread where kind = 'question' and question is not null)::integer as questions`.execute(store.db);
  assert.deepEqual(counts, {accepted: 181, edited: 796, nobody: 0, lines: 5_105, questions: 556});
  const {thread, posts} = await world.call('threads.read', {space: 'history', subject: 'stackexchange/history-meta-stackexchange/1', limit: 100});
  assert.equal(thread?.title, 'Should we include sources in answers?');
  assert.equal(thread?.createdAt, '2011-10-11T19:42:20.713Z');
  assert.equal(posts.items[0]?.createdAt, '2011-10-11T19:42:20.713Z');
  assert.ok(posts.items.some(({author}) => author?.name === 'user39'));
  assert.equal(posts.items.filter(({depth}) => depth === 0).length, 7);

  const {topic, cursor} = await world.call('threads.read', {space: 'history', subject: thread!.subject.key});
  const feed = await readFeed(world, [topic], {cursor});
  const {post} = await world.call('posts.create', {space: 'history', subject: {key: thread!.subject.key}, source: 'Twelve years later: yes.'}, ann);
  await feed.until(() => feed.changes.length > 0);
  assert.deepEqual(feed.changes[0]?.post, post);
  assert.equal((await importStackExchange(store, sample, target)).added, 0);
  let after: string | null | undefined;
  let listed = 0;
  do {
    const page = await world.call('threads.list', {space: 'history', limit: 100, ...(after && {cursor: after})});
    listed += page.items.length;
    after = page.after;
  } while (after);
  assert.equal(listed, 556);
});

test('a later dump adds what is new, and what does not belong is named', async () => {
  const world = await createWorld();
  const {store} = world.app.services;
  const folder = mkdtempSync(join(tmpdir(), 'social-learning-dump-'));
  const rows = (name: string, ...lines: string[]) => writeFileSync(join(folder, `${name}.xml`), `\uFEFF<?xml version="1.0" encoding="utf-8"?>\n<rows>${lines.join('\n')}</rows>`);
  const at = 'CreationDate="2020-01-01T00:00:00.000"';
  const question = `<row Id="1" PostTypeId="1" ${at} Title="Why?" Body="&lt;p&gt;Is &lt;code&gt;a&lt;/code&gt; &lt;b&gt;b&lt;/b&gt;?&lt;/p&gt;" OwnerUserId="5" />`;
  rows('Users', '<row Id="5" DisplayName="Eve" />');
  rows('Comments', `<row Id="1" PostId="9" Text="lost" ${at} />`);
  rows('Posts', question, `<row Id="2" PostTypeId="2" ParentId="7" ${at} Body="orphan" />`, `<row Id="3" PostTypeId="1" Body="x" />`, `<row Id="4" PostTypeId="1" ${at} Body="" />`);
  const first = await importStackExchange(store, folder, {organisation: 'red'});
  assert.equal(first.added, 1);
  assert.deepEqual([...first.skipped.keys()].toSorted(), [
    'has no time', 'is a comment on a post that is not in the dump', 'is an answer to a question that is not in the dump', 'is empty',
  ]);
  rows('Posts', question, `<row Id="2" PostTypeId="2" ParentId="1" ${at} Body="an answer" OwnerDisplayName="gone" />`);
  assert.equal((await importStackExchange(store, folder, {organisation: 'red'})).added, 1);
  const {rows: [row]} = await sql<{source: string}>`select source from post order by position limit 1`.execute(store.db);
  assert.equal(row!.source, 'Is `a` **b**?');
  await assert.rejects(importStackExchange(store, join(folder, 'nowhere'), {organisation: 'red'}), /There is no/);
  rows('Posts', '<row');
  await assert.rejects(importStackExchange(store, folder, {organisation: 'red'}), /is not XML/);
  rmSync(folder, {recursive: true});
});
