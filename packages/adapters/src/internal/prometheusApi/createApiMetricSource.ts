import type { MetricSource } from '@glasspane/core';
import { checkRange } from '../checkRange.ts';
import type { ApiClient } from './ApiClient.ts';
import { badResponse } from './badResponse.ts';
import { decodeExemplars } from './decodeExemplars.ts';
import { decodeInstant } from './decodeInstant.ts';
import { decodeLabels } from './decodeLabels.ts';
import { decodeMetadata } from './decodeMetadata.ts';
import { decodeRange } from './decodeRange.ts';
import type { ApiAnswer } from './envelope.ts';
import { asArray } from './json.ts';
import {
  exemplarParams,
  instantParams,
  labelParams,
  metadataParams,
  rangeParams,
  seriesParams,
} from './requestParams.ts';

/** Makes a metric source of a client of the Prometheus HTTP API. */
export function createApiMetricSource(client: ApiClient): MetricSource {
  return {
    language: 'promql',
    async queryInstant(request, signal) {
      const answer = await client.query('query', instantParams(request, client.timeoutMs), signal);
      const { frame, notices } = decodeInstant(answer.data, request);
      return { frame, notices: [...answer.notices, ...notices] };
    },
    async queryRange(request, signal) {
      checkRange(request);
      const answer = await client.query('query_range', rangeParams(request, client.timeoutMs), signal);
      const { frame, notices } = decodeRange(answer.data, request);
      return { frame, notices: [...answer.notices, ...notices] };
    },
    async series(request, signal) {
      const { data } = await client.query('series', seriesParams(request), signal);
      const items = asArray(data);
      if (items === undefined) throw badResponse('data is not a list of label sets');
      // Not every server knows `limit`.
      return items.slice(0, request.limit).map((item, at) => decodeLabels(item, `data[${at}]`));
    },
    async labelNames(request, signal) {
      const answer = await client.query('labels', labelParams(request), signal);
      return decodeNames(answer, request.limit);
    },
    async labelValues(name, request, signal) {
      const answer = await client.get(`label/${encodeURIComponent(name)}/values`, labelParams(request), signal);
      return decodeNames(answer, request.limit);
    },
    async metadata(request, signal) {
      const { data } = await client.get('metadata', metadataParams(request), signal);
      return decodeMetadata(data).slice(0, request.limit);
    },
    async queryExemplars(request, signal) {
      const { data } = await client.query('query_exemplars', exemplarParams(request), signal);
      return decodeExemplars(data);
    },
  };
}

/** Decodes a list of label names or values: sorted, each once. */
function decodeNames({ data }: ApiAnswer, limit: number | undefined): readonly string[] {
  // An empty list is null in answers of older servers.
  const items = data === null || data === undefined ? [] : asArray(data);
  const isName = (item: unknown): item is string => typeof item === 'string';
  if (items === undefined || !items.every(isName)) throw badResponse('data is not a list of strings');
  return [...new Set(items)].sort().slice(0, limit);
}
