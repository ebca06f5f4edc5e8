import {sha256, toBase64url, toBytes} from '../internal/encoding.ts';

/** An answer that is the same for everybody who may see it, ready to be sent. */
export interface CachedPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
  /** The same, compressed; made when it is first asked for. */
  gzip(): Promise<Uint8Array<ArrayBuffer>>;
}

interface Entry {
  readonly organisation: string;
  readonly page: Promise<CachedPage>;
  size: number;
}

/** Bytes that are kept at most. */
const capacity = 64 * 1024 * 1024;

/** Keeps answers as bytes until what they show changes. */
export class PageCache {
  /** By topic, then by query. A topic that was dropped while an answer was read never gets that answer. */
  readonly #topics = new Map<string, Map<string, Entry>>();
  #size = 0;

  /** @param read Makes the answer; several who ask at once cause one reading. */
  async get(topic: string, organisation: string, query: string, read: () => Promise<unknown>): Promise<CachedPage> {
    const entries = this.#topics.get(topic) ?? new Map<string, Entry>();
    const found = entries.get(query);
    if (found) return found.page;
    const page = read().then(encode);
    const entry: Entry = {organisation, page, size: 0};
    this.#topics.set(topic, entries.set(query, entry));
    try {
      const {bytes} = await page;
      if (this.#topics.get(topic)?.get(query) === entry) {
        entry.size = bytes.length;
        this.#size += entry.size;
        this.#shrink();
      }
    } catch (error) {
      if (entries.get(query) === entry) entries.delete(query);
      throw error;
    }
    return page;
  }

  drop(topic: string): void {
    const entries = this.#topics.get(topic);
    if (!entries) return;
    for (const {size} of entries.values()) this.#size -= size;
    this.#topics.delete(topic);
  }

  dropOrganisation(organisation: string): void {
    for (const [topic, entries] of this.#topics) {
      for (const entry of entries.values()) {
        if (entry.organisation !== organisation) continue;
        this.drop(topic);
        break;
      }
    }
  }

  #shrink(): void {
    for (const topic of this.#topics.keys()) {
      if (this.#size <= capacity) return;
      this.drop(topic);
    }
  }
}

function encode(value: unknown): CachedPage {
  const text = JSON.stringify(value);
  const bytes = toBytes(text);
  const etag = `W/"${toBase64url(sha256(text).subarray(0, 15))}"`;
  let compressed: Promise<Uint8Array<ArrayBuffer>> | undefined;
  return {bytes, etag, gzip: () => (compressed ??= compress(bytes))};
}

async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
