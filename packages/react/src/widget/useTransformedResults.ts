import type { WidgetTransformation } from '@glasspane/core';
import { useContext, useMemo } from 'react';
import type { WidgetQueryResult } from './defineWidget.ts';
import type { TransformedResults } from './transformResults.ts';
import { WidgetToolsContext } from './WidgetToolsContext.ts';

const none: readonly WidgetQueryResult[] = [];

/** Returns what a widget's transformations make of its results: the same object as long as both stay. */
export function useTransformedResults(
  results: readonly WidgetQueryResult[] | undefined,
  transformations: readonly WidgetTransformation[] | undefined,
  locale: string | undefined,
): TransformedResults {
  const transform = useContext(WidgetToolsContext)?.transform;
  return useMemo(() => {
    const given = results ?? none;
    if (transformations === undefined || transformations.length === 0) return { status: 'ready', results: given };
    if (transform === undefined)
      return { status: 'failed', message: 'Transformations need a <Dashboard> around them.' };
    return transform(given, transformations, { locale });
  }, [results, transformations, locale, transform]);
}
