import {
  type MetricQueryInput,
  type MetricQueryOptions,
  matchersOf,
  resolveQuery,
  resolveTimeRange,
} from '@glasspane/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { RefreshHub, RefreshMember } from './createRefreshHub.ts';
import { refreshGapMs } from './refreshGap.ts';

/** Options of {@link useRefreshMembers}. */
export interface UseRefreshMembersOptions {
  /** Where the queries take part; left out: nowhere. */
  readonly hub: RefreshHub | undefined;
  readonly inputs: readonly MetricQueryInput[];
  /** The options of the same queries, in the same order. */
  readonly queryOptions: readonly MetricQueryOptions[];
  /** Changes when the queries do. */
  readonly hashes: string;
}

/** Lets queries be asked again by a refresh hub for as long as they are on the screen. */
export function useRefreshMembers({ hub, inputs, queryOptions, hashes }: UseRefreshMembersOptions): void {
  const client = useQueryClient();
  const latest = useRef(inputs);
  useEffect(() => {
    latest.current = inputs;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the hashes tell the queries apart, new arrays do not
  useEffect(() => {
    if (hub === undefined) return;
    const removals = queryOptions.map(({ queryKey }, index) =>
      hub.add({
        ...liveNeeds(latest.current[index]),
        refetch: () => client.refetchQueries({ queryKey, exact: true }),
      }),
    );
    return () => {
      for (const remove of removals) remove();
    };
  }, [client, hub, hashes]);
}

/**
 * New samples are new to a query only if its time range reaches the present. One that cannot be resolved reads nothing:
 * its error is told when it is asked.
 */
function liveNeeds(input: MetricQueryInput | undefined): Pick<RefreshMember, 'selectors' | 'minGapMs'> {
  if (input === undefined) return { selectors: [], minGapMs: 0 };
  const minGapMs = refreshGapMs(input);
  try {
    const nowMs = input.clock.now();
    const timeRange = resolveTimeRange(input.timeRange, nowMs, input.timeZone);
    if (timeRange.endMs < nowMs) return { selectors: [], minGapMs };
    const { request } = resolveQuery(input.query, { ...input, timeRange, language: input.backend.metrics.language });
    return { selectors: matchersOf([request.expr]), minGapMs };
  } catch {
    return { selectors: [], minGapMs };
  }
}
