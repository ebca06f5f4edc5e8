const started = new Map<string, Promise<Response>>();

/** Starts a read before the code that needs it is there. Its answer goes to the first request for the same address. */
export function prefetch(url: string): void {
  const answer = fetch(url);
  // A failure is told to whoever takes it; until then it is nobody's error.
  answer.catch(() => undefined);
  started.set(new URL(url).href, answer);
}

/** The answer that was started for this address, once. */
export function takePrefetched(url: string): Promise<Response> | undefined {
  const answer = started.get(url);
  started.delete(url);
  return answer;
}

/** The address of a read: the same text for the same input, so that a prefetch is found. */
export function readUrl(backend: string, path: string, input: object): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value !== undefined) query.set(name, String(value));
  }
  const search = query.toString();
  return backend.replace(/\/$/, '') + path + (search && `?${search}`);
}
