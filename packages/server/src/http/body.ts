import {limits} from '@social-learning/protocol';
import {parseJson} from './json.ts';
import {Refusal} from './refusal.ts';

/** Reads a JSON body, counting its bytes as they come: at most `limits.body`, in valid UTF-8. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.trim().toLowerCase() ?? '';
  if (!/^application\/json(?:\s*;\s*charset="?utf-8"?)?$/.test(type)) {
    throw new Refusal('unsupported-media-type', 'The body must be sent as application/json.');
  }
  if (request.headers.get('content-encoding')) {
    throw new Refusal('unsupported-media-type', 'The body must be sent without a content encoding.');
  }
  const length = Number(request.headers.get('content-length') ?? NaN);
  if (length > limits.body) throw tooLarge();

  const bytes = await gather(request, length);
  let text: string;
  try {
    text = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
  } catch {
    throw new Refusal('malformed', 'The body is not valid UTF-8.');
  }
  return parseJson(text);
}

/** @param length What is announced; a body that says nothing of its length is counted while it comes. */
async function gather(request: Request, length: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    if (length >= 0) {
      const whole = new Uint8Array(await request.arrayBuffer());
      if (whole.length > limits.body) throw tooLarge();
      return whole;
    }
    for await (const chunk of request.body ?? []) {
      size += chunk.length;
      if (size > limits.body) throw tooLarge();
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('malformed', 'The body broke off.');
  }
  if (chunks.length === 1) return chunks[0]!;
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.length;
  }
  return whole;
}

const tooLarge = () => new Refusal('too-large', `The body is larger than ${limits.body} bytes.`, {limit: limits.body});
