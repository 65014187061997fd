import type { LabelRequest } from '@glasspane/core';
import { compileMatchers, type Labels } from '@glasspane/promql';
import { parseSelector } from '@glasspane/promql/syntax';
import type { SampleStore } from '../store/SampleStore.ts';
import { messageOf } from '../store/storeErrors.ts';
import { ApiError, invalidParameter } from './ApiError.ts';
import { type ApiHandler, type ApiResult, TRUNCATED } from './ApiHandler.ts';
import type { RequestForm } from './RequestForm.ts';
import { unescapeName } from './unescapeName.ts';

/** The handlers that answer what series and labels there are. */
export interface LabelHandlers {
  readonly series: ApiHandler;
  readonly labelNames: ApiHandler;
  readonly labelValues: ApiHandler;
}

/** Makes the handlers of `/series`, `/labels` and `/label/<name>/values`. */
export function createLabelHandlers(store: SampleStore): LabelHandlers {
  return {
    async series({ form }) {
      if (form.all('match[]').length === 0) throw new ApiError('bad_data', 'no match[] parameter provided');
      const limit = form.limit();
      const request = readRequest(form, limit, (reason) => invalidParameter('match[]', reason));
      return toResult(await store.series(request), limit);
    },

    async labelNames({ form }) {
      const limit = form.limit();
      return toResult(await store.labelNames(readRequest(form, limit, badData)), limit);
    },

    async labelValues({ form, name: escaped }) {
      const name = unescapeName(escaped);
      if (name === '') throw badData(`invalid label name: ${JSON.stringify(name)}`);
      const limit = form.limit();
      return toResult(await store.labelValues(name, readRequest(form, limit, badData)), limit);
    },
  };
}

function badData(reason: string): ApiError {
  return new ApiError('bad_data', reason);
}

function readRequest(form: RequestForm, limit: number | undefined, refuse: (reason: string) => ApiError): LabelRequest {
  const startMs = form.optionalTime('start');
  const endMs = form.optionalTime('end');
  const selectors = form.all('match[]');
  for (const selector of selectors) checkSelector(selector, refuse);
  // One more than asked for tells whether there are more.
  return { selectors, startMs, endMs, limit: limit === undefined ? undefined : limit + 1 };
}

function checkSelector(selector: string, refuse: (reason: string) => ApiError): void {
  let isMatch: (labels: Labels) => boolean;
  try {
    isMatch = compileMatchers(parseSelector(selector));
  } catch (error) {
    throw refuse(messageOf(error));
  }
  // A selector that a series without labels satisfies would select everything there is.
  if (isMatch({})) throw refuse('match[] must contain at least one non-empty matcher');
}

function toResult(items: readonly unknown[], limit: number | undefined): ApiResult {
  if (limit === undefined || items.length <= limit) return { json: JSON.stringify(items) };
  return { json: JSON.stringify(items.slice(0, limit)), warnings: [TRUNCATED] };
}
