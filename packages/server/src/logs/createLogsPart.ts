import type { LogSource } from '@glasspane/core';
import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { ApiError } from '../http/ApiError.ts';
import type { ApiHandler } from '../http/ApiHandler.ts';
import { readForm } from '../http/apiRoute.ts';
import { encodeToText } from '../http/encode/encodeChunks.ts';
import { sendText } from '../http/sendText.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { createLogSource } from './createLogSource.ts';
import { DuckDbLogs } from './DuckDbLogs.ts';
import { LOG_LIMITS } from './LogLimits.ts';
import { otlpLogsRoute } from './otlp/otlpLogsRoute.ts';
import { pushRoute } from './push/pushRoute.ts';
import { createQueryHandlers } from './query/createQueryHandlers.ts';
import { sendLogFailure } from './sendLogFailure.ts';
import { tailRoute } from './tail/tailRoute.ts';

/** The part that keeps logs. */
export interface LogsPart extends ServerPart {
  /** The logs, for other parts in this process. */
  readonly source: LogSource;
}

// Only a query stands in it.
const MAX_FORM_BYTES = 1024 * 1024;

/** Makes the part that keeps logs: Loki's push, query and label routes, OTLP logs, the live tail, and the server's own log. */
export function createLogsPart({ database, clock, config, ownLog, closing }: ServerContext): LogsPart {
  // What goes wrong here must not become a log line that is stored here.
  const log = ownLog.plain;
  const logs = new DuckDbLogs(database, { retentionMs: config.logs.retentionMs, limits: LOG_LIMITS, clock, log });
  const queries = createQueryHandlers({ logs, clock, limits: LOG_LIMITS });
  const answer =
    (handler: ApiHandler) =>
    async (c: Context): Promise<Response> => {
      try {
        const form = await readForm(c);
        const { json } = await handler({ form, name: c.req.param('name') ?? '', signal: c.req.raw.signal });
        return await sendText(
          c,
          200,
          'application/json',
          `{"status":"success","data":${typeof json === 'string' ? json : encodeToText(json)}}`,
        );
      } catch (error) {
        return sendLogFailure(c, error, log);
      }
    };
  const limited = bodyLimit({
    maxSize: MAX_FORM_BYTES,
    onError: (c) =>
      sendLogFailure(c, new ApiError('bad_data', `the body is over the limit of ${MAX_FORM_BYTES} bytes`, 413), log),
  });
  return {
    source: createLogSource(logs),
    routes(app: Hono) {
      app.post('/loki/api/v1/push', pushRoute(logs, log));
      for (const path of ['/v1/logs', '/otlp/v1/logs']) app.post(path, otlpLogsRoute({ logs, clock, log }));
      const both = (path: string, handler: ApiHandler): void => {
        app.on(['GET', 'POST'], `/loki/api/v1${path}`, limited, answer(handler));
      };
      both('/query_range', queries.queryRange);
      both('/query', queries.query);
      both('/labels', queries.labels);
      app.get('/loki/api/v1/label/:name/values', answer(queries.labelValues));
      both('/series', queries.series);
      app.get('/api/v1/logs/tail', tailRoute({ logs, clock, closing }));
    },
    start() {
      logs.start();
      ownLog.connect((lines) => logs.append(lines));
    },
    async stop() {
      await ownLog.disconnect();
      await logs.stop();
    },
  };
}
