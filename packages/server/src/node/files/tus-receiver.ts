import {FileStore} from '@tus/file-store';
import {Server} from '@tus/server';
import {mkdirSync, openAsBlob} from 'node:fs';
import {rm, stat} from 'node:fs/promises';
import {join} from 'node:path';
import type {UploadReceiver} from '../../files/receiver.ts';

/** Keeps uploads that are under way in a folder of this machine: one file each, and one beside it that says how long it will be. */
export function tusReceiver(folder: string): UploadReceiver {
  mkdirSync(folder, {recursive: true});
  const store = new FileStore({directory: folder});
  const ids = new WeakMap<Request, string>();
  const server = new Server({
    path: '/', datastore: store, relativeLocation: true,
    namingFunction: request => ids.get(request as unknown as Request)!,
    getFileIdFromRequest: request => ids.get(request as unknown as Request),
    generateUrl: (_, {id}) => `/${id}`,
  });
  return {
    handle(request, id) {
      ids.set(request, id);
      return server.handleWeb(request);
    },
    async open(id) {
      const path = join(folder, id);
      const found = await stat(path).catch(absent);
      return found && openAsBlob(path);
    },
    async remove(id) {
      await Promise.all([join(folder, id), join(folder, `${id}.json`)].map(path => rm(path, {force: true})));
    },
  };
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
