import type { Clock } from '@glasspane/core';
import type { Context } from 'hono';
import { ApiError } from '../../http/ApiError.ts';
import { readBody } from '../../http/readBody.ts';
import { readJson } from '../../http/readJson.ts';
import type { Logger } from '../../log/Logger.ts';
import { decodeMessage, encodeMessage } from '../../otlp/otlpMessages.ts';
import { messageOf } from '../../store/storeErrors.ts';
import type { DuckDbLogs } from '../DuckDbLogs.ts';
import { PUSH_LIMITS } from '../push/pushRoute.ts';
import { toLogError } from '../sendLogFailure.ts';
import type { OtlpLogGroup } from './OtlpLogs.ts';
import { readOtlpLogs } from './readOtlpLogs.ts';
import { toIncomingLogs } from './toIncomingLogs.ts';

const PROTOBUF = 'application/x-protobuf';
const JSON_TYPE = 'application/json';

/** What the route of OTLP logs needs. */
export interface OtlpLogsRouteOptions {
  readonly logs: Pick<DuckDbLogs, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Logger;
}

/** Makes the route of OTLP/HTTP logs, in JSON and in Protocol Buffers. It answers once the whole request is durable. */
export function otlpLogsRoute({ logs, clock, log }: OtlpLogsRouteOptions): (c: Context) => Promise<Response> {
  return async (c) => {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    try {
      const groups = await readGroups(c, type);
      await logs.append(toIncomingLogs(groups, BigInt(Math.floor(clock.now())) * 1_000_000n));
      // Nothing was left out, so there is nothing to say.
      return type === PROTOBUF ? send(200, PROTOBUF, new Uint8Array()) : send(200, JSON_TYPE, '{}');
    } catch (error) {
      return sendStatus(toLogError(error, log, c.req.raw.signal), type);
    }
  };
}

async function readGroups(c: Context, type: string): Promise<readonly OtlpLogGroup[]> {
  if (type !== PROTOBUF && type !== JSON_TYPE) {
    const quoted = JSON.stringify(type);
    throw new ApiError(
      'bad_data',
      `the content type ${quoted} is not supported; send ${PROTOBUF} or ${JSON_TYPE}`,
      415,
    );
  }
  const body = type === PROTOBUF ? await readBody(c, PUSH_LIMITS) : await readJson(c, PUSH_LIMITS);
  try {
    return readOtlpLogs(body instanceof Uint8Array ? decodeMessage('ExportLogsServiceRequest', body) : body);
  } catch (error) {
    throw new ApiError('bad_data', `this is no OTLP logs request: ${messageOf(error)}`);
  }
}

/** Answers with the message `google.rpc.Status`, in the form of the request, as OTLP wants it. */
function sendStatus({ status, message }: ApiError, type: string): Response {
  if (type !== PROTOBUF) return send(status, JSON_TYPE, JSON.stringify({ message }));
  return send(status, PROTOBUF, encodeMessage('Status', { message }));
}

function send(status: number, type: string, body: string | Uint8Array): Response {
  return new Response(typeof body === 'string' ? body : Buffer.from(body), {
    status,
    headers: { 'content-type': type },
  });
}
