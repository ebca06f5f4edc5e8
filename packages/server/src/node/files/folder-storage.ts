import {createReadStream} from 'node:fs';
import {mkdir, open, rename, rm, stat} from 'node:fs/promises';
import {dirname, join} from 'node:path';
import {Readable} from 'node:stream';
import type {FileStorage} from '../../files/storage.ts';

const draftOf = (path: string): string => `${path}.part`;

/** Keeps files in a folder of this machine. */
export function folderStorage(folder: string): FileStorage {
  const pathOf = (key: string): string => {
    if (!/^[\w-]+(?:\/[\w-]+)*$/.test(key)) throw new Error(`“${key}” is not a key.`);
    return join(folder, key);
  };
  return {
    async put(key, file) {
      const path = pathOf(key);
      await mkdir(dirname(path), {recursive: true});
      // Under another name until it is whole and on the disk.
      const draft = draftOf(path);
      const handle = await open(draft, 'w');
      try {
        await handle.writeFile(file.stream() as unknown as AsyncIterable<Uint8Array>);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(draft, path);
      const directory = await open(dirname(path), 'r');
      await directory.sync().finally(() => directory.close());
    },
    async read(key, start, end) {
      const path = pathOf(key);
      await stat(path);
      return Readable.toWeb(createReadStream(path, {start, end: end - 1})) as ReadableStream<Uint8Array<ArrayBuffer>>;
    },
    async remove(key) {
      const path = pathOf(key);
      // The server may have died over it.
      await Promise.all([path, draftOf(path)].map(each => rm(each, {force: true})));
    },
    async size(key) {
      return (await stat(pathOf(key)).catch((error: NodeJS.ErrnoException) => {
        if (error.code !== 'ENOENT') throw error;
      }))?.size;
    },
  };
}
