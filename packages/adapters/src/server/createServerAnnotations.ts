import { type Annotation, type AnnotationSource, parseAnnotation } from '@glasspane/core';
import * as z from 'zod/mini';
import { parseData, readData, type ServerApi, segment } from './ServerApi.ts';

/** The annotations that the server keeps. */
export function createServerAnnotations(api: ServerApi): Required<AnnotationSource> {
  return {
    async list({ startMs, endMs, dashboardId, tags = [] }, signal) {
      const params = [
        ['startMs', String(startMs)],
        ['endMs', String(endMs)],
        ...(dashboardId === undefined ? [] : [['dashboardId', dashboardId] as const]),
        ...tags.map((tag) => ['tag', tag] as const),
      ] as const;
      const data = await api.ask({ method: 'GET', path: 'annotations', params }, signal);
      return parseData(z.array(z.unknown()), 'list of annotations', data).map(parseStored);
    },
    async create(annotation, signal) {
      return parseStored(await api.ask({ method: 'POST', path: 'annotations', json: annotation }, signal));
    },
    async delete(id, signal) {
      await api.ask({ method: 'DELETE', path: `annotations/${segment(id)}` }, signal);
    },
  };
}

function parseStored(data: unknown): Annotation {
  return readData('annotation', () => parseAnnotation(data));
}
