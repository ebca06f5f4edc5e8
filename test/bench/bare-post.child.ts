import {createServer, type ServerResponse} from 'node:http';
import pg from 'pg';

// The limit of posting over HTTP: it puts what came into one row each, all that came meanwhile by one statement, and knows nothing else.
const [port = '', connectionString = ''] = process.argv.slice(2);
const client = new pg.Client({connectionString});
await client.connect();
await client.query('create table if not exists bare_posted (id bigint generated always as identity primary key, thread bigint, source text)');
const insert = {
  name: 'insert',
  text: 'insert into bare_posted (thread, source) select thread, source from json_to_recordset($1::json) as n(thread bigint, source text)',
};

interface Waiting {
  readonly row: {readonly thread: number; readonly source: string};
  readonly response: ServerResponse;
}

let waiting: Waiting[] = [];
let isWriting = false;

async function write(): Promise<void> {
  isWriting = true;
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    await client.query({...insert, values: [JSON.stringify(batch.map(({row}) => row))]});
    for (const {row, response} of batch) {
      const answer = JSON.stringify(row);
      response.writeHead(200, {'content-type': 'application/json', 'content-length': Buffer.byteLength(answer)}).end(answer);
    }
  }
  isWriting = false;
}

createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const {source} = JSON.parse(Buffer.concat(chunks).toString()) as {source: string};
    waiting.push({row: {thread: 1, source}, response});
    if (!isWriting) void write();
  });
}).listen(Number(port), '127.0.0.1', () => process.send!('listening'));
