/** One event of an event stream (WHATWG HTML, section 9.2.6). */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  readonly id: string;
}

/**
 * Reads Server-Sent Events off a response's body, line by line as the specification says.
 *
 * @param onEvent Called for each event, in order.
 * @param onBytes Called for each chunk that arrives, heartbeats included.
 */
export async function readEventStream(
  body: ReadableStream<Uint8Array>,
  onEvent: (event: StreamEvent) => void,
  onBytes: () => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let type = '';
  let id = '';
  let data: string[] = [];
  const take = (line: string) => {
    if (line === '') {
      if (data.length > 0) onEvent({type: type || 'message', data: data.join('\n'), id});
      type = '';
      data = [];
      return;
    }
    const colon = line.indexOf(':');
    if (colon === 0) return;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') type = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id' && !value.includes('\0')) id = value;
  };
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      onBytes();
      const lines = (rest + decoder.decode(value, {stream: true})).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) take(line.endsWith('\r') ? line.slice(0, -1) : line);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}
