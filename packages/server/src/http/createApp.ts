import type { Clock } from '@glasspane/core';
import { Hono, type MiddlewareHandler } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { Collectors } from '../collect/startCollectors.ts';
import type { LiveHub } from '../live/LiveHub.ts';
import { liveRoute } from '../live/liveRoute.ts';
import type { Logger } from '../log/Logger.ts';
import type { ServerPart } from '../parts/ServerPart.ts';
import { writeRoute } from '../remoteWrite/writeRoute.ts';
import type { SampleStore } from '../store/SampleStore.ts';
import { ApiError } from './ApiError.ts';
import type { ApiHandler } from './ApiHandler.ts';
import { apiRoute, sendError, toApiError } from './apiRoute.ts';
import { type CorsOrigins, cors } from './cors.ts';
import { createLabelHandlers } from './labelHandlers.ts';
import { limitBody } from './limitBody.ts';
import { limitConcurrency } from './limitConcurrency.ts';
import { fillInLimits, type QueryLimits } from './QueryLimits.ts';
import { createQueryHandlers } from './queryHandlers.ts';
import { sendText } from './sendText.ts';
import { createBuildInfoHandler, createMetadataHandler } from './statusHandlers.ts';
import { Turns } from './Turns.ts';

/** What the HTTP side of the server stands on. */
export interface AppOptions {
  /** What has routes of its own. */
  readonly parts: readonly ServerPart[];
  readonly store: SampleStore;
  readonly hub: LiveHub;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  readonly corsOrigins: CorsOrigins;
  /** @defaultValue those of Prometheus, and 8 queries at once */
  readonly queryLimits?: QueryLimits | undefined;
  /** Decides who may ask for what. */
  readonly guard: MiddlewareHandler;
  /** The collectors, once they run. */
  readonly collectors: () => Collectors | undefined;
  /** Aborted when the server stops. */
  readonly closing: AbortSignal;
}

// The longest query, each character escaped, and as much again.
const MAX_FORM_BYTES = 3 * 1024 * 1024;
const MAX_WRITE_BYTES = 32 * 1024 * 1024;
const MAX_WAITING_QUERIES = 200;
const TEXT_FORMAT = 'text/plain; version=0.0.4; charset=utf-8';
const EMPTY_TARGETS = { activeTargets: [], droppedTargets: [], droppedTargetCounts: {} };

/** Makes the server's HTTP side: Prometheus's API, remote write, the live channel and the health checks. */
export function createApp(options: AppOptions): Hono {
  const { store, hub, clock, log, version, corsOrigins, collectors, closing } = options;
  const app = new Hono();
  app.use((c, next) => collectors()?.httpTraffic(c, next) ?? next());
  for (const path of ['/api/*', '/v1/*', '/loki/*', '/otlp/*']) app.use(path, cors(corsOrigins));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: async (c, methods) => {
        const response = await sendError(
          c,
          new ApiError('bad_data', `method ${c.req.method} is not allowed here`, 405),
        );
        response.headers.set('allow', methods.join(', '));
        return response;
      },
    }),
  );
  app.use(options.guard);
  app.notFound((c) => sendError(c, new ApiError('not_found', `there is nothing at ${c.req.path}`)));
  app.onError((error, c) => sendError(c, toApiError(error, log, c.req.raw.signal)));

  app.get('/-/healthy', (c) => c.text('Glasspane Server is Healthy.\n'));
  app.get('/-/ready', (c) => c.text('Glasspane Server is Ready.\n'));
  app.get('/metrics', async (c) => sendText(c, 200, TEXT_FORMAT, (await collectors()?.metricsText()) ?? ''));

  app.post('/api/v1/write', limitBody(MAX_WRITE_BYTES), writeRoute({ store, clock, log }));
  app.get('/api/v1/live', liveRoute({ hub, clock, closing }));

  const turns = new Turns();
  const limits = fillInLimits(options.queryLimits);
  const inTurn = limitConcurrency({
    maxRunning: limits.maxConcurrency,
    maxWaiting: MAX_WAITING_QUERIES,
    maxWaitMs: limits.timeoutMs,
    clock,
  });
  const both = (path: string, handler: ApiHandler): void => {
    app.on(['GET', 'POST'], `/api/v1${path}`, limitBody(MAX_FORM_BYTES), apiRoute(handler, log, turns));
  };
  const get = (path: string, handler: ApiHandler): void => {
    app.get(`/api/v1${path}`, apiRoute(handler, log, turns));
  };
  const query = (path: string, handler: ApiHandler): void => {
    app.on(['GET', 'POST'], `/api/v1${path}`, inTurn, limitBody(MAX_FORM_BYTES), apiRoute(handler, log, turns));
  };
  const queries = createQueryHandlers({ store, clock, limits, turns });
  const labels = createLabelHandlers(store);
  query('/query', queries.query);
  query('/query_range', queries.queryRange);
  both('/query_exemplars', queries.queryExemplars);
  both('/format_query', queries.formatQuery);
  both('/series', labels.series);
  both('/labels', labels.labelNames);
  get('/label/:name/values', labels.labelValues);
  get('/metadata', createMetadataHandler(store));
  get('/targets', () => ({ json: JSON.stringify(collectors()?.targets() ?? EMPTY_TARGETS) }));
  get('/status/buildinfo', createBuildInfoHandler(version));
  for (const part of options.parts) part.routes?.(app);
  return app;
}
