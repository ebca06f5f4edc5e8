import {limits} from '@social-learning/protocol';
import {toBase64url} from '../internal/encoding.ts';
import type {Secrets} from '../store/secrets.ts';

/** A place in the log: after everything up to it, before everything beyond it. */
export interface Position {
  readonly epoch: number;
  readonly tx: bigint;
  readonly seq: bigint;
}

export function comparePositions(a: Position, b: Position): number {
  if (a.epoch !== b.epoch) return a.epoch - b.epoch;
  if (a.tx !== b.tx) return a.tx < b.tx ? -1 : 1;
  return a.seq < b.seq ? -1 : a.seq > b.seq ? 1 : 0;
}

/** Turns positions and places in lists into opaque signed text, and back. */
export interface Cursors {
  /** @param scope What the cursor belongs to; it is good for nothing else. */
  sign(scope: string, place: string): string;
  /** The place; `undefined` where the cursor is not ours, or of another scope. */
  read(scope: string, cursor: string): string | undefined;
}

/** Bytes of the signature: enough against guessing, for cursors are neither secret nor rights. */
const signatureLength = 12;

export async function createCursors(secrets: Secrets): Promise<Cursors> {
  const sign = await secrets.signer('cursor');
  const seal = (scope: string, place: string) => toBase64url(sign(`${scope}\n${place}`).subarray(0, signatureLength));
  return {
    sign(scope, place) {
      return `${place}.${seal(scope, place)}`;
    },
    read(scope, cursor) {
      if (cursor.length > limits.cursor) return undefined;
      const dot = cursor.lastIndexOf('.');
      const place = cursor.slice(0, Math.max(dot, 0));
      return cursor === `${place}.${seal(scope, place)}` ? place : undefined;
    },
  };
}
