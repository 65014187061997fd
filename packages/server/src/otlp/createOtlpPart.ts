import type { Context } from 'hono';
import { ApiError } from '../http/ApiError.ts';
import { toJsonError } from '../http/jsonRoute.ts';
import { readBody } from '../http/readBody.ts';
import { readJson } from '../http/readJson.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { messageOf } from '../store/storeErrors.ts';
import type { OtlpResourceMetrics } from './OtlpMetrics.ts';
import { decodeMessage, encodeMessage } from './otlpMessages.ts';
import { readOtlpMetrics } from './readOtlpMetrics.ts';
import { translateMetrics } from './translateMetrics.ts';

const PATHS = ['/v1/metrics', '/api/v1/otlp/v1/metrics'];
const PROTOBUF = 'application/x-protobuf';
const JSON_TYPE = 'application/json';
const LIMITS = { maxBytes: 16 * 1024 * 1024, maxUnpackedBytes: 64 * 1024 * 1024 };

type OtlpContext = Pick<ServerContext, 'store' | 'clock' | 'log'>;

/** Makes the part that takes OpenTelemetry's metrics over HTTP, in Protocol Buffers and in JSON. */
export function createOtlpPart({ store, clock, log }: OtlpContext): ServerPart {
  async function take(c: Context): Promise<Response> {
    const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
    try {
      const { batch, refusals } = translateMetrics(await readRequest(c, type), clock.now());
      await store.append(batch);
      if (refusals.count === 0) return answer(type, 200, 'ExportMetricsServiceResponse', {});
      log.warn('points of OpenTelemetry metrics were refused', { points: refusals.count, why: refusals.message });
      const partialSuccess = { rejectedDataPoints: String(refusals.count), errorMessage: refusals.message };
      return answer(type, 200, 'ExportMetricsServiceResponse', { partialSuccess });
    } catch (error) {
      const { status, message } = toJsonError(error, log, c.req.raw.signal);
      return answer(type, status, 'Status', { message });
    }
  }

  return {
    routes(app) {
      for (const path of PATHS) app.post(path, take);
    },
  };
}

async function readRequest(c: Context, type: string): Promise<readonly OtlpResourceMetrics[]> {
  if (type !== PROTOBUF && type !== JSON_TYPE) {
    const message = `the content type ${JSON.stringify(type)} is not supported; send ${PROTOBUF} or ${JSON_TYPE}`;
    throw new ApiError('bad_data', message, 415);
  }
  const body = type === PROTOBUF ? await readBody(c, LIMITS) : await readJson(c, LIMITS);
  try {
    return readOtlpMetrics(body instanceof Uint8Array ? decodeMessage('ExportMetricsServiceRequest', body) : body);
  } catch (error) {
    throw new ApiError('bad_data', `this is no request of OTLP metrics: ${messageOf(error)}`);
  }
}

/** Answers in the encoding of the request, as OTLP wants it. */
function answer(
  type: string,
  status: number,
  name: 'ExportMetricsServiceResponse' | 'Status',
  message: Readonly<Record<string, unknown>>,
): Response {
  const isBinary = type === PROTOBUF;
  const body = isBinary ? Buffer.from(encodeMessage(name, message)) : JSON.stringify(message);
  return new Response(body, { status, headers: { 'content-type': isBinary ? PROTOBUF : JSON_TYPE } });
}
