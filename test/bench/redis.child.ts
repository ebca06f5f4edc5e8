import {createServer} from 'node:http';
import {connect} from 'node:net';

// The same answers from a Redis sorted set, by a server that does nothing besides.
const [port = '', redisPort = '', people = '', first = ''] = process.argv.slice(2);
const redis = connect(Number(redisPort), '127.0.0.1').setNoDelay(true);
const waiting: ((reply: string[]) => void)[] = [];
let received = '';

redis.setEncoding('latin1').on('data', (chunk: string) => {
  received += chunk;
  for (let reply = take(); reply; reply = take()) waiting.shift()!(reply);
});

/** One reply of the protocol (RESP), as far as it is used here: a number, a status, or a list of texts. */
function take(): string[] | undefined {
  const lines = received.split('\r\n');
  if (lines.length < 2) return undefined;
  const [head = ''] = lines;
  const size = head.startsWith('*') ? Number(head.slice(1)) * 2 + 1 : head.startsWith('$') ? 2 : 1;
  if (lines.length < size + 1) return undefined;
  received = lines.slice(size).join('\r\n');
  return head.startsWith('*') ? lines.slice(1, size).filter((_, index) => index % 2 === 1) : head.startsWith('$') ? [lines[1]!] : [head.slice(1)];
}

const ask = (...words: string[]): Promise<string[]> => new Promise(resolve => {
  waiting.push(resolve);
  redis.write(`*${words.length}\r\n${words.map(word => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`);
});

for (let index = 0; index < Number(people); index += 1_000) {
  await Promise.all(Array.from({length: 1_000}, (_, each) => ask('ZADD', 'board', String(((index + each) * 7_919) % 5_000), `person ${index + each}`)));
}

createServer((request, response) => {
  void answer(request.url === '/near').then(body => {
    response.writeHead(200, {'content-type': 'application/json', 'content-length': Buffer.byteLength(body)});
    response.end(body);
  });
}).listen(Number(port), '127.0.0.1', () => process.send!('listening'));

async function answer(near: boolean): Promise<string> {
  const me = `person ${first}`;
  const [[place = '0'], [score = '0']] = await Promise.all([ask('ZREVRANK', 'board', me), ask('ZSCORE', 'board', me)]);
  const start = near ? Math.max(0, Number(place) - 3) : 0;
  const [rows, [ahead = '0']] = await Promise.all([
    ask('ZREVRANGE', 'board', String(start), String(start + (near ? 6 : 19)), 'WITHSCORES'), ask('ZCOUNT', 'board', `(${score}`, '+inf'),
  ]);
  return JSON.stringify({rank: Number(ahead) + 1, rows});
}

process.on('message', () => process.send!(process.cpuUsage()));
