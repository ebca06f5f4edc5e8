import {claimedFormat, fileFormats, type FileKind, type Id, type Output} from '@social-learning/protocol';
import {atom, readonlyType, type ReadableAtom} from 'nanostores';
import type {ClientCore} from './client-core.ts';
import {SocialLearningError, toSocialLearningError} from './errors.ts';

export type {FileKind} from '@social-learning/protocol';

/** A file on its way to the backend. */
export interface Upload {
  /** Of this upload in the page. */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** `undefined` for a file that is not taken. */
  readonly kind: FileKind | undefined;
  readonly status: 'waiting' | 'running' | 'paused' | 'finished' | 'failed';
  /** Bytes that are there. */
  readonly sent: number;
  /** Bytes a second, as it went lately; `undefined` until that is known. */
  readonly speed: number | undefined;
  /** Seconds that are left, at that speed. */
  readonly left: number | undefined;
  /** Of a finished one: the id by which it is shared. */
  readonly file: Id | undefined;
  readonly error: SocialLearningError | undefined;
}

/** What the backend says about files; see `content.terms`. */
export type UploadTerms = Output<'content.terms'>;

/** Uploads of one place in a page, the first that was chosen first. */
export interface Uploads {
  readonly $uploads: ReadableAtom<readonly Upload[]>;
  /** Takes a file and sends it. One that cannot be taken by these terms fails at once, with the reason. */
  add(file: File, terms?: UploadTerms): string;
  pause(id: string): void;
  /** Goes on, also with one that failed. */
  resume(id: string): void;
  /** Ends an upload, and lets the backend forget what has come of it. */
  cancel(id: string): void;
  /** Takes a finished upload off the list; the file stays. */
  dismiss(id: string): void;
  /** Pauses all. What has come of them is kept: once the same file is chosen again, it goes on. */
  close(): void;
}

/** Uploads at once; others wait. */
const atOnce = 3;
/** Milliseconds over which the speed is taken. */
const lately = 8_000;

interface Entry {
  upload: Upload;
  readonly file: File;
  running: AbortController | undefined;
  address: string | undefined;
  marks: {readonly at: number; readonly sent: number}[];
}

/**
 * Uploads that go on after a cut, and after a reload once the same file is chosen again: where it was sent to is kept in the
 * environment's storage, for this organisation and person.
 */
export function createUploads(client: ClientCore): Uploads {
  const {environment, backend} = client;
  const $uploads = atom<readonly Upload[]>([]);
  const entries = new Map<string, Entry>();
  let count = 0;
  let closed = false;

  const show = () => $uploads.set([...entries.values()].map(({upload}) => upload));
  const change = (entry: Entry, changes: Partial<Upload>) => {
    entry.upload = {...entry.upload, ...changes};
    if (entries.get(entry.upload.id) === entry) show();
  };

  const keyOf = ({name, size, type, lastModified}: File) =>
    `social-learning/uploads/${client.owner}/${[name, size, type, lastModified].map(part => encodeURIComponent(part)).join('/')}`;
  const keep = (key: string, address: string | undefined) => {
    try {
      if (address === undefined) environment.drafts.removeItem(key);
      else environment.drafts.setItem(key, address);
    } catch {
      // A full storage costs going on after a reload, and nothing else.
    }
  };

  const start = () => {
    const all = [...entries.values()];
    const free = atOnce - all.filter(({upload}) => upload.status === 'running').length;
    for (const entry of all.filter(({upload}) => upload.status === 'waiting').slice(0, Math.max(0, free))) void run(entry);
  };

  const run = async (entry: Entry) => {
    const {file} = entry;
    const running = new AbortController();
    entry.running = running;
    entry.marks = [{at: environment.now(), sent: entry.upload.sent}];
    change(entry, {status: 'running', error: undefined, speed: undefined, left: undefined});
    const key = keyOf(file);
    try {
      const target = backend.uploads;
      if (!target) throw new SocialLearningError('unsupported', 'This backend takes no files.');
      const {sendFile} = await import('./tus-upload.ts');
      const id = await sendFile({
        target, environment, file, signal: running.signal, address: entry.address ?? environment.drafts.getItem(key) ?? undefined,
        onAddress(address) {
          entry.address = address;
          keep(key, address);
        },
        onProgress: sent => change(entry, {sent, ...measure(entry, sent)}),
      });
      keep(key, undefined);
      change(entry, {status: 'finished', sent: file.size, speed: undefined, left: undefined, file: id});
    } catch (cause) {
      if (running.signal.aborted) return;
      change(entry, {status: 'failed', error: toSocialLearningError(cause), speed: undefined, left: undefined});
    } finally {
      if (entry.running === running) entry.running = undefined;
      if (!closed) start();
    }
  };

  const measure = (entry: Entry, sent: number): Pick<Upload, 'speed' | 'left'> => {
    const at = environment.now();
    entry.marks = [...entry.marks.filter(mark => at - mark.at <= lately), {at, sent}];
    const [first] = entry.marks;
    const speed = first && at > first.at ? ((sent - first.sent) * 1_000) / (at - first.at) : undefined;
    return speed ? {speed, left: (entry.file.size - sent) / speed} : {speed: undefined, left: undefined};
  };

  const stop = (entry: Entry) => {
    entry.running?.abort();
    entry.running = undefined;
  };

  // What failed because nothing was reached goes on by itself when the page is back.
  const stopWaking = environment.onWake(() => {
    for (const entry of entries.values()) {
      if (entry.upload.status === 'failed' && ['network', 'timeout', 'unavailable'].includes(entry.upload.error?.code ?? '')) change(entry, {status: 'waiting'});
    }
    start();
  });

  return {
    $uploads: readonlyType($uploads),
    add(file, terms) {
      const id = `${++count}`;
      const format = claimedFormat(file.name, file.type);
      const kind = format && fileFormats[format].kind;
      const error = refusalOf(file, kind, terms);
      entries.set(id, {
        file, running: undefined, address: undefined, marks: [],
        upload: {
          id, name: file.name, size: file.size, kind, status: error ? 'failed' : 'waiting', sent: 0, speed: undefined, left: undefined, file: undefined, error,
        },
      });
      show();
      start();
      return id;
    },
    pause(id) {
      const entry = entries.get(id);
      if (entry?.upload.status !== 'running' && entry?.upload.status !== 'waiting') return;
      stop(entry);
      change(entry, {status: 'paused', speed: undefined, left: undefined});
      start();
    },
    resume(id) {
      const entry = entries.get(id);
      if (entry?.upload.status !== 'paused' && entry?.upload.status !== 'failed') return;
      change(entry, {status: 'waiting', error: undefined});
      start();
    },
    cancel(id) {
      const entry = entries.get(id);
      if (!entry) return;
      stop(entry);
      entries.delete(id);
      keep(keyOf(entry.file), undefined);
      // The backend forgets what nobody asks for by itself; this is only sooner.
      if (entry.address !== undefined) void backend.uploads?.send(entry.address, {method: 'DELETE', headers: {'tus-resumable': '1.0.0'}}, false).catch(() => undefined);
      show();
      start();
    },
    dismiss(id) {
      if (entries.get(id)?.upload.status === 'finished') entries.delete(id);
      show();
    },
    close() {
      closed = true;
      stopWaking();
      for (const entry of entries.values()) stop(entry);
    },
  };
}

/** Why a file cannot be taken, as far as that is known before it is sent. */
function refusalOf({size, name}: File, kind: FileKind | undefined, terms: UploadTerms | undefined): SocialLearningError | undefined {
  const limit = terms?.kinds.find(each => each.kind === kind)?.most;
  if (kind === undefined || (terms && limit === undefined)) {
    return new SocialLearningError('unsupported-media-type', `Files like ${name} are not taken here.`);
  }
  if (size === 0) return new SocialLearningError('invalid', `${name} is empty.`, {field: '/size'});
  if (limit !== undefined && size > limit) return new SocialLearningError('too-large', `${name} is too large.`, {limit});
  if (terms && terms.quota.used + size > terms.quota.most) return new SocialLearningError('quota-spent', 'There is no room left.', {limit: terms.quota.most});
  return undefined;
}

/** Sends one small file, such as captions, and settles with the id by which it is shared. */
export async function uploadFile(client: ClientCore, file: File, signal: AbortSignal = new AbortController().signal): Promise<Id> {
  const {backend: {uploads: target}, environment} = client;
  if (!target) throw new SocialLearningError('unsupported', 'This backend takes no files.');
  const {sendFile} = await import('./tus-upload.ts');
  return sendFile({target, environment, file, signal, onAddress: () => undefined, onProgress: () => undefined});
}
