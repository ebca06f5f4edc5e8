import type {UploadTarget} from './backend.ts';
import type {Environment} from './environment.ts';
import {fromProblem, SocialLearningError, toSocialLearningError} from './errors.ts';
import {mayPass} from './may-pass.ts';

/** A file to be sent, and who is told how it goes. */
export interface Sending {
  readonly target: UploadTarget;
  readonly environment: Environment;
  readonly file: File;
  /** Where an earlier attempt was made, if there was one. */
  readonly address?: string | undefined;
  readonly signal: AbortSignal;
  /** The upload has an address now, under which it can go on later; or that address is good no longer. */
  onAddress(address: string | undefined): void;
  /** So many bytes are there, for good. */
  onProgress(sent: number): void;
}

/** Bytes of the first piece; then as many as go in a few seconds. */
const firstPiece = 262_144;
const largestPiece = 4_194_304;
/** Milliseconds within which a piece should go, and after which it is given up. */
const goodTime = 2_000;
const badTime = 8_000;
const deadline = 29_000;
/** Attempts without progress, before it is left to the person. */
const mostAttempts = 8;

const stale = new Set<string>(['unauthenticated', 'token-expired', 'token-invalid']);

/**
 * Sends a file by tus 1.0, piece by piece, and goes on where it was after every cut: never more than the piece under way is sent
 * again. Settles with the id of the upload; rejects with a `SocialLearningError`, `aborted` where the signal says so.
 */
export async function sendFile({target, environment, file, address: given, signal, onAddress, onProgress}: Sending): Promise<string> {
  let address = given;
  let offset = address === undefined ? 0 : undefined;
  let piece = firstPiece;
  let attempts = 0;
  let fresh = false;

  const ask = async (method: string, to: string, headers: Record<string, string>, body?: Blob): Promise<Response> => {
    const init = {
      method, headers: {'tus-resumable': '1.0.0', ...headers}, ...(body && {body}), signal: AbortSignal.any([signal, AbortSignal.timeout(deadline)]),
    };
    const response = await target.send(to, init, fresh);
    fresh = false;
    if (response.ok) return response;
    throw fromProblem(await response.json().catch(() => undefined)) ?? new SocialLearningError(
      response.status === 404 ? 'not-found' : response.status >= 500 ? 'unavailable' : 'invalid-response', `The backend answered ${response.status}.`);
  };

  const create = async () => {
    const metadata = `filename ${toBase64(file.name)}${file.type === '' ? '' : `,filetype ${toBase64(file.type)}`}`;
    const response = await ask('POST', target.url, {'upload-length': String(file.size), 'upload-metadata': metadata});
    // The backend may stand below a path that it does not know.
    address = `${target.url}/${idOf(new URL(response.headers.get('location') ?? '', target.url).href)}`;
    onAddress(address);
    return address;
  };

  /** Asks how far it has come. @returns Whether it is whole. */
  const look = async (at: string) => {
    const {headers} = await ask('HEAD', at, {});
    offset = Number(headers.get('upload-offset'));
    // What is kept may be shorter than what came.
    return headers.get('upload-length') === headers.get('upload-offset');
  };

  const send = async (at: string, from: number) => {
    const began = environment.now();
    const body = file.slice(from, from + piece);
    const response = await ask('PATCH', at, {'upload-offset': String(from), 'content-type': 'application/offset+octet-stream'}, body);
    const took = environment.now() - began;
    if (took < goodTime) piece = Math.min(piece * 2, largestPiece);
    else if (took > badTime) piece = Math.max(piece / 2, firstPiece / 8);
    offset = Number(response.headers.get('upload-offset'));
    attempts = 0;
    onProgress(offset);
  };

  for (;;) {
    try {
      const at = address ?? (await create());
      if (offset === undefined) {
        if (await look(at)) return idOf(at);
        onProgress(offset!);
      }
      while (offset! < file.size) await send(at, offset!);
      return idOf(at);
    } catch (cause) {
      if (signal.aborted) throw new SocialLearningError('aborted', 'The upload was stopped.', {}, {cause});
      const error = cause instanceof DOMException && cause.name === 'TimeoutError'
        ? new SocialLearningError('timeout', 'The backend took too long to answer.', {}, {cause}) : toSocialLearningError(cause);
      const lost = (error.code === 'not-found' || error.code === 'upload-expired') && address !== undefined && offset === undefined;
      const mayGoOn = lost || error.code === 'upload-conflict' || mayPass(error);
      if (lost) {
        address = undefined;
        onAddress(undefined);
      }
      if (!mayGoOn || ++attempts > mostAttempts) throw error;
      offset = address === undefined ? 0 : undefined;
      fresh = stale.has(error.code);
      if (error.code === 'timeout') piece = Math.max(piece / 2, firstPiece / 8);
      if (attempts > 1 || !lost) await environment.wait(Math.min(30_000, 500 * 2 ** (attempts - 1)) * (0.5 + environment.random() / 2), signal);
    }
  }
}

const idOf = (address: string): string => new URL(address).pathname.split('/').at(-1)!;

function toBase64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
