import {AwsClient} from 'aws4fetch';
import type {FileStorage} from '../../files/storage.ts';

/** A bucket of a store that speaks S3. */
export interface S3Options {
  /** Address of the store, without the bucket. */
  readonly endpoint: string;
  readonly bucket: string;
  readonly key: string;
  readonly secret: string;
  /** Default `us-east-1`. */
  readonly region?: string;
  /** Milliseconds in which the store must answer, and a second more for every megabyte that is sent. Default 30,000. */
  readonly patience?: number;
}

/** Keeps files in a bucket of S3, or of anything that speaks like it; addresses are of the path style. */
export function s3Storage({endpoint, bucket, key: accessKeyId, secret: secretAccessKey, region = 'us-east-1', patience = 30_000}: S3Options): FileStorage {
  const client = new AwsClient({accessKeyId, secretAccessKey, region, service: 's3', retries: 3});
  const addressOf = (key: string) => `${endpoint.replace(/\/$/, '')}/${bucket}/${key}`;
  const ask = async (method: string, key: string, init: RequestInit & {readonly body?: Blob} = {}, fine: readonly number[] = [200]): Promise<Response> => {
    const deadline = patience + Math.ceil((init.body?.size ?? 0) / 1_000_000) * 1_000;
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(new Error(`S3: ${method} was not answered within ${deadline} ms.`)), deadline);
    const answer = await client.fetch(addressOf(key), {...init, method, signal: waiting.signal}).finally(() => clearTimeout(timer));
    if (!fine.includes(answer.status)) throw new Error(`S3: ${method} was answered with ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return answer;
  };
  return {
    async put(key, file) {
      await ask('PUT', key, {body: file});
    },
    async read(key, start, end) {
      const answer = await ask('GET', key, {headers: {range: `bytes=${start}-${end - 1}`}}, [206]);
      return answer.body!;
    },
    async remove(key) {
      await ask('DELETE', key, {}, [200, 204, 404]);
    },
    async size(key) {
      const answer = await ask('HEAD', key, {}, [200, 404]);
      return answer.status === 404 ? undefined : Number(answer.headers.get('content-length'));
    },
  };
}
