/** Where finished files lie: a folder, or a store of objects elsewhere. Keys are made by us: letters, digits, `-` and `/`. */
export interface FileStorage {
  /** Keeps a file whole or not at all; once it settles, the file is there to stay. */
  put(key: string, file: Blob): Promise<void>;
  /**
   * A part of a file.
   *
   * @param end The first byte that no longer belongs to it.
   */
  read(key: string, start: number, end: number): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>;
  /** What is not there stays so. */
  remove(key: string): Promise<void>;
  /** Bytes of a file; `undefined` where it is not there. */
  size(key: string): Promise<number | undefined>;
}
