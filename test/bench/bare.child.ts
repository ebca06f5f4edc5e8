import {createServer, type ServerResponse} from 'node:http';

// The limit of a live feed: it writes the same bytes to everybody, and knows nothing.
const [port = '', bytes = ''] = process.argv.slice(2);
const clients = new Set<ServerResponse>();
createServer((_, response) => {
  response.writeHead(200, {'content-type': 'text/event-stream'});
  response.flushHeaders();
  response.socket?.setNoDelay(true);
  clients.add(response);
  response.on('close', () => clients.delete(response));
}).listen(Number(port), '127.0.0.1', () => process.send!('listening'));

process.on('message', (message: 'cpu' | {rate: number; count: number}) => {
  if (message === 'cpu') {
    process.send!(process.cpuUsage());
    return;
  }
  let sent = 0;
  const timer = setInterval(() => {
    const frame = Buffer.from(`id: 1\nevent: change\ndata: @@${Date.now()}${'x'.repeat(Number(bytes) - 44)}\n\n`);
    for (const client of clients) client.write(frame);
    if (++sent < message.count) return;
    clearInterval(timer);
  }, 1_000 / message.rate);
});
