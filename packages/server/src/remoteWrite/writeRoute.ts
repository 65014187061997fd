import { type Clock, GlasspaneError } from '@glasspane/core';
import type { Context } from 'hono';
import { uncompress } from 'snappyjs';
import type { Logger } from '../log/Logger.ts';
import { MAX_AHEAD_MS } from '../maxAheadMs.ts';
import type { SampleStore } from '../store/SampleStore.ts';
import { messageOf } from '../store/storeErrors.ts';
import { decodeWriteRequest } from './decodeWriteRequest.ts';
import { type DecodedBatch, toBatch } from './toBatch.ts';

/** What the route of remote write needs. */
export interface WriteRouteOptions {
  readonly store: Pick<SampleStore, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
}

/** The largest request, uncompressed: the sender says how long it is, and a bomb says so too. */
const MAX_UNCOMPRESSED_BYTES = 64 * 1024 * 1024;

/** Makes the route of Prometheus remote write 1.0. It answers 204 once the whole request is durable. */
export function writeRoute({ store, clock, log }: WriteRouteOptions): (c: Context) => Promise<Response> {
  return async (c) => {
    const unsupported = faultOfHeaders(c);
    if (unsupported !== undefined) return c.text(`${unsupported}\n`, 415);
    const body = Buffer.from(await c.req.arrayBuffer());
    let decoded: DecodedBatch;
    try {
      decoded = toBatch(decodeWriteRequest(uncompress(body, MAX_UNCOMPRESSED_BYTES)), clock.now() + MAX_AHEAD_MS);
    } catch (error) {
      return c.text(`${messageOf(error)}\n`, 400);
    }
    try {
      await store.append(decoded.batch);
    } catch (error) {
      // A sender tries again after a 5xx, and gives up after a 4xx.
      const isFault = error instanceof GlasspaneError && error.code === 'invalid';
      return c.text(`${messageOf(error)}\n`, isFault ? 400 : 503);
    }
    if (decoded.droppedHistograms > 0) {
      log.warn('native histograms cannot be stored; send classic ones', { dropped: decoded.droppedHistograms });
    }
    return c.body(null, 204);
  };
}

function faultOfHeaders(c: Context): string | undefined {
  const [contentType = '', ...parameters] = (c.req.header('content-type') ?? '').split(';').map((part) => part.trim());
  if (contentType.toLowerCase() !== 'application/x-protobuf') {
    return `the content type ${JSON.stringify(contentType)} is not supported; send application/x-protobuf`;
  }
  const message = parameters.find((parameter) => parameter.startsWith('proto='))?.slice('proto='.length);
  if (message !== undefined && message !== 'prometheus.WriteRequest') {
    return `the message ${message} is not supported; send prometheus.WriteRequest (remote write 1.0)`;
  }
  // Prometheus takes a missing encoding for snappy, the only one that 1.0 knows.
  const encoding = c.req.header('content-encoding') ?? 'snappy';
  return encoding === 'snappy'
    ? undefined
    : `the content encoding ${JSON.stringify(encoding)} is not supported; send snappy`;
}
