import type { Context } from 'hono';
import { uncompress } from 'snappyjs';
import { ApiError } from '../../http/ApiError.ts';
import { readBytes } from '../../http/readBody.ts';
import { readJson } from '../../http/readJson.ts';
import type { Logger } from '../../log/Logger.ts';
import { messageOf } from '../../store/storeErrors.ts';
import type { DuckDbLogs } from '../DuckDbLogs.ts';
import type { IncomingLog } from '../IncomingLog.ts';
import { sendLogFailure } from '../sendLogFailure.ts';
import { decodePushRequest } from './decodePushRequest.ts';
import { readPushJson } from './readPushJson.ts';

const MEGABYTE = 1024 * 1024;
/** How much one request may bring, as it is sent and once it is unpacked. */
export const PUSH_LIMITS: Readonly<Record<'maxBytes' | 'maxUnpackedBytes', number>> = {
  maxBytes: 8 * MEGABYTE,
  maxUnpackedBytes: 32 * MEGABYTE,
};

/** Makes the route of Loki's push, in JSON and in Protocol Buffers. It answers 204 once the whole request is durable. */
export function pushRoute(logs: Pick<DuckDbLogs, 'append'>, log: Logger): (c: Context) => Promise<Response> {
  return async (c) => {
    try {
      await logs.append(await readLogs(c));
      return c.body(null, 204);
    } catch (error) {
      return sendLogFailure(c, error, log);
    }
  };
}

async function readLogs(c: Context): Promise<readonly IncomingLog[]> {
  const contentType = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (contentType === 'application/json') return readOr400(async () => readPushJson(await readJson(c, PUSH_LIMITS)));
  if (contentType !== 'application/x-protobuf') {
    const quoted = JSON.stringify(contentType);
    throw new ApiError(
      'bad_data',
      `the content type ${quoted} is not supported; send application/json, or application/x-protobuf packed with snappy`,
      415,
    );
  }
  // Loki's clients pack their messages with snappy, and say nothing of it.
  const encoding = (c.req.header('content-encoding') ?? 'snappy').toLowerCase();
  if (encoding !== 'snappy') {
    throw new ApiError(
      'bad_data',
      `the content encoding ${JSON.stringify(encoding)} is not supported; send snappy`,
      415,
    );
  }
  const packed = await readBytes(c, PUSH_LIMITS.maxBytes);
  return readOr400(async () => decodePushRequest(uncompress(packed, PUSH_LIMITS.maxUnpackedBytes)));
}

async function readOr400<TResult>(read: () => Promise<TResult>): Promise<TResult> {
  try {
    return await read();
  } catch (error) {
    throw error instanceof ApiError ? error : new ApiError('bad_data', messageOf(error));
  }
}
