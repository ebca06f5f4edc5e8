import {connect} from 'node:net';

/**
 * Sends requests over so many connections, one after the other on each, and counts what is answered with 200 in a second.
 *
 * @param next Makes a request for a connection.
 */
export async function requestsPerSecond(port: number, connections: number, seconds: number, next: (connection: number) => string): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let answered = 0;
  await Promise.all(Array.from({length: connections}, (_, connection) => new Promise<void>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(next(connection))).setNoDelay(true);
    let received = '';
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk;
      const head = received.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/content-length: *(\d+)/i.exec(received)?.[1] ?? NaN);
      if (Number.isNaN(length)) socket.destroy(new Error(`An answer without a length: ${received.slice(0, 200)}`));
      if (received.length < head + 4 + length) return;
      if (!received.startsWith('HTTP/1.1 200')) socket.destroy(new Error(received.slice(0, 400)));
      answered++;
      received = '';
      if (performance.now() < end) socket.write(next(connection));
      else socket.end();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
  })));
  return answered / seconds;
}
