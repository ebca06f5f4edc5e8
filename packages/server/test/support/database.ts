import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after} from 'node:test';
import {nativeStore, startEmbedded} from '@social-learning/server/node';
import pg from 'pg';

/** A database of its own, empty, that goes with the test file. */
export interface TestDatabase {
  readonly connectionString: string;
  open(): ReturnType<typeof nativeStore>;
}

const endings: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const end of endings.reverse()) await end();
});

/** Does something when the tests of the file are over, the last thing first. */
export function atTheEnd(ending: () => Promise<unknown>): void {
  endings.push(ending);
}

let administrator: Promise<string> | undefined;
let count = 0;

/** A new database: on the server that `TEST_DATABASE_URL` names, or on an embedded one of this process. */
export async function createDatabase(): Promise<TestDatabase> {
  const url = await (administrator ??= process.env['TEST_DATABASE_URL'] ? Promise.resolve(process.env['TEST_DATABASE_URL']) : startServer());
  const name = `test_${process.pid}_${++count}`;
  await administer(url, `create database ${name}`);
  if (process.env['TEST_DATABASE_URL']) atTheEnd(() => administer(url, `drop database if exists ${name} with (force)`));
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {connectionString: address.href, open: () => nativeStore({connectionString: address.href})};
}

async function startServer(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'social-learning-test-'));
  const embedded = await startEmbedded(folder);
  atTheEnd(async () => {
    await embedded.stop();
    rmSync(folder, {recursive: true, force: true});
  });
  return embedded.connectionString;
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({connectionString: url});
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
