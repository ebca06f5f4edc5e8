import {spawn} from 'node:child_process';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import pg from 'pg';
import {benchNeeds, installSystemPackages} from '../../packages/dev/src/prepare/system.mjs';
import {freePort} from '../../packages/dev/src/process/free-port.ts';
import {startPostgres15} from '../../packages/dev/src/process/postgres-15.ts';
import {space} from '../support/people.ts';
import {startChild} from './child.ts';
import {figure, median, shuffled, type Figure} from './figure.ts';
import {requestsPerSecond} from './load.ts';
import {accessToken} from './serving.ts';

const people = 100_000;
const rounds = 3;
const seconds = 3;

/** A board of 100,000 people over HTTP, beside a bare server over a Redis sorted set; and beside a board of a hundredth as many. */
export async function measureRanks(): Promise<Figure[]> {
  installSystemPackages(benchNeeds);
  const cluster = await startPostgres15();
  const folder = mkdtempSync(join(tmpdir(), 'social-learning-redis-'));
  const [port, redisPort, barePort] = [await freePort(), await freePort(), await freePort()];
  const redis = spawn('redis-server', ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder], {stdio: 'ignore'});
  const server = await startChild('./server.child.ts', [String(port), cluster.url]);
  const bare = await startChild('./redis.child.ts', [String(barePort), String(redisPort), String(people), '4711']);
  try {
    const token = await accessToken(`http://127.0.0.1:${port}`, 'amara');
    await fill(cluster.url);
    const ours = (view: string, period: string) => () => requestsPerSecond(port, 8, seconds, () =>
      `GET /v1/leaderboard?space=${space}&view=${view}&period=${period}&limit=${view === 'near' ? 7 : 20} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: Bearer ${token}\r\n\r\n`);
    const other = (view: string) => () => requestsPerSecond(barePort, 8, seconds, () => `GET /${view} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    const arms: Record<string, () => Promise<number>> = {
      'near': ours('near', 'all'), 'top': ours('top', 'all'), 'near of few': ours('near', 'year'), 'redis near': other('near'), 'redis top': other('top'),
    };
    // The first reading fills the board.
    for (const arm of Object.values(arms)) await arm();
    const rates = new Map<string, number[]>();
    for (let round = 0; round < rounds; round++) {
      for (const name of shuffled(Object.keys(arms))) rates.set(name, [...(rates.get(name) ?? []), await arms[name]!()]);
    }
    const time = (name: string) => 8_000 / median(rates.get(name)!);
    return [
      figure('people near oneself among 100,000, beside a bare server over a Redis sorted set', 'ms', time('near'), time('redis near'), '≤ 3'),
      figure('the top of 100,000, beside the same', 'ms', time('top'), time('redis top'), '≤ 3'),
      figure('people near oneself among 100,000, beside among 1,000', 'ms', time('near'), time('near of few'), '≤ 1.3'),
    ];
  } finally {
    await Promise.all([server.stop(), bare.stop()]);
    redis.kill('SIGKILL');
    cluster.stop();
    rmSync(folder, {recursive: true, force: true});
  }
}

/** People with points: all of them for all time, a hundredth of them for this year. */
async function fill(connectionString: string): Promise<void> {
  const client = new pg.Client({connectionString});
  await client.connect();
  await client.query(`insert into person (organisation, id, name, joined_at)
    select organisation, ('01900000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'Person ' || n, now() from space, generate_series(1, $1) n
    where slug = $2`, [people, space]);
  const totals = (period: string, starts: string, below: number) => client.query(`
    insert into points_total (organisation, space, period, starts, person, points)
    select s.organisation, s.id, $1, ${starts}, p.id, 1 + (row_number() over () * 7919) % 5000 from space s join person p on p.organisation = s.organisation
    where s.slug = $2 and p.name like 'Person %' and split_part(p.name, ' ', 2)::integer <= $3`, [period, space, below]);
  await totals('all', "date '0001-01-01'", people);
  await totals('year', "date_trunc('year', now())::date", people / 100);
  for (const [period, starts] of [['all', "date '0001-01-01'"], ['year', "date_trunc('year', now())::date"]] as const) {
    await client.query(`insert into points_total (organisation, space, period, starts, person, points)
      select s.organisation, s.id, $1, ${starts}, p.id, 2500 from space s join person p on p.organisation = s.organisation where s.slug = $2 and p.external = 'amara'
      on conflict (organisation, space, period, starts, person) do update set points = 2500`, [period, space]);
  }
  await client.query('insert into board_change (organisation, person) select organisation, id from person');
  await client.query('analyze');
  await client.end();
}
