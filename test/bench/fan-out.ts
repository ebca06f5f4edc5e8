import {freePort} from '../../packages/dev/src/process/free-port.ts';
import {apiAs, post, space} from '../support/people.ts';
import {startChild, type Child} from './child.ts';
import {figure, median, quantile, type Figure} from './figure.ts';

const streams = 700;
const rate = 70;
const count = rate * 5;
const rounds = 3;

interface Run {
  readonly latencies: number[];
  /** CPU milliseconds of the server. */
  readonly cpu: number;
}

/** 700 pages hear 70 posts a second: ours, from the press of the button through the database to the page, and a loop that only writes. */
export async function measureFanOut(server: Child, url: string, port: number): Promise<Figure[]> {
  const writer = apiAs(url, 'amara');
  const {thread} = await post(writer, 'fan-out', 'First').then(() => writer.call('threads.read', {subject: 'fan-out', space, limit: 1}));
  const {topic, cursor} = await writer.call('threads.read', {subject: 'fan-out', space, limit: 1});
  const path = `/v1/feed?${new URLSearchParams({topics: topic, cursor})}`;
  const frame = await frameSize(url + path, () => post(writer, 'fan-out', source()));

  const barePort = await freePort();
  const bare = await startChild('./bare.child.ts', [String(barePort), String(frame)]);
  try {
    const ours: Run[] = [];
    const without: Run[] = [];
    const others: Run[] = [];
    for (let round = 0; round < rounds; round++) {
      const current = await writer.call('threads.read', {subject: 'fan-out', space, limit: 1});
      const now = `/v1/feed?${new URLSearchParams({topics: topic, cursor: current.cursor})}`;
      ours.push(await listen(server, port, now, streams, () => writeAll(writer)));
      others.push(await listen(bare, barePort, '/', streams, () => {
        bare.tell({rate, count});
        return Promise.resolve();
      }));
      const before = await server.cpu();
      await writeAll(writer);
      without.push({latencies: [], cpu: (await server.cpu()) - before});
    }
    if (!thread) throw new Error('There is no thread.');
    const deliveries = streams * count;
    const cpu = (runs: readonly Run[]) => median(runs.map(run => run.cpu));
    const p = (runs: readonly Run[], share: number) => median(runs.map(({latencies}) => quantile(latencies, share)));
    return [
      figure(`fan-out of ${rate} posts/s to ${streams} pages, p50 from sending the post, beside a bare loop from its write`, 'ms', p(ours, 0.5), p(others, 0.5)),
      figure(`fan-out of ${rate} posts/s to ${streams} pages, p99 from sending the post, beside a bare loop from its write`, 'ms', p(ours, 0.99), p(others, 0.99), '≤ 1.2'),
      figure('fan-out, server CPU for each delivery beyond making the posts, beside the bare loop', 'CPU µs', ((cpu(ours) - cpu(without)) * 1_000) / deliveries, (cpu(others) * 1_000) / deliveries, '≤ 1.2'),
      figure('fan-out, server CPU for each delivery with making the posts, beside the bare loop', 'CPU µs', (cpu(ours) * 1_000) / deliveries, (cpu(others) * 1_000) / deliveries),
    ];
  } finally {
    await bare.stop();
  }
}

const source = () => `@@${Date.now()} A post that everybody hears of at once.`;

async function listen(server: Child, port: number, path: string, pages: number, write: () => Promise<void>): Promise<Run> {
  const listeners = await startChild('./listeners.child.ts', [String(pages), String(port), path]);
  const before = await server.cpu();
  await write();
  const latencies: number[] = [];
  for (const deadline = performance.now() + 30_000; latencies.length < pages * count && performance.now() < deadline;) {
    await new Promise(resolve => setTimeout(resolve, 250));
    for (const latency of (await listeners.ask('report')) as number[]) latencies.push(latency);
  }
  const cpu = (await server.cpu()) - before;
  await listeners.stop();
  if (latencies.length < pages * count) throw new Error(`Only ${latencies.length} of ${pages * count} were delivered.`);
  return {latencies, cpu};
}

/** Posts at the rate, whether or not the one before was answered. */
async function writeAll(writer: ReturnType<typeof apiAs>): Promise<void> {
  const sent: Promise<unknown>[] = [];
  const start = performance.now();
  for (let number = 0; number < count; number++) {
    const wait = start + (number * 1_000) / rate - performance.now();
    if (wait > 0) await new Promise(resolve => setTimeout(resolve, wait));
    sent.push(post(writer, 'fan-out', source()));
  }
  await Promise.all(sent);
}

/** Bytes of one post in the feed. */
async function frameSize(address: string, write: () => Promise<unknown>): Promise<number> {
  const reading = new AbortController();
  const reader = (await fetch(address, {signal: reading.signal})).body!.getReader();
  const decoder = new TextDecoder();
  await write();
  let text = '';
  for (;;) {
    text += decoder.decode((await reader.read()).value, {stream: true});
    const found = /id: [^\n]*\nevent: change\n[^\n]*@@[^\n]*\n\n/.exec(text);
    if (!found) continue;
    reading.abort();
    return found[0].length;
  }
}
