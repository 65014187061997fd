import type { WidgetTransformation } from '@glasspane/core';
import { useMemo } from 'react';
import type { WidgetQueryResult } from './defineWidget.ts';
import { type TransformedResults, transformResults } from './transformResults.ts';

const none: readonly WidgetQueryResult[] = [];

/** Returns what a widget's transformations make of its results: the same object as long as both stay. */
export function useTransformedResults(
  results: readonly WidgetQueryResult[] | undefined,
  transformations: readonly WidgetTransformation[] | undefined,
  locale: string | undefined,
): TransformedResults {
  return useMemo(
    () => transformResults(results ?? none, transformations, { locale }),
    [results, transformations, locale],
  );
}
