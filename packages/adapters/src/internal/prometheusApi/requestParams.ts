import type { ExemplarRequest, InstantRequest, LabelRequest, RangeRequest } from '@glasspane/core';
import type { RequestParams } from './HttpTransport.ts';

/** Selects every series that has a name: the API wants at least one matcher that no empty label satisfies. */
const ALL_SERIES = '{__name__!=""}';

export function instantParams({ expr, timeMs, limit }: InstantRequest, timeoutMs: number): RequestParams {
  return [['query', expr], ['time', seconds(timeMs)], ['timeout', timeout(timeoutMs)], ...limitParam(limit)];
}

export function rangeParams({ expr, startMs, endMs, stepMs, limit }: RangeRequest, timeoutMs: number): RequestParams {
  return [
    ['query', expr],
    ['start', seconds(startMs)],
    ['end', seconds(endMs)],
    ['step', seconds(stepMs)],
    ['timeout', timeout(timeoutMs)],
    ...limitParam(limit),
  ];
}

export function exemplarParams({ expr, startMs, endMs }: ExemplarRequest): RequestParams {
  return [
    ['query', expr],
    ['start', seconds(startMs)],
    ['end', seconds(endMs)],
  ];
}

export function labelParams({ selectors = [], startMs, endMs, limit }: LabelRequest): RequestParams {
  return [
    ...selectors.map((selector) => ['match[]', selector] as const),
    ...(startMs === undefined ? [] : [['start', seconds(startMs)] as const]),
    ...(endMs === undefined ? [] : [['end', seconds(endMs)] as const]),
    ...limitParam(limit),
  ];
}

export function seriesParams(request: LabelRequest): RequestParams {
  const hasSelectors = request.selectors !== undefined && request.selectors.length > 0;
  return labelParams(hasSelectors ? request : { ...request, selectors: [ALL_SERIES] });
}

export function metadataParams(request: { metric?: string | undefined; limit?: number | undefined }): RequestParams {
  return [...(request.metric === undefined ? [] : [['metric', request.metric] as const]), ...limitParam(request.limit)];
}

function seconds(ms: number): string {
  return String(ms / 1000);
}

/** Tells the backend to stop working on what nobody waits for any more. */
function timeout(timeoutMs: number): string {
  return `${Math.ceil(timeoutMs / 1000)}s`;
}

function limitParam(limit: number | undefined): RequestParams {
  return limit === undefined ? [] : [['limit', String(limit)]];
}
