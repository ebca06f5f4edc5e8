/** Where a stream is written to: a raw response of Node, or the stream of a `Response`. */
export interface Sink {
  /** @returns `false` where the reader is gone or too slow; then nothing more may be written. */
  write(bytes: Uint8Array): boolean;
  close(): void;
  /** Calls back once, when the reader goes or the sink is closed. */
  onClose(callback: () => void): void;
}

/** Starts a streamed answer. What serves the app may know a cheaper way than a `ReadableStream`. */
export type OpenStream = (headers: Headers) => {readonly sink: Sink; readonly response: Response};

/** Bytes that may wait for a slow reader. */
export const largestBacklog = 1024 * 1024;

/** Streams through the body of a `Response`. */
export const openResponseStream: OpenStream = headers => {
  let controller!: ReadableStreamDefaultController<Uint8Array>;
  let closed = false;
  const callbacks: (() => void)[] = [];
  const end = () => {
    if (closed) return;
    closed = true;
    for (const callback of callbacks) callback();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start(given) {
        controller = given;
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({highWaterMark: largestBacklog}),
  );
  const sink: Sink = {
    write(bytes) {
      if (closed || (controller.desiredSize ?? 0) < bytes.length) return false;
      controller.enqueue(bytes);
      return true;
    },
    close() {
      if (!closed) controller.close();
      end();
    },
    onClose: callback => callbacks.push(callback),
  };
  return {sink, response: new Response(body, {headers})};
};
