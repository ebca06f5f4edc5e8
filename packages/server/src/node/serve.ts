import {getRequestListener, type HttpBindings} from '@hono/node-server';
import {createServer, type IncomingMessage, type RequestListener} from 'node:http';
import type {App} from '../app.ts';
import {StartError} from '../internal/start-error.ts';
import {openRawStream} from './raw-sink.ts';

/** How to listen. */
export interface ServeOptions {
  /** 0 for any that is free. */
  readonly port: number;
  /** Default `127.0.0.1`. */
  readonly host?: string;
  /** Is asked before everything else, and may answer in place of the app; `undefined` passes a request on. With it, answers take the long way. */
  readonly before?: Answerer;
  /** Answers what is not the app's: files, the demo. `undefined` passes a request on to the app, which answers the same address by itself from then on. */
  readonly beside?: Answerer;
}

type Answerer = (request: Request) => Promise<Response | undefined> | Response | undefined;

/** A server that listens. */
export interface Serving {
  readonly port: number;
  /** Stops taking requests, lets those under way end for a moment, and ends the rest. */
  close(): Promise<void>;
}

/** Serves an app by HTTP. Throws a {@link StartError} where the port is taken or not allowed. */
export async function serve(app: Pick<App, 'fetch'> & Partial<Pick<App, 'recall'>>, {port, host = '127.0.0.1', before, beside}: ServeOptions): Promise<Serving> {
  const listener = getRequestListener(
    async (request, bindings) => (await before?.(request)) ?? (await beside?.(request)) ?? app.fetch(request, openRawStream((bindings as HttpBindings).outgoing)),
    {overrideGlobalObjects: false},
  );
  const server = createServer(app.recall && !before ? shorten(app.recall, listener) : listener);
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  server.keepAliveTimeout = 65_000;
  server.maxHeadersCount = 100;

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host)));
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      const closed = new Promise<void>(resolve => server.close(() => resolve()));
      server.closeIdleConnections();
      const timer = setTimeout(() => server.closeAllConnections(), 1_000);
      await closed;
      clearTimeout(timer);
    },
  };
}

/** Answers what was asked before without the objects of fetch, which cost more than the answer. The rest goes the long way. */
function shorten(recall: App['recall'], listener: RequestListener): RequestListener {
  return (incoming, outgoing) => {
    const goOn = () => void listener(incoming, outgoing);
    if (incoming.method !== 'GET') return goOn();
    const {headers: {host = '', origin = null, 'accept-encoding': encodings, 'if-none-match': known = null}, url = ''} = incoming;
    const acceptEncoding = encodings === undefined ? null : String(encodings);
    recall(`http://${host}${url}`, {authorization: authorizationOf(incoming), origin, acceptEncoding, ifNoneMatch: known}).then(ready => {
      if (!ready) return goOn();
      const {status, headers, body} = ready;
      outgoing.writeHead(status, body === null ? headers : {...headers, 'content-length': body.length}).end(body ?? undefined);
    }).catch(() => outgoing.destroy());
  };
}

/** All that stands there, as fetch has it: Node itself would take the first of two. */
function authorizationOf(incoming: IncomingMessage): string | null {
  return incoming.headers.authorization === undefined ? null : incoming.headersDistinct['authorization']!.join(', ');
}

function explain(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} is taken by another program. Stop it, or choose another port with --port.`);
    case 'EACCES':
      return new StartError(`Port ${port} may not be used without more rights. Choose another port with --port.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}. Choose another with --host.`);
    default:
      return error;
  }
}
