import type { Context } from 'hono';
import type { ApiResult } from './ApiHandler.ts';
import { acceptsGzip } from './acceptsGzip.ts';
import { encodeChunks } from './encode/encodeChunks.ts';
import type { JsonEncoder } from './encode/JsonEncoder.ts';
import { streamChunks } from './encode/streamChunks.ts';
import { sendBytes } from './sendText.ts';
import type { Turns } from './Turns.ts';

const HEAD = { status: 200, contentType: 'application/json' };

/** Answers with a result in Prometheus's envelope: at once where it is short, else as a stream. */
export async function sendResult(c: Context, result: ApiResult, turns: Pick<Turns, 'next'>): Promise<Response> {
  const chunks = encodeChunks(envelope(result));
  const first = chunks.next();
  if (first.done === true) return sendBytes(c, HEAD, first.value);
  const isPacked = acceptsGzip(c.req.header('accept-encoding'));
  const headers = {
    'content-type': HEAD.contentType,
    vary: 'Accept-Encoding',
    ...(isPacked ? { 'content-encoding': 'gzip' } : undefined),
  };
  if (c.req.method === 'HEAD') return new Response(null, { headers });
  return new Response(streamChunks(startingWith(first.value, chunks), { isPacked, turns }), { headers });
}

function envelope({ json, warnings = [], infos = [] }: ApiResult): JsonEncoder {
  return function* (out) {
    out.write('{"status":"success","data":');
    if (typeof json === 'string') out.write(json);
    else yield* json(out);
    if (warnings.length > 0) out.write(`,"warnings":${JSON.stringify(warnings)}`);
    if (infos.length > 0) out.write(`,"infos":${JSON.stringify(infos)}`);
    out.write('}');
  };
}

function* startingWith(first: Buffer, rest: Iterator<Buffer, Buffer>): Generator<Buffer> {
  yield first;
  for (let next = rest.next(); ; next = rest.next()) {
    yield next.value;
    if (next.done === true) return;
  }
}
