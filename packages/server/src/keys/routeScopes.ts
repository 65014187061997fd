import type { Scope } from './Scope.ts';

/** What a route asks of who calls it; `open` ones ask nothing. */
export type RouteScope = Scope | 'open';

// All of them. A route that is missing here is for admins only, which a test takes for a fault.
const ROUTES: Readonly<Record<RouteScope, readonly string[]>> = {
  open: ['GET /-/healthy', 'GET /-/ready'],
  ingest: [
    'POST /api/v1/write',
    'POST /api/metrics',
    'POST /v1/metrics',
    'POST /api/v1/otlp/v1/metrics',
    'POST /v1/logs',
    'POST /otlp/v1/logs',
    'POST /loki/api/v1/push',
  ],
  read: [
    'GET /metrics',
    'GET /api/v1/live',
    'GET /api/v1/query',
    'POST /api/v1/query',
    'GET /api/v1/query_range',
    'POST /api/v1/query_range',
    'GET /api/v1/query_exemplars',
    'POST /api/v1/query_exemplars',
    'GET /api/v1/format_query',
    'POST /api/v1/format_query',
    'GET /api/v1/series',
    'POST /api/v1/series',
    'GET /api/v1/labels',
    'POST /api/v1/labels',
    'GET /api/v1/label/:name/values',
    'GET /api/v1/metadata',
    'GET /api/v1/targets',
    'GET /api/v1/status/buildinfo',
    'GET /api/v1/dashboards',
    'GET /api/v1/dashboards/:id',
    'POST /api/v1/dashboards/:id/export',
    'GET /api/v1/rules',
    'GET /api/v1/alerts',
    'GET /api/v1/alert-rules',
    'GET /api/v1/alert-rules/:id',
    'GET /api/v1/channels',
    'GET /api/v1/annotations',
    'GET /api/v1/incidents',
    'GET /api/v1/incidents/:id',
    'GET /api/v1/reports',
    'GET /api/v1/reports/:id',
    'GET /api/v1/reports/:id/runs',
    'GET /api/v1/logs/tail',
    'GET /api/v2/alerts',
    'GET /api/v2/alerts/groups',
    'GET /api/v2/silences',
    'GET /api/v2/silence/:id',
    'GET /api/v2/receivers',
    'GET /api/v2/status',
    'GET /loki/api/v1/query',
    'GET /loki/api/v1/query_range',
    'GET /loki/api/v1/labels',
    'GET /loki/api/v1/label/:name/values',
    'GET /loki/api/v1/series',
    'POST /loki/api/v1/query',
    'POST /loki/api/v1/query_range',
    'POST /loki/api/v1/labels',
    'POST /loki/api/v1/series',
  ],
  edit: [
    'POST /api/v1/dashboards',
    'PUT /api/v1/dashboards/:id',
    'DELETE /api/v1/dashboards/:id',
    'POST /api/v1/alert-rules',
    'PUT /api/v1/alert-rules/:id',
    'DELETE /api/v1/alert-rules/:id',
    'POST /api/v1/annotations',
    'DELETE /api/v1/annotations/:id',
    'POST /api/v1/incidents/:id/acknowledge',
    'POST /api/v1/incidents/:id/resolve',
    'POST /api/v1/incidents/:id/assign',
    'POST /api/v1/incidents/:id/notes',
    'POST /api/v1/reports',
    'PUT /api/v1/reports/:id',
    'DELETE /api/v1/reports/:id',
    'POST /api/v1/reports/:id/send',
    'POST /api/v2/alerts',
    'POST /api/v2/silences',
    'DELETE /api/v2/silence/:id',
  ],
  admin: ['GET /api/v1/keys', 'POST /api/v1/keys', 'DELETE /api/v1/keys/:id'],
};

const SCOPE_OF_ROUTE: ReadonlyMap<string, RouteScope> = new Map(
  (['open', 'ingest', 'read', 'edit', 'admin'] as const).flatMap((scope) =>
    ROUTES[scope].map((route): [string, RouteScope] => [withoutNames(route), scope]),
  ),
);

/** Returns what a route asks for; `undefined` where nobody has said it. */
export function scopeOfRoute(method: string, path: string): RouteScope | undefined {
  return SCOPE_OF_ROUTE.get(withoutNames(`${method} ${path}`));
}

/** What a parameter is called, and what form it must have, makes no difference. */
function withoutNames(route: string): string {
  return route.replaceAll(/:\w+(?:\{[^}]*\})?/g, ':');
}
