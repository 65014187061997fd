import { parseDashboard, type StoredDashboard } from '@glasspane/core';
import { checkId, withNewId, withPathId } from '../http/documentId.ts';
import { type JsonHandler, type JsonResult, jsonRoute } from '../http/jsonRoute.ts';
import { readRevision, revisionHeaders } from '../http/revision.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';
import { createDashboardStore } from './createDashboardStore.ts';

const PATH = '/api/v1/dashboards';
const MAX_BYTES = 4 * 1024 * 1024;

/** Makes the part that keeps dashboards: list, get, create, replace and delete. */
export function createDashboardsPart({ documents, log }: Pick<ServerContext, 'documents' | 'log'>): ServerPart {
  const store = createDashboardStore(documents);
  const route = (handler: JsonHandler) => jsonRoute(handler, { log, maxBytes: MAX_BYTES });
  return {
    routes(app) {
      app.get(
        PATH,
        route(async () => ({ data: await store.list() })),
      );
      app.get(
        `${PATH}/:id`,
        route(async ({ param }) => toResult(await store.get(param('id')))),
      );
      app.post(
        PATH,
        route(async ({ body }) => {
          const dashboard = parseDashboard(withNewId(body));
          checkId(dashboard.id);
          const { headers, ...result } = toResult(await store.create(dashboard));
          return { ...result, status: 201, headers: { ...headers, location: `${PATH}/${dashboard.id}` } };
        }),
      );
      app.put(
        `${PATH}/:id`,
        route(async (request) => {
          const dashboard = parseDashboard(withPathId(request.body, request.param('id')));
          return toResult(await store.update(dashboard, readRevision(request)));
        }),
      );
      app.delete(
        `${PATH}/:id`,
        route(async ({ param }) => {
          await store.delete(param('id'));
          return { status: 204 };
        }),
      );
    },
  };
}

function toResult(stored: StoredDashboard): JsonResult {
  return { data: stored, headers: revisionHeaders(stored.revision) };
}
