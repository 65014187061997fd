import { QueryClient, QueryObserver, type QueryObserverOptions } from '@tanstack/query-core';
import { expectTypeOf } from 'vitest';
import type { MetricQueryData, MetricQueryKey, MetricQueryOptions } from './metricQueryOptions.ts';

declare const options: MetricQueryOptions;

expectTypeOf(options).toExtend<
  QueryObserverOptions<MetricQueryData, Error, MetricQueryData, MetricQueryData, MetricQueryKey>
>();
expectTypeOf(new QueryObserver(new QueryClient(), options).getCurrentResult().data).toEqualTypeOf<
  MetricQueryData | undefined
>();
expectTypeOf(new QueryClient().fetchQuery(options)).toEqualTypeOf<Promise<MetricQueryData>>();
