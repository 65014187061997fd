import { type Backend, type Clock, metricQueryOptions, parseDashboard, withDefaults } from '@glasspane/core';
import { QueryClient, QueryObserver } from '@tanstack/query-core';

const clock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, delayMs) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

export function watch(rawBackend: Backend, document: unknown, show: (text: string) => void): () => void {
  const backend = withDefaults(rawBackend, { clock });
  const { widgets, timeRange } = parseDashboard(document);
  const [widget] = widgets;
  const [query] = widget?.queries ?? [];
  if (query === undefined) throw new Error('The dashboard asks nothing.');
  const options = metricQueryOptions({ backend, query, timeRange, widthPx: 800, variables: {}, clock });
  const observer = new QueryObserver(new QueryClient(), { ...options, refetchInterval: 15_000 });
  return observer.subscribe(({ data, error }) => show(error?.message ?? `${data?.frame.length ?? 0} steps`));
}
