import {createHash, createHmac} from 'node:crypto';
import {createServer} from 'node:http';
import {atTheEnd} from './database.ts';

/** A store that speaks as much S3 as we use, in memory. It checks signatures (AWS Signature Version 4). */
export async function startS3(key: string, secret: string): Promise<{endpoint: string; objects: Map<string, Buffer>}> {
  const objects = new Map<string, Buffer>();
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    const path = request.url!;
    if (request.headers.authorization !== expectedAuthorization(request.method!, path, request.headers, key, secret)) return response.writeHead(403).end();
    const found = objects.get(path);
    switch (request.method) {
      case 'PUT':
        if (request.headers['content-length'] === undefined) return response.writeHead(411).end();
        objects.set(path, Buffer.concat(body));
        return response.writeHead(200).end();
      case 'DELETE':
        objects.delete(path);
        return response.writeHead(204).end();
      default: {
        if (!found) return response.writeHead(404).end();
        const [, start, end] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
        const part = start === undefined ? found : found.subarray(Number(start), Number(end) + 1);
        return response.writeHead(start === undefined ? 200 : 206, {'content-length': part.length}).end(request.method === 'HEAD' ? undefined : part);
      }
    }
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  atTheEnd(() => new Promise(resolve => {
    server.close(resolve);
    server.closeAllConnections();
  }));
  return {endpoint: `http://127.0.0.1:${(server.address() as {port: number}).port}`, objects};
}

function expectedAuthorization(method: string, path: string, headers: NodeJS.Dict<string | string[]>, key: string, secret: string): string {
  const given = String(headers['authorization']);
  const [, scope = '', signed = ''] = /Credential=[^/]+\/([^,]+), SignedHeaders=([^,]+)/.exec(given) ?? [];
  const canonical = [
    method, path, '', ...signed.split(';').map(name => `${name}:${String(headers[name]).trim()}`), '', signed, headers['x-amz-content-sha256'],
  ].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, createHash('sha256').update(canonical).digest('hex')].join('\n');
  const signingKey = scope.split('/').reduce<Buffer | string>((last, part) => createHmac('sha256', last).update(part).digest(), `AWS4${secret}`);
  const signature = createHmac('sha256', signingKey).update(toSign).digest('hex');
  return `AWS4-HMAC-SHA256 Credential=${key}/${scope}, SignedHeaders=${signed}, Signature=${signature}`;
}
