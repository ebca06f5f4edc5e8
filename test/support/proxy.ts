import {connect, createServer, type AddressInfo, type Socket} from 'node:net';
import {once} from 'node:events';

/** One request on its way, in the hands of a fault. Each request has a connection of its own, on both sides. */
export interface Exchange {
  /** `POST /v1/posts`. */
  readonly route: string;
  /** The whole request, as it travels on. */
  readonly request: Buffer;
  /** Bytes of the request before its body. */
  readonly headLength: number;
  /** Sends bytes to the server. Gives its whole answer, once that has ended. */
  send(bytes: Buffer): Promise<Buffer>;
  /** Sends bytes to the server and no more; settles when they have left. */
  begin(bytes: Buffer): Promise<void>;
  /** Sends bytes to the browser; settles when they have left. */
  reply(bytes: Buffer): Promise<void>;
  /** Resets the connections of both sides. */
  cut(): void;
  /** Lets the exchange go on as if nothing were. */
  pass(): void;
}

/** What a request meets instead of the network. */
export type Fault = (exchange: Exchange) => Promise<void> | void;

/** A network between the browser and the server that does as it is told. */
export interface Proxy {
  readonly url: string;
  /** The routes asked for so far, in order. */
  readonly routes: readonly string[];
  /** Meets the next requests of a route with a fault. */
  meet(route: string, fault: Fault, times?: number): void;
  /** Resets every connection, and every new one until {@link heal}. */
  cut(): void;
  /** Takes everything and gives nothing, without saying so, until {@link heal}. */
  swallow(): void;
  /** Lets everything through again, and forgets faults that nothing met; what was swallowed goes on. */
  heal(): void;
  close(): Promise<void>;
}

/** Stands on a port of its own before the server on a port of loopback. */
export async function startProxy(port: number): Promise<Proxy> {
  const sockets = new Set<Socket>();
  const routes: string[] = [];
  const faults: {route: string; fault: Fault; times: number}[] = [];
  let state: 'open' | 'cut' | 'swallowing' = 'open';

  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.setNoDelay(true);
    socket.on('close', () => sockets.delete(socket));
    // Cuts are what this is for.
    socket.on('error', () => undefined);
    if (state === 'swallowing') socket.pause();
    return socket;
  };

  const takeFault = (route: string): Fault | undefined => {
    const found = faults.find(each => each.times > 0 && each.route === route);
    if (found) found.times--;
    return found?.fault;
  };

  const server = createServer(client => {
    if (state === 'cut') {
      client.on('error', () => undefined);
      client.resetAndDestroy();
      return;
    }
    keep(client);
    let received = Buffer.alloc(0);
    const onData = (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      const request = readRequest(received);
      if (!request) return;
      client.off('data', onData);
      routes.push(request.route);
      const exchange = exchangeOf(client, request, () => keep(connect(port, '127.0.0.1')));
      const fault = takeFault(request.route);
      if (fault) void fault(exchange);
      else exchange.pass();
    };
    client.on('data', onData);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    routes,
    meet(route, fault, times = 1) {
      faults.push({route, fault, times});
    },
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.resetAndDestroy();
    },
    swallow() {
      state = 'swallowing';
      for (const socket of sockets) socket.pause();
    },
    heal() {
      state = 'open';
      faults.length = 0;
      for (const socket of sockets) socket.resume();
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

function exchangeOf(client: Socket, request: Request, connectUpstream: () => Socket): Exchange {
  const upstreams: Socket[] = [];
  const open = () => {
    const upstream = connectUpstream();
    upstreams.push(upstream);
    client.on('close', () => upstream.destroy());
    return upstream;
  };
  return {
    ...request,
    async send(bytes) {
      const upstream = open();
      const chunks: Buffer[] = [];
      upstream.on('data', (chunk: Buffer) => chunks.push(chunk));
      upstream.write(bytes);
      await new Promise(resolve => upstream.once('close', resolve));
      return Buffer.concat(chunks);
    },
    begin: bytes => new Promise(resolve => open().write(bytes, () => resolve())),
    reply: bytes => new Promise(resolve => {
      if (!client.writable) resolve();
      else client.write(bytes, () => resolve());
    }),
    cut() {
      for (const socket of [client, ...upstreams]) socket.resetAndDestroy();
    },
    pass() {
      const upstream = open();
      upstream.write(request.request);
      upstream.pipe(client);
      upstream.on('error', () => client.resetAndDestroy());
    },
  };
}

type Request = Pick<Exchange, 'route' | 'request' | 'headLength'>;

/** A request once it is there as a whole. */
function readRequest(received: Buffer): Request | undefined {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = received.subarray(0, end).toString('latin1');
  const body = received.subarray(end + 4);
  const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
  if (body.length < length) return undefined;
  const [method = '', address = ''] = head.split(' ');
  // One request for each connection: what happens to it happens to nothing else.
  const onward = Buffer.from(`${head.replace(/\r\nconnection:[^\r]*/i, '')}\r\nConnection: close\r\n\r\n`, 'latin1');
  return {route: `${method} ${address.split('?')[0]}`, request: Buffer.concat([onward, body]), headLength: onward.length};
}
