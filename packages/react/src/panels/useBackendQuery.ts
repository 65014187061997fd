import { type Backend, type GlasspaneError, toGlasspaneError } from '@glasspane/core';
import { hashKey, useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { type BackendTopic, backendQueryKey } from './backendQueryKey.ts';
import { usePanel } from './PanelContext.ts';

/** Options of {@link useBackendQuery}. */
export interface UseBackendQueryOptions<TData> {
  readonly backend: Backend;
  /** What the answer is about: a mutation names the topics that it makes old. */
  readonly topic: BackendTopic;
  /** Tells the call from others of the same topic: its arguments, as JSON. Left out: it has none. */
  readonly args?: readonly unknown[] | undefined;
  /** Makes the call. */
  ask(signal: AbortSignal): Promise<TData>;
  /** Whether to ask at all. Left out: yes. */
  readonly isEnabled?: boolean | undefined;
  /** How often to ask again while the tab is shown, in milliseconds; 0: never. Left out: as often as the panel. */
  readonly refreshIntervalMs?: number | undefined;
  /** Whether a failure is one that asking again by itself would not change. Left out: none is. */
  readonly isFinal?: ((error: GlasspaneError) => boolean) | undefined;
}

/** What is known of a call to the backend. */
export type BackendQueryState<TData> =
  | { readonly status: 'loading' }
  | { readonly status: 'error'; readonly error: GlasspaneError; readonly isRetrying: boolean }
  | {
      readonly status: 'ready';
      readonly data: TData;
      /** Why the last refresh failed; the data is older then. */
      readonly refreshError?: GlasspaneError | undefined;
      /** When the data came, in milliseconds since the epoch. */
      readonly updatedAtMs: number;
      /** Whether the data answers other arguments, while those of now are on their way. */
      readonly isOutdated: boolean;
    };

/** What {@link useBackendQuery} gives. */
export interface UseBackendQueryResult<TData> {
  readonly state: BackendQueryState<TData>;
  /** Asks again, now. */
  refetch(): void;
}

/**
 * Calls one capability of a backend, keeps the answer current while the tab is shown, and shares it with every panel that
 * asks the same of the same backend.
 */
export function useBackendQuery<TData>(options: UseBackendQueryOptions<TData>): UseBackendQueryResult<TData> {
  const { backend, topic, args = [] } = options;
  const panel = usePanel();
  const intervalMs = options.refreshIntervalMs ?? panel.refreshIntervalMs;
  const queryKey = [...backendQueryKey(backend, topic), ...args];
  const query = useQuery<TData, GlasspaneError>({
    queryKey,
    queryFn: ({ signal }) => options.ask(signal).catch(rejectAsOurs),
    enabled: options.isEnabled ?? true,
    refetchInterval: ({ state: { error } }) =>
      intervalMs > 0 && !(error !== null && options.isFinal?.(error)) && intervalMs,
    // The interval asks again by itself, and a failure is shown at once.
    retry: false,
    networkMode: 'always',
    // Never what another backend answered: it may be another tenant's.
    placeholderData: (former, formerQuery) => (isKeyOf(formerQuery?.queryKey, backend, topic) ? former : undefined),
  });
  const state = toState(query);
  return { state: useFormerError(state, hashKey(queryKey)), refetch: () => void query.refetch() };
}

/** A foreign error is wrapped once and not at every render. */
function rejectAsOurs(error: unknown): never {
  throw toGlasspaneError(error);
}

function toState<TData>(query: {
  readonly data: TData | undefined;
  readonly error: GlasspaneError | null;
  readonly isFetching: boolean;
  readonly isPlaceholderData: boolean;
  readonly dataUpdatedAt: number;
}): BackendQueryState<TData> {
  const { data, error } = query;
  if (data !== undefined) {
    return {
      status: 'ready',
      data,
      refreshError: error ?? undefined,
      updatedAtMs: query.dataUpdatedAt,
      isOutdated: query.isPlaceholderData,
    };
  }
  return error === null ? { status: 'loading' } : { status: 'error', error, isRetrying: query.isFetching };
}

function isKeyOf(key: readonly unknown[] | undefined, backend: Backend, topic: BackendTopic): boolean {
  return backendQueryKey(backend, topic).every((part, index) => part === key?.[index]);
}

/** A query that failed has no error while it is asked again; the former one stands until there is an answer. */
function useFormerError<TData>(state: BackendQueryState<TData>, hash: string): BackendQueryState<TData> {
  const ref = useRef<{ readonly error: GlasspaneError; readonly hash: string }>(undefined);
  useEffect(() => {
    if (state.status !== 'loading') ref.current = state.status === 'error' ? { error: state.error, hash } : undefined;
  });
  if (state.status !== 'loading' || ref.current?.hash !== hash) return state;
  return { status: 'error', error: ref.current.error, isRetrying: true };
}
