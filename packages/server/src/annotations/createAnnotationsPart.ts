import { type AnnotationRequest, type AnnotationSource, GlasspaneError, type NewAnnotation } from '@glasspane/core';
import { type JsonHandler, jsonRoute } from '../http/jsonRoute.ts';
import type { ServerContext, ServerPart } from '../parts/ServerPart.ts';

const PATH = '/api/v1/annotations';
/** A list holds a thousand of them. */
const MAX_BYTES = 16 * 1024;

/** What the part stands on. */
export interface AnnotationsPartOptions extends Pick<ServerContext, 'log'> {
  readonly annotations: Required<AnnotationSource>;
}

/** Makes the part that keeps annotations: list, create and delete. */
export function createAnnotationsPart({ annotations: store, log }: AnnotationsPartOptions): ServerPart {
  const route = (handler: JsonHandler) => jsonRoute(handler, { log, maxBytes: MAX_BYTES });
  return {
    routes(app) {
      app.get(
        PATH,
        route(async ({ query }) => ({ data: await store.list(readRequest(query)) })),
      );
      app.post(
        PATH,
        route(async ({ body }) => {
          // The store parses it; until then it is whatever came.
          const annotation = await store.create(body as NewAnnotation);
          return { data: annotation, status: 201, headers: { location: `${PATH}/${annotation.id}` } };
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

function readRequest(query: URLSearchParams): AnnotationRequest {
  const dashboardId = query.get('dashboardId');
  return {
    startMs: readMs(query, 'startMs', Number.NEGATIVE_INFINITY),
    endMs: readMs(query, 'endMs', Number.POSITIVE_INFINITY),
    ...(dashboardId === null ? {} : { dashboardId }),
    tags: query.getAll('tag'),
  };
}

function readMs(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  const ms = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(ms)) return ms;
  throw new GlasspaneError(
    'invalid',
    `${name} must be milliseconds since 1970, found ${JSON.stringify(text.slice(0, 50))}.`,
  );
}
