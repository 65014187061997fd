import { type DocumentIssue, InvalidDocumentError, type Notice, type WidgetTransformation } from '@glasspane/core';
import {
  applyTransformations,
  parseTransformations,
  type TransformContext,
  TransformError,
  type TransformResult,
} from '@glasspane/core/transform';
import type { WidgetQueryResult } from './defineWidget.ts';

/** What a widget's transformations make of its results, or what is wrong with them. */
export type TransformedResults =
  | { readonly status: 'ready'; readonly results: readonly WidgetQueryResult[] }
  /** The transformations themselves are not valid. */
  | { readonly status: 'invalid'; readonly issues: readonly DocumentIssue[] }
  /** They cannot be applied to these results. */
  | { readonly status: 'failed'; readonly message: string };

/** Applies a widget's transformations to its results. Each result keeps the notices of all that it is made of. */
export function transformResults(
  results: readonly WidgetQueryResult[],
  transformations: readonly WidgetTransformation[] | undefined,
  context: TransformContext,
): TransformedResults {
  if (transformations === undefined || transformations.length === 0) return { status: 'ready', results };
  try {
    const steps = parseTransformations(transformations);
    const inputs = results.map(({ query, frame }) => ({ refId: query.refId, legend: query.legend, frame }));
    const outputs = applyTransformations(inputs, steps, context);
    return { status: 'ready', results: outputs.flatMap((output) => toQueryResult(output, results)) };
  } catch (thrown) {
    if (thrown instanceof InvalidDocumentError) return { status: 'invalid', issues: thrown.issues };
    if (thrown instanceof TransformError) return { status: 'failed', message: thrown.message };
    throw thrown;
  }
}

function toQueryResult(output: TransformResult, results: readonly WidgetQueryResult[]): readonly WidgetQueryResult[] {
  const { refId, legend, frame, sources = [refId] } = output;
  const parts = results.filter(({ query }) => sources.includes(query.refId));
  const own = parts.find(({ query }) => query.refId === refId);
  if (own === undefined) return [];
  if (own.frame === frame && parts.length === 1) return [own];
  const query = own.query.legend === legend ? own.query : { ...own.query, legend };
  return [{ query, frame, notices: distinctNotices(parts) }];
}

function distinctNotices(parts: readonly WidgetQueryResult[]): readonly Notice[] {
  const seen = new Set<string>();
  return parts
    .flatMap(({ notices }) => notices)
    .filter(({ severity, message }) => {
      const key = `${severity} ${message}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    });
}
