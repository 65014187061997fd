import { ReadableStream } from 'node:stream/web';
import type { Context, MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Histogram } from './Histogram.ts';
import type { MetricRegistry } from './MetricRegistry.ts';

/** Options of {@link httpTraffic}. */
export interface HttpTrafficOptions {
  readonly registry: MetricRegistry;
  /** Returns a time in milliseconds with fractions, for differences only. */
  readonly stopwatch: () => number;
  /** The upper bounds of the duration buckets, in seconds. @defaultValue 1 ms to 10 s */
  readonly durationBuckets?: readonly number[] | undefined;
}

const DURATION_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SIZE_BUCKETS = [100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);

type RouteLabels = Readonly<Record<'method' | 'route', string>>;

/**
 * Makes a hono middleware that counts requests, how long they take and how large their answers are.
 *
 * Every label is bounded: routes are the patterns that the app registered, never paths. A streamed answer counts until
 * its headers are out, its size when it ends; a stream of server-sent events has no size.
 */
export function httpTraffic({ registry, stopwatch, durationBuckets }: HttpTrafficOptions): MiddlewareHandler {
  const requests = registry.counter({
    name: 'http_requests_total',
    help: 'HTTP requests answered, by method, route pattern and status code.',
    labelNames: ['method', 'route', 'code'],
  });
  const durations = registry.histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from a request until its answer begins, by method and route pattern.',
    labelNames: ['method', 'route'],
    buckets: durationBuckets ?? DURATION_BUCKETS,
  });
  const sizes = registry.histogram({
    name: 'http_response_size_bytes',
    help: 'Size of the bodies of HTTP answers before compression by the server, by method and route pattern.',
    labelNames: ['method', 'route'],
    buckets: SIZE_BUCKETS,
  });
  const inFlight = registry.gauge({
    name: 'http_requests_in_flight',
    help: 'HTTP requests that are being worked on now.',
  });

  return async (context, next) => {
    const ownIndex = context.req.routeIndex;
    const startedMs = stopwatch();
    inFlight.add({}, 1);
    try {
      await next();
    } finally {
      inFlight.add({}, -1);
    }
    const labels = { method: methodOf(context), route: routeOf(context, ownIndex) };
    requests.increment({ ...labels, code: String(context.res.status) });
    durations.observe(labels, (stopwatch() - startedMs) / 1000);
    measureBody(context, sizes, labels);
  };
}

function methodOf(context: Context): string {
  // Whoever sends a request may invent methods.
  return METHODS.has(context.req.method) ? context.req.method : 'other';
}

function routeOf(context: Context, ownIndex: number): string {
  // hono leaves the index at the last handler that ran; where that is this middleware, the app has no such route.
  return context.req.routeIndex === ownIndex ? 'unmatched' : routePath(context);
}

function measureBody(context: Context, sizes: Histogram<'method' | 'route'>, labels: RouteLabels): void {
  const { headers, status } = context.res;
  const declared = headers.get('content-length');
  // Looking at a body makes a whole Response of what the HTTP server could have sent as it is.
  if (declared !== null) {
    sizes.observe(labels, Number(declared));
    return;
  }
  if (headers.get('content-type')?.startsWith('text/event-stream') === true) return;
  const { body } = context.res;
  if (body === null) {
    sizes.observe(labels, 0);
    return;
  }
  // Or hono would copy the one to the other once more.
  context.res = undefined;
  context.res = new Response(
    countBytes(body, (bytes) => sizes.observe(labels, bytes)),
    { status, headers },
  );
}

type Body = NonNullable<Response['body']>;

function countBytes(body: Body, onEnd: (bytes: number) => void): Body {
  const reader = body.getReader();
  let bytes = 0;
  const counting = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) {
          onEnd(bytes);
          controller.close();
          return;
        }
        bytes += value.byteLength;
        controller.enqueue(value);
      },
      cancel: (reason) => reader.cancel(reason),
    },
    { highWaterMark: 0 },
  );
  // Node's types and the DOM's declare the same class apart; which one a Response takes depends on who compiles this.
  return counting as unknown as Body;
}
