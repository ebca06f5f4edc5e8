import {RESPONSE_ALREADY_SENT} from '@hono/node-server/utils/response';
import type {ServerResponse} from 'node:http';
import {largestBacklog, type OpenStream, type Sink} from '../feed/sink.ts';

/** Streams to Node's own response: half the CPU of a `ReadableStream`. */
export function openRawStream(outgoing: ServerResponse): OpenStream {
  return headers => {
    outgoing.writeHead(200, Object.fromEntries(headers));
    outgoing.flushHeaders();
    outgoing.socket?.setNoDelay(true);
    // An error here is a reader that went; `close` follows and is what is acted on.
    outgoing.on('error', () => undefined);
    const sink: Sink = {
      write(bytes) {
        if (outgoing.destroyed || outgoing.writableEnded || outgoing.writableLength > largestBacklog) return false;
        outgoing.write(bytes);
        return true;
      },
      close() {
        // Whoever does not read would keep a graceful end waiting.
        if (outgoing.writableLength > largestBacklog) outgoing.destroy();
        else outgoing.end();
      },
      onClose: callback => outgoing.once('close', callback),
    };
    return {sink, response: RESPONSE_ALREADY_SENT};
  };
}
